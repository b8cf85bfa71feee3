// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/serve.h"

#include "backend/daemon/datalock.h"
#include "backend/daemon/servicemanager.h"
#include "backend/daemon/stopsignals.h"
#include "backend/daemon/wiring.h"
#include "core/base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

void say(const QString &line)
{
    std::fputs(qUtf8Printable(line + u'\n'), stdout);
    std::fflush(stdout);
}

int fail(const Error &error, int status)
{
    std::fprintf(stderr, "berthd: %s\n", qUtf8Printable(error.detail));
    return status;
}

int serve(const Config &asked)
{
    Config config = asked;
    const QTemporaryDir folder(QDir::temp().filePath(u"berth-simulation-XXXXXX"_s));
    if (config.dataDir.isEmpty())
        config.dataDir = folder.path();
    const auto lock = DataLock::take(config.dataDir);
    if (!lock)
        return fail(lock.error(), 1);
    const StopSignals stops;
    const auto wiring = Wiring::start(config);
    if (!wiring)
        return fail(wiring.error(), 1);
    ServiceManager manager;
    bool isStopping = false;
    QObject::connect(&stops, &StopSignals::received, wiring->get(), [&] {
        if (std::exchange(isStopping, true))
            return QCoreApplication::exit(1);
        qCInfo(logDaemon) << "stopping";
        manager.stopping();
        (*wiring)->stop();
    });
    QObject::connect(wiring->get(), &Wiring::stopped, qApp, [] { QCoreApplication::exit(0); });
    if (const auto password = (*wiring)->newPassword())
        say(u"the password of admin is "_s + *password);
    for (const QString &line : (*wiring)->greeting())
        say(line);
    say(u"listening on "_s + (*wiring)->address());
    manager.ready();
    return QCoreApplication::exec();
}

} // namespace berthd
