// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/client/logcursor.h"
#include "core/model/job.h"
#include "core/model/log.h"
#include "core/model/page.h"

#include <QWidget>

#include <memory>

class ConsoleBar;
class LogPast;
class LogView;
class QLabel;
class QPushButton;

namespace client {
class ApiClient;
class LogStream;
} // namespace client

// The tab Console: the newest lines of a job's log, as they are written.
class JobConsole : public QWidget
{
    Q_OBJECT

public:
    explicit JobConsole(client::ApiClient &api, QWidget *parent = nullptr);
    ~JobConsole() override;

    // Begins to read, or goes on after pause(); the same job again changes nothing.
    void open(const model::JobId &job);
    void pause(); // reads no more; what is shown stays
    void close();
    void retranslate();

    // The newest lines as they are shown, at most so many, the oldest of them first.
    QStringList newestLines(int most) const;
    // Reads the log as far back as the server keeps it, and writes it as UTF-8 with times.
    void saveTo(const QString &path);

public slots:
    void take(const QList<model::LogLine> &lines);

signals:
    void linesTaken();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void askForPast();
    void showNote(const QString &text);
    void showEmptiness();
    void chooseFile();
    void write(const QString &path, const Result<model::Items<model::LogLine>> &log);
    void placeJump();

    client::ApiClient &m_api;
    LogPast *m_past;
    std::unique_ptr<client::LogStream> m_stream;
    client::LogCursor m_cursor;
    model::JobId m_job;
    bool m_ended = false;
    bool m_isRepeating = false; // the next lines may have been shown already
    QList<QString> m_newest;
    LogView *m_log;
    ConsoleBar *m_bar;
    QLabel *m_note;
    QPushButton *m_jump;
};
