// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace berthd {

// SIGTERM and SIGINT as a Qt signal. Made before any thread, so that all inherit its mask; children
// get the signals back, because Qt resets the mask of what it starts.
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

    int m_descriptor = -1;
};

} // namespace berthd
