// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobendpoint.h"

#include <QHash>
#include <QWidget>

#include <functional>

class FieldErrors;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

// What switches ways into a job on and off: one switch for each kind, and a field for one more
// interactive port.
class EndpointSwitches : public QWidget
{
    Q_OBJECT

public:
    // What is wrong with the text of the port field, in words that say what to do; empty when nothing.
    using PortCheck = std::function<QString(const QString &text)>;

    explicit EndpointSwitches(PortCheck check, QWidget *parent = nullptr);

    void setEndpoints(const QList<model::JobEndpoint> &endpoints);
    // Why nothing can be switched; empty when it can.
    void setWhyNot(const QString &whyNot);
    void retranslate();

    void showPortProblem(const QString &text); // of the port that was asked for
    void clearPort(); // it is there

signals:
    void switchRequested(const QString &name, bool on);
    void portRequested(int port);

private:
    QWidget *makeSwitches();
    QWidget *makePort();
    QString portProblem() const;
    void checkPort();
    void requestPort();

    const PortCheck m_check;
    FieldErrors *const m_errors;
    QHash<model::EndpointKind, QCheckBox *> m_switches;
    QLabel *m_heading;
    QLabel *m_note;
    QLabel *m_portLabel;
    QLineEdit *m_port;
    QPushButton *m_open;
    QLabel *m_portHelp;
    QLabel *m_portError;
};
