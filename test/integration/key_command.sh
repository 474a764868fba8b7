#!/usr/bin/env bash
# The keys come from a program: every way in which it can fail is refused with 58030 and says nothing of its output; nothing is
# made in its place; it is asked once a transaction; and when it knows a newer key, rotate_key wraps everything by that.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/integration/key_command.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -c "$1" 2>&1; }
log=${PGDATA%/*}/server.log
ring=$TMPDIR/ring
program=$TMPDIR/kms
configure() { # COMMAND [MILLISECONDS]
    psql -qX -c "LOAD 'erasure'" -c "ALTER SYSTEM SET erasure.key_command = '$1'" -c "ALTER SYSTEM SET erasure.key_command_timeout = ${2-30000}" -c 'SELECT pg_reload_conf()' >/dev/null
    for _ in $(seq 50); do [ "$(sql 'SHOW erasure.key_command')" != "$1" ] || break; sleep 0.1; done
    sleep 0.1
}
psql -qX -v ON_ERROR_STOP=1 <<SQL >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE ROLE clerk LOGIN;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE letters (id int PRIMARY KEY, person int REFERENCES people, body text);
CREATE TABLE notes (id int PRIMARY KEY, letter int REFERENCES letters, body text);
INSERT INTO people SELECT i, 'Needle' || i FROM generate_series(1, 9) i;
INSERT INTO letters SELECT i, i, 'Needle' || i FROM generate_series(1, 9) i;
INSERT INTO notes SELECT i, i, 'Needle' || i FROM generate_series(1, 9) i;
SELECT erasure.protect('people', '{name}'), erasure.relate('letters', 'people', '{body}'), erasure.relate('notes', 'letters', '{body}');
SELECT erasure.soft_delete('people', ARRAY(SELECT id FROM people));
SQL
delete() { sql "SELECT subjects FROM erasure.permanently_delete('people', '{$1}', 1)"; }
undo() { sql "SELECT erasure.undo_permanent_delete('people', '{$1}')"; }
refused='ERROR:  58030'
line() { echo "erasure-key-1 $1 $(printf "$2%.0s" {1..32})"; }
line first 0a >"$ring"
printf '#!/bin/sh\necho asked >>%s\ncat %s\n' "$TMPDIR/asked" "$ring" >"$program"
chmod +x "$program"

# --- it works ---

configure "$program"
is "deleted and undone with its key" "$(delete 1)|$(sql 'SELECT master_key_id FROM erasure.vault_key')|$(undo 1)|$(sql 'SELECT p.name, l.body, n.body FROM people p, letters l, notes n WHERE p.id = 1 AND l.id = 1 AND n.id = 1')" '1|first|1|Needle1|Needle1|Needle1'
is "no file is made, and there is no day key" "$(ls "$PGDATA"/*.key* 2>/dev/null)|$(sql 'SELECT * FROM erasure.key_ring()')" '|first|master|t|t|0|f'
delete 1 >/dev/null; : >"$TMPDIR/asked"
is "asked once a transaction, however many tables there are" "$(undo 1)|$(wc -l <"$TMPDIR/asked")|$(sql "BEGIN; SELECT subjects FROM erasure.permanently_delete('people', '{1}', 1); SELECT erasure.undo_permanent_delete('people', '{1}'); COMMIT" | tr '\n' ' ')|$(wc -l <"$TMPDIR/asked")" '1|1|1 1 |2'
is "anew in the next, in the same session" "$(psql -qXAt -c "SELECT subjects FROM erasure.permanently_delete('people', '{1}', 1)" -c "SELECT erasure.undo_permanent_delete('people', '{1}')" | tr '\n' ' ')|$(wc -l <"$TMPDIR/asked")" '1 1 |4'
configure "printf \"erasure-key-1 %%s %%s\\\\n\" first $(printf '0a%.0s' {1..32})"
is "a percent sign is written twice" "$(delete 1)|$(undo 1)" '1|1'

# --- it fails ---

delete 1 >/dev/null
state() { sql "SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM (SELECT v::text FROM erasure.vault_key v UNION ALL SELECT p::text FROM people p) t"; }
before=$(state)
fails() { # WHAT COMMAND [MILLISECONDS]
    configure "$2" "${3-30000}"
    is "$1: refused, and nothing changed" "$(delete 2)|$(undo 1)|$(sql 'SELECT data_keys FROM erasure.rotate_key()')|$(state)" "$refused|$refused|$refused|$before"
}
fails "exit status" "cat $ring; exit 3"
fails "no such program" "$TMPDIR/none"
fails "killed" "cat $ring; kill -9 \$\$"
fails "no output" true
fails "malformed" "echo erasure-key-1 first SecretOutput"
fails "another key" "echo $(line first 0b)"
fails "a single percent sign" "echo %p"
fails "too much" "cat /dev/zero"
begin=$SECONDS
fails "too late" "cat $ring; sleep 100" 300
is "too late: it was not waited for, and nothing is left of it" "$((SECONDS - begin < 30)) $(pgrep -fc '^sleep 100$')" '1 0'
fails "too late, its output closed" "cat $ring; exec >&-; sleep 100" 300
configure "cat $ring; sleep 100"
is "a cancelled query ends it" "$(sql "SET statement_timeout = 300; SELECT erasure.undo_permanent_delete('people', '{1}')") $(pgrep -fc '^sleep 100$')" 'ERROR:  57014 0'
is "the log has what went wrong, and no output" "$(grep -c 'failed with exit status 3' "$log" | sed 's/[1-9][0-9]*/some/') $(grep -c 'took longer' "$log" | sed 's/[1-9][0-9]*/some/') $(grep -v STATEMENT "$log" | grep -v 'parameter "erasure.key_command" changed' | grep -c 'SecretOutput\|0a0a0a0a')" 'some some 0'
configure "$program"
is "mended: everything opens" "$(undo 1)|$(delete 1)" '1|1'
is "without its key nothing is made" "$(sql "SELECT count(*) FROM erasure.vault_key")|$(ls "$PGDATA"/*.key* 2>/dev/null)" '1|'
is "the doctor speaks of the program" "$(configure false; sql "SELECT severity FROM erasure.doctor() WHERE object = 'key file of erasure.key_command' AND problem LIKE '%exit status 1%'")" error
configure "$program"

# --- a newer key ---

is "none: rotate_key says what to do, retire_key takes nothing" "$(sql 'SELECT data_keys FROM erasure.rotate_key()')|$(sql "SELECT erasure.retire_key('first', true)")" 'ERROR:  55000|ERROR:  55000'
line second b1 >>"$ring"
is "there is one" "$(sql 'SELECT * FROM erasure.rotate_key()')|$(sql 'SELECT key_id, data_keys FROM erasure.key_ring() WHERE active')" 'second|1|second|1'
line second b1 >"$ring"
is "the old one may go" "$(undo 1)|$(delete 1)|$(undo 1)" '1|1|1'

# --- who ---

is "who is no superuser neither sets it nor sees it" "$(psql -qXAt -U clerk -v VERBOSITY=sqlstate -c "SELECT erasure.mask('x')" -c "SET erasure.key_command = 'true'" -c 'SHOW erasure.key_command' -c "SET erasure.key_command_timeout = 1" 2>&1 | tr '\n' ' ')" '***** ERROR:  42501 ERROR:  42501 ERROR:  42501 '

[ "$failures" = 0 ]
