// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/job.h"
#include "core/model/log.h"

#include <QWidget>

#include <memory>

class LogView;
class QLabel;
class QPushButton;
class QToolButton;
class SearchField;

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

    // Begins to read; the same job again changes nothing.
    void open(const model::JobId &job);
    void close();
    void retranslate();
    bool saveTo(const QString &path) const;

public slots:
    void take(const QList<model::LogLine> &lines);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    QToolButton *tool(const QString &name);
    void showHits();
    void showNote(const QString &text);
    void fail(const Error &error);
    void chooseFile();
    void placeJump();

    client::ApiClient &m_api;
    std::unique_ptr<client::LogStream> m_stream;
    model::JobId m_job;
    bool m_ended = false;
    SearchField *m_search;
    QLabel *m_hits;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_wrap;
    QToolButton *m_copy;
    QToolButton *m_download;
    QLabel *m_note;
    LogView *m_log;
    QPushButton *m_jump;
};
