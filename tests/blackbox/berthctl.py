# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""berthctl from end to end: a real berthd, a real engine, real containers."""

import json
import os
import sys

from harness.platform import IMAGE, Platform
from harness.processes import TestFailure, wait_until
from harness.run import run


def expect(condition, what):
    if not condition:
        raise TestFailure(what)


def submit(platform, name, command, *options, status=0):
    return platform.berthctl(
        "submit", "--name", name, "--image", IMAGE, "--command", command, *options, status=status
    )


def signs_in(platform):
    platform.berthctl("jobs", status=127)
    wrong = os.path.join(platform.folder, "wrong-password")
    with open(wrong, "w", encoding="utf-8") as file:
        file.write("not the password\n")
    platform.berthctl("login", "--user", "admin", "--password-file", wrong, status=127)
    said = platform.berthctl(
        "login", "--user", "admin", "--password-file", platform.password_file()
    )
    expect("Signed in" in said.stderr, said.stderr)
    expect("passwd" in said.stderr, "it asks for another password than the first")
    expect(platform.password() not in said.stdout + said.stderr, "the password is not shown")
    kept = os.path.join(platform.environment["XDG_CONFIG_HOME"], "berth", "berthctl.json")
    expect(os.stat(kept).st_mode & 0o777 == 0o600, "only the owner can read the session")


def waits_for_jobs(platform):
    command = "echo out; echo err >&2; sleep 2; echo A=$A"
    done = submit(platform, "fine", command, "--env", "A=b", "--wait")
    for line in ("out", "err", "A=b"):
        expect(line in done.stdout.split("\n"), f"{line} in the log: {done.stdout}")
    expect("running" in done.stderr and "finished" in done.stderr, f"the states: {done.stderr}")
    done = submit(platform, "fails", "echo before; exit 3", "--wait", status=3)
    expect("before\n" in done.stdout, f"the log: {done.stdout}")
    expect("failed: task main ended with 3" in done.stderr, f"the reason: {done.stderr}")
    done = platform.berthctl(
        "submit", "--name", "absent", "--image", "localhost/absent:1", "--command", "true",
        "--wait", status=125,
    )
    expect("error" in done.stderr, f"the state: {done.stderr}")


def checks_before_it_sends(platform):
    said = submit(platform, "a b", "true", status=126).stderr
    expect(said.startswith("berthctl: --name: "), said)
    said = submit(platform, "ok", "true", "--env", "1=x", status=126).stderr
    expect(said.startswith("berthctl: --env: "), said)
    said = submit(platform, "ok", "true", "--vc", "absent", status=126).stderr
    expect(said.startswith("berthctl: --vc: "), said)


def foretells(platform):
    said = submit(platform, "dry", "true", "--dry-run").stdout
    expect(said.startswith("starts now\n  main on "), said)
    expect("dry" not in platform.berthctl("jobs").stdout, "nothing was submitted")


def keeps_templates(platform):
    template = ("template", "save", "base")
    platform.berthctl(
        *template, "--image", IMAGE, "--command", "echo A=$A B=$B", "--env", "A=1", "--env", "B=2"
    )
    said = platform.berthctl(*template, "--image", IMAGE, status=125).stderr
    expect("--overwrite" in said, said)
    done = platform.berthctl(
        "submit", "--template", "base", "--name", "templated", "--env", "B=3", "--wait"
    )
    expect("A=1 B=3" in done.stdout, f"the log: {done.stdout}")
    first = platform.jobs()[0]["id"][:8]
    done = platform.berthctl("submit", "--again", first, "--name", "again", "--env", "A=4", "--wait")
    expect("A=4 B=3" in done.stdout, f"the log: {done.stdout}")
    platform.berthctl("template", "save", "ours", "--again", first, "--scope", "team")
    said = platform.berthctl("templates").stdout.splitlines()
    expect([line.split()[:2] for line in said[1:]] == [["base", "user"], ["ours", "team"]], said)
    written = platform.berthctl("template", "export", "base").stdout
    expect("command: echo A" not in written and 'command: "echo A=$A B=$B"' in written, written)
    path = os.path.join(platform.folder, "template.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(written)
    platform.berthctl("template", "delete", "base")
    platform.berthctl("template", "show", "base", status=125)
    platform.berthctl("template", "import", path, "--name", "again")
    shown = json.loads(platform.berthctl("template", "show", "again", "--json").stdout)
    expect(shown["spec"]["command"] == "echo A=$A B=$B", str(shown))
    with open(path, "w", encoding="utf-8") as file:
        file.write("key: {name: wrong}\nspec:\n  devices: many\n")
    said = platform.berthctl("template", "import", path, status=126).stderr
    expect("template.yaml: line 3: spec.devices: expected a whole number" in said, said)
    with open(path, "w", encoding="utf-8") as file:
        file.write("key: {name: bare}\nspec:\n  registry: {registry: registry.lab, username: robot}\n")
    platform.berthctl("template", "import", path)
    platform.berthctl("template", "save", "copy", "--template", "bare")  # asks for no password
    platform.berthctl("template", "frobnicate", "x", status=126)


def runs_a_distributed_job_on_its_one_node(platform):
    """The devices are declared but not there: the variables name them all the same."""
    say = (
        "echo $BERTH_ROLE $BERTH_ROLE_INDEX on $(hostname) of $BERTH_NUM_WORKERS"
        " sees $ASCEND_VISIBLE_DEVICES"
    )
    gang = ("--nodes", "1", "--devices-per-node", "4")
    done = submit(platform, "gang", say, *gang, "--run-on", "all-workers", "--wait")
    expect("worker 0 on worker0 of 1 sees 0,1,2,3" in done.stdout, f"the log: {done.stdout}")
    placement = platform.job(platform.jobs()[0]["id"][:8])["placement"]
    tasks = {task["task"]: len(task["devices"]) for task in placement}
    expect(tasks == {"ps0": 0, "worker0": 4}, str(tasks))
    done = submit(platform, "launched", say, *gang, "--run-on", "launcher", "--wait")
    expect("ps 0 on ps0 of 1 sees" in done.stdout, f"the log: {done.stdout}")
    expect("0,1,2,3" not in done.stdout, f"the launcher sees no device: {done.stdout}")
    wide = ("--nodes", "2", "--devices-per-node", "4")
    said = submit(platform, "wide", say, *wide, status=126).stderr
    expect(said.startswith("berthctl: --nodes: "), said)
    greedy = ("--nodes", "1", "--devices-per-node", "16")
    said = submit(platform, "greedy", say, *greedy, status=126).stderr
    expect(said.startswith("berthctl: --devices-per-node: ") and "to 8" in said, said)


def kills_a_running_job(platform):
    job_id = submit(platform, "sleeps", "echo awake; sleep 600").stdout.strip()
    short = job_id[:8]

    def state():
        return platform.job(short)["state"]

    wait_until(lambda: state() == "running", "the job to run", 60)
    wait_until(lambda: "awake" in platform.berthctl("logs", short).stdout, "its log")
    platform.berthctl("priority", short, "500")
    expect(platform.job(short)["priority"] == 500, "the new priority")
    platform.berthctl("pause", short)
    wait_until(lambda: state() == "paused", "the job to be paused", 20)
    platform.berthctl("resume", short)
    wait_until(lambda: state() == "running", "the job to run again", 60)
    platform.berthctl("kill", short)
    wait_until(lambda: state() == "killed", "the job to be killed", 20)
    platform.berthctl("kill", short, status=125)
    causes = [entry["cause"] for entry in platform.job(short)["timeline"]]
    for cause in ("submitted", "placed", "started", "paused", "resumed", "ended"):
        expect(cause in causes, f"{cause} in {causes}")


def lets_a_killed_job_save_its_work(platform):
    command = "trap 'echo saved; exit 0' TERM; echo awake; while :; do sleep 0.1; done"
    job_id = submit(platform, "saves", command).stdout.strip()
    wait_until(lambda: "awake" in platform.berthctl("logs", job_id).stdout, "its log", 60)
    platform.berthctl("kill", job_id)
    wait_until(lambda: platform.job(job_id)["state"] == "killed", "the job to be killed", 20)
    expect("saved" in platform.berthctl("logs", job_id).stdout, "its last word")


def survives_a_restart(platform):
    job_id = submit(platform, "survives", "while ! [ -e /tmp/end ]; do sleep 1; done").stdout.strip()
    wait_until(lambda: platform.job(job_id)["state"] == "running", "the job to run", 60)
    started = platform.job(job_id)["startedAt"]
    platform.restart_berthd()
    wait_until(lambda: platform.job(job_id)["state"] == "running", "the job to run still")
    expect(platform.job(job_id)["startedAt"] == started, "it was not started again")
    expect(platform.job(job_id)["attempt"] == 1, "one attempt")
    platform.berthctl("kill", job_id)
    wait_until(lambda: platform.job(job_id)["state"] == "killed", "the job to be killed", 60)


def keeps_a_cordon_over_a_restart(platform):
    def node():
        return json.loads(platform.berthctl("nodes", "--json").stdout)["items"][0]

    name = node()["name"]
    platform.berthctl("cordon", name, "--reason", "a noisy fan")
    job_id = submit(platform, "waits", "true").stdout.strip()
    platform.restart_berthd()
    wait_until(lambda: node()["state"] == "cordoned", "the node to be cordoned still")
    expect(node()["cordon"]["reason"] == "a noisy fan", "the reason is kept")
    expect(platform.job(job_id)["state"] == "queued", "nothing new is placed")
    platform.berthctl("uncordon", name, "--reason", "quiet again")
    wait_until(lambda: platform.job(job_id)["state"] == "finished", "the job to run", 60)


def lists(platform):
    names = {job["name"]: job["state"] for job in platform.jobs()}
    expect(names["fine"] == "finished" and names["fails"] == "failed", str(names))
    table = platform.berthctl("jobs").stdout.splitlines()
    expect(table[0].startswith("ID        NAME"), table[0])
    expect(len(table) == len(names) + 1, f"{len(table)} lines")
    failed = platform.berthctl("jobs", "--state", "failed").stdout
    expect("fails" in failed and "fine" not in failed, failed)

    def states():
        nodes = json.loads(platform.berthctl("nodes", "--json").stdout)["items"]
        return [node["state"] for node in nodes]

    wait_until(lambda: states() == ["ready"], "the one node to be ready after the restart")
    vcs = json.loads(platform.berthctl("vcs", "--json").stdout)["items"]
    expect([vc["name"] for vc in vcs] == ["platform"], str(vcs))
    expect("platform" in platform.berthctl("vcs").stdout, "the table of VCs")


def changes_the_password(platform):
    new = os.path.join(platform.folder, "new-password")
    with open(new, "w", encoding="utf-8") as file:
        file.write("a much better password\n")
    platform.berthctl(
        "passwd", "--current-password-file", platform.password_file(), "--new-password-file", new
    )
    expect(not os.path.exists(platform.password_file()), "the first password's file is gone")
    platform.berthctl("login", "--user", "admin", "--password-file", new)


def signs_out(platform):
    platform.berthctl("logout")
    platform.berthctl("jobs", status=127)


STEPS = [
    signs_in,
    checks_before_it_sends,
    waits_for_jobs,
    foretells,
    keeps_templates,
    runs_a_distributed_job_on_its_one_node,
    kills_a_running_job,
    lets_a_killed_job_save_its_work,
    survives_a_restart,
    keeps_a_cordon_over_a_restart,
    lists,
    changes_the_password,
    signs_out,
]


def test(programs, folder):
    with Platform(programs, folder) as platform:
        for step in STEPS:
            print(step.__name__, flush=True)
            step(platform)


if __name__ == "__main__":
    sys.exit(run(test, ["berthd", "berthctl", "berth-test-engine"]))
