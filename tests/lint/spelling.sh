#!/bin/bash
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails at common misspellings.
set -euo pipefail
cd "$(dirname "$0")/../.."
codespell --quiet-level 3 --ignore-regex '\b[a-z]+[A-Z][A-Za-z]*' --skip '*.ts,*.svg,*.png,./build' \
    app backend core forms installer tests README.md 2>&1
