// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobendpoint.h"

#include <QStringList>
#include <QUrl>

#include <optional>

// Where a task is reached by SSH, as the server told it. Only what is checked here goes into a
// program's arguments or is offered to be copied: nothing in it is an option or means something to a
// shell.
struct SshAddress
{
    QString user;
    QString host;
    int port = 0;

    // Absent when the endpoint has none, or a part of it is not what such a part looks like.
    static std::optional<SshAddress> of(const model::JobEndpoint &endpoint);

    QStringList command() const; // the program and its arguments
    QString commandLine() const; // the same, to paste into a shell

    bool operator==(const SshAddress &) const = default;
};

// What a browser may open: a page of http or https on the host and port that were told beside it.
std::optional<QUrl> webAddress(const model::JobEndpoint &endpoint);
