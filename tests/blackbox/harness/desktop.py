# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop without people: Xvfb on a free display, a session bus, a keyring and the accessibility
bus. Programs started in it are seen by harness.window."""

import os
import subprocess

from .processes import Process, TestFailure, wait_until


class Desktop:
    def __init__(self, folder, width=1280, height=800):
        self.folder = folder
        self.size = f"{width}x{height}x24"
        self.processes = []
        self.environment = dict(os.environ)

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.stop(10)

    def start(self):
        home = os.path.join(self.folder, "home")
        runtime = os.path.join(self.folder, "runtime")
        os.makedirs(home)
        os.makedirs(runtime, mode=0o700)
        self.environment.update(
            HOME=home,
            XDG_RUNTIME_DIR=runtime,
            XDG_CONFIG_HOME=os.path.join(home, "config"),
            XDG_DATA_HOME=os.path.join(home, "data"),
            QT_QPA_PLATFORM="xcb",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            QT_ACCESSIBILITY="1",
            NO_AT_BRIDGE="0",
            LC_ALL="C.UTF-8",
            LANGUAGE="en",
        )
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.start_display()
        self.start_bus()
        self.start_keyring()
        self.launch("at-spi", ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        os.environ.update(self.environment)  # for pyatspi in this process

    def launch(self, name, arguments, **options):
        """A program of this desktop; it ends with it."""
        process = Process(name, arguments, self.folder, self.environment, **options)
        self.processes.append(process)
        return process

    def start_display(self):
        read_end, write_end = os.pipe()
        self.launch(
            "xvfb",
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", self.size]
            + ["-nolisten", "tcp", "-noreset"],  # a reset refuses who comes just then
            pass_fds=[write_end],
        )
        os.close(write_end)
        with os.fdopen(read_end) as number:
            display = number.readline().strip()
        if not display:
            raise TestFailure("Xvfb did not start")
        self.environment["DISPLAY"] = f":{display}"

    def start_bus(self):
        bus = self.launch(
            "dbus",
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
        )
        address = bus.process.stdout.readline().decode().strip()
        if not address:
            raise TestFailure(f"no session bus: {bus.last_lines()}")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address

    def start_keyring(self):
        keyring = self.launch(
            "keyring",
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE,
        )
        keyring.process.stdin.write(b"password of the keyring")
        keyring.process.stdin.close()
        wait_until(lambda: self.has_service("org.freedesktop.secrets"), "the keyring", 20)

    def has_service(self, name):
        answer = subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
            + ["org.freedesktop.DBus.NameHasOwner", f"string:{name}"],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        return "boolean true" in answer.stdout

    def screenshot(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        subprocess.run(
            ["convert", "ppm:-", path], input=self.wait_for_rest(), timeout=30, check=True
        )

    def wait_for_rest(self):
        """The screen's pixels once they no longer move; what moves for ever is taken as it is."""
        picture = self.pixels()
        for _ in range(10):
            before, picture = picture, self.pixels()
            if picture == before:
                break
        return picture

    def pixels(self):
        return subprocess.run(
            ["import", "-window", "root", "ppm:-"],
            env=self.environment,
            capture_output=True,
            timeout=30,
            check=True,
        ).stdout
