// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/command.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView kStatusHelp(
    "Exit status: 0 done; 125 the platform refused, failed or cannot be reached; 126 wrong\n"
    "arguments; 127 not signed in; 130 interrupted. With --wait it is the job's own status, and 125\n"
    "when the job ended without one.\n"
    "An ID may be shortened to its first characters, at least four, while only one job has them.\n"
    "BERTH_SERVER names the server; without it the one signed in to last is used.");

QList<Command> allCommands()
{
    return accountCommands() + submitCommands() + templateCommands() + jobCommands() + logCommands()
           + endpointCommands() + clusterCommands() + vcCommands() + userCommands()
           + groupCommands() + auditCommands();
}

void printOverview(const Terminal &terminal, const QList<Command> &commands)
{
    terminal.print(u"Usage: berthctl COMMAND [OPTIONS]\n\nCommands:"_s);
    for (const Command &command : commands) {
        const QString call = command.name % u' ' % command.arguments;
        terminal.print(u"  "_s % call.leftJustified(24) % command.summary);
    }
    terminal.print(
        u"\nberthctl COMMAND --help tells the options; berthctl --version the version.\n"_s);
    terminal.print(kStatusHelp);
}

void addOptions(QCommandLineParser &parser, const Command &command)
{
    parser.addOption({u"server"_s, u"The server, such as https://berth.lab:8443."_s, u"URL"_s});
    parser.addOption(
        {u"ca"_s, u"A certificate authority to trust besides the system's, PEM."_s, u"FILE"_s});
    parser.addOptions(command.options);
    parser.addOption({{u"h"_s, u"help"_s}, u"Show this help."_s});
}

void printHelp(const Terminal &terminal, const Command &command, const QCommandLineParser &parser)
{
    const QString parsed = parser.helpText();
    const QString usage =
        QStringList{u"Usage: berthctl"_s, command.name, u"[OPTIONS]"_s, command.arguments}
            .join(u' ')
            .trimmed();
    terminal.print(usage);
    terminal.print(command.summary % u'.');
    terminal.print(parsed.mid(parsed.indexOf(u'\n')) % u'\n' % kStatusHelp);
}

Result<> connectTo(const Call &call, Command::Session session)
{
    QString server = call.value(u"server"_s);
    if (server.isEmpty())
        server = qEnvironmentVariable("BERTH_SERVER");
    if (server.isEmpty())
        server = call.tokens.server();
    if (server.isEmpty()) {
        return Error{
            ErrorCode::InvalidInput,
            u"server: none is known, sign in with berthctl login --server URL --user NAME"_s,
            u"server"_s};
    }
    TRY_VOID(call.api.setServer(QUrl(server)));
    const QString authority =
        call.has(u"ca"_s) ? call.value(u"ca"_s) : qEnvironmentVariable("BERTH_CA");
    if (!authority.isEmpty()) {
        QFile file(authority);
        if (!file.open(QIODevice::ReadOnly)) {
            return Error{ErrorCode::InvalidInput,
                         u"ca: %1: %2"_s.arg(authority, file.errorString()), u"ca"_s};
        }
        TRY_VOID(call.api.setAuthority(file.readAll()));
    }
    if (session == Command::Session::NotNeeded)
        return {};
    const auto token = call.tokens.token(call.api.server().toString());
    if (!token)
        return Error{ErrorCode::Unauthenticated, u"nobody is signed in"_s, QString()};
    call.api.setToken(*token);
    return {};
}

int statusOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return exitstatus::kUsage;
    case ErrorCode::Unauthenticated:
        return exitstatus::kNotSignedIn;
    default:
        return exitstatus::kPlatform;
    }
}

int run(const Command &command, const QStringList &arguments, TokenStore &tokens,
        Terminal &terminal)
{
    QCommandLineParser parser;
    addOptions(parser, command);
    const bool isUnderstood = parser.parse(arguments);
    if (parser.isSet(u"help"_s)) {
        printHelp(terminal, command, parser);
        return exitstatus::kDone;
    }
    if (!isUnderstood) {
        terminal.say(u"berthctl %1: %2"_s.arg(command.name, parser.errorText()));
        return exitstatus::kUsage;
    }
    client::ApiClient api;
    const Call call{parser, api, tokens, terminal};
    const auto connected = connectTo(call, command.session);
    const auto status = connected ? command.run(call) : Result<int>(connected.error());
    if (status)
        return *status;
    terminal.say(errorLine(status.error()));
    return statusOf(status.error());
}

} // namespace

Result<QString> Call::argument(int index, const QString &name) const
{
    const QStringList given = arguments.positionalArguments().mid(1);
    if (given.size() > index)
        return given.at(index);
    return Error{ErrorCode::InvalidInput, name % u": it is missing"_s, name};
}

Result<int> Call::number(const QString &text, const QString &name)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    if (ok)
        return number;
    return Error{ErrorCode::InvalidInput, u"%1: not a whole number: %2"_s.arg(name, text), name};
}

QString errorLine(const Error &error)
{
    static const QMap<QString, QString> kOptions{{u"deviceType"_s, u"device-type"_s},
                                                 {u"devicesPerNode"_s, u"devices-per-node"_s},
                                                 {u"environment"_s, u"env"_s},
                                                 {u"interactivePorts"_s, u"endpoint"_s}};
    static const QStringList kArguments{u"ID"_s, u"PRIORITY"_s, u"password"_s};
    if (error.code == ErrorCode::Unauthenticated) {
        return u"berthctl: %1; sign in with berthctl login --server URL --user NAME"_s.arg(
            error.detail);
    }
    if (error.field.isEmpty())
        return u"berthctl: "_s % error.detail;
    QString detail = error.detail;
    if (detail.startsWith(error.field % u": "_s))
        detail.remove(0, error.field.size() + 2);
    const QString root = error.field.section(u'[', 0, 0).section(u'.', 0, 0);
    const QString name = kArguments.contains(root) ? root : u"--"_s + kOptions.value(root, root);
    return u"berthctl: %1: %2"_s.arg(name, detail);
}

int runCommandLine(const QStringList &arguments, TokenStore &tokens, Terminal &terminal)
{
    const QList<Command> commands = allCommands();
    const QString first = arguments.value(1);
    if (first == u"--version" || first == u"-v") {
        terminal.print(u"berthctl "_s % QCoreApplication::applicationVersion());
        return exitstatus::kDone;
    }
    if (first.isEmpty() || first == u"--help" || first == u"-h" || first == u"help") {
        printOverview(terminal, commands);
        return first.isEmpty() ? exitstatus::kUsage : exitstatus::kDone;
    }
    for (const Command &command : commands) {
        if (command.name == first)
            return run(command, arguments, tokens, terminal);
    }
    terminal.say(u"berthctl: no command %1; berthctl --help lists them"_s.arg(first));
    return exitstatus::kUsage;
}
