#!/usr/bin/env bash
# A dump carries the policy, the states, the vault, the permissions and the guards, in every format; the life goes on in the
# database that was restored from it, where every OID and some attribute numbers are others.
set -euo pipefail
source=$PGDATABASE
dump=$(mktemp -d)
databases=()
clean() {
    rm -rf "$dump"
    for d in "${databases[@]}"; do dropdb --if-exists --force "$d"; done
    psql -qX -d "$source" -c 'DROP OWNED BY dump_clerk; DROP ROLE dump_clerk' >/dev/null 2>&1 || true
}
trap clean EXIT
failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d "$1" -c "$2" 2>&1 || true; }
new() { databases+=("$1"); createdb "$1"; }

psql -qX -v ON_ERROR_STOP=1 -d "$source" <<'SQL' >/dev/null 2>&1
CREATE EXTENSION IF NOT EXISTS erasure;
CREATE TABLE shoppers (gone int, tenant int, id int, full_name text NOT NULL, hobby text, PRIMARY KEY (tenant, id));
ALTER TABLE shoppers DROP COLUMN gone;
CREATE TABLE shoppings (gone int, id serial PRIMARY KEY, tenant int, shopper int, kind text NOT NULL DEFAULT 'o', ship_name text, FOREIGN KEY (tenant, shopper) REFERENCES shoppers);
ALTER TABLE shoppings DROP COLUMN gone;
INSERT INTO shoppers (tenant, id, full_name) SELECT 1, i, 'Shopper ' || i FROM generate_series(1, 5) i;
INSERT INTO shoppings (tenant, shopper, ship_name) SELECT 1, i, 'Ship ' || i FROM generate_series(1, 5) i;
CREATE ROLE dump_clerk;
SELECT erasure.protect('shoppers', '{full_name}', hide_deleted => true, direct_soft_delete => 'allow');
SELECT erasure.not_personal('shoppers', '{hobby}', 'hobbies'), erasure.relate('shoppings', 'shoppers', '{ship_name}', condition => 'kind <> ''x''');
SELECT erasure.allow('shoppers', '{soft_delete,view_deleted}', 'dump_clerk');
GRANT SELECT ON shoppers TO dump_clerk;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER stamp AFTER UPDATE ON shoppings FOR EACH ROW EXECUTE FUNCTION stamp();
SELECT erasure.ignore_trigger('shoppings', 'stamp', 'a stamp');
SELECT erasure.soft_delete('shoppers', '[{"tenant": 1, "id": 1}, {"tenant": 1, "id": 2}]');
SELECT erasure.permanently_delete('shoppers', '{"tenant": 1, "id": 1}', 1);
SELECT erasure.seal_audit();
-- The names that a dump believes are those of now.
ALTER TABLE shoppers RENAME full_name TO name;
ALTER TABLE shoppings RENAME kind TO sort;
ALTER TABLE shoppers RENAME hobby TO pastime;
SQL

# Everything that a restored database should have as it was, as text; numbers of tables and columns left out.
content() { # DATABASE
    psql -qXAt -d "$1" <<'SQL'
SELECT 'policy', subject, relation, column_name, mask, path, on_erase FROM erasure.policy ORDER BY relation::text, column_name;
SELECT 'state', subject_id, key, state, deleted_at, deleted_by, masked_at, request, erase_after FROM erasure.subject_state ORDER BY key;
SELECT 'request', id, subjects, rows_masked, requested_at, requested_by, erase_after, vault_bytes FROM erasure.request ORDER BY id;
SELECT 'key', request, key, master_key_id, wrapped, records FROM erasure.vault_key ORDER BY 2, 3;
SELECT 'vault', request, key, table_id, part, md5(record) FROM erasure.vault ORDER BY 2, 3, 4, 5;
SELECT 'audit', id, at, action, relation_name, detail FROM erasure.audit_entry ORDER BY id;
SELECT 'seal', number, entry, actor_salt, hash FROM erasure.audit_seal ORDER BY number;
SELECT 'exempted', kind, relation, object_name, fingerprint, reason FROM erasure.exemption ORDER BY 2, 4;
SELECT 'permission', role_name, action FROM erasure.permission ORDER BY 2, 3;
SELECT 'guard', tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 2, 3;
SELECT 'row security', relname, relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname IN ('shoppers', 'shoppings') ORDER BY 2;
SELECT 'hides', tablename, policyname, permissive, roles, cmd, qual, with_check FROM pg_policies WHERE schemaname = 'public' ORDER BY 2, 3;
SELECT 'view', viewname, definition FROM pg_views WHERE schemaname = 'public' ORDER BY 2;
SELECT 'shopper', * FROM shoppers ORDER BY id;
SELECT 'shopping', * FROM shoppings ORDER BY id;
SQL
}
content "$source" >"$dump/content"

same() { # DATABASE HOW
    content "$1" >"$dump/restored"
    is "$2: content" "$(diff "$dump/content" "$dump/restored" || true)" ""
}

hides() { # DATABASE HOW
    is "$2: hides" "$(sql "$1" "SET ROLE dump_clerk; SELECT string_agg(id::text, ' ' ORDER BY id) FROM shoppers; SELECT count(*) FROM shoppers_deleted; SET erasure.show_deleted = on; SELECT count(*) FROM shoppers")" "$(printf '3 4 5\n1\n5')"
}

life_goes_on() { # DATABASE HOW
    hides "$1" "$2"
    is "$2: policy" "$(sql "$1" "SELECT string_agg(relation || '.' || column_name, ' ' ORDER BY relation::text) FROM erasure.policy")" "shoppers.name shoppings.ship_name"
    is "$2: states" "$(sql "$1" "SELECT string_agg(key || ' ' || state, '; ' ORDER BY key) FROM erasure.subjects")" '{"id": 1, "tenant": 1} masked; {"id": 2, "tenant": 1} deleted'
    is "$2: a guard refuses" "$(sql "$1" "INSERT INTO shoppings (tenant, shopper, ship_name) VALUES (1, 1, 'new')")" "ERROR:  42501"
    is "$2: a direct DELETE is refused" "$(sql "$1" "DELETE FROM shoppers")" "ERROR:  42501"
    is "$2: the Deleted list" "$(sql "$1" "SELECT name FROM shoppers_deleted")" "Shopper 2"
    is "$2: nothing to decide" "$(sql "$1" "SELECT count(*) FROM erasure.preview('shoppers', '{\"tenant\": 1, \"id\": 2}')")" "2"
    is "$2: permissions" "$(sql "$1" "SET ROLE dump_clerk; SELECT erasure.soft_delete('shoppers', '{\"tenant\": 1, \"id\": 3}'); SELECT erasure.restore('shoppers', '{\"tenant\": 1, \"id\": 3}')")" "$(printf '1\nERROR:  42501')"
    is "$2: a client may delete softly" "$(sql "$1" "UPDATE shoppers SET deleted_at = now() WHERE id = 4; SELECT state FROM erasure.subjects WHERE key LIKE '%: 4,%'; UPDATE shoppers SET deleted_at = NULL WHERE id = 4; SELECT count(*) FROM shoppers_deleted")" "$(printf 'deleted\n1')"
    is "$2: all guards" "$(sql "$1" "SELECT count(*) FROM pg_trigger WHERE tgname ~ '^erasure_guard_' AND tgenabled = 'A'")" "10"
    is "$2: undo" "$(sql "$1" "SELECT erasure.undo_permanent_delete('shoppers', '{\"tenant\": 1, \"id\": 1}'); SELECT s.name, o.ship_name FROM shoppers s JOIN shoppings o ON o.shopper = s.id WHERE s.id = 1")" "$(printf '1\nShopper 1|Ship 1')"
    is "$2: a new request has a new number" "$(sql "$1" "SELECT request, rows_masked FROM erasure.permanently_delete('shoppers', '{\"tenant\": 1, \"id\": 1}', 1)")" "2|2"
    is "$2: the chain goes on" "$(sql "$1" "SELECT erasure.seal_audit() > 0; SELECT * FROM erasure.verify_audit(); SELECT count(*) FROM erasure.audit_entry e WHERE NOT EXISTS (SELECT FROM erasure.audit_seal s WHERE s.entry = e.id)")" "$(printf 't\n0')"
    is "$2: erased" "$(sql "$1" "SELECT erasure.erase_now('shoppers', '{\"tenant\": 1, \"id\": 1}', 1, 'asked'); SELECT count(*) FROM erasure.vault; SELECT name, ship_name FROM shoppers s JOIN shoppings o ON o.shopper = s.id WHERE s.id = 1")" "$(printf '1\n0\n*****|*****')"
    # No original is left that is told by the numbers of the old database.
    sql "$1" "SELECT erasure.restore('shoppers', '{\"tenant\": 1, \"id\": 2}')" >/dev/null
    is "$2: numbers of here" "$(sql "$1" "SELECT count(*) FROM erasure.declared_table WHERE relation_oid <> relation OR origin <> erasure._origin()")" "0"
    is "$2: row security is as it was made" "$(sql "$1" "SELECT count(*) FROM erasure.doctor() WHERE object ~ 'erasure_(hide|show)' OR problem ~ 'row security disabled|force row security'")" "0"
    is "$2: a rename follows" "$(sql "$1" "ALTER TABLE shoppers RENAME name TO called; SELECT column_name FROM erasure.policy WHERE relation = 'shoppers'::regclass; ALTER TABLE shoppers RENAME called TO name")" "called"
}

# A parallel restore changes several declared tables at once: none of its sessions waits for what another has locked.
side_by_side() { # DATABASE HOW
    psql -qX -d "$1" -c "BEGIN; LOCK shoppers IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(60)" >/dev/null 2>&1 &
    local other=$!
    until [ "$(sql "$1" "SELECT count(*) FROM pg_locks WHERE relation = 'shoppers'::regclass AND mode = 'AccessExclusiveLock' AND granted")" = 1 ]; do sleep 0.05; done
    is "$2: side by side" "$(sql "$1" "SET lock_timeout = '1s'; ALTER TABLE shoppings ADD CONSTRAINT beside CHECK (id > 0), ALTER COLUMN ship_name SET DEFAULT ''; ALTER TABLE shoppings DROP CONSTRAINT beside, ALTER COLUMN ship_name DROP DEFAULT")" ""
    sql "$1" "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'shoppers'::regclass AND mode = 'AccessExclusiveLock'" >/dev/null
    wait "$other" || true
}

# Nothing tells a parallel restore in which order the data of the extension's tables has to come: it may come in any.
backwards() { pg_restore -l "$1" | awk '/ TABLE DATA / { data[++n] = $0; at[NR] = n; next } { line[NR] = $0 } END { for (i = 1; i <= NR; i++) print i in at ? data[n + 1 - at[i]] : line[i] }'; }

for format in plain custom directory backwards; do
    to=${source}_$format
    new "$to"
    case $format in
        plain) pg_dump "$source" | psql -qX -v ON_ERROR_STOP=1 -d "$to" >/dev/null ;;
        custom) pg_dump -Fc -f "$dump/custom" "$source" && pg_restore --exit-on-error -d "$to" "$dump/custom" ;;
        backwards) backwards "$dump/custom" >"$dump/list" && pg_restore -L "$dump/list" --exit-on-error -d "$to" "$dump/custom" ;;
        directory) pg_dump -Fd -j 3 -f "$dump/directory" "$source" && pg_restore -j 3 --exit-on-error -d "$to" "$dump/directory" ;;
    esac
    same "$to" "$format"
    side_by_side "$to" "$format"
    life_goes_on "$to" "$format"
done

# The schema alone: tables, guards and views, and no policy. Nothing breaks; who writes to such a table is told; and it can
# be declared again.
to=${source}_schema
new "$to"
pg_dump --schema-only "$source" | psql -qX -v ON_ERROR_STOP=1 -d "$to" >/dev/null
is "schema only: no policy" "$(sql "$to" 'SELECT count(*) FROM erasure.policy')" "0"
is "schema only: rows come and go" "$(sql "$to" "SET client_min_messages = error; INSERT INTO shoppers (tenant, id, name) VALUES (1, 1, 'One'); UPDATE shoppers SET name = 'Two'; DELETE FROM shoppers; TRUNCATE shoppers CASCADE; SELECT count(*) FROM shoppers_active")" "0"
told=$(psql -qXAt -d "$to" -c "INSERT INTO shoppers (tenant, id, name) VALUES (1, 1, 'One')" 2>&1)
is "schema only: it is said" "$(grep -c 'WARNING:  table "shoppers" has guards of erasure, but no policy' <<<"$told")" "1"
is "schema only: declared again" "$(sql "$to" "SET client_min_messages = error; SELECT erasure.protect('shoppers', '{name}'), erasure.not_personal('shoppers', '{pastime}', 'x'), erasure.soft_delete('shoppers', '{\"tenant\": 1, \"id\": 1}'); SELECT name FROM shoppers_deleted; DELETE FROM shoppers")" "$(printf '||1\nOne\nERROR:  42501')"

# The data alone, into the schema alone: triggers have to be off meanwhile, as for the data of any table with triggers.
to=${source}_data
new "$to"
pg_dump --schema-only "$source" | psql -qX -v ON_ERROR_STOP=1 -d "$to" >/dev/null
pg_dump -Fc --data-only -f "$dump/data" "$source" 2>/dev/null
pg_restore --data-only --disable-triggers --exit-on-error -d "$to" "$dump/data" >/dev/null 2>&1
life_goes_on "$to" "data only"

# OIDs that happen to be the same say nothing: another origin is another database.
to=${source}_same
new "$to"
psql -qX -d "$to" -f <(pg_dump "$source") >/dev/null
psql -qX -d "$to" -c "UPDATE erasure.declared_table SET relation_oid = relation" -c "UPDATE erasure.exemption SET relation_oid = relation" >/dev/null
life_goes_on "$to" "the same OIDs"

[ "$failures" = 0 ]
