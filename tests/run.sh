#!/bin/bash
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need, builds everything with the sanitizers and runs all tests. The last
# line is "N passed, N failed, N skipped"; the status is 0 when nothing failed.
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null

build=build/asan
report=$build/tests.log
passed=0
failed=1 # until the tests have run
skipped=0

finish() {
    # Each skipped case of a test that ran says why; a test skipped as a whole has such a case too.
    if [ -f "$build/Testing/Temporary/LastTest.log" ]; then
        grep -hE '^(SKIP   : |Skipped: )' "$build/Testing/Temporary/LastTest.log" |
            sort -u | sed 's/^/skipped: /' || true
    fi
    echo "$passed passed, $failed failed, $skipped skipped"
}
trap finish EXIT

step() {
    echo "== $* ($(date +%T))"
}

step "packages"
installer/install-packages.sh installer/packages-build.txt installer/packages-run.txt tests/packages.txt

step "build"
cmake --preset asan >/dev/null
rm -f "$build/Testing/Temporary/LastTest.log"
cmake --build --preset asan -j "$(nproc)"
cmake --build --preset asan -j "$(nproc)" --target all_verify_interface_header_sets

step "tests"
# shellcheck disable=SC2046 # the words of nproc are one number
ctest --preset asan -j $(nproc) 2>&1 | tee "$report" || true

# "97% tests passed, 2 tests failed out of 64"; skipped ones count as passed there.
summary=$(grep -E 'tests passed, [0-9]+ tests failed out of [0-9]+' "$report")
failed=$(sed -E 's/.* ([0-9]+) tests failed.*/\1/' <<<"$summary")
total=$(sed -E 's/.* out of ([0-9]+)/\1/' <<<"$summary")
skipped=$(grep -cE '\*\*\*Skipped' "$report" || true)
passed=$((total - failed - skipped))
step "done"
test "$failed" -eq 0
