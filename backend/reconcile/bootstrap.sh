#!/bin/sh
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The first process of a task: bootstrap UID USER TASK START COMMAND, START being the number of the
# start for the tasks of a distributed job and 0 for one that is alone. As root it gives the user a
# name and the hosts of the job theirs, then runs everything else as the user. The kernel spares a
# first process the signals it does not handle, so a command in its place would sit out the whole
# grace period: it passes the request to end on to everything in the container, reaps what lost its
# parent, and ends with the command's status.
uid=$1 user=$2 task=$3 start=$4 command=$5
home=/home/$user
runtime=/run/berth
umask 022

fail() {
    echo "berth: $1" >&2
    exit 126
}

# Puts lines before all others of a file: whoever looks for a name takes the first.
put_first() {
    rest=$(cat "$1" 2>/dev/null)
    printf '%s\n' "$2" ${rest:+"$rest"} >"$1" || fail "$1 cannot be written"
}

give_name() {
    shell=/bin/sh
    [ ! -x /bin/bash ] || shell=/bin/bash
    put_first /etc/passwd "$user:x:$uid:$uid:$user:$home:$shell"
    put_first /etc/group "$user:x:$uid:"
    [ ! -e /etc/shadow ] || put_first /etc/shadow "$user:*:::::::"
}

# Devices are this container's alone. Directories are the user's already, but for a berthd that may
# not give files away: then they are root's here.
give_files() {
    for node in /dev/nvidia* /dev/davinci* /dev/devmm_svm /dev/hisi_hdc; do
        [ ! -c "$node" ] || chown "$uid:$uid" "$node" 2>/dev/null
    done
    for directory in /work "$home" /job; do
        [ -d "$directory" ] || continue
        # shellcheck disable=SC2012,SC2046 # numbers and a name of ours; stat is not in every image
        set -- $(ls -nd "$directory")
        [ "$3" = "$uid" ] || chown "$uid:$uid" "$directory" ||
            fail "$directory cannot be given to user $uid"
    done
}

# For ssh inside of the job, and before what the image says.
tell_ssh() {
    command -v ssh >/dev/null 2>&1 && mkdir -p /etc/ssh || return 0
    put_first /etc/ssh/ssh_config "Host ps0 worker*
    Port 20022
    User $user
    IdentityFile ~/.ssh/berth_ed25519
    StrictHostKeyChecking no
    UserKnownHostsFile /dev/null
    LogLevel ERROR
Host *"
}

find_way() {
    if setpriv --reuid="$uid" --regid="$uid" --clear-groups /bin/sh -c : 2>/dev/null; then
        way=setpriv
    elif chroot --userspec="$uid:$uid" --groups="$uid" / /bin/sh -c : 2>/dev/null; then
        way=chroot
    elif su -p -s /bin/sh -c : -- "$user" 2>/dev/null; then
        way=su
    else
        fail "this image has no setpriv, chroot --userspec or su to run the command as user $uid"
    fi
}

# In a process of its own.
# shellcheck disable=SC2016 # for the shell inside
as_user() {
    case $way in
    setpriv) exec setpriv --reuid="$uid" --regid="$uid" --clear-groups "$@" ;;
    chroot) exec chroot --userspec="$uid:$uid" --groups="$uid" / "$@" ;;
    su) exec su -p -s /bin/sh -c 'exec "$0" "$@"' -- "$user" "$@" ;;
    esac
}

# All tasks of this start have got as far as to be reached.
all_are_up() {
    IFS=,
    for host in $BERTH_HOSTS; do
        [ -e "/job/.up/$start.$host" ] || return 1
    done
    unset IFS
}

# Waits until berthd has told all tasks of each other and each can be reached. Where a disk is slow to
# show what others write, it goes on after a while.
meet() {
    [ ! -x $runtime/services.sh ] || (as_user $runtime/services.sh ssh start) >/dev/null 2>&1
    (as_user /bin/sh -c "$show" berth "$start" "$task") 2>/dev/null
    patience=150
    until [ -e $runtime/go ] && { all_are_up || [ $patience -le 0 ]; }; do
        unset IFS
        [ ! -e $runtime/go ] || patience=$((patience - 1))
        sleep 0.2 2>/dev/null || sleep 1
    done
    cat $runtime/hosts >>/etc/hosts
}

# shellcheck disable=SC2016 # for the shell inside
show='
mkdir -p /job/.up && cd /job/.up || exit
for old in *; do
    case $old in "$1".*) ;; *) rm -f "$old" ;; esac
done
: >"$1.$2"
'

# What the user's own shell does first: tables of this start in the place of older ones.
# shellcheck disable=SC2016 # for the shell inside
begin='
task=$1 command=$2
for file in hostfile hccl_ms.json hccl_tf.json; do
    [ -d /job ] && [ -d /run/berth ] || break
    if [ -f /run/berth/$file ]; then
        cp /run/berth/$file /job/.$file.$task && mv -f /job/.$file.$task /job/$file
    else
        rm -f /job/$file
    fi || { echo "berth: /job/$file cannot be written" >&2; exit 126; }
done
cd /work 2>/dev/null || cd
exec /bin/sh -c "$command"
'

trap 'exit 143' TERM
give_name
give_files
tell_ssh
find_way
[ "$start" = 0 ] || meet
as_user /bin/sh -c "$begin" berth "$task" "$command" &
command=$!
trap 'kill -TERM -1 2>/dev/null' TERM
while :; do
    wait "$command" 2>/dev/null # the shell would speak of what a signal has ended
    status=$?
    kill -0 "$command" 2>/dev/null || exit "$status" # else it was the signal that ended the wait
done
