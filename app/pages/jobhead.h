// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"

#include <QWidget>

class ActionButtons;
class CopyButton;
class QLabel;
class QPushButton;

// The first line of a job's page: the way back, the job's name, cut where it is too long, its id, and
// what can be done with it.
class JobHead : public QWidget
{
    Q_OBJECT

public:
    explicit JobHead(QWidget *parent = nullptr);

    void setJob(const model::JobSummary &job);
    void retranslate();
    ActionButtons &actions() const { return *m_actions; }
    QPushButton &back() const { return *m_back; }

protected:
    bool event(QEvent *event) override;

private:
    void fitName();

    QPushButton *m_back;
    QLabel *m_name;
    QLabel *m_shortId;
    CopyButton *m_copyId;
    ActionButtons *m_actions;
    QString m_wholeName;
};
