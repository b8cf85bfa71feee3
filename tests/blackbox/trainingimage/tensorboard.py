#!/usr/bin/python3
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in for TensorBoard in an image of a test: the same arguments, and the list of runs
below the log directory at /data/runs, as the real one has it."""

import argparse
import http.server
import json
import os

parser = argparse.ArgumentParser()
parser.add_argument("--logdir", required=True)
parser.add_argument("--host", default="localhost")
parser.add_argument("--port", type=int, default=6006)
arguments = parser.parse_args()


class Runs(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path != "/data/runs":
            self.send_error(404)
            return
        runs = sorted(entry.name for entry in os.scandir(arguments.logdir) if entry.is_dir())
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(runs).encode())


http.server.ThreadingHTTPServer((arguments.host, arguments.port), Runs).serve_forever()
