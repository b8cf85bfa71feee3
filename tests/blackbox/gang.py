# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Distributed jobs whose tasks really reach each other, on two hosts that are one machine."""

import json
import os
import re
import shutil
import sys

from harness.image import load, shell_image
from harness.platform import Platform
from harness.processes import TestFailure, wait_until
from harness.run import run

UID = 30001  # of the first account
CONFIGURATION = """\
node:
  name: host
  hosts: 2
  devices: {type: nvidia_gpu_amd64, count: 2}
engine:
  stop-grace: 50s
"""
STANDARD_LIBRARY = "/usr/lib/python3.11"
NUMPY = "/usr/lib/python3/dist-packages/numpy"
LEFT_OUT = """__pycache__ test tests unittest idlelib tkinter ensurepip distutils lib2to3 pydoc_data
    turtledemo f2py include doc""".split()


class Gang(Platform):
    image = ""

    def configuration(self):
        path = os.path.join(self.folder, "berthd.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION)
        return path

    def make_image(self):
        image = shell_image("setpriv", "setsid", "ssh", "ssh-keygen", "sshd", "python3")
        image.add_tree(STANDARD_LIBRARY, LEFT_OUT)
        image.add_tree(NUMPY, LEFT_OUT)
        self.image = load(self.environment["DOCKER_HOST"], image, "gang")

    def submit(self, name, command, *options, status=0):
        what = ("--name", name, "--image", self.image, "--command", command)
        return self.berthctl("submit", *what, *options, status=status)


WIDE = ("--nodes", "2", "--devices-per-node", "2")


def expect(condition, what):
    if not condition:
        raise TestFailure(what)


def reaches_all_tasks_by_name_and_ssh(platform):
    # Nobody leaves before everybody has been reached.
    command = """set -e
for host in $(echo $BERTH_HOSTS | tr , ' '); do
    said=$(ssh $host 'echo $(hostname) as $(id -un) rank ${RANK-none}')
    echo "$BERTH_ROLE$BERTH_ROLE_INDEX to $said"
done
touch /job/done-$BERTH_ROLE_INDEX
until [ -e /job/done-0 ] && [ -e /job/done-1 ]; do sleep 0.2; done"""
    done = platform.submit("ring", command, *WIDE, "--run-on", "all-workers", "--wait")
    wanted = [
        f"worker{here} to {there} as admin rank {rank}"
        for here in range(2)
        for there, rank in (("ps0", "none"), ("worker0", "0"), ("worker1", "1"))
    ]
    expect(sorted(done.stdout.splitlines()) == sorted(wanted), done.stdout)


def launches_from_ps0(platform):
    command = """cat /job/hostfile
while read -r host slots; do ssh -n $host 'echo $(hostname) in $(pwd)'; done </job/hostfile"""
    done = platform.submit("launch", command, *WIDE, "--run-on", "launcher", "--wait")
    wanted = [f"worker{i} slots=2" for i in range(2)]
    wanted += [f"worker{i} in /home/admin" for i in range(2)]
    expect(done.stdout.splitlines() == wanted, done.stdout)


def starts_all_or_none(platform):
    holder = platform.submit("holds", "sleep 600", "--devices", "1").stdout.strip()
    wait_until(lambda: platform.job(holder)["state"] == "running", "one device to be held", 60)
    waits = platform.submit("waits", "hostname", *WIDE, "--run-on", "all-workers").stdout.strip()
    wait_until(lambda: platform.job(waits)["reason"], "the reason to wait", 30)
    expect(platform.job(waits)["state"] == "queued", "with one node only nothing starts")
    expect(platform.berthctl("logs", waits).stdout == "", "not even a part of it")
    platform.berthctl("kill", holder)
    wait_until(lambda: platform.job(waits)["state"] == "finished", "the gang to run", 120)
    placement = platform.job(waits)["placement"]
    nodes = {task["task"]: task["node"] for task in placement}
    expect(nodes["worker0"] != nodes["worker1"], str(nodes))
    log = sorted(platform.berthctl("logs", waits).stdout.split())
    expect(log == ["worker0", "worker1"], str(log))


def trains_alike_on_one_and_two(platform):
    """The same data, the same steps: as many processes as there are, one loss."""
    work = os.path.join(platform.data, "storage", "work", "admin")
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "jobs", "train.py")
    os.chown(shutil.copy(script, work), UID, UID)
    alone = platform.submit("alone", "python3 train.py", "--wait").stdout
    gang = platform.submit(
        "gang", "python3 train.py", *WIDE, "--run-on", "all-workers", "--wait"
    ).stdout
    losses = re.findall(r"loss (\S+)", alone + gang)
    expect(len(losses) == 3 and len(set(losses)) == 1, alone + gang)
    expect("rank 0 of 1 on main, 240 rows" in alone, alone)
    for rank in range(2):
        expect(f"rank {rank} of 2 on worker{rank}, 120 rows" in gang, gang)


def resumes_with_new_addresses(platform):
    """What an earlier start was told of hosts is of no use to the next."""
    command = "ssh worker1 hostname; echo waits; while [ ! -e /job/end ]; do sleep 0.2; done"
    gang = (*WIDE, "--run-on", "launcher")
    job = platform.submit("again", command, *gang).stdout.strip()
    wait_until(lambda: "waits" in platform.berthctl("logs", job).stdout, "the first start", 60)
    platform.berthctl("pause", job)
    wait_until(lambda: platform.job(job)["state"] == "paused", "the pause", 60)
    platform.berthctl("resume", job)
    wait_until(lambda: platform.job(job)["state"] == "running", "the second start", 60)
    own = os.path.join(platform.data, "storage", "jobs", "admin", platform.job(job)["id"])
    with open(os.path.join(own, "end"), "w", encoding="utf-8"):
        pass
    wait_until(lambda: platform.job(job)["state"] == "finished", "the end", 60)
    log = platform.berthctl("logs", job).stdout.split()
    expect(log == ["worker1", "waits"] * 2, str(log))


STEPS = [
    reaches_all_tasks_by_name_and_ssh,
    launches_from_ps0,
    starts_all_or_none,
    trains_alike_on_one_and_two,
    resumes_with_new_addresses,
]


def test(programs, folder):
    with Gang(programs, folder) as platform:
        platform.make_image()
        platform.sign_in()
        nodes = json.loads(platform.berthctl("nodes", "--json").stdout)["items"]
        expect(len(nodes) == 2, str(nodes))
        for step in STEPS:
            step(platform)
            print(f"{step.__name__}: fine", flush=True)


if __name__ == "__main__":
    sys.exit(run(test, ["berthd", "berthctl", "berth-test-engine"]))
