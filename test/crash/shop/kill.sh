# Killing a server with all its children, for scripts in test/crash.

children() { sed -n "s/^\([0-9]*\) (.*) [RSDI] $1 .*/\1/p" /proc/[0-9]*/stat 2>/dev/null; } # OF: those that live

kill_server() {
    local postmaster
    postmaster=$(head -n 1 "$PGDATA/postmaster.pid")
    # Itself first: it forks nothing more.
    # shellcheck disable=SC2046
    kill -KILL "$postmaster" $(children "$postmaster")
    # Who started it has gone, so that it may stay a zombie for a while, which PostgreSQL takes for a running server.
    until grep -qsE '^[0-9]+ \(.*\) Z' "/proc/$postmaster/stat" || [ ! -e "/proc/$postmaster" ]; do sleep 0.001; done
    rm -f "$PGDATA/postmaster.pid" "$PGHOST/.s.PGSQL.$PGPORT.lock"
}
