#!/usr/bin/env bash
# Every test is run and has an expected output; every expected output has its test.
# pg_regress and isolation lists are made from the folders, so what is left to go wrong is a missing or stray file.

shopt -s nullglob

pair() { # FOLDER SUFFIX EXPECTED
    local f n
    for f in "$1"/*."$2"; do
        n=$(basename "$f" ".$2")
        [ -f "$3/$n.out" ] || echo "$f: no $3/$n.out"
        [[ $n =~ ^[a-z0-9_]+$ ]] || echo "$f: a test's name has lower-case letters, digits and underscores only"
    done
    for f in "$3"/*.out; do
        n=$(basename "$f" .out)
        [ -f "$1/$n.$2" ] || [ -f "$1/${n%_[0-9]}.$2" ] || echo "$f: no $1/$n.$2"
    done
    for f in "$1"/*; do
        [[ $f == *."$2" ]] || echo "$f: not a .$2 file, so nothing runs it"
    done
}
pair test/sql sql expected
pair test/isolation/specs spec test/isolation/expected

for f in test/pgtap/*; do
    [[ $f == *.sql ]] || echo "$f: not a .sql file, so nothing runs it"
done
for f in test/unit/* test/fuzz/*; do
    [[ $f == *.cpp || $f == *.hpp || -d $f ]] || echo "$f: not C++, so nothing builds it"
done
for f in test/integration/*.sh test/crash/*.sh; do
    [ -x "$f" ] || echo "$f: not executable (chmod +x, git add --chmod=+x)"
done
