# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody new: signs up in the console, waits for rights, works as soon as an administrator gives
them; and what an administrator can do to virtual clusters whose jobs run."""

import json
import sys
import urllib.request

from harness.console import Console, follow
from harness.desktop import Desktop
from harness.processes import TestFailure, wait_until
from harness.run import run
from harness.simulated import PASSWORD, SimulatedPlatform

OWN_PASSWORD = "a password of my own"
USER_ROLE = 2


class Administrator:
    """Mona, by the API alone."""

    def __init__(self, platform):
        self.server = platform.server
        self.token = None
        self.token = self.call("POST", "sessions", {"username": "mona", "password": PASSWORD})["token"]

    def call(self, verb, path, body=None):
        request = urllib.request.Request(f"{self.server}/api/v1/{path}", method=verb)
        request.add_header("Content-Type", "application/json")
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(request, data=data, timeout=30) as answer:
            return json.loads(answer.read() or b"{}")

    def user_id(self, username):
        users = self.call("GET", f"users?text={username}")["items"]
        return next(user["id"] for user in users if user["username"] == username)

    def vc(self, name):
        shares = self.call("GET", "vc-shares")["vcs"]
        return next((vc for vc in shares if vc["name"] == name), None)


def signs_up(console):
    window = console.window
    window.click("Sign up", ["push button"])
    window.fill("Username", "newcomer")
    window.fill("Nickname", "New")
    window.fill("Password", OWN_PASSWORD)
    window.fill("Password again", "another one")
    window.click("Sign up", ["push button"])
    window.wait_for_text("The two do not match")
    window.fill("Password again", OWN_PASSWORD)
    console.shoot("sign-up")
    window.click("Sign up", ["push button"])
    window.wait_for_text("The account newcomer is made")
    window.fill("Password", OWN_PASSWORD)
    window.click("Sign in", ["push button"])
    window.wait_for_text("Sorry, you are not authorized to access this page")
    console.shoot("no-access")


def works_when_rights_are_given(console):
    administrator = console.administrator
    user = administrator.user_id("newcomer")
    administrator.call("PUT", f"users/{user}/roles", {"roles": [USER_ROLE]})
    console.window.find("Submit Training Job", ["push button"])
    administrator.call("PUT", f"users/{user}/vcs", {"vcs": ["platform"]})
    console.window.wait_for_text("platform")
    console.submit("first", "echo hello")
    console.go_to("View and Manage Jobs")
    console.wait_for_state("first", ["Finished"])
    console.shoot("newcomer-jobs")


def sees_virtual_clusters_but_changes_none(console):
    console.go_to("Virtual Cluster")
    wait_until(lambda: console.row("vision"), "the row of vision")
    if console.window.find_all("Add VC", ["push button"]):
        raise TestFailure("somebody who may only view VCs is offered to add one")
    console.shoot("vcs-view")


def finds_the_account_page(console):
    console.choose([], "Account info")
    console.wait_for_title("Account info")
    console.window.wait_for_text("newcomer")
    console.window.wait_for_text("This one")
    console.shoot("account")
    console.choose([], "Sign out")
    console.window.find("Sign in", ["push button"])


def may_not_change_a_vc_whose_jobs_run(console):
    from harness.window import press  # needs the desktop's buses

    console.window.fill("Username", "mona")
    console.window.fill("Password", PASSWORD)
    press("Return")
    console.go_to("Virtual Cluster")
    wait_until(lambda: console.row("vision"), "the row of vision")
    press("ctrl+f", "Down", "Up", "Up")  # from the search into the list, to the first
    for name in ("Modify", "Delete"):
        button = console.window.find(name, ["push button"])
        if console.window.is_enabled(button):
            raise TestFailure(f"{name} is offered though jobs run")
    console.shoot("vcs-busy")
    running = console.administrator.vc("platform")["jobsInTheWay"]
    if running < 1:
        raise TestFailure("no job runs in platform")


def makes_changes_and_deletes_a_vc(console):
    from harness.window import activate, press

    window = console.window
    window.click("Add VC", ["push button"])
    window.fill("VcName", "vision")
    window.click("Add", ["push button"])
    window.wait_for_text("There is a virtual cluster of this name")
    window.fill("VcName", "a-fresh-one")
    console.shoot("vc-add")
    window.click("Add", ["push button"])
    wait_until(lambda: console.row("a-fresh-one"), "the row of the new VC")
    window.take_keyboard()
    window.fill("Search by name, device type or user", "fresh")
    press("Down")
    activate(window.find("Delete", ["push button"]))
    window.fill("Its name", "a-fresh-one")
    console.shoot("vc-delete")
    window.click("Delete virtual cluster", ["push button"])
    wait_until(lambda: not console.administrator.vc("a-fresh-one"), "the VC to go")
    window.wait_for_text("of 3 virtual clusters")


STEPS = [
    signs_up,
    works_when_rights_are_given,
    sees_virtual_clusters_but_changes_none,
    finds_the_account_page,
    may_not_change_a_vc_whose_jobs_run,
    makes_changes_and_deletes_a_vc,
]


def test(programs, folder):
    with SimulatedPlatform(programs, folder) as platform, Desktop(folder) as desktop:
        console = Console(platform, desktop)
        console.administrator = Administrator(platform)
        console.open()
        follow(console, STEPS)
        console.close()


if __name__ == "__main__":
    sys.exit(run(test, ["berth", "berthd", "berthctl"]))
