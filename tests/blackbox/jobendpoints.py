# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways into a job in a real window: an interactive port of a real container is found on the tab
Endpoints, answers, opens in the browser and closes; what the image lacks is said."""

import os
import sys
import urllib.error
import urllib.request

from harness.console import Console, follow
from harness.desktop import Desktop
from harness.platform import Platform
from harness.processes import TestFailure, wait_until
from harness.run import run

PORT = 40001
PAGE = "the page of the job"
COMMAND = f"""mkdir -p $HOME/www
echo {PAGE} > $HOME/www/index.html
httpd -f -p {PORT} -h $HOME/www"""


class Browser:
    """What the desktop opens pages with: notes them."""

    def __init__(self, folder):
        self.programs = os.path.join(folder, "programs")
        self.note = os.path.join(folder, "opened")
        os.makedirs(self.programs)
        path = os.path.join(self.programs, "xdg-open")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nprintf "%s" "$1" > {self.note}.new\nmv {self.note}.new {self.note}\n')
        os.chmod(path, 0o755)

    def opened(self):
        if not os.path.exists(self.note):
            return None
        with open(self.note, encoding="utf-8") as file:
            return file.read()


def answer_of(address):
    """The page there; nothing where nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.read().decode().strip()
    except (urllib.error.URLError, OSError):
        return None


def address_of(console):
    """The address that the tab shows for the port."""
    labels = console.window.find_all(roles=["label"], contains="http://")
    return labels[0].name if labels else None


def signs_in(console):
    console.sign_in(console.platform.password())
    console.choose_own_password()
    console.window.find("Submit Training Job", seconds=30)


def submits_with_a_port(console):
    window = console.window
    console.go_to("Submit Training Job")
    window.fill("Job name", "served")
    window.fill_by_tab("Docker image", "localhost/berth-test:1")
    window.fill_by_tab("Command", COMMAND)
    window.fill_by_tab("Interactive ports", str(PORT))
    window.click("Submit job", ["push button"])
    window.wait_until_gone("Submit job")
    console.wait_for_title("served")


def finds_the_port(console):
    window = console.window
    window.click("Endpoints", ["page tab"])
    window.find(f"Port {PORT}", ["label"])
    address = console.process.wait_until(lambda: address_of(console), "an address", 90)
    window.find("Ready", ["label", "unknown", "panel", "filler"])
    console.shoot("endpoints-ready")
    console.process.wait_until(lambda: answer_of(address) == PAGE, f"{address} to answer", 30)


def opens_it_in_the_browser(console):
    address = address_of(console)
    console.window.press_by_keyboard(f"Open in browser: Port {PORT}", ["push button"])
    wait_until(lambda: console.browser.opened() == address, f"{address} in the browser", 20)


def learns_what_the_image_lacks(console):
    window = console.window
    window.press_by_keyboard("SSH", ["check box"])
    window.wait_for_text("The job's image has no SSH server.", 60)
    window.find("Try again: SSH", ["push button"])
    console.shoot("endpoints-failed")


def switches_it_off(console):
    window = console.window
    address = address_of(console)
    question = console.opened_by_button(f"Switch off Port {PORT}")
    window.click("Switch off", ["push button"])
    console.is_closed(question)
    window.take_keyboard()
    window.find("Switched off.", ["label"])
    console.process.wait_until(lambda: answer_of(address) is None, f"{address} to close", 30)
    window.press_by_keyboard(f"Switch on: Port {PORT}", ["push button"])
    console.process.wait_until(
        lambda: answer_of(address_of(console) or "http://127.0.0.1:1/") == PAGE, "it to answer", 60
    )


def ends_with_the_job(console):
    window = console.window
    address = address_of(console)
    window.click("Kill", ["push button"])
    window.find("Killed", ["label"], seconds=60)
    window.wait_for_text("The job has ended.")
    if answer_of(address) is not None:
        raise TestFailure(f"{address} answers after the job's end")
    console.shoot("endpoints-ended")


STEPS = [
    signs_in,
    submits_with_a_port,
    finds_the_port,
    opens_it_in_the_browser,
    learns_what_the_image_lacks,
    switches_it_off,
    ends_with_the_job,
]


def test(programs, folder):
    with Platform(programs, folder) as platform, Desktop(folder) as desktop:
        console = Console(platform, desktop)
        console.browser = Browser(folder)
        console.open(PATH=console.browser.programs + os.pathsep + os.environ["PATH"])
        follow(console, STEPS)
        console.close()


if __name__ == "__main__":
    sys.exit(run(test, ["berth", "berthd", "berthctl", "berth-test-engine"]))
