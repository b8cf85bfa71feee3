# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""berthd is killed with SIGKILL again and again while jobs are submitted, run, end, are killed and
paused. At the end every acknowledged job is there and in the state it had to reach, the engine has
started each container once, and none is left. BERTH_CRASH_SEED and BERTH_CRASH_ROUNDS choose another
play."""

import http.client
import json
import os
import random
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

from harness.engine import Engine
from harness.platform import IMAGE, Platform
from harness.processes import TestFailure, wait_until
from harness.run import run

SEED = int(os.environ.get("BERTH_CRASH_SEED", "1"))
ROUNDS = int(os.environ.get("BERTH_CRASH_ROUNDS", "100"))
KINDS = {"ends": "finished", "fails": "failed", "is killed": "killed", "is paused": "paused"}
ACTIONS = {"is killed": "kill", "is paused": "pause"}


class Api:
    """Requests that are repeated until the server has answered, whoever was killed meanwhile."""

    def __init__(self, server):
        self.server = server
        self.token = None

    def once(self, verb, path, body=None, key=None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if key:
            headers["Idempotency-Key"] = key
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.server + path, data, headers, method=verb)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)

    def call(self, verb, path, body=None, key=None):
        def answered():
            try:
                return self.once(verb, path, body, key)
            except urllib.error.HTTPError as error:
                if error.code < 500:
                    raise
            except (urllib.error.URLError, OSError, http.client.HTTPException, ValueError):
                pass  # killed in the middle: ask again
            return None

        return wait_until(answered, f"{verb} {path}", 120)

    def all_jobs(self):
        jobs, cursor = [], ""
        while True:
            query = urllib.parse.urlencode({"limit": 500, "cursor": cursor})
            page = self.call("GET", f"/api/v1/jobs?{query}")
            jobs += page["items"]
            cursor = page.get("next")
            if not cursor:
                return jobs


class Submitter(threading.Thread):
    """Submits jobs of all kinds; what it has put down here was acknowledged."""

    def __init__(self, api, dice):
        super().__init__(daemon=True)
        self.api = api
        self.dice = dice
        self.acknowledged = {}  # id: (kind, key, specification)
        self.failure = None
        self.enough = threading.Event()

    def run(self):
        try:
            while not self.enough.is_set():
                self.submit(self.dice.choice(list(KINDS)))
                time.sleep(self.dice.uniform(0.05, 0.6))
        except Exception as error:  # pylint: disable=broad-except
            self.failure = error

    def submit(self, kind):
        key = str(uuid.UUID(int=self.dice.getrandbits(128)))
        rest = {
            "ends": f"sleep {self.dice.uniform(0, 1):.2f}",
            "fails": "exit 3",
            "is killed": "sleep 600",
            "is paused": "sleep 600",
        }
        spec = {
            "name": f"job-{len(self.acknowledged)}",
            "vc": "platform",
            "image": IMAGE,
            "command": f"echo started; {rest[kind]}",
        }
        job = self.api.call("POST", "/api/v1/jobs", spec, key)
        self.acknowledged[job["id"]] = (kind, key, spec)
        if kind in ACTIONS:
            time.sleep(self.dice.uniform(0, 0.5))
            self.act(job["id"], ACTIONS[kind])

    def act(self, job, action):
        try:
            self.api.call("POST", f"/api/v1/jobs/{job}/{action}", {})
        except urllib.error.HTTPError as error:
            if error.code != 409:  # the request before it was carried out, its answer lost
                raise


def play(platform, api, dice):
    submitter = Submitter(api, dice)
    submitter.start()
    for _ in range(ROUNDS):
        time.sleep(dice.uniform(0.02, 0.8))
        platform.berthd.process.kill()
        platform.berthd.process.wait(30)
        platform.start_berthd()
    submitter.enough.set()
    submitter.join(120)
    if submitter.failure:
        raise submitter.failure
    return submitter.acknowledged


def settled(api, acknowledged):
    """The jobs, once nothing happens to them any more."""
    last = {"finished", "failed", "killed", "error", "paused"}

    def ended():
        jobs = {job["id"]: job for job in api.all_jobs()}
        lost = set(acknowledged) - set(jobs)
        if lost:
            raise TestFailure(f"lost: {lost}")
        return jobs if all(job["state"] in last for job in jobs.values()) else None

    return wait_until(ended, "all jobs to come to rest", 240)


def check_job(api, job, kind, key, spec):
    if job["state"] != KINDS[kind]:
        raise TestFailure(f"{job['id']} ({kind}) is {job['state']}: {job.get('reason')}")
    again = api.call("POST", "/api/v1/jobs", spec, key)
    if again["id"] != job["id"]:
        raise TestFailure(f"{job['id']} was submitted twice: {again['id']}")
    if again["attempt"] > 1:
        raise TestFailure(f"{job['id']} was started {again['attempt']} times")
    log = api.call("GET", f"/api/v1/jobs/{job['id']}/log")["items"]
    started = [line for line in log if line["text"] == "started"]
    if len(started) > 1 or (kind not in ACTIONS and not started):
        raise TestFailure(f"{job['id']} wrote its first line {len(started)} times")


def crashes(programs, folder):
    dice = random.Random(SEED)
    began = int(time.time()) - 1
    with Platform(programs, folder) as platform:
        api = Api(platform.server)
        who = {"username": "admin", "password": platform.password()}
        api.token = api.call("POST", "/api/v1/sessions", who)["token"]

        acknowledged = play(platform, api, dice)
        jobs = settled(api, acknowledged)
        if len(jobs) != len(acknowledged):
            raise TestFailure(f"{len(jobs)} jobs for {len(acknowledged)} submits")
        for job, (kind, key, spec) in acknowledged.items():
            check_job(api, jobs[job], kind, key, spec)

        address = platform.environment["DOCKER_HOST"]
        wait_until(lambda: not Engine(address).containers(), "no container to be left", 120)
        starts = Engine(address).starts(began)
        twice = {name: count for name, count in starts.items() if count > 1}
        if twice:
            raise TestFailure(f"started more than once: {twice}")
        ran = [job for job, (kind, *_) in acknowledged.items() if kind not in ACTIONS]
        if len(starts) < len(ran):
            raise TestFailure(f"the engine tells of {len(starts)} starts only")
        print(f"{ROUNDS} crashes, {len(jobs)} jobs, {len(starts)} containers, seed {SEED}")


if __name__ == "__main__":
    sys.exit(run(crashes, ["berth-test-engine", "berthd"]))
