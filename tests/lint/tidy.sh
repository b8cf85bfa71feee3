#!/bin/bash
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# tidy.sh BUILD: clang-tidy over the changed sources, the newest first, as far as they come in the
# time there is (BERTH_TIDY_SECONDS, 480 unless told). Changed: against where the branch left
# origin/main; on main itself, in the last commits.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$1
budget=${BERTH_TIDY_SECONDS:-480}
most_commits=30

berth_git() {
    git -c safe.directory='*' "$@"
}

changed() {
    local base head
    head=$(berth_git rev-parse HEAD)
    base=$(berth_git merge-base origin/main HEAD 2>/dev/null || true)
    if [ -n "$base" ] && [ "$base" != "$head" ]; then
        berth_git log --format= --name-only "$base..HEAD"
    else
        berth_git log --format= --name-only -n "$most_commits"
    fi
    berth_git diff --name-only HEAD
}

if ! berth_git rev-parse HEAD >/dev/null 2>&1; then
    echo "Skipped: clang-tidy, this is no git checkout, so nothing is known to have changed"
    exit 77
fi

mapfile -t files < <(changed | awk '!seen[$0]++' | grep -E '^(app|backend|core|tests)/.*\.cpp$' |
    while read -r file; do
        if [ -f "$file" ] && grep -qF "/$file\"" "$build/compile_commands.json"; then
            echo "$file"
        fi
    done)
echo "${#files[@]} changed sources"

until=$((SECONDS + budget))
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
check() {
    if [ "$SECONDS" -ge "$until" ]; then
        echo "$1" >>"$logs/not-reached"
    elif ! clang-tidy-19 --quiet -p "$build" "$1" >"$logs/${1//\//_}" 2>/dev/null; then
        cat "$logs/${1//\//_}" >>"$logs/failed"
    fi
}
running=0
for file in "${files[@]}"; do
    check "$file" &
    running=$((running + 1))
    if [ "$running" -ge "$(nproc)" ]; then
        wait -n
        running=$((running - 1))
    fi
done
wait

if [ -f "$logs/not-reached" ]; then
    echo "SKIP   : clang-tidy did not reach $(wc -l <"$logs/not-reached") of ${#files[@]} files in $budget s:"
    cat "$logs/not-reached"
fi
if [ -f "$logs/failed" ]; then
    sort -u "$logs/failed" | grep -E 'error:|warning:' || cat "$logs/failed"
    exit 1
fi
