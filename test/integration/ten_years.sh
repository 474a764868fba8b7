#!/usr/bin/env bash
# Invoices that a law wants kept for ten years, on a server whose clock jumps: after the grace period all the rest is
# destroyed, in the tenth year the invoice is still there, and after it the job masks it and the subject is erased. The
# same in a database that was restored from a dump in between.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --clock -- test/integration/ten_years.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d "$1" -c "$2" 2>&1 || true; } # DATABASE SQL

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE invoices (gone int, number int PRIMARY KEY, person int REFERENCES people, addressee text, issued date);
ALTER TABLE invoices DROP COLUMN gone;
INSERT INTO people VALUES (1, 'Alice'), (2, 'Bob');
INSERT INTO invoices VALUES (10, 1, 'Alice', current_date - 365), (11, 1, 'Alice', current_date - 9 * 365), (20, 2, 'Bob', current_date - 11 * 365);
SELECT erasure.protect('people', '{name}');
SELECT erasure.relate('invoices', 'people', '{addressee}', on_erase => 'delete');
SELECT erasure.retain('invoices', 'people', keep => '10 years', since => 'issued', basis => 'tax law');
SELECT erasure.soft_delete('people', '{1,2}');
SELECT erasure.permanently_delete('people', '{1,2}', 2);
SQL
everything="SELECT string_agg(concat_ws(' ', name, number, addressee), '; ' ORDER BY id, number) FROM people LEFT JOIN invoices ON person = id"
states="SELECT string_agg(key || ' ' || state, ', ' ORDER BY key) FROM erasure.subjects"
status='SELECT due, overdue, waiting, retained FROM erasure.status'

travel() { test/clock.sh "$1" days >/dev/null; }
job() { sql "$1" 'CALL erasure.erase_due()'; } # DATABASE

is "masked, but for the two young invoices" "$(sql postgres "$everything")" '***** 10 Alice; ***** 11 Alice; ***** 20 *****'
travel 31
job postgres
is "day 31: one is erased, the other waits" "$(sql postgres "$states")" '1 masked, 2 erased'
is "day 31: the old invoice is gone" "$(sql postgres "$everything")" '***** 10 Alice; ***** 11 Alice; *****'
is "day 31: the vault is empty" "$(sql postgres 'SELECT (SELECT count(*) FROM erasure.vault_key), (SELECT count(*) FROM erasure.vault)')" '0|0'
is "day 31: no undo" "$(sql postgres "SELECT erasure.undo_permanent_delete('people', '{1}')")" 'ERROR:  55000'

createdb restored
pg_dump postgres | psql -qX -v ON_ERROR_STOP=1 -d restored >/dev/null 2>&1
is "restored: the retention and what is retained" "$(sql restored "SELECT r.keep, r.since, r.basis, k.rows, k.until FROM erasure.retentions r, erasure.retained_rows k")" \
    "$(sql postgres "SELECT r.keep, r.since, r.basis, k.rows, k.until FROM erasure.retentions r, erasure.retained_rows k")"

travel 330
for db in postgres restored; do
    is "$db: a year on, nothing is overdue" "$(sql $db "$status")" '0|0|0|1'
    job $db
    is "$db: still there" "$(sql $db "$everything")" '***** 10 Alice; ***** 11 Alice; *****'
done
travel 10
for db in postgres restored; do
    is "$db: the time of the first has come" "$(sql $db "$status")" '1|1|0|1'
    job $db
    is "$db: masked and gone, and the other not" "$(sql $db "$everything")" '***** 10 Alice; *****'
    is "$db: not erased" "$(sql $db "$states"), $(sql $db "$status")" '1 masked, 2 erased, 0|0|0|1'
    is "$db: one row less in the list" "$(sql $db 'SELECT rows, next_until = until FROM erasure.retained_rows')" '1|t'
done
travel $((8 * 365 - 20))
for db in postgres restored; do
    job $db
    is "$db: in the tenth year" "$(sql $db "$everything"), $(sql $db "$states")" '***** 10 Alice; *****, 1 masked, 2 erased'
done
travel 30
for db in postgres restored; do
    job $db
    is "$db: after ten years" "$(sql $db "$everything"), $(sql $db "$states")" '*****; *****, 1 erased, 2 erased'
    is "$db: the tombstones" "$(sql $db 'SELECT string_agg(key, $$,$$ ORDER BY key) FROM erasure.tombstones WHERE state = $$erased$$')" '1,2'
    is "$db: nothing is retained or waits" "$(sql $db 'SELECT count(*) FROM erasure.retained_rows'), $(sql $db "$status")" '0, 0|0|0|0'
done

[ "$failures" = 0 ]
