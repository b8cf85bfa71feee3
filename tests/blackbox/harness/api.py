# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody else does meanwhile, elsewhere: requests to berthd in a person's name."""

import json
import urllib.request
import uuid


class Api:
    def __init__(self, server, username, password):
        self.server = server
        self.token = None
        answer = self.call("POST", "sessions", {"username": username, "password": password})
        self.token = answer["token"]

    def call(self, verb, path, body=None):
        text = self.text(verb, path, body)
        return json.loads(text) if text else {}

    def text(self, verb, path, body=None):
        request = urllib.request.Request(
            f"{self.server}/api/v1/{path}",
            method=verb,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        if verb == "POST":
            request.add_header("Idempotency-Key", str(uuid.uuid4()))
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()
