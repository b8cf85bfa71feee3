#!/bin/sh
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The platform's services in a task, run as the job's user, never as root:
#
#     services.sh ssh|jupyter|tensorboard start|status|stop
#
# Ends with 0 when the service runs (after a stop: when it is gone), with 3 when its program is not
# in the image, with 4 when it has ended by itself; its last words go to stdout. sshd calls
# `services.sh session` for everything that somebody wants to run.
#
# What belongs to one container stays outside the home: all jobs of a person share that.

runtime=/run/berth
uid=$(id -u)
for folder in /tmp /dev/shm; do # not every image lets its users into its /tmp
    state=$folder/.berth-$uid
    (umask 077 && mkdir -p "$state") 2>/dev/null && break
done
port_ssh=20022
port_jupyter=20088
port_tensorboard=20066

if [ "${1-}" = session ]; then
    # shellcheck source=/dev/null
    . "$state/environment"
    shell=${SHELL:-/bin/sh}
    if [ -n "${SSH_ORIGINAL_COMMAND-}" ]; then
        exec "$shell" -c "$SSH_ORIGINAL_COMMAND"
    fi
    exec "$shell"
fi

service=${1-}
action=${2-}
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
while IFS=: read -r _ _ entry_uid _ _ entry_home _; do
    [ "$entry_uid" = "$uid" ] && HOME=$entry_home
done </etc/passwd
export PATH HOME

fail() { # STATUS WORDS
    echo "$2"
    exit "$1"
}

# Whoever may write there may run things in our name.
own_state() {
    if [ ! -O "$state" ] || [ -L "$state" ]; then
        fail 4 "$state is somebody else's"
    fi
}

# The first of these programs that is in the image.
find_program() {
    for name; do
        command -v "$name" && return 0
    done
    fail 3 "$1 is not in this image"
}

is_running() {
    pid=$(cat "$state/$service.pid" 2>/dev/null) || return 1
    [ -n "$pid" ] || return 1
    # A number may be somebody else's by now, and what has ended has no words.
    case $(tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline") in
    *"$word"*) return 0 ;;
    esac
    return 1
}

ended() {
    tail -n 20 "$state/$service.log" 2>/dev/null
    exit 4
}

# Until it has had the time to fail.
await_start() {
    tries=0
    while [ "$tries" -lt 5 ]; do
        sleep 0.2 2>/dev/null || sleep 1
        is_running || [ "$tries" -lt 2 ] || ended
        [ "$service" = ssh ] && is_running && return # its log says at once what is wrong
        tries=$((tries + 1))
    done
}

launch() { # PROGRAM ARGUMENTS…
    cd "$HOME" || fail 4 "$HOME cannot be entered"
    if command -v setsid >/dev/null; then
        setsid "$@" >"$state/$service.log" 2>&1 </dev/null &
    else
        "$@" >"$state/$service.log" 2>&1 </dev/null &
    fi
    echo $! >"$state/$service.pid"
    await_start
}

# A key pair, made once however many tasks begin at a time.
make_key() { # FILE COMMENT
    if [ ! -s "$1" ]; then
        new=$1.new-$(hostname)-$$
        ssh-keygen -q -t ed25519 -N '' -C "$2" -f "$new" </dev/null || return 1
        ln "$new" "$1" 2>/dev/null || [ -s "$1" ] || mv "$new" "$1"
        rm -f "$new" "$new.pub"
    fi
    if [ ! -s "$1.pub" ]; then
        ssh-keygen -y -f "$1" >"$1.pub-$(hostname)-$$" && mv "$1.pub-$(hostname)-$$" "$1.pub"
    fi
}

# The host key is the person's own, so that a port that another job of theirs had before is no
# stranger to their ssh.
make_keys() {
    keys=$HOME/.ssh
    (umask 077 && mkdir -p "$keys" && make_key "$keys/berth_ed25519" berth) ||
        fail 4 "no key can be made in $keys"
    (umask 077 && make_key "$keys/berth_host_ed25519" "berth host") ||
        fail 4 "no host key can be made in $keys"
}

# What the container was given is there in every session, as it is for the job's command.
keep_environment() {
    (
        umask 077
        unset PWD OLDPWD SHLVL TERM LS_COLORS
        SHELL=/bin/sh
        while IFS=: read -r _ _ entry_uid _ _ _ entry_shell; do
            [ "$entry_uid" = "$uid" ] && SHELL=$entry_shell
        done </etc/passwd
        export SHELL
        export -p >"$state/environment.new" && mv "$state/environment.new" "$state/environment"
    )
}

start_ssh() {
    program=$(find_program sshd) || fail 3 "$program"
    command -v ssh-keygen >/dev/null || fail 3 "ssh-keygen is not in this image"
    make_keys
    keep_environment
    sftp=
    for file in /usr/lib/openssh/sftp-server /usr/libexec/openssh/sftp-server \
        /usr/lib/ssh/sftp-server /usr/libexec/sftp-server; do
        [ -x "$file" ] && sftp="Subsystem sftp $file"
    done
    cat >"$state/sshd_config" <<END
Port $port_ssh
HostKey $HOME/.ssh/berth_host_ed25519
PidFile $state/ssh.pid
AuthorizedKeysFile $runtime/authorized_keys $HOME/.ssh/berth_ed25519.pub
PubkeyAuthentication yes
PasswordAuthentication no
KbdInteractiveAuthentication no
HostbasedAuthentication no
UsePAM no
PermitUserEnvironment no
PermitUserRC no
PrintMotd no
ClientAliveInterval 60
ForceCommand /bin/sh $runtime/services.sh session
$sftp
END
    rm -f "$state/ssh.pid"
    rm -f "$state/ssh.log"
    # What is wrong with the configuration is said before the log is there.
    words=$("$program" -f "$state/sshd_config" -E "$state/ssh.log" 2>&1 </dev/null) || fail 4 "$words"
    await_start
}

start_jupyter() {
    program=$(find_program jupyter-lab jupyter-notebook jupyter-server) ||
        fail 3 "jupyter is not in this image"
    [ -r "$runtime/jupyter-token" ] || fail 4 "jupyter's token is missing"
    cat >"$state/jupyter.py" <<END
with open('$runtime/jupyter-token') as file:
    token = file.read().strip()
for app in c.ServerApp, c.NotebookApp:
    app.ip = '0.0.0.0'
    app.port = $port_jupyter
    app.port_retries = 0
    app.open_browser = False
    app.allow_remote_access = True
    app.password = ''
    app.token = token
c.IdentityProvider.token = token
c.PasswordIdentityProvider.hashed_password = ''
c.ServerApp.root_dir = c.NotebookApp.notebook_dir = '$HOME'
END
    JUPYTER_RUNTIME_DIR=$state/jupyter
    export JUPYTER_RUNTIME_DIR
    launch "$program" --config="$state/jupyter.py"
}

start_tensorboard() {
    program=$(find_program tensorboard) || fail 3 "$program"
    logs=$HOME/tensorboard/${BERTH_JOB_ID:?}/logs
    mkdir -p "$logs" || fail 4 "$logs cannot be made"
    launch "$program" --logdir "$logs" --host 0.0.0.0 --port "$port_tensorboard"
}

stop() {
    tries=0
    while is_running; do
        if [ "$tries" -lt 25 ]; then kill "$pid"; else kill -KILL "$pid"; fi
        sleep 0.2 2>/dev/null || sleep 1
        tries=$((tries + 1))
    done
    rm -f "$state/$service.pid"
}

case $service in
ssh) word=sshd ;;
jupyter) word=jupyter ;;
tensorboard) word=tensorboard ;;
*) fail 64 "there is no service $service" ;;
esac
own_state
case $action in
start) is_running || "start_$service" ;;
status) is_running || ended ;;
stop) stop ;;
*) fail 64 "a service cannot $action" ;;
esac
