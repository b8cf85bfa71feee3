# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The container engine's own word, over its socket."""

import collections
import http.client
import json
import socket
import time
import urllib.parse


class Engine(http.client.HTTPConnection):
    """One connection; the address is that of DOCKER_HOST."""

    def __init__(self, address):
        super().__init__("localhost", timeout=60)
        self.path = address.removeprefix("unix://")

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(60)
        self.sock.connect(self.path)

    def ask(self, path, **query):
        query = {name: json.dumps(value) if name == "filters" else value
                 for name, value in query.items()}
        self.request("GET", f"/v1.41{path}?{urllib.parse.urlencode(query)}")
        return self.getresponse().read().decode()

    def call(self, verb, path, headers=None):
        self.request(verb, path, headers=headers or {})
        answer = self.getresponse()
        text = answer.read().decode()
        if answer.status >= 300 or '"error"' in text:
            raise OSError(f"{verb} {path}: {answer.status} {text}")
        return text

    def containers(self):
        filters = {"label": ["berth.installation"]}
        return json.loads(self.ask("/containers/json", all="true", filters=filters))

    def starts(self, since):
        """How often each container was started, by name."""
        filters = {"event": ["start"], "type": ["container"]}
        text = self.ask("/events", since=since, until=int(time.time()) + 1, filters=filters)
        events = [json.loads(line) for line in text.splitlines() if line.strip()]
        return collections.Counter(event["Actor"]["Attributes"]["name"] for event in events)
