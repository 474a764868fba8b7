#!/usr/bin/env bash
# Runs every check in test/lint and says which of them hold. `make lint` and `make check` call this.

set -uo pipefail
cd "$(dirname "$0")/../.." || exit

bad=0
for check in test/lint/[0-9]*.sh; do
    name=$(basename "$check" .sh)
    if out=$(bash "$check" 2>&1) && [ -z "$out" ]; then
        echo "ok - lint ${name#*_}"
    else
        echo "not ok - lint ${name#*_}"
        printf '%s\n' "$out" | sed 's/^/    /'
        bad=1
    fi
done
exit $bad
