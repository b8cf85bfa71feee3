# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the console looks at twice the scale: every page in light and dark, English and Chinese, kept
as screenshots. It is led by keyboard alone."""

import sys

from harness.console import Console
from harness.desktop import Desktop
from harness.platform import IMAGE, Platform
from harness.run import run

COMMAND = 'for i in 1 2 3; do echo "epoch $i, loss 0.$((9 - i))"; done'


def test(programs, folder):
    with Platform(programs, folder) as platform, Desktop(folder, 2560, 1600) as desktop:
        platform.sign_in()
        platform.berthctl(
            "submit", "--name", "mnist", "--image", IMAGE, "--command", COMMAND, "--wait"
        )
        console = Console(platform, desktop)
        console.open(QT_SCALE_FACTOR="2")
        console.shoot("scale2-sign-in-light-en")
        console.sign_in(platform.password())
        console.choose_own_password()
        console.window.find("Live")
        try:
            console.shoot_every_look("scale2", "mnist", "epoch 3")
        except Exception:
            console.shoot("failed-looks")
            raise
        console.close()


if __name__ == "__main__":
    sys.exit(run(test, ["berth", "berthd", "berthctl", "berth-test-engine"]))
