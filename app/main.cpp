// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"
#include "app/theme/icons.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace {

// The profile named, or one for the address given, becomes the current one.
bool chooseServer(ServerProfiles &servers, const QCommandLineParser &options)
{
    if (options.isSet(u"server"_s)) {
        const QUrl url(options.value(u"server"_s), QUrl::StrictMode);
        const QString name =
            options.isSet(u"profile"_s) ? options.value(u"profile"_s) : url.authority();
        for (const auto &known : servers.all()) {
            if (known.url == url && !options.isSet(u"profile"_s))
                return servers.choose(known.name);
        }
        servers.save({name, url, {}, {}});
        return url.isValid();
    }
    return !options.isSet(u"profile"_s) || servers.choose(options.value(u"profile"_s));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"Berth"_s);
    QApplication::setApplicationName(u"berth"_s);
    QApplication::setApplicationDisplayName(u"Berth"_s);
    QApplication::setApplicationVersion(QStringLiteral(BERTH_VERSION));
    QApplication::setDesktopFileName(u"berth"_s);

    QCommandLineParser options;
    options.addHelpOption();
    options.addVersionOption();
    options.addOption({u"server"_s, u"Sign in to the server at <url>."_s, u"url"_s});
    options.addOption({u"profile"_s, u"Sign in to the server kept as <name>."_s, u"name"_s});
    options.process(application);

    QSettings settings;
    client::ApiClient api;
    KeyringSecrets secrets(u"Berth"_s);
    DialogPrompt prompt;
    Wiring wiring({application, settings, api, secrets, prompt});
    if (!chooseServer(wiring.servers, options)) {
        qCritical("No such server.");
        return 2;
    }
    QApplication::setWindowIcon(icon(Icon::Logo, Tone::Accent));
    MainWindow window(wiring);
    prompt.setWindow(&window);
    window.show();
    window.resume();
    return QApplication::exec();
}
