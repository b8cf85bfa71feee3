#!/usr/bin/python3
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""compilecommands.py BUILD FOLDER: writes FOLDER/compile_commands.json, how each source by itself is
compiled, where BUILD compiles several of them together (CMAKE_UNITY_BUILD)."""

import json
import pathlib
import re
import sys

build, folder = map(pathlib.Path, sys.argv[1:])
commands = []
for entry in json.loads((build / "compile_commands.json").read_text()):
    unit = pathlib.Path(entry["file"])
    together = unit.parent.name == "Unity"
    sources = re.findall(r'^#include "(.*)"', unit.read_text(), re.M) if together else [entry["file"]]
    for source in sources:
        command = entry["command"].replace(entry["file"], source)
        commands.append({"directory": entry["directory"], "command": command, "file": source})
folder.mkdir(parents=True, exist_ok=True)
(folder / "compile_commands.json").write_text(json.dumps(commands, indent=1))
