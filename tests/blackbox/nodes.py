# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nodes of the shipped simulation in a real window: who waits and why, a node cordoned with the
mouse, another drained by keyboard, and what people without the right see."""

import re
import sys

from harness.console import Console, follow
from harness.desktop import Desktop
from harness.processes import TestFailure
from harness.run import run
from harness.simulated import PASSWORD, SimulatedPlatform

WHY = ("Needs", "No node has", "No ring", "are held for", "are kept for")
STATUS = 7  # columns of the table of nodes
PODS = 8


def expect(condition, what):
    if not condition:
        raise TestFailure(what)


def status(console, node):
    cells = console.row(node)
    return (cells[STATUS].name, cells[STATUS].description) if cells else ("", "")


def wait_for_status(console, node, state):
    console.process.wait_until(lambda: status(console, node)[0] == state, f"{node} {state}", 60)
    return status(console, node)[1]


def press_in_row(console, node, button):
    """The pointer goes over the node's row and presses what is offered there."""
    from harness.window import xdotool

    box = console.row(node)[0].queryComponent().getExtents(0)
    xdotool("mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2))
    console.window.click(button, ["push button"])


def closes_the_dialog(console):
    console.window.wait_until_gone("Cancel")
    console.window.take_keyboard()


def waiting_jobs_say_why(console):
    console.go_to("View and Manage Jobs")
    console.window.click("All Jobs", ["page tab"])
    console.window.find("Queued", ["table cell"])
    queued = console.window.find_all("Queued", ["table cell"])
    told = [cell.description for cell in queued]
    expect(all("in the queue." in words for words in told), f"places: {told}")
    expect(any(why in words for words in told for why in WHY), f"reasons: {told}")
    console.shoot("nodes-waiting-jobs")


def what_goes_on(pods):
    """The dialog's words for a node with these pods: under load the past is played otherwise."""
    found = re.findall(r"\[\S+ : (\S+)(?: \(.PU #(\d+)\))?\]", pods)
    people = len({user for user, _ in found})
    devices = sum(int(number or 0) for _, number in found)
    whose = "1 person" if people == 1 else f"{people} people"
    on = f"on here, on {devices} device"
    many = f"{len(found)} jobs of {whose} go {on}"
    return f"1 job of {whose} goes {on}" if len(found) == 1 else many


def cordons_with_the_mouse(console):
    window = console.window
    console.go_to("Cluster Status")
    window.click("Physical Cluster Node Status", ["page tab"])
    window.find("gpu4", ["table cell"])
    pods = console.row("gpu4")[PODS].name
    press_in_row(console, "gpu4", "Cordon…")
    window.wait_for_text(what_goes_on(pods))
    console.shoot("nodes-cordon")
    window.click("Cordon", ["push button"])  # without a reason: it asks for one
    window.wait_for_text("Say why")
    window.fill("Reason", "a noisy fan")
    window.click("Cordon", ["push button"])
    closes_the_dialog(console)
    said = wait_for_status(console, "gpu4", "Cordoned")
    expect("Cordoned by mona" in said and "a noisy fan" in said, said)
    expect(console.row("gpu4")[PODS].name == pods, "its jobs stay")


def drains_by_keyboard(console):
    from harness.window import press, type_text

    window = console.window
    press("ctrl+f")
    type_text("npu3")
    window.wait_until_gone("gpu4")
    press("Down", "shift+F10")
    window.find("Drain…", ["menu item"])
    press("Down", "Down", "Return")
    window.find("Drain npu3", ["label"])
    expect(window.focused("Cancel"), "the safe choice has the focus")
    window.press_by_keyboard("Go back to the queue now", ["radio button"])
    window.wait_for_text("back to the queue")
    press("Tab")
    console.process.wait_until(lambda: window.focused("Reason"), "Tab to lead to the reason")
    type_text("a new fan")
    console.shoot("nodes-drain")
    press("Return")  # goes to the button, as jobs are lost
    jobs = len(console.row("npu3")[PODS].name.split("] ["))
    verb = f"Drain and requeue {jobs} job{'s' if jobs > 1 else ''}"
    console.process.wait_until(lambda: window.focused(verb), "the verb")
    press("space")
    closes_the_dialog(console)
    said = wait_for_status(console, "npu3", "Drained")
    expect("Drained by mona" in said and "a new fan" in said, said)
    expect(console.row("npu3")[PODS].name == "–", "no job is left")
    console.shoot("nodes-drained")


def reads_the_history_and_uncordons(console):
    from harness.window import press

    window = console.window
    press_in_row(console, "npu3", "History…")
    window.wait_for_text("its jobs went back to the queue")
    window.click("Close", ["push button"])
    window.wait_until_gone("Close")
    window.take_keyboard()
    press_in_row(console, "npu3", "Uncordon…")
    window.fill("Reason", "quiet again")
    press("Return")
    closes_the_dialog(console)
    wait_for_status(console, "npu3", "Ready")
    press("ctrl+f", "ctrl+a", "BackSpace")  # or the next start shows npu3 alone
    window.find("gpu4", ["table cell"])


def others_see_why_they_may_not(console):
    from harness.window import press, pyatspi

    window = console.window
    console.process.stop()
    console.open()
    console.sign_in(PASSWORD, "ada")
    window = console.window
    window.find("Live")
    console.go_to("Cluster Status")
    window.click("Physical Cluster Node Status", ["page tab"])
    said = wait_for_status(console, "gpu4", "Cordoned")
    expect("a noisy fan" in said, said)
    window.click("gpu4", ["table cell"])
    press("shift+F10")
    entry = window.find("Drain…", ["menu item"])
    expect(not entry.getState().contains(pyatspi.STATE_ENABLED), "ada may not")
    console.shoot("nodes-no-right")
    press("Escape")


STEPS = [
    waiting_jobs_say_why,
    cordons_with_the_mouse,
    drains_by_keyboard,
    reads_the_history_and_uncordons,
    others_see_why_they_may_not,
]


def test(programs, folder):
    with SimulatedPlatform(programs, folder) as platform, Desktop(folder) as desktop:
        console = Console(platform, desktop)
        console.open()
        console.sign_in(PASSWORD, "mona")
        console.window.find("Live")
        follow(console, STEPS)
        console.close()


if __name__ == "__main__":
    sys.exit(run(test, ["berth", "berthd", "berthctl"]))
