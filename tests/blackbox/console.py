# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console as a person has it: the real berth in a window, by keyboard and mouse, against a real
berthd and real containers."""

import sys

from harness.console import Console, follow
from harness.desktop import Desktop
from harness.platform import IMAGE, Platform
from harness.processes import TestFailure
from harness.run import run


def signs_in(console):
    window = console.window
    console.shoot("sign-in")
    window.fill("Username", "admin")
    window.fill("Password", "not the password")
    window.click("Sign in", ["push button"])
    window.wait_for_text("Wrong username or password")
    window.fill("Password", console.platform.password())
    window.click("Sign in", ["push button"])
    console.choose_own_password()
    window.find("Submit Training Job", seconds=30)
    window.find("Live", seconds=30)
    console.shoot("home")


def watches_a_job(console):
    console.submit("watched", 'echo "line <b>one</b>"\nsleep 5\necho line two')
    console.go_to("View and Manage Jobs")
    console.wait_for_state("watched", ["Running"])
    console.shoot("jobs-running")
    console.wait_for_state("watched", ["Finished"])
    console.shoot("jobs-finished")


def reads_its_log(console):
    console.window.click("watched", ["table cell"])
    console.window.click("Console", ["page tab"])
    console.window.wait_for_text("line <b>one</b>")
    console.window.wait_for_text("line two")
    console.shoot("job-console")
    console.window.click("Brief", ["page tab"])
    console.window.wait_for_text(IMAGE)
    console.shoot("job-brief")


def kills_another(console):
    console.submit("endless", "sleep 600")
    console.go_to("View and Manage Jobs")
    console.wait_for_state("endless", ["Running"])
    console.window.click("endless", ["table cell"])
    console.window.click("Kill", ["push button"])
    console.window.find("Killed", ["label"], seconds=60)
    console.go_to("View and Manage Jobs")
    console.wait_for_state("endless", ["Killed"], 60)
    console.shoot("jobs-killed")


def acts_on_a_row_without_the_mouse(console):
    """The context menu and the buttons of a row are found by their names, and do what they say."""
    from harness.window import activate, press  # needs the desktop's buses

    console.submit("unwanted", "sleep 600")
    console.go_to("View and Manage Jobs")
    console.wait_for_state("unwanted", ["Running"])
    press("ctrl+f", "Down", "Up", "Up")  # from the search into the list, to the newest
    console.window.find("Kill", ["push button"])
    press("shift+F10")
    console.window.find("Pause", ["menu item"])
    console.shoot("jobs-menu")
    press("Escape")
    console.window.wait_until_gone("Copy rows")
    activate(console.window.find("Kill", ["push button"]))
    console.window.find("Undo", ["push button"])
    console.wait_for_state("unwanted", ["Killed"], 60)


def finds_commands_by_name(console):
    from harness.window import activate, press

    press("ctrl+k")
    entry = console.window.find("Cluster Status", ["list item"])
    activate(entry)
    press("Return")
    console.wait_for_title("Cluster Status")
    console.go_to("View and Manage Jobs")


def reconnects(console):
    console.platform.sign_in()
    job_id = console.platform.berthctl(
        "submit", "--name", "stays", "--image", IMAGE, "--command", "sleep 600"
    ).stdout.strip()
    console.wait_for_state("stays", ["Running"])
    console.platform.berthd.stop()
    console.window.find("Reconnecting")
    console.shoot("reconnecting")
    console.platform.start_berthd()
    console.window.find("Live", seconds=60)
    console.wait_for_state("stays", ["Running"])
    console.platform.berthctl("kill", job_id)
    console.wait_for_state("stays", ["Killed"])


def shares_the_keyring(console):
    """berthctl finds the desktop's keyring and leaves no token in a file."""
    environment = dict(console.desktop.environment, BERTH_SERVER=console.platform.server)
    login = ["login", "--user", "admin", "--password-file", console.platform.password_file()]
    said = console.platform.berthctl(*login, environment=environment).stderr
    if "the keychain" not in said:
        raise TestFailure(said)
    console.platform.berthctl("jobs", environment=environment)
    console.platform.berthctl("logout", environment=environment)
    console.platform.berthctl("jobs", environment=environment, status=127)


def looks_well(console):
    console.shoot_every_look("1280x800", "watched", "line two")


STEPS = [
    signs_in,
    shares_the_keyring,
    watches_a_job,
    reads_its_log,
    kills_another,
    acts_on_a_row_without_the_mouse,
    finds_commands_by_name,
    reconnects,
    looks_well,
]


def test(programs, folder):
    with Platform(programs, folder) as platform, Desktop(folder) as desktop:
        console = Console(platform, desktop)
        console.open()
        follow(console, STEPS)
        console.close()


if __name__ == "__main__":
    sys.exit(run(test, ["berth", "berthd", "berthctl", "berth-test-engine"]))
