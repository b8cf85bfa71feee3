#!/bin/bash
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the file system of an image such as people train in, as a tar, once: image.sh FOLDER. It has
# OpenSSH, Jupyter Notebook and Python from this machine's distribution, and in the place of
# TensorBoard, which that does not have, something that serves one page of it. Status 77 means that it
# cannot be had here.
set -euo pipefail

PATH=/usr/sbin:/usr/bin:/sbin:/bin # mmdebstrap calls the distribution's Python for every package
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cd "$1"
if [[ -f image.tar && image.tar -nt "$here/image.sh" && image.tar -nt "$here/tensorboard.py" ]]; then
    exit 0
fi
if ! command -v mmdebstrap >/dev/null; then
    echo "Skipped: mmdebstrap is not here"
    exit 77
fi
# shellcheck source=/dev/null
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
packages=(base-passwd bash coreutils dash grep hostname jupyter-notebook mawk openssh-client
    openssh-server procps python3 sed util-linux)
excluded=(doc info javascript/mathjax locale man)
options=(--variant=extract --mode=root --quiet --aptopt='APT::Install-Recommends "false"')
for folder in "${excluded[@]}"; do
    options+=(--dpkgopt="path-exclude=/usr/share/$folder/*")
done
list=$(IFS=,; echo "${packages[*]}")
if ! timeout 580 mmdebstrap "${options[@]}" --include="$list" "$suite" root.tar; then
    echo "Skipped: mmdebstrap did not get the packages"
    exit 77
fi
# What the packages' own scripts would have made.
mkdir -p extra/etc extra/usr/bin
tar --extract --file root.tar --to-stdout ./usr/share/base-passwd/passwd.master >extra/etc/passwd
tar --extract --file root.tar --to-stdout ./usr/share/base-passwd/group.master >extra/etc/group
install -m 755 "$here/tensorboard.py" extra/usr/bin/tensorboard
tar --append --file root.tar --owner=0 --group=0 --directory extra ./etc/passwd ./etc/group \
    ./usr/bin/tensorboard
mv root.tar image.tar
