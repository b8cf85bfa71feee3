// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"

#include <QTimer>
#include <QWidget>

class QLabel;

// The state of a job with its reason: the largest thing on its page.
class StateHeadline : public QWidget
{
    Q_OBJECT

public:
    explicit StateHeadline(QWidget *parent = nullptr);

    void setJob(const model::JobSummary &job);

protected:
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void describeTime();

    model::JobSummary m_job;
    QLabel *m_icon;
    QLabel *m_state;
    QLabel *m_reason;
    QLabel *m_hint;
    QTimer m_second; // the time it runs grows
};
