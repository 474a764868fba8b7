-- What was forgotten, or has come undone since.

CREATE FUNCTION erasure.doctor(OUT severity text, OUT object text, OUT problem text, OUT fix text)
    RETURNS SETOF record LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_doctor';
COMMENT ON FUNCTION erasure.doctor() IS
'Examines policies, guards, masks, copies, the job and the server, and returns a row for each thing that is wrong: severity (error: a deletion is refused or leaves personal data behind; warning: copies remain or nobody would notice; info), object, problem, and a fix to run. Errors first, then warnings. For whoever holds a permission on a protected table or owns one, about those tables; about the server to superusers, and without paths and values to owners and to roles with erase_now or hold. Errors: 42501 the caller holds nothing.';
