// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"

#include <QAbstractButton>

// A job as one line: its state, its name, and since when. A click opens it.
class JobRow : public QAbstractButton
{
    Q_OBJECT

public:
    explicit JobRow(QWidget *parent = nullptr);

    void setJob(const model::JobSummary &job);
    const model::JobSummary &job() const { return m_job; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString when() const;
    void describe();

    model::JobSummary m_job;
};
