// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "app/cli/tokenstore.h"
#include "core/client/apiclient.h"

#include <QCommandLineParser>

// The status berthctl ends with. A job waited for gives its own status instead.
namespace exitstatus {
constexpr int kDone = 0;
constexpr int kPlatform = 125; // the platform refused, failed or cannot be reached
constexpr int kUsage = 126; // wrong arguments, or a specification that breaks a rule
constexpr int kNotSignedIn = 127; // no session, or one that has ended
constexpr int kInterrupted = 130; // Ctrl+C
} // namespace exitstatus

// One call of a command: its arguments and what it works with.
struct Call
{
    QCommandLineParser &arguments;
    client::ApiClient &api;
    TokenStore &tokens;
    Terminal &terminal;

    bool has(const QString &option) const { return arguments.isSet(option); }
    QString value(const QString &option) const { return arguments.value(option); }
    // The argument at this place, or an error that names it.
    Result<QString> argument(int index, const QString &name) const;
    // An option or argument that must be a whole number.
    static Result<int> number(const QString &text, const QString &name);
};

struct Command
{
    enum class Session { Needed, NotNeeded };

    QString name;
    QString summary;
    QString arguments; // as the help shows them, such as "ID"
    QList<QCommandLineOption> options;
    Session session = Session::Needed;
    Result<int> (*run)(const Call &call); // the status to end with
};

QList<Command> accountCommands();
QList<Command> submitCommands();
QList<Command> templateCommands();
QList<Command> jobCommands();
QList<Command> logCommands();
QList<Command> endpointCommands();
QList<Command> clusterCommands();
QList<Command> vcCommands();
QList<Command> userCommands();
QList<Command> groupCommands();
QList<Command> auditCommands();
