#!/bin/bash
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks the shell scripts, and that the Python ones can be parsed.
set -euo pipefail
cd "$(dirname "$0")/../.."
{
    find app backend core installer tests -name '*.sh'
    echo .ci/run
} | sort | xargs shellcheck -x
find app backend core installer tests -name '*.py' | sort |
    xargs -r /usr/bin/python3 -c 'import ast, sys
for name in sys.argv[1:]:
    ast.parse(open(name, encoding="utf-8").read(), name)'
