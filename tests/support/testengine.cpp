// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engineservice.h"
#include "tests/support/testimage.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <unistd.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

// berth-test-engine podman|docker: a container engine with the test image for as long as stdin is
// open. Prints DOCKER_HOST=unix://… when it answers.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTextStream output(stdout);
    QTextStream errors(stderr);
    const QString name = application.arguments().value(1, u"podman"_s);
    if (name != "podman"_L1 && name != "docker"_L1) {
        errors << "usage: berth-test-engine podman|docker" << Qt::endl;
        return 2;
    }
    support::EngineService service(name == "docker"_L1 ? support::EngineKind::Docker
                                                       : support::EngineKind::Podman);
    if (const auto started = service.start(); !started) {
        errors << started.error().detail << Qt::endl;
        return 1;
    }
    if (const auto imported = support::importTestImage(service.socketPath()); !imported) {
        errors << imported.error().detail << Qt::endl;
        return 1;
    }
    output << "DOCKER_HOST=unix://" << service.socketPath() << Qt::endl;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&application] {
        std::array<char, 64> ignored{};
        if (read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0)
            application.quit();
    });
    return application.exec();
}
