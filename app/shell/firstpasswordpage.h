// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

// All a person sees whose password was made by somebody else: choose one of your own, or leave.
class FirstPasswordPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstPasswordPage(QWidget *parent = nullptr);

signals:
    void changeRequested();
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_change;
    QPushButton *m_signOut;
};
