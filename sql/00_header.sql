-- The first line every install script needs, and the schema: nobody else's, and nothing of anybody's in it.

\echo Use "CREATE EXTENSION erasure" to load this file. \quit

-- Whoever may create schemas could have made this one first. Its owner may drop what is in it, and a function left there,
-- which fits a call better than ours does, would run as whoever calls. A superuser's empty schema, as a dump makes it, will do.
DO $$
DECLARE
    problem text;
BEGIN
    SELECT CASE
        WHEN NOT r.rolsuper THEN pg_catalog.format('It belongs to role "%s", which is no superuser.', r.rolname)
        WHEN EXISTS (SELECT FROM pg_catalog.aclexplode(n.nspacl) a WHERE a.privilege_type = 'CREATE' AND a.grantee <> n.nspowner)
            THEN 'Others than its owner may create objects in it.'
        WHEN EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND d.refobjid = n.oid
                     AND d.classid <> 'pg_catalog.pg_extension'::pg_catalog.regclass)
            THEN 'There are objects in it.'
        END INTO problem
    FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_roles r ON r.oid = n.nspowner
    WHERE n.nspname = 'erasure';
    IF problem IS NOT NULL THEN
        RAISE EXCEPTION 'schema "erasure" exists and cannot be used'
            USING ERRCODE = '55000', DETAIL = problem, HINT = 'Look at what is in it, drop it, and create the extension again, which makes the schema itself.';
    END IF;
END $$;

COMMENT ON SCHEMA erasure IS 'the life cycle of personal data: soft delete, permanent delete, undo, erasure, proof';
