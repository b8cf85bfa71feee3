# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program's window as a person with keyboard, mouse and eyes has it: things are found by their
role and name through AT-SPI, then clicked and typed into by X. Import it only on a Desktop."""

import subprocess

import pyatspi

from .processes import TestFailure, wait_until

TEXT_ROLES = ("text", "password text", "editable text", "entry")


def _walk(node, depth=0):
    """The node and all that is shown below it."""
    yield node
    if depth > 40:
        return
    try:
        count = min(node.childCount, 500)  # of a table with many rows the first ones
    except Exception:  # pylint: disable=broad-except
        return
    for index in range(count):
        try:
            child = node.getChildAtIndex(index)
            showing = child is not None and child.getState().contains(pyatspi.STATE_SHOWING)
        except Exception:  # pylint: disable=broad-except
            continue  # it went away while we looked
        if showing:
            yield from _walk(child, depth + 1)


class Window:
    def __init__(self, process):
        self.process = process
        pid = str(process.process.pid)
        self._search = ["search", "--onlyvisible", "--all", "--pid", pid, "--class", "."]
        self.application = process.wait_until(self._find_application, "the window", 60)
        self._main = process.wait_until(self.windows, "the window to be shown").pop()
        self.take_keyboard()

    def _find_application(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for application in desktop:
            try:
                if application and application.get_process_id() == self.process.process.pid:
                    if application.childCount > 0:
                        return application
            except Exception:  # pylint: disable=broad-except
                continue
        return None

    def take_keyboard(self):
        """There is no window manager to give it the keyboard, at first and after a dialog."""
        xdotool("windowfocus", self._main)

    def windows(self):
        """Those it shows, popups too."""
        found = subprocess.run(
            ["xdotool", *self._search], capture_output=True, timeout=10, check=False
        )
        return set(found.stdout.split())

    def find_all(self, name=None, roles=None, contains=None):
        found = []
        for top in self.application:
            if top is None:
                continue
            for node in _walk(top):
                try:
                    fits = (name is None or node.name == name) and (
                        contains is None or contains in node.name
                    )
                    if fits and (roles is None or node.getRoleName() in roles):
                        found.append(node)
                except Exception:  # pylint: disable=broad-except
                    continue
        return found

    def find(self, name=None, roles=None, contains=None, seconds=30):
        """The first that fits, waited for; a failure shows what there is instead."""
        try:
            return self.process.wait_until(
                lambda: self.find_all(name, roles, contains),
                f"{roles or 'anything'} named {name or contains}",
                seconds,
            )[0]
        except TestFailure as failure:
            raise TestFailure(f"{failure}; there is:\n{self.describe()}") from failure

    def has_text(self, text):
        """Whether the text can be read anywhere."""
        for top in self.application:
            for node in _walk(top) if top is not None else ():
                try:
                    if text in node.name or text in text_of(node):
                        return True
                except Exception:  # pylint: disable=broad-except
                    continue
        return False

    def wait_for_text(self, text, seconds=30):
        try:
            self.process.wait_until(lambda: self.has_text(text), f"the text {text!r}", seconds)
        except TestFailure as failure:
            raise TestFailure(f"{failure}; there is:\n{self.describe()}") from failure

    def click(self, name, roles=None, seconds=30):
        node = self.find(name, roles, seconds=seconds)
        self.process.wait_until(
            lambda: node.getState().contains(pyatspi.STATE_ENABLED), f"{name} to be enabled"
        )
        self.click_at(node)
        return node

    def click_at(self, node):
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        xdotool("mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1")

    def fill(self, name, text):
        """Types into the field of that name, in place of what it holds."""
        node = self.find(name, TEXT_ROLES)
        self.click_at(node)
        self.process.wait_until(
            lambda: node.getState().contains(pyatspi.STATE_FOCUSED), f"{name} to have the focus"
        )
        self._replace_text(node, text)

    def _replace_text(self, node, text):
        press("ctrl+a")
        type_text(text)
        if node.getRoleName() != "password text":  # which nobody can read
            self.process.wait_until(lambda: text_of(node) == text, f"{text!r} in {node.name}")

    def fill_by_tab(self, name, text, most_tabs=40):
        """Like fill, but goes there by the Tab key, so that it scrolls into sight."""
        for _ in range(most_tabs):
            node = self.focused(name)
            if node:
                self._replace_text(node, text)
                return
            before = self.focused()
            press("Tab")
            self.process.wait_until(lambda: self.focused() != before, "the focus to move")
        raise TestFailure(f"the Tab key does not reach {name}; there is:\n{self.describe()}")

    def focused(self, name=None):
        for node in self.find_all(name):
            if node.getState().contains(pyatspi.STATE_FOCUSED):
                return node
        return None

    def press_by_keyboard(self, name, roles):
        node = self.find(name, roles)
        node.queryComponent().grabFocus()
        self.process.wait_until(
            lambda: node.getState().contains(pyatspi.STATE_FOCUSED), f"{name} to have the focus"
        )
        press("space")

    def is_enabled(self, node):
        return node.getState().contains(pyatspi.STATE_ENABLED)

    def select_tab(self, index):
        """Without the mouse, by the tabs' order and not their names."""
        tabs = self.process.wait_until(lambda: self.find_all(roles=["page tab"]), "tabs")
        activate(tabs[index])

    def wait_until_gone(self, name, seconds=30):
        self.process.wait_until(lambda: not self.find_all(name), f"{name} to go", seconds)

    def describe(self):
        lines = []
        for top in self.application:
            for node in _walk(top) if top is not None else ():
                try:
                    if node.name or text_of(node):
                        lines.append(f"  {node.getRoleName()}: {node.name!r} {text_of(node)[:60]!r}")
                except Exception:  # pylint: disable=broad-except
                    continue
        return "\n".join(lines[:200])


def text_of(node):
    try:
        text = node.queryText()
        return text.getText(0, min(text.characterCount, 100000))
    except NotImplementedError:
        return ""


def activate(node):
    """Does what the mouse would do through the node's first action."""
    node.queryAction().doAction(0)


def press(*keys):
    if keys:
        xdotool("key", "--clearmodifiers", *keys)


def type_text(text):
    for index, line in enumerate(text.split("\n")):
        if index:
            press("Return")
        if line:
            xdotool("type", "--clearmodifiers", "--delay", "8", "--", line)


def xdotool(*arguments):
    subprocess.run(["xdotool", *arguments], stdout=subprocess.DEVNULL, timeout=30, check=True)
