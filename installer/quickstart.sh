#!/bin/bash
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh Debian 12 to a job in a real container: installs what is needed, builds, starts berthd
# with its embedded defaults, runs a sample job and opens the console where there is a display.
# May be called again at any time; `quickstart.sh stop` ends what it started.
#   BERTH_DATA    where berthd keeps its data (~/.local/share/berth)
#   BERTH_LISTEN  where berthd listens (127.0.0.1:8600)
set -euo pipefail
cd "$(dirname "$0")/.."

data=${BERTH_DATA:-$HOME/.local/share/berth}
listen=${BERTH_LISTEN:-127.0.0.1:8600}
server=http://$listen
bin=$PWD/build/release/bin
run=$data/run # pid files, logs and the socket of our container service
image=localhost/berth-sample:1
seconds_to_start=60

step() {
    printf '\n== %s\n' "$*"
}

fail() {
    echo "quickstart: $*" >&2
    exit 1
}

# is_running NAME: whether the process of the pid file lives and is that program still.
is_running() {
    [ -f "$run/$1.pid" ] && grep -q "^$1" "/proc/$(<"$run/$1.pid")/comm" 2>/dev/null
}

# start NAME PROGRAM…: in the background, with a log and a pid file, outliving this shell.
start() {
    local name=$1
    shift
    setsid "$@" </dev/null >>"$run/$name.log" 2>&1 &
    echo $! >"$run/$name.pid"
}

# wait_for NAME COMMAND…: until the command succeeds; shows the end of the log when it never does.
wait_for() {
    local name=$1
    shift
    for _ in $(seq $((seconds_to_start * 5))); do
        if "$@" >/dev/null 2>&1; then
            return
        fi
        if ! is_running "$name"; then
            break
        fi
        sleep 0.2
    done
    tail -n 20 "$run/$name.log" >&2
    fail "$name did not start, see $run/$name.log"
}

stop_one() {
    local pid
    if is_running "$1"; then
        pid=$(<"$run/$1.pid")
        kill "$pid"
        for _ in $(seq 150); do
            if ! kill -0 "$pid" 2>/dev/null; then
                break
            fi
            sleep 0.2
        done
        echo "$1 is stopped."
    fi
    rm -f "$run/$1.pid"
}

engine_answers() {
    [ -S "$1" ] && curl -fsS -m 5 --unix-socket "$1" http://engine/_ping >/dev/null 2>&1
}

# Sets `socket` to that of a container service that answers.
find_engine() {
    local candidate named=${DOCKER_HOST:-}
    for candidate in "${named#unix://}" "$run/engine.sock" /run/podman/podman.sock \
        "${XDG_RUNTIME_DIR:-/nonexistent}/podman/podman.sock" /var/run/docker.sock; do
        if engine_answers "$candidate"; then
            socket=$candidate
            return
        fi
    done
    return 1
}

start_engine() {
    socket=$run/engine.sock
    if [ ! -d /run/systemd/system ]; then
        # Podman expects systemd unless told.
        printf '[engine]\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\nruntime = "runc"\n[containers]\nlog_driver = "k8s-file"\n' \
            >"$run/containers.conf"
        export CONTAINERS_CONF=$run/containers.conf
    fi
    rm -f "$socket"
    start podman podman system service --time=0 "unix://$socket"
    wait_for podman engine_answers "$socket"
}

# An image without a registry: busybox alone.
make_image() {
    local root
    if curl -fsS --unix-socket "$socket" "http://engine/v1.41/images/$image/json" >/dev/null 2>&1; then
        return
    fi
    root=$(mktemp -d)
    mkdir -p "$root"/{bin,etc,tmp}
    chmod 1777 "$root/tmp"
    echo 'root:x:0:0:root:/:/bin/sh' >"$root/etc/passwd"
    busybox --list | while read -r name; do
        ln -s busybox "$root/bin/$name"
    done
    cp --remove-destination "$(command -v busybox)" "$root/bin/busybox"
    tar -C "$root" -c . | curl -fsS -X POST --unix-socket "$socket" -H 'Content-Type: application/x-tar' \
        --data-binary @- "http://engine/v1.41/images/create?fromSrc=-&repo=$image" >/dev/null
    rm -rf "$root"
}

sign_in() {
    if "$bin/berthctl" vcs >/dev/null 2>&1; then
        return
    fi
    if [ ! -f "$data/initial-admin-password" ]; then
        echo "The first password was changed: sign in with $bin/berthctl login --server $server --user NAME"
        return 1
    fi
    "$bin/berthctl" login --user admin --password-file "$data/initial-admin-password"
}

if [ "${1:-}" = stop ]; then
    stop_one berthd
    stop_one podman
    exit 0
fi
[ $# -eq 0 ] || fail "usage: installer/quickstart.sh [stop]"

step "Packages"
installer/install-packages.sh installer/packages-build.txt installer/packages-run.txt

step "Build"
cmake --preset release
cmake --build --preset release --target berth berthd berthctl # without the tests: half the time

step "Container service"
mkdir -p "$run"
chmod 700 "$data"
find_engine || start_engine
echo "It answers at $socket."
make_image
echo "The image of the sample job is $image."

step "berthd"
if ! is_running berthd; then
    DOCKER_HOST=unix://$socket start berthd "$bin/berthd" --data-dir "$data" --listen "$listen"
fi
wait_for berthd curl -fsS -m 5 "$server/readyz"
echo "It answers at $server, its log is $run/berthd.log."

step "Sample job"
export BERTH_SERVER=$server
if sign_in; then
    # The container's shell is to expand this, not ours.
    # shellcheck disable=SC2016
    "$bin/berthctl" submit --name hello --image "$image" --wait \
        --command 'echo "Hello from $BERTH_JOB_NAME in a container"; uname -srm'
fi

step "Console"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    setsid "$bin/berth" --server "$server" </dev/null >>"$run/berth.log" 2>&1 &
    echo "It is open."
else
    echo "There is no display here; on a desktop start $bin/berth."
fi

step "What now"
cat <<TEXT
  Server       $server
  User         admin
  Password     in $data/initial-admin-password, until it is changed ($bin/berthctl passwd)
  Command line $bin/berthctl --help
  Stop it all  installer/quickstart.sh stop
TEXT
