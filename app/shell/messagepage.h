// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

// All somebody sees who can go no further: what it is about, what can be done, and the way out.
class MessagePage : public QWidget
{
    Q_OBJECT

public:
    explicit MessagePage(QWidget *parent = nullptr);

signals:
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;
    // A page says it all again in another language; the way out says it here.
    virtual void retranslate();

    QLabel &titleLabel() const { return *m_title; }
    QLabel &textLabel() const { return *m_text; }
    QPushButton &mainButton() const { return *m_main; }
    QPushButton &signOutButton() const { return *m_signOut; }

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_main;
    QPushButton *m_signOut;
};
