// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QJsonDocument>

// Prints the value when the person asked for --json; whether it did.
template <typename T>
bool printedAsJson(const Call &call, const T &value)
{
    if (!call.has(QStringLiteral("json")))
        return false;
    const QJsonDocument document(json::encode(value).toObject());
    call.terminal.print(QString::fromUtf8(document.toJson().trimmed()));
    return true;
}

// An error whose field is no option of the command: the words say which.
inline Error plain(Error error)
{
    error.field.clear();
    return error;
}
