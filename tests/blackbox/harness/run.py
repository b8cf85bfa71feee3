# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame around a test: a folder for its files, shown logs when it fails."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

from .processes import Skipped


def run(test, needed_programs=()):
    """Calls test(programs, folder); the status to end with. 77 says that it was skipped."""
    programs = os.environ.get("BERTH_PROGRAMS", "build/dev/bin")
    for program in needed_programs:
        if not os.path.exists(os.path.join(programs, program)):
            print(f"Skipped: {program} is not built")
            return 77
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # ends what was started, too
    folder = tempfile.mkdtemp(prefix="berth-blackbox-")
    try:
        test(programs, folder)
        return 0
    except Skipped as reason:
        print(f"Skipped: {reason}")
        return 77
    except (Exception, subprocess.SubprocessError):  # pylint: disable=broad-except
        traceback.print_exc()
        show_logs(folder)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def show_logs(folder):
    for name in sorted(os.listdir(folder)):
        if name.endswith(".log"):
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as log:
                print(f"--- {name}", *log.readlines()[-40:], sep="\n", file=sys.stderr)
