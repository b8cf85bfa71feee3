// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

struct Options
{
    QCommandLineOption config{u"config"_s, u"Read the configuration from FILE."_s, u"FILE"_s};
    QCommandLineOption dataDir{u"data-dir"_s, u"Keep all data in DIR."_s, u"DIR"_s};
    QCommandLineOption listen{u"listen"_s, u"Listen on HOST:PORT; port 0 takes a free one."_s,
                              u"HOST:PORT"_s};
    QCommandLineOption simulate{
        u"simulate"_s,
        u"Play the simulation of FILE instead of running anything. Without --data-dir its data go "
        "with the process."_s,
        u"FILE"_s};
    QCommandLineOption check{u"check-config"_s,
                             u"Say whether the configuration is good, and end."_s};
    QCommandLineOption reset{
        u"reset-administrator"_s,
        u"Make USERNAME (admin when none is given) an enabled System Admin, end its sessions, say "
        "a password for one sign-in, and end. As the user berthd runs as, while it is stopped."_s};
};

Error misuse(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

Result<Config> readSettings(const QCommandLineParser &parser, const Options &options)
{
    Config config;
    if (parser.isSet(options.config)) {
        TRY_ASSIGN(config, readConfig(parser.value(options.config)));
    }
    if (parser.isSet(options.simulate)) {
        TRY_ASSIGN(config.simulation, readSimulation(parser.value(options.simulate)));
        if (!config.simulation->deviceTypes.isEmpty())
            config.deviceTypes = config.simulation->deviceTypes;
        config.dataDir.clear(); // that of the configuration is for what is real
    }
    if (parser.isSet(options.dataDir)) {
        if (parser.value(options.dataDir).isEmpty())
            return misuse(u"--data-dir: expected a directory"_s);
        config.dataDir =
            QDir::cleanPath(QDir::current().absoluteFilePath(parser.value(options.dataDir)));
    }
    if (parser.isSet(options.listen)) {
        const auto listen = parseListen(parser.value(options.listen));
        if (!listen)
            return misuse(u"--listen: expected HOST:PORT such as 127.0.0.1:8600"_s);
        config.listen = *listen;
    }
    TRY_VOID(checkConfig(config));
    return config;
}

} // namespace

Result<Order> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    const Options options;
    parser.setApplicationDescription(
        u"The server of Berth. Without a configuration it listens on loopback and is usable."_s);
    parser.addOptions({options.config, options.dataDir, options.listen, options.simulate,
                       options.check, options.reset});
    parser.addPositionalArgument(u"USERNAME"_s, u"With --reset-administrator."_s, u"[USERNAME]"_s);
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(arguments))
        return misuse(parser.errorText());
    const QStringList names = parser.positionalArguments();
    if (names.size() > (parser.isSet(options.reset) ? 1 : 0))
        return misuse(u"unexpected: "_s + names.constLast());
    if (parser.isSet(help))
        return Order{.kind = Order::Kind::Say, .config = {}, .text = parser.helpText().trimmed()};
    if (parser.isSet(version)) {
        return Order{.kind = Order::Kind::Say,
                     .config = {},
                     .text = u"berthd %1"_s.arg(QCoreApplication::applicationVersion())};
    }
    TRY_ASSIGN(const Config config, readSettings(parser, options));
    if (parser.isSet(options.reset)) {
        if (config.dataDir.isEmpty())
            return misuse(u"--reset-administrator: a simulation keeps nobody"_s);
        return Order{.kind = Order::Kind::ResetAdministrator,
                     .config = config,
                     .text = names.value(0, u"admin"_s)};
    }
    const auto kind = parser.isSet(options.check) ? Order::Kind::CheckConfig : Order::Kind::Serve;
    return Order{.kind = kind, .config = config, .text = {}};
}

} // namespace berthd
