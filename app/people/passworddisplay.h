// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/user.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

// Passwords made by the server, shown this once: each with a button to copy it, all of them together
// to copy and to save.
class PasswordDisplay : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordDisplay(QWidget *parent = nullptr);

    void setPasswords(const QList<model::NewPassword> &passwords);
    bool isKept() const { return m_isKept; } // copied or saved by now, so that nothing is lost

    // One of them in a dialog over the widget.
    static void showOver(QWidget *widget, const model::NewPassword &password);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void copyAll();
    void save();

    QList<model::NewPassword> m_passwords;
    QLabel *m_help;
    QGridLayout *m_grid;
    QPushButton *m_copyAll;
    QPushButton *m_save;
    bool m_isKept = false;
};
