# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The User Dashboard as a person has it: the wizard leads to the taken name in row 7 and loses nothing,
and a page closes when somebody takes away the role that opened it."""

import sys

from harness.api import Api
from harness.console import Console
from harness.desktop import Desktop
from harness.processes import TestFailure
from harness.run import run
from harness.simulated import PASSWORD, SimulatedPlatform

OWN_PASSWORD = "a password of her own"


def sign_in(console, username, password):
    from harness.window import press  # needs the desktop's buses

    console.window.fill_by_tab("Username", username)
    console.window.fill_by_tab("Password", password)
    press("Return")
    console.window.find("Live", seconds=30)


def makes_nobody_while_a_name_is_taken(console):
    from harness.window import press, text_of

    window = console.window
    console.go_to("Users")
    window.click("Create User", ["push button"])
    names = [f"trainee{number}" for number in range(1, 7)] + ["ada"]
    for row, name in enumerate(names, 1):
        if row > 1:
            window.press_by_keyboard("Add another user", ["push button"])
        window.fill_by_tab(f"Username, row {row}", name)
        window.fill_by_tab(f"Nickname, row {row}", name.title())
    # Three letters are too few: said before the server is asked.
    window.press_by_keyboard("Next", ["push button"])
    window.wait_for_text("Use 4 to 20 characters.")
    window.fill_by_tab("Username, row 7", "trainee3")
    window.press_by_keyboard("Next", ["push button"])
    window.wait_for_text("trainee3 is there twice. Choose another username.")
    console.shoot("people-wizard-twice")
    window.fill_by_tab("Username, row 7", "mona")
    window.press_by_keyboard("Next", ["push button"])
    window.find("Search roles", ["text"])
    window.fill_by_tab("Search roles", "User")
    press("Return")
    window.wait_for_text("1 chosen")
    console.shoot("people-wizard-roles")
    window.press_by_keyboard("Next", ["push button"])
    window.wait_for_text("7 users, each with the roles: User.")
    window.press_by_keyboard("Create users", ["push button"])
    window.wait_for_text("This username is taken. Choose another.")
    console.shoot("people-wizard-taken")
    if not window.focused("Username, row 7"):
        raise TestFailure("the person is not led to row 7")
    for row, name in enumerate(names[:6], 1):
        if text_of(window.find(f"Username, row {row}")) != name:
            raise TestFailure(f"row {row} has lost its name")


def makes_all_of_them_then(console):
    window = console.window
    window.fill_by_tab("Username, row 7", "trainee7")
    for button in ("Next", "Next", "Create users"):
        window.press_by_keyboard(button, ["push button"])
    window.find("Copy all", ["push button"])
    console.shoot("people-wizard-passwords")
    window.press_by_keyboard("Copy all", ["push button"])
    window.press_by_keyboard("Done", ["push button"])
    window.wait_for_text("trainee7")
    console.shoot("people-users")


def deputy(platform, mona):
    """Somebody who looks after people by one role alone."""
    role = mona.call(
        "POST",
        "roles",
        {"name": "Staff", "description": "", "permissions": ["manager", "view_cluster_status"]},
    )
    user = {"username": "paula", "nickname": "Paula"}
    made = mona.call("POST", "users", {"users": [user], "roles": [role["id"]]})["items"][0]
    paula = Api(platform.server, "paula", made["password"])
    change = {"currentPassword": made["password"], "newPassword": OWN_PASSWORD}
    paula.call("PUT", "account/password", change)
    return made["id"]


def closes_when_the_role_goes(console, mona, user):
    window = console.window
    console.go_to("Groups")
    window.find("Create Group", ["push button"])
    mona.call("PUT", f"users/{user}/roles", {"roles": [2]})
    window.wait_for_text("Your rights have changed: the page Groups is closed to you now.")
    console.shoot("people-closed")
    window.wait_until_gone("Create Group")
    console.wait_for_title("Home")
    if window.find_all("Groups", ["push button"]):
        raise TestFailure("the menu still offers what is closed")


def test(programs, folder):
    with SimulatedPlatform(programs, folder) as platform, Desktop(folder) as desktop:
        mona = Api(platform.server, "mona", PASSWORD)
        console = Console(platform, desktop)
        try:
            console.open()
            sign_in(console, "mona", PASSWORD)
            makes_nobody_while_a_name_is_taken(console)
            makes_all_of_them_then(console)
            console.close()
            user = deputy(platform, mona)
            console.open()
            sign_in(console, "paula", OWN_PASSWORD)
            closes_when_the_role_goes(console, mona, user)
        except Exception:
            console.shoot("failed-people")
            print(console.window.describe())
            raise
        console.close()


if __name__ == "__main__":
    sys.exit(run(test, ["berth", "berthd"]))
