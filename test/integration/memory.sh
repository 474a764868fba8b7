#!/usr/bin/env bash
# Memory does not grow with the number of customers: the peak of a backend that moves 10,000 of them with 100,000 rows is at
# most 30 MB above that of one that moves 1,000.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
# Few shared buffers, since those that were touched count; no JIT, whose library is mapped at the first expensive statement.
[ "${1-}" = inside ] || exec test/cluster.sh --set shared_buffers=16MB --set jit=off --set autovacuum=off -- test/integration/memory.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { psql -qXAt -v ON_ERROR_STOP=1 "$@" 2>&1; }

sql >/dev/null <<'SQL' || { echo "not ok - set-up"; exit 1; }
SET client_min_messages = warning;
CREATE EXTENSION erasure;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE letters (id int PRIMARY KEY, person int REFERENCES people, body text);
INSERT INTO people SELECT i, 'Person ' || i FROM generate_series(1, 11000) i;
INSERT INTO letters SELECT i, i % 11000 + 1, repeat('Dear ' || i, 20) FROM generate_series(1, 110000) i;
CREATE INDEX ON letters (person);
ANALYZE;
SELECT erasure.protect('people', '{name}', views => false);
SELECT erasure.relate('letters', 'people', '{body}');
CREATE FUNCTION peak() RETURNS bigint LANGUAGE sql AS
$$ SELECT substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s+(\d+) kB')::bigint $$;
SQL
peak() { sql -c "$1" -c 'SELECT peak()' | tail -n 1; } # SQL: of a backend of its own, in kB
flat() { # WHAT FEW MANY
    echo "# $1: $2 kB for 1,000 customers, $3 kB for 10,000"
    is "$1: at most 30 MB more for ten times as many" "$(($2 > 0 && $3 > 0 && $3 - $2 < 30 * 1024))" 1
}
few="'people', ARRAY(SELECT id FROM people WHERE id <= 1000)"
many="'people', ARRAY(SELECT id FROM people WHERE id > 1000)"
both() { # WHAT FUNCTION MORE-ARGUMENTS-FOR-FEW FOR-MANY
    local one
    one=$(peak "SELECT erasure.$2($few$3)")
    flat "$1" "$one" "$(peak "SELECT erasure.$2($many$4)")"
}
both soft_delete soft_delete '' ''
both permanently_delete permanently_delete ', 1000' ', 10000'
is "all are masked" "$(sql -c "SELECT count(*) FROM erasure.subjects WHERE state = 'masked'") $(sql -c "SELECT count(*) FROM letters WHERE body <> '*****'")" '11000 0'
both undo undo_permanent_delete '' ''
is "all are back" "$(sql -c "SELECT count(*) FROM letters WHERE body = repeat('Dear ' || id, 20)")" 110000
both 'permanently_delete again' permanently_delete ', 1000' ', 10000'
due() { sql -c "UPDATE erasure.subject_state s SET erase_after = now() FROM people p WHERE s.key = p.id::text AND p.id $1" >/dev/null; }
due '<= 1000'
one=$(peak 'CALL erasure.erase_due()')
due '> 1000'
flat erase_due "$one" "$(peak 'CALL erasure.erase_due()')"
due '> 0'
is "all are erased" "$(sql -c "SELECT count(*) FROM erasure.subjects WHERE state = 'erased'")" 11000

[ "$failures" = 0 ]
