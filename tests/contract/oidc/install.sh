#!/bin/bash
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the provider of the lock file into a folder, once: install.sh FOLDER. Status 77 means
# that it cannot be had here.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
cp "$here/provider.mjs" .
if cmp -s "$here/package-lock.json" installed.json; then
    exit 0
fi
if ! command -v npm >/dev/null; then
    echo "Skipped: npm is not here"
    exit 77
fi
cp "$here/package.json" "$here/package-lock.json" .
if ! timeout 240 npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier; then
    echo "Skipped: npm did not get oidc-provider"
    exit 77
fi
cp package-lock.json installed.json
