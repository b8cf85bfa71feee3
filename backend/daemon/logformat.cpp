// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/logformat.h"

#include <QDateTime>
#include <QString>
#include <QtGlobal>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

struct Level
{
    const char *word;
    int priority; // of syslog
};

Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return {"debug", 7};
    case QtInfoMsg:
        return {"info", 6};
    case QtWarningMsg:
        return {"warning", 4};
    case QtCriticalMsg:
        return {"error", 3};
    case QtFatalMsg:
        return {"fatal", 2};
    }
    Q_UNREACHABLE();
}

QByteArray escaped(const QString &text)
{
    QByteArray out;
    for (const char c : text.toUtf8()) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            out += "\\x" + QByteArray(1, c).toHex();
        else
            out += c;
    }
    return out;
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static const bool isJournal = qEnvironmentVariableIsSet("JOURNAL_STREAM");
    const Level level = levelOf(type);
    QByteArray line;
    if (isJournal)
        line = '<' + QByteArray::number(level.priority) + '>';
    else
        line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' ';
    line += level.word;
    line += ' ';
    line += context.category != nullptr ? context.category : "default";
    line += ": " + escaped(text) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

} // namespace

void logToStderr()
{
    qInstallMessageHandler(write);
}

} // namespace berthd
