# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways into a running job, for real: ssh, Jupyter, what stands in for TensorBoard and a web server of
the job's own, in a container of an image such as people train in."""

import json
import os
import shlex
import subprocess
import sys
import urllib.error
import urllib.request

from harness.api import Api
from harness.image import load
from harness.platform import IMAGE, Platform
from harness.processes import Skipped, TestFailure, wait_until
from harness.run import run

SSH_OPTIONS = ["-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"]
SSH_OPTIONS += ["-o", "LogLevel=ERROR", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes"]
CONFIGURATION = """\
node:
  address: 127.0.0.1
  devices: {type: huawei_npu_arm64, count: 8}
"""
NAMES = ["ssh", "jupyter", "tensorboard", "port-40007"]
COMMAND = """mkdir -p ~/tensorboard/$BERTH_JOB_ID/logs/first
cd /work && echo mine >page && exec python3 -m http.server 40007"""


class TrainingImage:
    """The file system that trainingimage/image.sh has made."""

    def __init__(self):
        self.path = os.environ["BERTH_TRAINING_IMAGE"]
        if not os.path.exists(self.path):
            raise Skipped("the image such as people train in could not be made")

    def content(self):
        with open(self.path, "rb") as file:
            return file.read()


class Lab(Platform):
    def configuration(self):
        path = os.path.join(self.folder, "berthd.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION)
        return path

    def endpoints(self, job, *action):
        said = self.berthctl("endpoints", job, *action, "--json").stdout
        return {endpoint["name"]: endpoint for endpoint in json.loads(said)["items"]}

    def await_ready(self, job, names):
        def are_ready():
            found = self.endpoints(job)
            for name in names:
                if found[name]["state"] == "failed":
                    raise TestFailure(f"{name}: {found[name]}")
            return all(found[name]["state"] == "ready" for name in names) and found

        return wait_until(are_ready, f"{names} to be ready", 90)


def expect(condition, what):
    if not condition:
        raise TestFailure(what)


def get(url):
    """The status and what was said."""
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""


def answers(url):
    try:
        return bool(get(url)[0])
    except OSError:
        return False


def enter(platform, job, key, command, *options):
    """The ssh that the console shows, with a key."""
    shown = shlex.split(platform.berthctl("ssh", job, "--print").stdout)
    return subprocess.run(
        [*shown[:1], *SSH_OPTIONS, "-i", key, *options, *shown[1:], command],
        capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
    )


def make_key(platform, name):
    key = os.path.join(platform.folder, name)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    with open(key + ".pub", encoding="utf-8") as file:
        return key, file.read().strip()


def lets_in_with_the_persons_key(platform, job, api):
    key, line = make_key(platform, "laptop")
    refused = enter(platform, job, key, "true")
    expect(refused.returncode == 255, f"a key that nobody has added: {refused}")
    known = api.call("POST", "account/ssh-keys", {"line": line})
    wait_until(lambda: enter(platform, job, key, "true").returncode == 0, "the key to be let in")
    said = enter(platform, job, key, 'id -u; echo "$WORDS"; echo $BERTH_JOB_ID; pwd; id -un')
    lines = said.stdout.split("\n")
    expect(lines[0] == "30001", f"the person's uid: {said}")
    expect(lines[1] == "two words", f"variables of the job: {said}")
    expect(lines[2].startswith(job), f"variables of the platform: {said}")
    expect(lines[3:5] == ["/home/admin", "admin"], f"home and name: {said}")
    terminal = enter(platform, job, key, "tty", "-tt")
    expect("/dev/pts/" in terminal.stdout, f"a terminal: {terminal}")
    api.call("DELETE", f"account/ssh-keys/{known['id']}")
    wait_until(
        lambda: enter(platform, job, key, "true").returncode == 255, "the removed key to be refused"
    )


def lets_in_with_the_platforms_key(platform, job):
    home = os.path.join(platform.data, "storage", "home", "admin")
    key = os.path.join(platform.folder, "platform")
    with open(os.path.join(home, ".ssh", "berth_ed25519"), encoding="utf-8") as file:
        text = file.read()
    with open(os.open(key, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    said = enter(platform, job, key, "echo in")
    expect(said.stdout == "in\n", f"the platform's key: {said}")
    return key


def takes_no_password(platform, job):
    said = enter(platform, job, "/dev/null", "true", "-o", "PubkeyAuthentication=no")
    expect(said.returncode == 255, f"no key: {said}")
    expect("Permission denied (publickey)" in said.stderr, f"nothing but keys: {said}")


def opens_pages(found):
    jupyter = found["jupyter"]["url"]
    contents = jupyter.replace("/?", "/api/contents?")
    expect(get(contents)[0] == 200, f"Jupyter with its token: {get(contents)}")
    expect(get(contents.split("?")[0])[0] == 403, "Jupyter without its token")
    expect(len(jupyter.split("token=")[1]) == 64, jupyter)
    runs = get(found["tensorboard"]["url"] + "data/runs")
    expect(runs == (200, '["first"]'), f"TensorBoard's runs: {runs}")
    page = get(found["port-40007"]["url"] + "page")
    expect(page == (200, "mine\n"), f"the job's own page: {page}")


def switches_off_and_on(platform, job):
    before = platform.endpoints(job)["jupyter"]
    expect(platform.endpoints(job, "close", "jupyter")["jupyter"]["state"] == "stopped", "stopped")
    wait_until(lambda: not answers(before["url"]), "Jupyter to be gone")
    platform.endpoints(job, "open", "jupyter")
    after = platform.await_ready(job, ["jupyter"])["jupyter"]
    expect(after["port"] == before["port"], f"the same port: {before} {after}")


def tells_that_a_service_died(platform, job, key):
    enter(platform, job, key, "pkill -KILL -f jupyter-notebook")
    wait_until(
        lambda: platform.endpoints(job)["jupyter"].get("failure") == "exited", "Jupyter's end", 60
    )
    platform.endpoints(job, "open", "jupyter")
    platform.await_ready(job, ["jupyter"])


def stays_over_a_restart(platform, job, key):
    before = platform.endpoints(job)
    platform.restart_berthd()
    after = platform.await_ready(job, NAMES)
    for name in NAMES:
        expect(after[name] == before[name], f"{before[name]} is now {after[name]}")
    expect(enter(platform, job, key, "echo in").stdout == "in\n", "ssh after the restart")
    opens_pages(after)


def begins_anew_with_the_job(platform, job):
    before = platform.endpoints(job)
    platform.berthctl("pause", job)
    wait_until(lambda: platform.job(job)["state"] == "paused", "the job to be paused", 60)
    expect(platform.endpoints(job)["ssh"]["command"] == "", "no address while it is paused")
    platform.berthctl("resume", job)
    after = platform.await_ready(job, NAMES)
    expect(after["ssh"]["port"] == before["ssh"]["port"], "the same port")
    expect(after["jupyter"]["url"] != before["jupyter"]["url"], "another token")
    opens_pages(after)
    platform.berthctl("kill", job)
    wait_until(lambda: not answers(after["port-40007"]["url"]), "the page to be gone", 60)
    states = {endpoint["state"] for endpoint in platform.endpoints(job).values()}
    expect(states == {"stopped"}, str(states))
    platform.berthctl("endpoints", job, "open", "ssh", status=125)


def says_what_is_not_in_the_image(platform):
    job = platform.berthctl(
        "submit", "--name", "bare", "--image", IMAGE, "--command", "sleep 600",
        "--endpoint", "jupyter", "--endpoint", "ssh",
    ).stdout.strip()

    def has_failed():
        found = platform.endpoints(job)
        return all(endpoint["state"] == "failed" for endpoint in found.values()) and found

    found = wait_until(has_failed, "its endpoints to fail", 60)
    expect(found["jupyter"]["failure"] == "not_in_image", str(found))
    expect(found["jupyter"]["detail"] == "jupyter is not in this image", str(found))
    expect(found["ssh"]["detail"] == "sshd is not in this image", str(found))
    platform.berthctl("kill", job)


def test(programs, folder):
    training = TrainingImage()
    with Lab(programs, folder) as platform:
        image = load(platform.environment["DOCKER_HOST"], training, "training")
        platform.sign_in()
        api = Api(platform.server, "admin", platform.password())
        says_what_is_not_in_the_image(platform)
        options = [word for name in NAMES for word in ("--endpoint", name)]
        job = platform.berthctl(
            "submit", "--name", "open", "--image", image, "--command", COMMAND,
            "--env", "WORDS=two words", *options,
        ).stdout.strip()
        wait_until(lambda: platform.job(job)["state"] != "queued", "the job to be placed")
        opens_pages(platform.await_ready(job, NAMES))
        lets_in_with_the_persons_key(platform, job, api)
        key = lets_in_with_the_platforms_key(platform, job)
        takes_no_password(platform, job)
        switches_off_and_on(platform, job)
        tells_that_a_service_died(platform, job, key)
        stays_over_a_restart(platform, job, key)
        begins_anew_with_the_job(platform, job)


if __name__ == "__main__":
    sys.exit(run(test, ["berthd", "berthctl", "berth-test-engine"]))
