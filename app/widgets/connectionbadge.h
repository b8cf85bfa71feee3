// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

// Whether what is shown is live: an icon and a word.
class ConnectionBadge : public QWidget
{
    Q_OBJECT

public:
    enum class State { Offline, Connecting, Online, Reconnecting };
    Q_ENUM(State)

    explicit ConnectionBadge(QWidget *parent = nullptr);

    // The reason is a sentence for the tooltip, such as why it is not connected.
    void setState(State state, const QString &reason = {});
    State state() const { return m_state; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString word() const;
    void retranslate();

    State m_state = State::Offline;
    QString m_reason;
};
