-- What the policy calls that hides deleted subjects from ordinary queries; erasure.protect puts it on tables.

CREATE FUNCTION erasure._fold_shows_deleted(internal) RETURNS internal LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'erasure_fold_shows_deleted';
COMMENT ON FUNCTION erasure._fold_shows_deleted(internal) IS 'internal: makes a constant of erasure._shows_deleted where the planner can tell';

CREATE FUNCTION erasure._shows_deleted(subject regclass)
    RETURNS boolean LANGUAGE c STABLE STRICT PARALLEL RESTRICTED COST 1 SUPPORT erasure._fold_shows_deleted
    AS 'MODULE_PATHNAME', 'erasure_shows_deleted';
COMMENT ON FUNCTION erasure._shows_deleted(regclass) IS 'internal: whether the caller asks for deleted subjects and may see them';
