# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The password of a private registry reaches the engine and nobody else: while one job pulls its
image and another is refused for a wrong password, it is looked for in berthd's files and log, in the
arguments and environment of every process, in what the engine tells of containers, and in every
answer and event of the API."""

import base64
import glob
import os
import secrets
import socket
import sys
import threading
import time
import urllib.error
import urllib.parse

from harness.api import Api
from harness.engine import Engine
from harness.platform import ENGINE, IMAGE, Platform
from harness.processes import TestFailure, wait_until
from harness.registry import Registry
from harness.run import run

USER = "registry-user-of-this-test"  # no secret: what is looked for so must be found so


def forms(text):
    """The bytes by which the text may be found: plain, for a URL, in hexadecimal digits, and inside
    base64 wherever it begins there."""
    plain = text.encode()
    yield plain
    yield text.encode("utf-16-le")
    yield urllib.parse.quote(text, safe="").encode()
    yield plain.hex().encode()
    for lead in range(3):
        whole = base64.b64encode(b"\0" * lead + plain)
        inner = whole[4 if lead else 0 : len(whole) // 4 * 4 - 4]
        yield inner
        yield inner.translate(bytes.maketrans(b"+/", b"-_"))


class Search:
    """Looks for some words in whatever it is shown, and remembers where they were."""

    def __init__(self, words):
        self.needles = {word: set(forms(word)) for word in words}
        self.found = {word: set() for word in words}

    def look(self, where, data):
        for word, needles in self.needles.items():
            if any(needle in data for needle in needles):
                self.found[word].add(where)

    def look_into(self, path, where=None):
        try:
            with open(path, "rb") as file:
                self.look(where or path, file.read())
        except OSError:
            pass  # it ended or went meanwhile

    def look_below(self, folder):
        for parent, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(parent, name)
                if os.path.isfile(path) and not os.path.islink(path):
                    self.look_into(path)


class Watch(threading.Thread):
    """Looks at all processes again and again, and at what berthd keeps, for as long as it runs."""

    def __init__(self, search, folders):
        super().__init__(daemon=True)
        self.search = search
        self.folders = folders
        self.enough = threading.Event()
        self.rounds = 0

    def run(self):
        while not self.enough.is_set():
            for kind in ("cmdline", "environ"):
                for path in glob.glob(f"/proc/[0-9]*/{kind}"):
                    self.search.look_into(path, kind)
            for folder in self.folders:
                self.search.look_below(folder)
            self.rounds += 1
            time.sleep(0.02)


class Events(threading.Thread):
    """The stream of events, as its bytes come."""

    def __init__(self, platform, token):
        super().__init__(daemon=True)
        self.data = b""
        host, port = platform.listen.split(":")
        self.socket = socket.create_connection((host, int(port)), timeout=60)
        self.socket.sendall(
            "GET /api/v1/events HTTP/1.1\r\n"
            f"Host: {platform.listen}\r\nAuthorization: Bearer {token}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n\r\n".encode()
        )

    def run(self):
        try:
            while part := self.socket.recv(65536):
                self.data += part
        except OSError:
            pass  # hung up


def submit(api, name, image, registry, password):
    login = {"registry": f"http://{registry.address}", "username": USER, "password": password}
    spec = {"name": name, "vc": "platform", "image": image, "command": "env; ls /; sleep 1"}
    return api.call("POST", "jobs", spec | {"registry": login})["id"]


def submit_again(platform, ended, password):
    """By the command line, which asks for the password that Berth keeps no more."""
    platform.sign_in()
    return platform.berthctl("submit", "--again", ended, answers=password + "\n").stdout.strip()


def state_of(api, job):
    return api.call("GET", f"jobs/{job}")["state"]


def look_at_answers(search, api, jobs):
    paths = ["jobs", "cluster", "nodes", "vcs", "users", "audit", "templates", "openapi.json"]
    for job in jobs:
        paths += [f"jobs/{job}" + rest for rest in ("", "/log", "/timeline", "/endpoints")]
    answered = 0
    for path in paths:
        try:
            search.look(f"GET {path}", api.text("GET", path))
            answered += 1
        except urllib.error.HTTPError as error:
            search.look(f"GET {path}", error.read())
    if answered < 6:
        raise TestFailure(f"only {answered} of {paths} answered")


def look_at_containers(search, engine_address):
    versions = {"docker": ["v1.41"], "podman": ["v1.41", "v4.0.0/libpod"]}[ENGINE]
    for container in Engine(engine_address).containers():
        for version in versions:
            text = Engine(engine_address).call("GET", f"/{version}/containers/{container['Id']}/json")
            search.look(f"inspect by {version}", text.encode())


def play(platform, api, registry, search, wrong):
    address = platform.environment["DOCKER_HOST"]
    image = registry.push(Engine(address), IMAGE, "team/private")
    began = int(time.time()) - 1
    refused = submit(api, "refused", image, registry, wrong)
    wait_until(lambda: state_of(api, refused) == "error", "the wrong password to be refused", 60)
    pulled = submit(api, "pulled", image, registry, registry.password)
    wait_until(lambda: state_of(api, pulled) == "running", "the job to run", 60)
    look_at_containers(search, address)
    wait_until(lambda: state_of(api, pulled) == "finished", "the job to end", 60)
    again = submit_again(platform, pulled, registry.password)
    wait_until(lambda: state_of(api, again) == "finished", "the job to end again", 60)
    look_at_answers(search, api, [refused, pulled, again])
    search.look("the engine's events",
                Engine(address).ask("/events", since=began, until=int(time.time()) + 1).encode())


def check(search, words, events, watch):
    for word in words:
        if search.found[word]:
            raise TestFailure(f"the password was found in {sorted(search.found[word])}")
    if not any(place.startswith("GET jobs/") for place in search.found[USER]):
        raise TestFailure(f"the username was found in {search.found[USER]} only: a blind search")
    if not any(place.endswith(("berth.db", "berth.db-wal")) for place in search.found[USER]):
        raise TestFailure("the database was not looked into")
    if b'"state"' not in events.data and b"job" not in events.data:
        raise TestFailure("no event came")
    print(f"looked {watch.rounds} times; the username was in {len(search.found[USER])} places")


def keeps_the_password(programs, folder):
    right, wrong = (f"Pa55-{secrets.token_hex(12)}/+~" for _ in range(2))
    search = Search([right, wrong, USER])
    with Registry(folder, USER, right) as registry, Platform(programs, folder) as platform:
        api = Api(platform.server, "admin", platform.password())
        events = Events(platform, api.token)
        events.start()
        engine_folder = os.path.dirname(platform.environment["DOCKER_HOST"].removeprefix("unix://"))
        watch = Watch(search, [platform.data])
        watch.start()
        play(platform, api, registry, search, wrong)
        watch.enough.set()
        watch.join(60)
        for place in (platform.data, engine_folder):
            search.look_below(place)
        search.look_into(platform.berthd.log)
        search.look("the stream of events", events.data)
        check(search, (right, wrong), events, watch)


if __name__ == "__main__":
    sys.exit(run(keeps_the_password, ["berth-test-engine", "berthd", "berthctl"]))
