# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped simulation, as people click through it: every state is there, jobs run and end, nodes
are lost and return when they are told to."""

import json
import sys

from harness.processes import TestFailure, wait_until
from harness.run import run
from harness.simulated import SimulatedPlatform

STATES = {"queued", "scheduling", "running", "paused", "killed", "finished", "failed", "error"}


class Rehearsal(SimulatedPlatform):
    def all_jobs(self):
        said = self.berthctl("jobs", "--all", "--limit", "1000", "--json")
        return json.loads(said.stdout)["items"]

    def node(self, name):
        nodes = json.loads(self.berthctl("nodes", "--json").stdout)["items"]
        return next(node for node in nodes if node["name"] == name)


def holders(platform, name):
    found = (device.get("holder") for device in platform.node(name)["devices"])
    return {holder["job"] for holder in found if holder}


def causes(platform, job_id):
    return [entry["cause"] for entry in platform.job(job_id)["timeline"]]


def expect(condition, what):
    if not condition:
        raise TestFailure(what)


def has_every_state(platform):
    platform.sign_in_as("mona")
    jobs = platform.all_jobs()
    states = {job["state"] for job in jobs}
    expect(STATES <= states, f"every state, not only {states}")
    expect(len(jobs) >= 100, f"a hundred jobs, not {len(jobs)}")
    expect(len({job["ownerName"] for job in jobs}) >= 5, "jobs of several people")
    expect(len({job["vc"] for job in jobs}) == 3, "jobs of three VCs")
    reasons = {job["reason"]["code"] for job in jobs if job["state"] == "queued"}
    expect(len(reasons) >= 2, f"several reasons to wait, not only {reasons}")
    ended = [job for job in jobs if job["state"] == "finished"]
    expect(all(job["startedAt"] < job["finishedAt"] for job in ended), "times in their order")
    for job in ended[:3]:
        log = platform.berthctl("logs", job["id"]).stdout
        expect(log.strip(), f"a log of {job['name']}")


def has_a_cluster(platform):
    cluster = json.loads(platform.berthctl("nodes", "--json").stdout)["items"]
    expect(len(cluster) == 11, f"{len(cluster)} nodes")
    expect(platform.node("npu6")["state"] == "lost", "npu6 is lost")
    faulty = [device["index"] for device in platform.node("gpu2")["devices"] if not device["healthy"]]
    expect(faulty == [3], f"the faulty devices of gpu2: {faulty}")
    holders = [device.get("holder") for node in cluster for device in node["devices"]]
    vcs = {holder["vc"] for holder in holders if holder}
    expect(vcs == {"platform", "vision", "speech"}, f"whose devices: {vcs}")
    guests = {guest["jobName"] for node in cluster for guest in node["guests"]}
    expect("notebook" in guests, f"jobs without devices: {guests}")


def runs_a_job(platform):
    platform.sign_in_as("wei")
    done = platform.berthctl(
        "submit", "--name", "mine", "--vc", "speech", "--image", "lab/tools:1", "--devices", "0",
        "--command", "echo hello; sleep 1; exit 3", "--wait", status=3,
    )
    expect("hello" in done.stdout, f"its log: {done.stdout}")
    expect("running" in done.stderr and "failed" in done.stderr, f"its states: {done.stderr}")


def hears_what_it_is_told(platform):
    platform.tell("return npu6")
    wait_until(lambda: platform.node("npu6")["state"] == "ready", "npu6 to return")
    held = holders(platform, "gpu1")
    platform.tell("lose gpu1")
    wait_until(lambda: platform.node("gpu1")["state"] == "unhealthy", "gpu1 to be silent")
    wait_until(lambda: platform.node("gpu1")["state"] == "lost", "gpu1 to be lost", 60)
    for job_id in held:
        wait_until(lambda job_id=job_id: "requeued" in causes(platform, job_id), f"{job_id} back")
    platform.tell("explode")
    wait_until(lambda: "expected one of" in platform.berthd.last_lines(), "a refusal")


def takes_nodes_out_of_service(platform):
    platform.berthctl("cordon", "gpu3", "--reason", "not mine", status=125)
    platform.sign_in_as("mona")
    platform.berthctl("cordon", "gpu3", status=126)  # a reason is needed
    platform.berthctl("cordon", "gpu3", "--reason", "a noisy fan")
    node = platform.node("gpu3")
    expect(node["state"] == "cordoned", f"gpu3 is {node['state']}")
    expect(node["cordon"]["actor"] == "mona", f"who: {node['cordon']}")
    expect(holders(platform, "gpu3"), "its jobs stay")
    held = holders(platform, "gpu3")
    said = platform.berthctl("drain", "gpu3", "--reason", "a new fan", "--requeue").stderr
    expect("back to the queue" in said, said)
    wait_until(lambda: not holders(platform, "gpu3"), "gpu3 to be empty")
    for job_id in held:
        expect("requeued" in causes(platform, job_id), f"{job_id} went back")
    platform.berthctl("uncordon", "gpu3", "--reason", "quiet again")
    expect(platform.node("gpu3")["state"] == "ready", "gpu3 is back")
    table = platform.berthctl("node-history", "gpu3").stdout
    expect("a noisy fan" in table and "quiet again" in table, table)


STEPS = [
    has_every_state,
    has_a_cluster,
    runs_a_job,
    takes_nodes_out_of_service,
    hears_what_it_is_told,
]


def test(programs, folder):
    with Rehearsal(programs, folder) as platform:
        for step in STEPS:
            print(step.__name__, flush=True)
            step(platform)


if __name__ == "__main__":
    sys.exit(run(test, ["berthd", "berthctl"]))
