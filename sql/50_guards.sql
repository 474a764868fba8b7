-- The guard triggers; erasure.protect and erasure.relate put them on tables.

CREATE FUNCTION erasure._guard_insert() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_guard_insert';
COMMENT ON FUNCTION erasure._guard_insert() IS 'internal: refuses new rows of permanently deleted subjects (42501)';

CREATE FUNCTION erasure._guard_update() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_guard_update';
COMMENT ON FUNCTION erasure._guard_update() IS 'internal: refuses changes of deletion times and of masked data (42501), and of data on hold (55006)';

CREATE FUNCTION erasure._guard_delete() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_guard_delete';
COMMENT ON FUNCTION erasure._guard_delete() IS 'internal: refuses DELETE on a subject table (42501)';

CREATE FUNCTION erasure._guard_deleted() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_guard_deleted';
COMMENT ON FUNCTION erasure._guard_deleted() IS 'internal: refuses DELETE that is no move between partitions (42501), and of data on hold (55006)';

CREATE FUNCTION erasure._guard_truncate() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_guard_truncate';
COMMENT ON FUNCTION erasure._guard_truncate() IS 'internal: refuses TRUNCATE (42501)';

CREATE FUNCTION erasure._guard_updated() RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_guard_updated';
COMMENT ON FUNCTION erasure._guard_updated() IS 'internal: takes down the soft deletes and restores of a client''s own UPDATE';

CREATE FUNCTION erasure._deletion_time() RETURNS timestamptz LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_deletion_time';
COMMENT ON FUNCTION erasure._deletion_time() IS 'internal: now(), as a DELETE writes it that deletes softly';
