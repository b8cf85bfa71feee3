// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <chrono>

class QPushButton;

// A short message at the bottom of a window, with one action such as "Undo". It goes by itself, or
// when its window does; several stand above each other. The text is shown literally.
class Toast : public QFrame
{
    Q_OBJECT

public:
    // Shown over the window of the widget, which owns it.
    static Toast *say(QWidget *over, const QString &text, const QString &action = {},
                      std::chrono::milliseconds time = std::chrono::seconds(5));

    QString text() const;

signals:
    void actionTriggered(); // then it goes
    void expired(); // the time is over, and the action was not taken

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Toast(QWidget *window, const QString &text, const QString &action);
    void place();
    void leave();

    QPushButton *m_action = nullptr;
    QTimer m_time;
};
