// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/terminal.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Usage
{
    QLatin1StringView program;
    QLatin1StringView options; // before the command
};

// Where a terminal can stay after the command has ended, it does: why ssh could not get in is read
// there.
constexpr std::array kUsages{
    Usage{"gnome-terminal"_L1, "--"_L1},
    Usage{"kgx"_L1, "--"_L1},
    Usage{"ptyxis"_L1, "--"_L1},
    Usage{"konsole"_L1, "--hold -e"_L1},
    Usage{"xfce4-terminal"_L1, "--hold -x"_L1},
    Usage{"mate-terminal"_L1, "-x"_L1},
    Usage{"xterm"_L1, "-hold -e"_L1},
    Usage{"uxterm"_L1, "-hold -e"_L1},
    Usage{"alacritty"_L1, "--hold -e"_L1},
    Usage{"kitty"_L1, "--hold"_L1},
    Usage{"foot"_L1, "--hold"_L1},
    Usage{"wezterm"_L1, "start --"_L1},
};
constexpr auto kUsual = "-e"_L1; // what Debian asks of an x-terminal-emulator

constexpr std::array kTerminals{"x-terminal-emulator"_L1, "gnome-terminal"_L1, "konsole"_L1,
                                "xfce4-terminal"_L1, "xterm"_L1};

QStringList optionsOf(const QString &program)
{
    const QString name = QFileInfo(QFileInfo(program).canonicalFilePath()).fileName();
    const auto *usage = std::ranges::find(kUsages, name, &Usage::program);
    return QString(usage == kUsages.end() ? kUsual : usage->options).split(u' ');
}

} // namespace

QStringList terminal::commandFor(const QStringList &command)
{
    QStringList own = QProcess::splitCommand(qEnvironmentVariable("TERMINAL"));
    QString program = own.isEmpty() ? QString() : QStandardPaths::findExecutable(own.takeFirst());
    if (program.isEmpty())
        own.clear();
    for (const auto name : kTerminals) {
        if (program.isEmpty())
            program = QStandardPaths::findExecutable(name);
    }
    return program.isEmpty() ? QStringList()
                             : QStringList{program} + own + optionsOf(program) + command;
}

bool terminal::run(const QStringList &command)
{
    QStringList whole = commandFor(command);
    if (whole.isEmpty())
        return false;
    const QString program = whole.takeFirst();
    return QProcess::startDetached(program, whole);
}
