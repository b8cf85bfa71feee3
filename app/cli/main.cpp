// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/terminal.h"
#include "app/cli/tokenstore.h"

#include <QCoreApplication>

#include <langinfo.h>

#include <clocale>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    // Qt would write a warning over every output in the locale C, which cron and containers have.
    setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"berthctl"_s);
    QCoreApplication::setApplicationVersion(u"" BERTH_VERSION ""_s);
    TokenStore tokens(TokenStore::defaultFolder());
    Terminal terminal;
    return runCommandLine(QCoreApplication::arguments(), tokens, terminal);
}
