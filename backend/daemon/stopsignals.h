// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace berthd {

// SIGTERM and SIGINT as a Qt signal; SIGPIPE is ignored. At most one at a time.
class StopSignals final : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

signals:
    void received(); // each time

private:
    void read();

    int m_reading = -1;
};

} // namespace berthd
