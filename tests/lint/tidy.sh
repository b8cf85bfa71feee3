#!/bin/bash
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# tidy.sh BUILD SECONDS: clang-tidy over the changed sources, the newest first, as many as it can
# begin in SECONDS. Changed: since the branch left origin/main; on main itself, in the last commits.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$1
seconds=$2
most_commits=30

berth_git() {
    git -c safe.directory='*' "$@"
}

skip() {
    echo "Skipped: clang-tidy, $1, so nothing is known to have changed"
    exit 77
}

# Names of changed files, the newest first: what is not committed yet, then commit by commit.
changed() {
    local base
    berth_git diff --name-only HEAD
    berth_git ls-files --others --exclude-standard
    base=$(berth_git merge-base origin/main HEAD 2>/dev/null || true)
    if [ -n "$base" ] && [ "$base" != "$(berth_git rev-parse HEAD)" ]; then
        berth_git log --format= --name-only "$base..HEAD"
    else
        berth_git log --format= --name-only -n "$most_commits"
    fi
}

# Of the names on stdin, the sources that are still there and are built.
built() {
    local file
    awk '/^(app|backend|core|tests)\/.*\.cpp$/ && !seen[$0]++' | while read -r file; do
        if [ -f "$file" ] && grep -qF "\"$PWD/$file\"" "$commands/compile_commands.json"; then
            echo "$file"
        fi
    done
}

command -v git >/dev/null || skip "there is no git"
shallow=$(berth_git rev-parse --is-shallow-repository 2>/dev/null) || skip "this is no git checkout"
[ "$shallow" = false ] || skip "this is a shallow clone"

commands=$build/tidy
tests/lint/compilecommands.py "$build" "$commands"
mapfile -t files < <(changed | built)
until=$((SECONDS + seconds))
looked_at=0
failed=0
for file in "${files[@]}"; do
    if [ "$SECONDS" -ge "$until" ]; then
        break
    fi
    looked_at=$((looked_at + 1))
    if ! findings=$(clang-tidy-19 --quiet -p "$commands" "$file" 2>&1); then
        failed=$((failed + 1))
        echo "$findings"
    fi
done

missed=$((${#files[@]} - looked_at))
echo "clang-tidy looked at $looked_at of ${#files[@]} changed sources, $failed with findings"
if [ "$missed" -gt 0 ]; then
    echo "SKIP   : clang-tidy did not reach $missed of ${#files[@]} changed sources in $seconds s"
fi
[ "$failed" -eq 0 ]
