# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private image registry on loopback that asks for a user and a password."""

import base64
import json
import os
import subprocess
import urllib.error
import urllib.request

from .platform import ENGINE
from .processes import Process, free_port

CONFIGURATION = """\
version: 0.1
storage: {{filesystem: {{rootdirectory: {folder}/data}}}}
http: {{addr: '{address}', secret: test}}
auth: {{htpasswd: {{realm: test, path: {folder}/htpasswd}}}}
"""


class Registry:
    def __init__(self, folder, username, password):
        self.folder = os.path.join(folder, "registry")
        self.address = f"127.0.0.1:{free_port()}"
        self.username = username
        self.password = password
        self.process = None

    def __enter__(self):
        os.mkdir(self.folder)
        # By standard input: nobody may find it in a command line.
        hashed = subprocess.run(
            ["htpasswd", "-niB", self.username],
            input=self.password, capture_output=True, text=True, timeout=30, check=True,
        ).stdout
        self.write("htpasswd", hashed)
        settings = CONFIGURATION.format(folder=self.folder, address=self.address)
        configuration = self.write("config.yml", settings)
        self.process = Process("registry", ["docker-registry", "serve", configuration], self.folder)
        self.process.wait_until(self.answers, "the registry to answer")
        return self

    def __exit__(self, *_):
        self.process.stop()

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def answers(self):
        try:
            with urllib.request.urlopen(f"http://{self.address}/v2/", timeout=5):
                return True
        except urllib.error.HTTPError:
            return True  # it asks who is there
        except OSError:
            return False

    def push(self, engine, image, name):
        """Puts an image of the engine into the registry as `name`:1, and away from the engine."""
        there = f"{self.address}/{name}"
        login = {"username": self.username, "password": self.password}
        secret = base64.urlsafe_b64encode(json.dumps(login).encode()).decode()
        engine.call("POST", f"/v1.41/images/{image}/tag?tag=1&repo={there}")
        # Docker speaks plain HTTP on loopback; Podman only when its own endpoint is told to.
        push = {
            "docker": f"/v1.41/images/{there}/push?tag=1",
            "podman": f"/v4.0.0/libpod/images/{there}:1/push?tlsVerify=false&destination={there}:1",
        }[ENGINE]
        engine.call("POST", push, {"X-Registry-Auth": secret})
        engine.call("DELETE", f"/v1.41/images/{there}:1")
        return f"{there}:1"
