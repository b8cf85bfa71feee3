#!/bin/sh
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The first process of a task. The kernel spares a first process the signals it does not handle, so
# a command in its place would sit out the whole grace period. Runs the command, passes the request
# to end on to everything in the container, and ends with the command's status.
/bin/sh -c "$1" &
command=$!
trap 'kill -TERM -1 2>/dev/null' TERM
while :; do
    wait "$command"
    status=$?
    kill -0 "$command" 2>/dev/null || exit "$status" # else it was the signal that ended the wait
done
