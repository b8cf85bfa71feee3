// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/commandline.h"
#include "backend/daemon/logformat.h"
#include "backend/daemon/resetadministrator.h"
#include "backend/daemon/serve.h"

#include <QCoreApplication>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using berthd::Order;

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"berthd"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BERTH_VERSION));
    ::umask(0077);
    berthd::logToStderr();
    const auto order = berthd::readCommandLine(QCoreApplication::arguments());
    if (!order)
        return berthd::fail(order.error(), 2);
    if (order->kind == Order::Kind::Serve)
        return berthd::serve(order->config);
    if (order->kind == Order::Kind::ResetAdministrator) {
        const auto password = berthd::resetAdministrator(order->config.dataDir, order->text);
        if (!password)
            return berthd::fail(password.error(), 1);
        berthd::say(u"the password of %1 is %2"_s.arg(order->text, *password));
        return 0;
    }
    const bool isCheck = order->kind == Order::Kind::CheckConfig;
    berthd::say(isCheck ? u"the configuration is good"_s : order->text);
    return 0;
}
