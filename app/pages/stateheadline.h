// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/devicegrid.h"
#include "core/model/job.h"

#include <QTimer>
#include <QWidget>

class QLabel;

// The state of a job with its reason: the largest thing on its page. Beside it the devices it holds
// as squares, under it what it wrote last.
class StateHeadline : public QWidget
{
    Q_OBJECT

public:
    explicit StateHeadline(QWidget *parent = nullptr);

    void setJob(const model::JobSummary &job);
    void setDevices(const QList<DeviceGrid::Card> &nodes);
    // The newest lines of its log, shown literally: the last one while it runs, more of a job that
    // ended.
    void setNewest(const QStringList &lines);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe();
    void describeTime();
    void showNewest();

    model::JobSummary m_job;
    QLabel *m_icon;
    QLabel *m_state;
    QLabel *m_reason;
    QLabel *m_hint;
    QLabel *m_newest;
    DeviceGrid *m_devices;
    QStringList m_lines;
    QTimer m_second; // the time it runs grows
};
