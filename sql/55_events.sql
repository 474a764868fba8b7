-- The event triggers, which keep policies and guards in step with DDL. Members of the extension: no dump has them, and
-- they go with it. Their functions are C, which no search_path of a caller's can mislead. ALWAYS, as the guards are.

CREATE FUNCTION erasure._ddl_start() RETURNS event_trigger LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_ddl_start';
COMMENT ON FUNCTION erasure._ddl_start() IS
'internal: before ALTER TABLE and DROP, takes guards and views out of the way; refuses DROP of what masked subjects need (55000), of the column of deletion times (42P17)';

CREATE FUNCTION erasure._ddl_drop() RETURNS event_trigger LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_ddl_drop';
COMMENT ON FUNCTION erasure._ddl_drop() IS
'internal: after a DROP of something declared, refuses it (55000 masked subjects, 55006 on hold) or takes it out of the policy';

CREATE FUNCTION erasure._ddl_end() RETURNS event_trigger LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_ddl_end';
COMMENT ON FUNCTION erasure._ddl_end() IS
'internal: after DDL on a declared table, brings guards, views and names back in step; refuses a partition with unmasked rows of masked subjects (55000)';

CREATE EVENT TRIGGER erasure_ddl_start ON ddl_command_start
    WHEN TAG IN ('ALTER TABLE', 'ALTER TRIGGER', 'DROP TABLE', 'DROP SCHEMA', 'DROP OWNED', 'DROP EXTENSION') EXECUTE FUNCTION erasure._ddl_start();
CREATE EVENT TRIGGER erasure_ddl_drop ON sql_drop EXECUTE FUNCTION erasure._ddl_drop();
CREATE EVENT TRIGGER erasure_ddl_end ON ddl_command_end
    WHEN TAG IN ('ALTER TABLE', 'ALTER TRIGGER', 'ALTER SCHEMA', 'CREATE TABLE', 'CREATE TRIGGER', 'CREATE SCHEMA') EXECUTE FUNCTION erasure._ddl_end();
ALTER EVENT TRIGGER erasure_ddl_start ENABLE ALWAYS;
ALTER EVENT TRIGGER erasure_ddl_drop ENABLE ALWAYS;
ALTER EVENT TRIGGER erasure_ddl_end ENABLE ALWAYS;
