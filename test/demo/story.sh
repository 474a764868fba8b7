# What run.sh tells its story with: a heading, a statement shown and run as somebody, and checks of what came of it.
# shellcheck shell=bash

unset PGOPTIONS
steps=0
as=postgres    # who speaks
out='' status=0

query() { # ROLE SQL psql-options...
    psql -X -q -U "$1" -P footer=off -P null=- -v VERBOSITY=verbose -v ON_ERROR_STOP=1 "${@:3}" -c "$2" 2>&1
}

indent() { sed 's/^/    /; s/ *$//'; }

# Verbose messages without what only a programmer reads, their code at the end, and no line too long.
readable() {
    local line
    sed -E '/^LOCATION:/d; s/^ERROR:  ([0-9A-Z]{5}): (.*)$/ERROR:  \2   [\1]/; s/^(NOTICE|WARNING):  [0-9A-Z]{5}: /\1:  /' |
        while IFS= read -r line; do
            if [[ $line =~ ^([A-Z]+: |SELECT |Table ) ]]; then fold -s -w 112 <<<"$line"; else printf '%s\n' "$line"; fi
        done
}

step() { # TITLE
    steps=$((steps + 1))
    printf '\n%d. %s\n' "$steps" "$1"
}

say() { printf '\n'; printf '   %s\n' "$@"; }

fail() { # WHY
    printf '\nDEMO FAILED at step %d: %s\n' "$steps" "$1"
    [ -z "${2-}" ] || printf '%s\n' "$2" | indent
    trap - EXIT
    exit 1
}

# A statement as typed at a prompt, its further lines below its first.
prompt() { # SQL
    printf '\n'
    sed "1s/^/    $as=> /; 2,\$s/^ */    ${as//?/ }   /" <<<"$1"
}

# Shows a statement and its result.
sql() { # SQL psql-options...
    prompt "$1"
    status=0
    out=$(query "$as" "$@") || status=$?
    [ "$status" = 0 ] || fail "the statement failed" "$out"
    [ -z "$out" ] || readable <<<"$out" | indent
}

# The same for a function that returns nothing: its notices only.
call() { # SQL
    prompt "$1"
    status=0
    out=$(query "$as" "$1" -o /dev/null) || status=$?
    [ "$status" = 0 ] || fail "the statement failed" "$out"
    [ -z "$out" ] || readable <<<"$out" | indent
}

# Shows a statement that has to be refused with this SQLSTATE.
refused() { # SQLSTATE SQL
    prompt "$2"
    status=0
    out=$(query "$as" "$2") || status=$?
    [ "$status" != 0 ] || fail "should have been refused with $1" "$out"
    readable <<<"$out" | indent
    grep -q "^ERROR:  $1: " <<<"$out" || fail "should have been refused with $1"
}

# What the last result has to say, or must not.
shows() { local p; for p in "$@"; do grep -qF -- "$p" <<<"$out" || fail "the result does not show: $p" "$out"; done; }
hides() { local p; for p in "$@"; do ! grep -qF -- "$p" <<<"$out" || fail "the result still shows: $p" "$out"; done; }

value() { query postgres "$1" -A -t; }

# A check that is not part of the story.
check() { # WHAT SQL EXPECTED
    local found
    found=$(value "$2") || fail "$1: cannot be checked" "$found"
    [ "$found" = "$3" ] || fail "$1: expected '$3', found '$found'"
}

# Moves the clock so that the next minute, at which pg_cron looks at its jobs, is five seconds away; waits for a whole run.
travel() { # DAYS
    local second since run
    second=$(value "SELECT extract(second FROM clock_timestamp())::integer")
    test/clock.sh $(($1 * 86400 + (115 - second) % 60)) seconds >/dev/null
    since=$(value "SELECT clock_timestamp()")
    for _ in $(seq 90); do
        run=$(value "SELECT coalesce(bool_and(last_run > '$since' AND last_finished > last_run), false) FROM erasure.status")
        [ "$run" != t ] || return 0
        sleep 1
    done
    fail "pg_cron did not run the job within 90 seconds" "$(value 'SELECT * FROM cron.job_run_details ORDER BY runid DESC LIMIT 3')"
}
