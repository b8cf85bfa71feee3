# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole Berth on the shipped simulation: eleven nodes, six people, a hundred jobs, no containers."""

import os
import subprocess

from .platform import Platform
from .processes import Process

FILE = os.path.join(os.path.dirname(__file__), "..", "..", "..", "installer", "simulation.yaml")
PASSWORD = "berth-simulation"  # of everybody


class SimulatedPlatform(Platform):
    def start_engine(self):
        pass

    def start_berthd(self):
        self.berthd = Process(
            "berthd",
            [os.path.join(self.programs, "berthd"), "--simulate", FILE, "--listen", self.listen],
            self.folder,
            self.environment,
            stdin=subprocess.PIPE,
        )
        self.berthd.wait_until(self.is_ready, "the present", 120)

    def tell(self, words):
        self.berthd.process.stdin.write(words.encode() + b"\n")
        self.berthd.process.stdin.flush()

    def sign_in_as(self, username):
        path = os.path.join(self.folder, "password")
        with open(path, "w", encoding="utf-8") as file:
            file.write(PASSWORD + "\n")
        self.berthctl("login", "--user", username, "--password-file", path)
