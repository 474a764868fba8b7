#!/usr/bin/env bash
# A master key for each day, destroyed with the last of that day who can be undone: what was stolen of the vault before does
# not open with today's key file. On a server whose clock jumps; beside a copy of the database that uses the same file.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --clock -- test/integration/day_keys.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d "${2-postgres}" -c "$1" 2>&1; }
file=$PGDATA/keys/ring
mkdir "$PGDATA/keys"
psql -qX -v ON_ERROR_STOP=1 <<SQL >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO people SELECT i, 'Needle' || i FROM generate_series(1, 20) i;
LOAD 'erasure';
ALTER SYSTEM SET erasure.key_file = '$file';
SELECT pg_reload_conf();
SELECT pg_sleep(0.3);
SELECT erasure.protect('people', '{name}', grace => '3 days');
SELECT erasure.soft_delete('people', ARRAY(SELECT id FROM people));
SQL
for _ in $(seq 50); do [ "$(sql 'SHOW erasure.key_file')" != "$file" ] || break; sleep 0.1; done
delete() { sql "SELECT subjects FROM erasure.permanently_delete('people', '{$1}', ${2-1})"; }
undo() { sql "SELECT erasure.undo_permanent_delete('people', '{$1}')" "${2-postgres}"; }
job() { sql 'CALL erasure.erase_due()' "${1-postgres}"; }
days() { sed -n 's/^erasure-key-1 day-[0-9a-f]\{12\}-\([0-9-]\{10\}\)-[0-9a-f]\{16\} [0-9a-f]\{64\}$/\1/p' "$file" | tr '\n' ' '; }
day() { sql "SELECT to_char((clock_timestamp() AT TIME ZONE 'UTC')::date + $1, 'YYYY-MM-DD')"; }
first=$(day 0)

# --- days come ---

is "the first day has its key beside the master key, which seals nothing" "$(delete 1)|$(days)|$(wc -l <"$file")|$(sql 'SELECT kind, active, data_keys FROM erasure.key_ring()')" "1|$first |2|$(printf 'master|t|0\nday|f|1')"
day1=$(sql "SELECT key_id FROM erasure.key_ring() WHERE kind = 'day'")
is "the second deletion of the day has the same" "$(delete 2)|$(days)" "1|$first "
test/clock.sh 1 days >/dev/null
is "the next day has another" "$(delete 3)|$(days)" "1|$first $(day 0) "
second=$(day 0)
stolen=$TMPDIR/stolen.dump
pg_dump -Fc -f "$stolen"
cp -p "$file" "$TMPDIR/old.ring"
is "nobody is due: the job leaves both" "$(job)|$(days)|$(undo 1)|$(delete 1)|$(days)" "|$first $second |1|1|$first $second "

# --- and go ---

test/clock.sh 2 days >/dev/null
log=${PGDATA%/*}/server.log
is "the first day's last is erased: its key goes, and only that" "$(job)|$(sql "SELECT string_agg(key || ' ' || state, ', ' ORDER BY key) FROM erasure.subjects WHERE state IN ('masked', 'erased')")|$(days)" "|1 masked, 2 erased, 3 masked|$second "
is "it is recorded, and in the audit log" "$(sql "SELECT key_id, destroyed_at > decided_at FROM erasure.destroyed_key")|$(sql "SELECT detail FROM erasure.audit_log WHERE action = 'destroy_day_key'")" "$day1|t|key $day1"
is "the rest of the file is as it was" "$(diff <(grep -v "$day1" "$TMPDIR/old.ring") "$file" && echo same)|$(stat -c %a "$file")|$(ls "$PGDATA/keys")" 'same|600|ring'
createdb stolen
pg_restore -d stolen "$stolen" 2>/dev/null
opens() { sql "SET erasure.bypass = on; UPDATE erasure.subject_state SET erase_after = 'infinity'; RESET erasure.bypass; SELECT erasure.undo_permanent_delete('people', '{$1}')" stolen; }
is "what was stolen before does not open with today's file" "$(opens 2)" 'ERROR:  58030'
is "what nobody has erased does" "$(opens 3)" 1
cp -p "$file" "$TMPDIR/today.ring"; cp -p "$TMPDIR/old.ring" "$file"
is "and with the file of that time it would all have: the key it was, and not the test" "$(opens 2)" 1
cp -p "$TMPDIR/today.ring" "$file"
is "the copy has days of its own" "$(sql "SELECT subjects FROM erasure.permanently_delete('people', '{2,3}', 2)" stolen)|$(sort <(days | tr ' ' '\n') | uniq -c | awk 'NF == 2 { print $1, $2 }' | tr '\n' ' ')" "2|1 $second 1 $(day 0) "
is "neither takes the other's" "$(sql "SELECT erasure.erase_now('people', '{2,3}', 2, 'asked')" stolen)|$(job stolen)|$(days)|$(undo 3)" "2||$second |1"
dropdb stolen

# --- what comes in between ---

is "undone is not needed either" "$(undo 1)|$(job)|$(days)" '1||'
users=()
for n in 4 5 6 7 8 9; do delete $n >"$TMPDIR/use$n" & users+=($!); done
wait "${users[@]}"
is "six at once make one key" "$(cat "$TMPDIR"/use* | tr -d '\n')|$(days)" "111111|$(day 0) "
today=$(sql "SELECT key_id FROM erasure.key_ring() WHERE kind = 'day'")
sql "INSERT INTO erasure.destroyed_key (key_id) VALUES ('$today')" >/dev/null
is "a decision that is out of date is dropped" "$(job)|$(days)|$(sql "SELECT count(*) FROM erasure.destroyed_key WHERE key_id = '$today'")|$(undo 9)" "|$(day 0) |0|1"
is "a new master key, and a new one for the day" "$(sql 'SELECT data_keys FROM erasure.rotate_key()')|$(days)|$(undo 8)" "5|$(day 0) $(day 0) |1"
is "the day's old one goes with the job, the old master key stays" "$(job)|$(days)|$(grep -c "$today" "$file")|$(sql "SELECT count(*) FROM erasure.key_ring() WHERE kind = 'master'")" "|$(day 0) |0|2"
now=$(sql "SELECT key_id FROM erasure.key_ring() WHERE kind = 'day'")
sql "SELECT erasure.erase_now('people', '{4,5,6,7}', 4, 'asked'); INSERT INTO erasure.destroyed_key (key_id) VALUES ('$now')" >/dev/null
sed -i "/$now/d" "$file"
is "killed between the file and its record: the next run finishes" "$(job)|$(sql "SELECT destroyed_at IS NOT NULL FROM erasure.destroyed_key WHERE key_id = '$now'")" '|t'
mv "$file" "$file.away"
is "without a key file the job goes on" "$(job; sql 'SELECT last_error IS NULL FROM erasure.status')" t
mv "$file.away" "$file"

# --- where there are none ---

is "switched off" "$(sql "SET erasure.day_keys = off; SELECT subjects FROM erasure.permanently_delete('people', '{10}', 1)")|$(days)|$(sql 'SELECT data_keys FROM erasure.key_ring() WHERE active')" '1||1'
is "who is no superuser may not switch it off" "$(sql 'CREATE ROLE clerk LOGIN'; psql -qXAt -U clerk -v VERBOSITY=sqlstate -c "SELECT erasure.mask('x')" -c 'SET erasure.day_keys = off' 2>&1)" "$(printf '*****\nERROR:  42501')"
if chmod 500 "$PGDATA/keys" && [ -w "$PGDATA/keys" ]; then echo "ok - skipped: this user may write everywhere"; else
    is "a file that is not the server's to change" "$(delete 11)|$(days)|$(undo 10,11)|$(job)" '1||2|'
    is "the doctor says so" "$(sql "SELECT severity FROM erasure.doctor() WHERE problem LIKE '%no day keys%'")" info
fi
chmod 700 "$PGDATA/keys"
is "no key in the log" "$(cat "$TMPDIR"/*.ring | sed -n 's/^erasure-key-1 [^ ]* //p' | grep -cFf - "$log")" 0

[ "$failures" = 0 ]
