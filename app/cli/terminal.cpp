// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "app/cli/command.h"

#include <QFile>

#include <termios.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

// A signal handler may touch nothing but such plain data.
std::array<char, 512> s_farewell{};
volatile sig_atomic_t s_farewellSize = 0;
termios s_savedTerminal{};
volatile sig_atomic_t s_isEchoOff = 0;

void leave(int)
{
    if (s_isEchoOff)
        tcsetattr(STDIN_FILENO, TCSANOW, &s_savedTerminal);
    if (s_farewellSize > 0) [[maybe_unused]]
        const auto written = ::write(STDERR_FILENO, s_farewell.data(), size_t(s_farewellSize));
    _exit(exitstatus::kInterrupted);
}

void writeLine(FILE *stream, const QString &line)
{
    const QString shown = isatty(fileno(stream)) ? literal(line) : line;
    const QByteArray bytes = shown.toUtf8() + '\n';
    fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    fflush(stream);
}

} // namespace

void Terminal::print(const QString &line) const
{
    writeLine(stdout, line);
}

void Terminal::say(const QString &line) const
{
    writeLine(stderr, line);
}

Result<QString> Terminal::askSecret(const QString &question) const
{
    const bool isTerminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &s_savedTerminal) == 0;
    if (isTerminal) {
        fputs(qPrintable(question), stderr);
        setFarewell({});
        s_isEchoOff = 1;
        termios silent = s_savedTerminal;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    QFile input;
    const bool isOpen = input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered);
    QByteArray line = isOpen ? input.readLine() : QByteArray();
    if (isTerminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &s_savedTerminal);
        s_isEchoOff = 0;
        fputc('\n', stderr);
    }
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.isEmpty())
        return Error{ErrorCode::InvalidInput, u"password: none was given"_s, u"password"_s};
    return QString::fromUtf8(line);
}

void setFarewell(const QString &line)
{
    const QByteArray bytes = line.isEmpty() ? QByteArray() : ('\n' + line.toUtf8() + '\n');
    s_farewellSize = 0;
    const auto size = std::min(size_t(bytes.size()), s_farewell.size());
    std::copy_n(bytes.begin(), size, s_farewell.begin());
    s_farewellSize = sig_atomic_t(size);
    struct sigaction action{};
    action.sa_handler = leave;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

QString literal(const QString &text)
{
    QString shown = text;
    for (QChar &character : shown) {
        const char16_t code = character.unicode();
        if (code < 0x20 && code != u'\t' && code != u'\n')
            character = QChar(char16_t(0x2400 + code));
        else if (code >= 0x7f && code < 0xa0)
            character = u'\u2421';
    }
    return shown;
}
