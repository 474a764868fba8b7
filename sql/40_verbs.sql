-- Acting on subjects. Every verb takes its keys in two forms: an array of the key's type (or of one that casts to it by
-- assignment; jsonb objects for a composite key), or a text: an array literal, JSON for composite keys, or one key. The
-- text form is there because untyped literals, NULL and the untyped parameters of some drivers cannot be polymorphic.

CREATE FUNCTION erasure.soft_delete(subject regclass, keys anyarray, reason text DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_soft_delete';
CREATE FUNCTION erasure.soft_delete(subject regclass, keys text, reason text DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_soft_delete';
COMMENT ON FUNCTION erasure.soft_delete(regclass, anyarray, text) IS
'Moves active subjects to the Deleted list; related rows stay as they are. All or none. Returns how many. Errors: 42501 not allowed, 22023 bad keys, P0002 key not found, 55000 not active.';
COMMENT ON FUNCTION erasure.soft_delete(regclass, text, text) IS 'As erasure.soft_delete(regclass, anyarray, text), with the keys as text.';

CREATE FUNCTION erasure.restore(subject regclass, keys anyarray, reason text DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_restore';
CREATE FUNCTION erasure.restore(subject regclass, keys text, reason text DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_restore';
COMMENT ON FUNCTION erasure.restore(regclass, anyarray, text) IS
'Makes deleted subjects active again. All or none. Returns how many. Errors: 42501, 22023, P0002, 55000 not deleted.';
COMMENT ON FUNCTION erasure.restore(regclass, text, text) IS 'As erasure.restore(regclass, anyarray, text), with the keys as text.';

CREATE FUNCTION erasure.preview(subject regclass, keys anyarray, OUT relation regclass, OUT row_count bigint, OUT retained bigint,
        OUT shared bigint, OUT personal_columns name[], OUT on_erase text)
    RETURNS SETOF record LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'erasure_preview';
CREATE FUNCTION erasure.preview(subject regclass, keys text, OUT relation regclass, OUT row_count bigint, OUT retained bigint,
        OUT shared bigint, OUT personal_columns name[], OUT on_erase text)
    RETURNS SETOF record LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'erasure_preview';
COMMENT ON FUNCTION erasure.preview(regclass, anyarray) IS
'What permanently_delete would mask: a row for each declared table, with how many of its rows are retained. Changes nothing, locks nothing, works on a standby. Errors: 42501, 22023, P0002, 42P17 tables that are not covered by the policy.';
COMMENT ON FUNCTION erasure.preview(regclass, text) IS 'As erasure.preview(regclass, anyarray), with the keys as text.';

CREATE FUNCTION erasure.confirmation(subject regclass, keys anyarray, OUT title text, OUT question text, OUT prompt text, OUT subjects bigint)
    RETURNS SETOF record LANGUAGE c STABLE ROWS 1 AS 'MODULE_PATHNAME', 'erasure_confirmation';
CREATE FUNCTION erasure.confirmation(subject regclass, keys text, OUT title text, OUT question text, OUT prompt text, OUT subjects bigint)
    RETURNS SETOF record LANGUAGE c STABLE ROWS 1 AS 'MODULE_PATHNAME', 'erasure_confirmation';
COMMENT ON FUNCTION erasure.confirmation(regclass, anyarray) IS
'The words of the two questions a client asks before permanently_delete. Raises what permanently_delete would raise, but for the count.';
COMMENT ON FUNCTION erasure.confirmation(regclass, text) IS 'As erasure.confirmation(regclass, anyarray), with the keys as text.';

CREATE FUNCTION erasure.permanently_delete(subject regclass, keys anyarray, confirm_count bigint, reason text DEFAULT NULL,
        received_at timestamptz DEFAULT NULL, OUT request bigint, OUT subjects bigint, OUT rows_masked bigint, OUT erase_after timestamptz)
    RETURNS SETOF record LANGUAGE c ROWS 1 AS 'MODULE_PATHNAME', 'erasure_permanently_delete';
CREATE FUNCTION erasure.permanently_delete(subject regclass, keys text, confirm_count bigint, reason text DEFAULT NULL,
        received_at timestamptz DEFAULT NULL, OUT request bigint, OUT subjects bigint, OUT rows_masked bigint, OUT erase_after timestamptz)
    RETURNS SETOF record LANGUAGE c ROWS 1 AS 'MODULE_PATHNAME', 'erasure_permanently_delete';
COMMENT ON FUNCTION erasure.permanently_delete(regclass, anyarray, bigint, text, timestamptz) IS
'Masks every personal column of deleted subjects and of all their related rows in this transaction, and keeps the originals encrypted until erase_after. confirm_count: the number the user typed in, to equal the number of distinct keys. received_at: when the person asked (GDPR Article 12(3)). Errors: 42501, 22023 wrong count or bad keys, P0002, 55000 not deleted, 55006 on hold, 42P17 tables not covered or a mask that did not hold, 58030 no master key, 40001 rows changed meanwhile.';
COMMENT ON FUNCTION erasure.permanently_delete(regclass, text, bigint, text, timestamptz) IS
'As erasure.permanently_delete(regclass, anyarray, bigint, text, timestamptz), with the keys as text.';

CREATE FUNCTION erasure.undo_permanent_delete(subject regclass, keys anyarray, reason text DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_undo_permanent_delete';
CREATE FUNCTION erasure.undo_permanent_delete(subject regclass, keys text, reason text DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_undo_permanent_delete';
COMMENT ON FUNCTION erasure.undo_permanent_delete(regclass, anyarray, text) IS
'Brings masked subjects back to the Deleted list, every byte of theirs in place. Until erase_after, longer while a hold stands. Rows deleted since stay deleted (a NOTICE counts them). Errors: 42501, 22023, P0002, 55000 not masked or too late, 58030 the vault cannot be opened, 23505 a unique value is taken.';
COMMENT ON FUNCTION erasure.undo_permanent_delete(regclass, text, text) IS 'As erasure.undo_permanent_delete(regclass, anyarray, text), with the keys as text.';

CREATE FUNCTION erasure.hold(subject regclass, keys anyarray, reason text, until timestamptz DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_hold';
CREATE FUNCTION erasure.hold(subject regclass, keys text, reason text, until timestamptz DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_hold';
COMMENT ON FUNCTION erasure.hold(regclass, anyarray, text, timestamptz) IS
'Places a legal hold: nothing of these subjects is destroyed until it is released or until passes. Errors: 42501, 22023 no reason, P0002, 55000 erased.';
COMMENT ON FUNCTION erasure.hold(regclass, text, text, timestamptz) IS 'As erasure.hold(regclass, anyarray, text, timestamptz), with the keys as text.';

CREATE FUNCTION erasure.release(subject regclass, keys anyarray, reason text DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_release';
CREATE FUNCTION erasure.release(subject regclass, keys text, reason text DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_release';
COMMENT ON FUNCTION erasure.release(regclass, anyarray, text) IS
'Releases holds; an erasure that was due goes on with the next run of the job. Returns how many were held. Errors: 42501, 22023, P0002.';
COMMENT ON FUNCTION erasure.release(regclass, text, text) IS 'As erasure.release(regclass, anyarray, text), with the keys as text.';

CREATE FUNCTION erasure.erase_now(subject regclass, keys anyarray, confirm_count bigint, reason text, received_at timestamptz DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_erase_now';
CREATE FUNCTION erasure.erase_now(subject regclass, keys text, confirm_count bigint, reason text, received_at timestamptz DEFAULT NULL)
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_erase_now';
COMMENT ON FUNCTION erasure.erase_now(regclass, anyarray, bigint, text, timestamptz) IS
'Erases deleted or masked subjects at once, without a grace period and without undo. Errors as erasure.permanently_delete.';
COMMENT ON FUNCTION erasure.erase_now(regclass, text, bigint, text, timestamptz) IS 'As erasure.erase_now(regclass, anyarray, bigint, text, timestamptz), with the keys as text.';

CREATE FUNCTION erasure.state(subject regclass, key anyelement)
    RETURNS text LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'erasure_state';
CREATE FUNCTION erasure.state(subject regclass, key text)
    RETURNS text LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'erasure_state';
COMMENT ON FUNCTION erasure.state(regclass, anyelement) IS
'active, deleted, masked or erased. Errors: 42501 no permission on the table, 22023 bad key, P0002 key not found.';
COMMENT ON FUNCTION erasure.state(regclass, text) IS 'As erasure.state(regclass, anyelement), with the key as text.';

CREATE FUNCTION erasure.export(subject regclass, key anyelement)
    RETURNS jsonb LANGUAGE c VOLATILE AS 'MODULE_PATHNAME', 'erasure_export';
CREATE FUNCTION erasure.export(subject regclass, key text)
    RETURNS jsonb LANGUAGE c VOLATILE AS 'MODULE_PATHNAME', 'erasure_export';
COMMENT ON FUNCTION erasure.export(regclass, anyelement) IS
'Everything held on one person, as JSON, by the same policy that masks and erases it (GDPR, Articles 15 and 20): the rows of all declared tables, without columns that are personal to somebody else only. Writes an audit entry, so it needs a transaction that may write. Errors: 42501, 22023 bad key, P0002 key not found, 55000 erased, 42P17 tables or columns not covered.';
COMMENT ON FUNCTION erasure.export(regclass, text) IS 'As erasure.export(regclass, anyelement), with the key as text.';

CREATE FUNCTION erasure._in_deleted_list(subject_id integer, key text)
    RETURNS boolean LANGUAGE c STABLE STRICT AS 'MODULE_PATHNAME', 'erasure_in_deleted_list';
COMMENT ON FUNCTION erasure._in_deleted_list(integer, text) IS 'internal: for the views <table>_deleted';
