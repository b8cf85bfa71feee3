# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Images made of this machine's programs, for the container engine of a test."""

import http.client
import io
import json
import os
import re
import shutil
import socket
import subprocess
import tarfile
import urllib.parse

FOLDERS = ["bin", "dev", "etc", "proc", "run", "sys", "tmp"]
PASSWD = "root:x:0:0:root:/:/bin/sh\nnode:x:1000:1000::/tmp:/bin/sh\n"
SHELL = """dash cat chmod chown cp env grep head hostname id ls mkdir mv printf ps rm sed seq sleep
    sort stat tail touch tr true""".split()


class Image:
    """A root file system, as a tar that grows."""

    def __init__(self):
        self._bytes = io.BytesIO()
        self._tar = tarfile.open(fileobj=self._bytes, mode="w")
        self._names = set()
        for folder in FOLDERS:
            entry = tarfile.TarInfo(folder)
            entry.type = tarfile.DIRTYPE
            entry.mode = 0o1777 if folder == "tmp" else 0o755
            self._tar.addfile(entry)
        self.add_text("etc/passwd", PASSWD)
        self.add_text("etc/group", "root:x:0:\n")

    def add_text(self, name, text):
        entry = tarfile.TarInfo(name)
        entry.size = len(text.encode())
        entry.mode = 0o644
        self._tar.addfile(entry, io.BytesIO(text.encode()))

    def add_link(self, name, target):
        entry = tarfile.TarInfo(name)
        entry.type = tarfile.SYMTYPE
        entry.linkname = target
        self._tar.addfile(entry)

    def add_file(self, path):
        """The file of this machine, under its name here, whatever links lead to it."""
        if path not in self._names:
            self._names.add(path)
            entry = self._tar.gettarinfo(os.path.realpath(path), path.lstrip("/"))
            entry.uid = entry.gid = 0
            with open(path, "rb") as file:
                self._tar.addfile(entry, file)

    def add_tree(self, path, leave_out=()):
        for folder, folders, names in os.walk(path):
            folders[:] = [name for name in folders if name not in leave_out]
            for name in names:
                self.add_file(os.path.join(folder, name))
                if re.search(r"\.so(\.|$)", name):
                    self.add_libraries(os.path.join(folder, name))

    def add_libraries(self, path):
        listed = subprocess.run(["ldd", path], capture_output=True, text=True, check=False).stdout
        for library in re.findall(r"(/\S+) \(0x", listed):
            self.add_file(library)

    def add_programs(self, names):
        for name in names:
            path = shutil.which(name, path="/usr/bin:/usr/sbin")
            self.add_file(path)
            self.add_libraries(path)

    def content(self):
        self._tar.close()
        return self._bytes.getvalue()


def shell_image(*programs):
    """dash and the programs everybody has, and these."""
    image = Image()
    image.add_programs([*SHELL, *programs])
    image.add_link("bin/sh", "../usr/bin/dash")
    return image


def load(docker_host, image, name, changes=""):
    """Puts it into the engine under localhost/NAME:1."""
    query = {"fromSrc": "-", "repo": f"localhost/{name}", "tag": "1", "changes": changes}
    answer = _post(docker_host, "images/create", query, image.content())
    made = json.loads(answer.strip().split(b"\n")[-1])["status"]
    # Podman 4.3 leaves an imported image without its name.
    _post(docker_host, f"images/{made}/tag", {"repo": f"localhost/{name}", "tag": "1"})
    return f"localhost/{name}:1"


class _Connection(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.host)


def _post(docker_host, path, query, body=b""):
    connection = _Connection(docker_host.removeprefix("unix://"), timeout=120)
    url = f"/v1.41/{path}?{urllib.parse.urlencode({k: v for k, v in query.items() if v})}"
    connection.request("POST", url, body, {"Host": "engine", "Content-Type": "application/x-tar"})
    answer = connection.getresponse()
    text = answer.read()
    if answer.status >= 300:
        raise RuntimeError(f"{path}: {answer.status} {text[:500]}")
    return text
