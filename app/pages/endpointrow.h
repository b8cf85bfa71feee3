// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/endpointaddress.h"
#include "app/theme/icons.h"
#include "core/model/job.h"

#include <QFrame>

class CopyButton;
class QLabel;
class QPushButton;
class QToolButton;
class StatusBadge;

// One way into a job: what it is, its state, its address with a button that opens it, or why it has
// none with what helps.
class EndpointRow : public QFrame
{
    Q_OBJECT

public:
    explicit EndpointRow(QWidget *parent = nullptr);

    // `whyNot`: why nothing can be switched; empty when it can.
    void setEndpoint(const model::JobEndpoint &endpoint, model::JobState job,
                     const QString &whyNot);
    const model::JobEndpoint &endpoint() const { return m_endpoint; }
    QWidgetList controls() const; // as the Tab key goes through them

signals:
    void switchRequested(const QString &name, bool on);

private:
    enum class Deed { None, Terminal, Browser, Again, On };

    void showAddress();
    void showAction(const QString &whyNot);
    void showOff(const QString &whyNot);
    void act();
    bool isPort() const;
    Deed deed() const;
    static QString words(Deed deed);
    static Icon pictureOf(Deed deed);

    model::JobEndpoint m_endpoint;
    model::JobState m_job = model::JobState::Queued;
    std::optional<SshAddress> m_ssh;
    std::optional<QUrl> m_web;
    QLabel *m_label;
    StatusBadge *m_state;
    QLabel *m_address;
    QLabel *m_explanation;
    CopyButton *m_copy;
    QPushButton *m_action;
    QToolButton *m_off;
};
