# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a job finds inside its container, and what it cannot do there, with a real engine."""

import os
import subprocess
import sys

from harness.image import load, shell_image
from harness.platform import IMAGE, Platform
from harness.processes import TestFailure, wait_until
from harness.run import run

UID = 30001  # of the first account
LIMITS = """
  task: {pids: 64, memory: 96MiB}
"""
GIVEN = ("/", "/proc", "/sys", "/dev", "/etc/resolv.conf", "/etc/hosts", "/etc/hostname",
         "/run/.containerenv")  # fmt: skip
DIRECTORIES = ("/work", "/data", "/home/admin", "/job", "/run/berth")


class Inside(Platform):
    """Its jobs have little: memory, processes, and room in their own directories."""

    def __enter__(self):
        self.jobs_root = os.path.join(self.data, "storage", "jobs")
        os.makedirs(self.jobs_root)
        small = ["-t", "tmpfs", "-o", "size=1m,mode=755"]
        subprocess.run(["mount", *small, "none", self.jobs_root], check=True)
        return super().__enter__()  # if that fails, __exit__ is called

    def __exit__(self, *problem):
        super().__exit__(*problem)
        subprocess.run(["umount", "-l", self.jobs_root], check=True)

    def configuration(self):
        path = super().configuration()
        with open(path, "a", encoding="utf-8") as file:
            file.write(LIMITS)
        return path

    def load(self, image, name, changes=""):
        return load(self.environment["DOCKER_HOST"], image, name, changes)

    def storage(self, *parts):
        return os.path.join(self.data, "storage", *parts)

    said = ""  # by berthctl of the latest job

    def run(self, image, command, status=0):
        """The lines that the command printed."""
        what = ["--name", "inside", "--image", image, "--command", command]
        done = self.berthctl("submit", *what, "--wait", status=status)
        self.said = done.stderr
        return done.stdout.splitlines()


def expect(condition, what):
    if not condition:
        raise TestFailure(what)


ASK = """id -u; id -g; id -un; pwd; echo $HOME; umask
grep -E '^(CapPrm|CapEff|CapInh|CapAmb|NoNewPrivs)' /proc/self/status
touch /work/made /data/made /job/made ~/made && cat /job/hostfile"""
ANSWERS = [str(UID), str(UID), "admin", "/work", "/home/admin", "0022",
           *(f"{kind}:\t{0:016x}" for kind in ("CapInh", "CapPrm", "CapEff", "CapAmb")),
           "NoNewPrivs:\t1", "localhost slots=1"]  # fmt: skip


def runs_as_the_person_in_any_image(platform):
    images = {
        "setpriv": platform.load(shell_image("setpriv"), "setpriv"),
        "chroot": platform.load(shell_image("chroot"), "chroot"),
        "default user": platform.load(shell_image("setpriv"), "nonroot", "USER node"),
        "busybox": IMAGE,
    }
    for name, image in images.items():
        lines = platform.run(image, ASK)
        expect(lines == ANSWERS, f"{name}: {lines}")
        for root in ("work/admin", "home/admin", "data"):
            made = platform.storage(root, "made")
            facts = os.stat(made)
            expect((facts.st_uid, facts.st_gid) == (UID, UID), f"{name}: whose {made} is")
            os.remove(made)


def says_when_an_image_cannot(platform):
    lines = platform.run(platform.load(shell_image(), "bare"), "true", status=126)
    expect("no setpriv, chroot --userspec or su" in lines[-1], str(lines))


def shows_nothing_else(platform):
    """Of this machine only the directories, and what an engine gives every container."""
    for line in platform.run(IMAGE, "cat /proc/self/mountinfo"):
        point = line.split()[4]
        given = any(point.startswith(path + "/") for path in ("/proc", "/sys", "/dev"))
        expect(given or point in (*GIVEN, *DIRECTORIES), f"what is mounted: {line}")
    tries = ("echo x >/run/berth/go", "mknod /tmp/disk b 8 0", "cat /etc/shadow", "chroot / true")
    said = platform.run(IMAGE, "".join(f"({each}) || echo refused; " for each in tries))
    expect(said.count("refused") == len(tries), str(said))


def keeps_files_over_starts(platform):
    platform.run(IMAGE, "echo one >/work/kept")
    expect(platform.run(IMAGE, "cat /work/kept") == ["one"], "the next job finds the file")


def contains_a_fork_bomb(platform):
    bomb = "b() { b | b & }; b; while :; do sleep 1; done"
    what = ("--name", "bomb", "--image", IMAGE, "--command", bomb)
    job = platform.berthctl("submit", *what).stdout.strip()
    def said(words):
        return words in platform.berthctl("logs", job).stdout

    wait_until(lambda: said("can't fork"), "the bomb to go off", 60)
    expect(platform.run(IMAGE, "echo fine") == ["fine"], "another job runs beside it")
    platform.berthctl("kill", job)
    wait_until(lambda: platform.job(job)["state"] == "killed", "the bomb's end", 90)


def contains_a_memory_hog(platform):
    platform.run(IMAGE, "tail /dev/zero", status=137)
    expect("memory limit" in platform.said, platform.said)


def fill(path):
    try:
        with open(path, "wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
    except OSError:
        pass


def says_when_a_disk_is_full(platform):
    lines = platform.run(IMAGE, "cat /dev/zero >/job/fill", status=1)
    expect("No space left on device" in lines[-1], str(lines))
    fill(os.path.join(platform.jobs_root, "fill"))
    platform.run(IMAGE, "true", status=125)  # tried again, but not for ever
    reason = f"its directories could not be prepared: {platform.jobs_root}/"
    expect(reason in platform.said and "No space left" in platform.said, platform.said)
    subprocess.run(["find", platform.jobs_root, "-name", "fill", "-delete"], check=True)
    platform.run(IMAGE, "true")


def leaves_nothing_behind(platform):
    runtimes = os.path.join(platform.jobs_root, "@runtime")
    wait_until(lambda: os.listdir(runtimes) == [], "the runtime directories to go")


STEPS = [
    runs_as_the_person_in_any_image,
    says_when_an_image_cannot,
    shows_nothing_else,
    keeps_files_over_starts,
    contains_a_fork_bomb,
    contains_a_memory_hog,
    says_when_a_disk_is_full,
    leaves_nothing_behind,
]


def test(programs, folder):
    with Inside(programs, folder) as platform:
        platform.sign_in()
        for step in STEPS:
            step(platform)
            print(f"{step.__name__}: fine", flush=True)


if __name__ == "__main__":
    sys.exit(run(test, ["berthd", "berthctl", "berth-test-engine"]))
