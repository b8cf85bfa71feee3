#!/bin/bash
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a C++ file is not as clang-format writes it.
set -euo pipefail
cd "$(dirname "$0")/../.."
find app backend core tests -name '*.h' -o -name '*.cpp' | sort |
    xargs clang-format-19 --dry-run --Werror
