-- The job that erases what is due, and its schedule in pg_cron.

CREATE PROCEDURE erasure.erase_due(batch_size integer DEFAULT 1000)
    LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_erase_due';
COMMENT ON PROCEDURE erasure.erase_due(integer) IS
'Erases the masked subjects whose grace period is over and that are not on hold, batch by batch with a commit each, and masks retained rows whose time has come; their subject is erased with the last. A subject that fails is set aside and retried later. Errors: 2D000 inside a transaction block or function, 22023 bad batch size.';

CREATE FUNCTION erasure.schedule(schedule text DEFAULT '*/10 * * * *')
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_schedule';
COMMENT ON FUNCTION erasure.schedule(text) IS
'Creates or changes the pg_cron job that runs CALL erasure.erase_due() as the calling role. Returns the job''s id. Errors: 55000 pg_cron is not in this database (the hint says what to do), 22023 bad schedule, 42501 no right to use pg_cron.';

CREATE FUNCTION erasure.unschedule()
    RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_unschedule';
COMMENT ON FUNCTION erasure.unschedule() IS 'Removes the pg_cron job. Returns whether there was one.';

CREATE FUNCTION erasure._job(OUT job_id bigint, OUT schedule text, OUT role text, OUT active boolean, OUT last_start timestamptz,
        OUT last_status text, OUT last_error text, OUT failures bigint)
    RETURNS SETOF record LANGUAGE c STABLE ROWS 1 AS 'MODULE_PATHNAME', 'erasure_job';
COMMENT ON FUNCTION erasure._job() IS 'internal: pg_cron''s record of the job, for erasure.status';
