# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole Berth for one test: a container engine, berthd with a data directory of its own, and
berthctl signed in to it."""

import json
import os
import subprocess
import urllib.error
import urllib.request

from .processes import Process, Skipped, TestFailure, free_port, wait_until

IMAGE = "localhost/berth-test:1"
ENGINE = os.environ.get("BERTH_ENGINE", "podman")  # or docker
CONFIGURATION = """\
node:
  devices: {type: huawei_npu_arm64, count: 8}
engine:
  stop-grace: 50s  # longer than any test is ready to wait: nothing may sit it out
"""


class Platform:
    def __init__(self, programs, folder):
        self.programs = programs
        self.folder = folder
        self.data = os.path.join(folder, "data")
        self.listen = f"127.0.0.1:{free_port()}"
        self.server = f"http://{self.listen}"
        self.engine = None
        self.berthd = None
        self.environment = dict(os.environ, XDG_CONFIG_HOME=os.path.join(folder, "config"))
        self.environment["BERTH_SERVER"] = self.server
        self.environment.pop("DBUS_SESSION_BUS_ADDRESS", None)

    def __enter__(self):
        try:
            self.start_engine()
            self.start_berthd()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.berthd:
            self.berthd.stop()
        if self.engine:
            self.engine.process.stdin.close()
            wait_until(lambda: not self.engine.is_running(), "the engine's end", 60)
            self.engine.stop()

    def start_engine(self):
        self.engine = Process(
            "engine",
            [os.path.join(self.programs, "berth-test-engine"), ENGINE],
            self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        line = self.engine.process.stdout.readline().decode()
        if not line.startswith("DOCKER_HOST="):
            said = self.engine.last_lines().strip()
            if ENGINE == "docker":
                reason = said.splitlines()[-1] if said else "it says nothing"
                raise Skipped(f"docker cannot be started here: {reason}")
            raise TestFailure(f"no engine: {said}")
        self.environment["DOCKER_HOST"] = line.strip().split("=", 1)[1]

    def start_berthd(self):
        self.berthd = Process(
            "berthd",
            [os.path.join(self.programs, "berthd"), "--config", self.configuration()]
            + ["--data-dir", self.data, "--listen", self.listen],
            self.folder,
            self.environment,
        )
        self.berthd.wait_until(self.is_ready, "berthd to be ready", 60)

    def configuration(self):
        path = os.path.join(self.folder, "berthd.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION)
        return path

    def restart_berthd(self):
        self.berthd.stop()
        self.start_berthd()

    def is_ready(self):
        try:
            with urllib.request.urlopen(self.server + "/readyz", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def password_file(self):
        """With the administrator's password of now."""
        own = os.path.join(self.folder, "password-of-my-own")
        return own if os.path.exists(own) else os.path.join(self.data, "initial-admin-password")

    def password(self):
        with open(self.password_file(), encoding="utf-8") as file:
            return file.read().strip()

    def keep_password(self, password):
        """The administrator has changed it."""
        with open(os.path.join(self.folder, "password-of-my-own"), "w", encoding="utf-8") as file:
            file.write(password + "\n")

    def sign_in(self):
        self.berthctl("login", "--user", "admin", "--password-file", self.password_file())

    def berthctl(self, *arguments, status=0, seconds=60, environment=None, answers=""):
        """What berthctl printed, given these lines; a failure when it ends with another status."""
        done = subprocess.run(
            [os.path.join(self.programs, "berthctl"), *arguments],
            env=environment or self.environment,
            input=answers,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        if done.returncode != status:
            raise TestFailure(
                f"berthctl {' '.join(arguments)} ended with {done.returncode}, not {status}:\n"
                f"{done.stdout}{done.stderr}"
            )
        return done

    def job(self, job_id):
        return json.loads(self.berthctl("job", job_id, "--json").stdout)

    def jobs(self):
        return json.loads(self.berthctl("jobs", "--json").stdout)["items"]
