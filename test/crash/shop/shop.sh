# What the scripts that end calls in the middle share: a shop whose every row is recorded, clients' calls with a ledger of their own, and
# the looks at what is left. Sourced within a cluster; `shop` is the database at hand.
crash_shop=test/crash/shop stress=test/integration/stress
customers=1200 # of whom every second number is there
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PGOPTIONS='-c client_min_messages=error -c deadlock_timeout=50ms'
failures=0 looks=0 seen='' head=' '
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
one() { psql -qXAt -d "$shop" -c "$1"; }

build_shop() {
    createdb template_shop
    psql -qX -v ON_ERROR_STOP=1 -v customers=$customers -d template_shop -f $stress/schema.sql -f $crash_shop/schema.sql >/dev/null 2>"$work/err" || { cat "$work/err"; echo "not ok - set-up"; exit 1; }
}

# A shop of its own, so that there is always somebody left; a key file of its own. The checkpoint is for sequences: PostgreSQL copies them
# with the numbers that the template had logged ahead.
open_shop() { # NAME
    shop=$1 head=' ' seen=''
    rm -f "$PGDATA/erasure.key"
    createdb -T template_shop "$shop"
    psql -qX -d "$shop" -c CHECKPOINT
}

up() { # until connections are accepted again
    for _ in $(seq 600); do
        [ "$(psql -qXAt -d "$shop" -c 'SELECT 1' 2>/dev/null)" != 1 ] || return 0
        sleep 0.02
    done
    echo "not ok - the server came up again"
    exit 1
}

# A look at everything, `seen` being the calls whose clients were told that they are committed. Only what is wrong is said.
check() { # WHAT FINISH SAMPLE: whether the job is to run once more, and how many are to be undone for a moment
    local line head_now
    psql -qX -v ON_ERROR_STOP=1 -d "$shop" -v undone=false -v seen="{$seen}" -v head_number="${head% *}" -v head_hash="${head#* }" -v finish="$2" -v sample="$3" \
        -f $stress/check.sql -f $crash_shop/check.sql >"$work/check" 2>&1
    while IFS= read -r line; do
        case $line in
            *': 0') head_now=${line%: 0}; [[ $head_now =~ ^[0-9]+\ [0-9a-f]{64}$ ]] && head=$head_now; looks=$((looks + 1)) ;;
            *) is "$1: $line" "${line##*: }" 0 ;;
        esac
    done <"$work/check"
}

# Who is masked is undone, and nothing is missing; then everybody is erased, and nothing is left.
finish() {
    psql -qX -v ON_ERROR_STOP=1 -d "$shop" >/dev/null 2>"$work/err" <<'SQL'
CALL erasure.erase_due();
SELECT erasure.hold('shop.customers', keys, 'court'), erasure.undo_permanent_delete('shop.customers', keys), erasure.release('shop.customers', keys)
    FROM (SELECT array_agg(key::int) FROM erasure.subject_state WHERE state = 'masked') AS masked(keys) WHERE keys IS NOT NULL;
SQL
    is "$shop: whoever is masked can be undone" "$(cat "$work/err")" ''
    is "$shop: every byte is back of those who are not erased" "$(one 'SELECT count(*) FROM shop.unlike_recorded')" 0
    is "$shop: by the stress test's look too" "$(psql -qX -v ON_ERROR_STOP=1 -v undone=true -d "$shop" -f $stress/check.sql 2>&1 | grep -v ': 0$')" ''
    psql -qX -v ON_ERROR_STOP=1 -d "$shop" >/dev/null 2>"$work/err" <<'SQL'
SELECT erasure.soft_delete('shop.customers', array_agg(id)) FROM shop.customers_active;
SELECT erasure.erase_now('shop.customers', array_agg(key::int), count(*), 'the end') FROM erasure.subject_state WHERE state <> 'erased';
CALL erasure.erase_due();
SQL
    is "$shop: everybody can be erased" "$(cat "$work/err") $(one "SELECT string_agg(DISTINCT state, ' ') FROM erasure.subject_state")" ' erased'
    is "$shop: no row is as it was, the vault is empty, nobody is due" \
        "$(one 'SELECT (SELECT count(*) FROM shop.recorded JOIN shop.wholes USING (what, id, whole)), (SELECT count(*) FROM erasure.vault), (SELECT count(*) FROM erasure.vault_key), due, waiting FROM erasure.status')" '0|0|0|0|0'
    is "$shop: the audit log's chain holds" "$(one 'SELECT count(*) FROM erasure.verify_audit()')|$(one 'SELECT count(*) - (SELECT count(*) FROM erasure.audit_seal) FROM erasure.audit_entry')" '0|0'
    dropdb --force "$shop"
}
