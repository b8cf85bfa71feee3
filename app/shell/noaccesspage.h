// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

// All a person sees who is signed in but has no permission: whom to ask, and the way out.
class NoAccessPage : public QWidget
{
    Q_OBJECT

public:
    explicit NoAccessPage(QWidget *parent = nullptr);

    void setPerson(const QString &username, const QString &supportAddress);

signals:
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void writeMail();
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_mail;
    QPushButton *m_signOut;
    QString m_username;
    QString m_address;
};
