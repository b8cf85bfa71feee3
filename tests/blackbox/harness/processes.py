# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes of a test: started with a log of their own, ended by process group, never waited for
without a limit."""

import os
import signal
import socket
import subprocess
import time


class TestFailure(Exception):
    """What the test expected did not come."""


class Skipped(Exception):
    """The test cannot run here."""


def wait_until(condition, what, seconds=30):
    """The first true value of the condition, or a failure that says what was waited for."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TestFailure(f"waited {seconds} s for {what}")
        time.sleep(0.1)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Process:
    """A program in a process group of its own; its output goes to <folder>/<name>.log."""

    def __init__(self, name, arguments, folder, environment=None, **options):
        self.name = name
        self.log = os.path.join(folder, name + ".log")
        with open(self.log, "ab") as log:
            options.setdefault("stdin", subprocess.DEVNULL)
            options.setdefault("stdout", log)
            self.process = subprocess.Popen(
                arguments, stderr=log, env=environment, start_new_session=True, **options
            )

    def is_running(self):
        return self.process.poll() is None

    def wait_until(self, condition, what, seconds=30):
        """Like wait_until, but fails at once when the program has ended."""

        def checked():
            if not self.is_running():
                raise TestFailure(f"{self.name} ended: {self.last_lines()}")
            return condition()

        return wait_until(checked, what, seconds)

    def last_lines(self, count=20):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return "".join(log.readlines()[-count:])

    def stop(self, seconds=30):
        """Asks it to end; kills what is left of its group. The exit status."""
        if self.is_running():
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                pass
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        return self.process.wait(seconds)
