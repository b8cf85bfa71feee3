// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"
#include "core/model/jobendpoint.h"

#include <QScrollArea>

class EndpointRow;
class QLabel;
class QPushButton;
class QVBoxLayout;

// The ways into a job, one below the other: ssh, jupyter, tensorboard, then the interactive ports.
class EndpointList : public QScrollArea
{
    Q_OBJECT

public:
    explicit EndpointList(QWidget *parent = nullptr);

    // `whyNot`: why nothing can be switched; empty when it can.
    void setEndpoints(const QList<model::JobEndpoint> &endpoints, model::JobState job,
                      const QString &whyNot);
    void retranslate();

signals:
    void switchRequested(const QString &name, bool on);
    void accountRequested(); // where the person's keys are

private:
    QWidget *makeKeys();
    void orderTabs();
    EndpointRow *takeRow(QList<EndpointRow *> &rows, const model::JobEndpoint &endpoint);

    QVBoxLayout *m_layout;
    QList<EndpointRow *> m_rows;
    QLabel *m_keysLabel;
    QPushButton *m_keysButton;
    QWidget *m_keys;
};
