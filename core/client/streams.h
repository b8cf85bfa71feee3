// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/model/log.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace client {

class ApiClient;

enum class Connection { Offline, Connecting, Online, Reconnecting };

// How a stream watches its connection and comes back after a loss.
struct StreamPace
{
    std::chrono::milliseconds firstPause{1000}; // before opening again; doubled each time
    std::chrono::milliseconds longestPause{30000};
    std::chrono::milliseconds ping{15000}; // lost when nothing is heard between two pings
};

// The event stream of the signed-in person. Reconnects by itself with back-off (1 s … 30 s, with
// jitter) and resumes after the last message read, until stop() or the end of the session.
class EventStream : public QObject
{
    Q_OBJECT

public:
    explicit EventStream(ApiClient &api, QObject *parent = nullptr);
    ~EventStream() override;

    void setPace(const StreamPace &pace); // before start()
    void start();
    void stop(); // forgets where it stood: start() begins from now on
    Connection connection() const;

signals:
    void connectionChanged(client::Connection connection);
    void received(const model::Event &event); // also Hello and Reload
    void failed(const Error &error); // why it is not connected; it goes on trying

private:
    struct Private;
    const std::unique_ptr<Private> m_d;
};

// One job's log as it is written. Reconnects like EventStream; after a reconnect it begins again
// with the newest lines, which `restarted` announces.
class LogStream : public QObject
{
    Q_OBJECT

public:
    LogStream(ApiClient &api, const model::JobId &job, const model::LogQuery &query,
              QObject *parent = nullptr);
    ~LogStream() override;

    void setPace(const StreamPace &pace); // before start()
    void start();
    void stop();

signals:
    void restarted();
    void linesReceived(const QList<model::LogLine> &lines);
    void ended(); // the job is over and everything was read
    // Why it is not connected; it goes on trying unless the job is absent or not the person's to see.
    void failed(const Error &error);

private:
    struct Private;
    const std::unique_ptr<Private> m_d;
};

} // namespace client
