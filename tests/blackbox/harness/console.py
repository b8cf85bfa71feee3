# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running console and what a person does with it, for the tests that need a window."""

import os

from .platform import IMAGE
from .processes import TestFailure, wait_until

SHOTS = os.environ.get("BERTH_SCREENSHOTS", "build/dev/screenshots")
STATES = ("Queued", "Scheduling", "Running", "Pausing", "Paused", "Killing", "Killed", "Finished")

# In the order of the command palette, which begins with pages and VCs.
ACTIONS = ["password", "light", "dark", "en", "zh"]
THEMES = ["light", "dark"]
TITLES = {
    "en": {
        "home": "Home",
        "submit": "Submit Training Job",
        "jobs": "View and Manage Jobs",
        "cluster": "Cluster Status",
        "vcs": "Virtual Cluster",
        "dashboard": "Dashboard",
        "users": "Users",
        "groups": "Groups",
        "roles": "Roles",
        "audit": "Audit Log",
    },
    "zh": {
        "home": "首页",
        "submit": "提交训练任务",
        "jobs": "查看/管理任务",
        "cluster": "集群状态",
        "vcs": "虚拟集群",
        "dashboard": "概览",
        "users": "用户",
        "groups": "用户组",
        "roles": "角色",
        "audit": "审计日志",
    },
}


class Console:
    def __init__(self, platform, desktop):
        self.platform = platform
        self.desktop = desktop
        self.window = None
        self.process = None

    def open(self, **environment):
        from .window import Window  # needs the desktop's buses

        self.desktop.environment.update(environment)
        program = os.path.join(self.platform.programs, "berth")
        self.process = self.desktop.launch("berth", [program, "--server", self.platform.server])
        self.window = Window(self.process)

    def close(self):
        self.process.stop()

    def shoot(self, name):
        self.desktop.screenshot(os.path.join(SHOTS, name + ".png"))

    def sign_in(self, password, username="admin"):
        """By keyboard alone: the focus begins in the first field."""
        from .window import press

        self.window.fill_by_tab("Username", username)
        self.window.fill_by_tab("Password", password)
        press("Return")

    def choose_own_password(self):
        """After the first signing in, which goes no further without. By keyboard alone."""
        from .window import press

        password = "a password of my own"
        self.window.fill_by_tab("Current password", self.platform.password())
        self.window.fill_by_tab("New password", password)
        self.window.fill_by_tab("New password again", password)
        press("Return")
        self.window.wait_until_gone("Current password")
        self.window.take_keyboard()
        self.platform.keep_password(password)

    def go_to(self, page):
        self.window.click(page, ["push button"])

    def row(self, name):
        """The cells of the list's row with that name; empty when there is none."""
        for table in self.window.find_all(roles=["table"]):
            grid = table.queryTable()
            for index in range(grid.nRows):
                cells = [grid.getAccessibleAt(index, column) for column in range(grid.nColumns)]
                if any(cell.name == name for cell in cells):
                    return cells
        return []

    def state(self, name):
        return next((cell.name for cell in self.row(name) if cell.name in STATES), None)

    def wait_for_state(self, name, states, seconds=60):
        self.process.wait_until(
            lambda: self.state(name) in states, f"{name} to be {' or '.join(states)}", seconds
        )

    def submit(self, name, command):
        window = self.window
        self.go_to("Submit Training Job")
        window.fill("Job name", name)
        window.fill_by_tab("Docker image", IMAGE)
        window.fill_by_tab("Command", command)
        self.shoot("submit")
        window.click("Submit job", ["push button"])
        window.wait_until_gone("Submit job")

    def act(self, action):
        """An action of the command palette, by its place: its words depend on the language."""
        pages_and_vcs = len(TITLES["en"]) + 1
        self.choose(["Down"] * (pages_and_vcs + ACTIONS.index(action)))

    def choose(self, keys, text=""):
        """What is first in the palette of Ctrl+K after the text and the keys."""
        from .window import press, type_text

        palette = self.opened_by("ctrl+k")
        type_text(text)
        press(*keys)
        for _ in range(10):  # jobs are found a moment after the text is there
            self.desktop.wait_for_rest()
            press("Return")
            if self.is_closed(palette):
                return
        raise TestFailure(f"the command palette finds no {text}")

    def opened_by(self, *keys):
        """The window that comes with the keys."""
        from .window import press

        before = self.window.windows()
        press(*keys)
        came = self.process.wait_until(
            lambda: self.window.windows() - before, f"a window after {' '.join(keys)}"
        )
        return came.pop()

    def opened_by_button(self, name):
        """The window that comes with the button, pressed without the mouse."""
        before = self.window.windows()
        self.window.press_by_keyboard(name, ["push button"])
        return self.process.wait_until(
            lambda: self.window.windows() - before, f"a window after {name}"
        ).pop()

    def is_closed(self, window):
        try:
            return wait_until(lambda: window not in self.window.windows(), "it to close", 2)
        except TestFailure:
            return False

    def shoot_every_look(self, prefix, job, last_line):
        """Pages and the job, in both languages and themes."""
        for language, titles in TITLES.items():
            self.show_page(TITLES["en"]["home"])
            self.act(language)
            self.wait_for_title(titles["home"])
            for theme in THEMES:
                look = f"{theme}-{language}"
                self.act(theme)
                for page in (
                    "submit",
                    "vcs",
                    "dashboard",
                    "users",
                    "groups",
                    "roles",
                    "audit",
                    "home",
                ):
                    self.show_page(titles[page])
                    self.shoot(f"{prefix}-{page}-{look}")
                for page, tabs in (("jobs", ["my", "all"]), ("cluster", ["vcs", "nodes"])):
                    self.show_page(titles[page])
                    self.shoot_tabs([f"{prefix}-{page}-{tab}-{look}" for tab in tabs])
                    self.window.select_tab(0)
                self.choose([], job)
                self.wait_for_title(job)
                tabs = ["job", "endpoints", "console"]
                self.shoot_tabs([f"{prefix}-{tab}-{look}" for tab in tabs])
                self.window.wait_for_text(last_line)
                self.shoot_popups(prefix, look)

    def shoot_tabs(self, names):
        for index, name in enumerate(names):
            self.window.select_tab(index)
            self.shoot(name)

    def shoot_popups(self, prefix, look):
        """What lies over a page: the palette, and the dialog for the password."""
        from .window import press

        palette = self.opened_by("ctrl+k")
        self.shoot(f"{prefix}-palette-{look}")
        press("Escape")
        self.is_closed(palette)
        before = self.window.windows()
        self.act("password")
        self.window.find(roles=["password text"])
        self.shoot(f"{prefix}-password-{look}")
        press("Escape")
        self.process.wait_until(lambda: self.window.windows() <= before, "the dialog to close")
        self.window.take_keyboard()

    def show_page(self, title):
        """By its entry in the menu, without the mouse."""
        self.window.press_by_keyboard(title, ["push button"])
        self.wait_for_title(title)

    def wait_for_title(self, title):
        def has_title():
            return self.window.application[0].name.startswith(title)

        self.process.wait_until(has_title, f"the page {title}")


def follow(console, steps):
    """Takes the steps one after the other; of the one that fails the window is kept."""
    for step in steps:
        print(step.__name__, flush=True)
        try:
            step(console)
        except Exception:
            console.shoot(f"failed-{step.__name__}")
            print(console.window.describe())
            raise
