// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/icons.h"

#include <QStackedWidget>
#include <QTimer>

class QLabel;
class QPushButton;
class Skeleton;

// The four states of a page or a table: loading, empty, error, content.
class PageStates : public QStackedWidget
{
    Q_OBJECT

public:
    enum class Shown { Content, Loading, Empty, Error };
    Q_ENUM(Shown)

    explicit PageStates(QWidget *parent = nullptr);
    // Takes the content; it is shown at first.
    void setContent(QWidget *content);

    void showContent();
    // What is shown stays for 200 ms, so that what is quick does not flicker.
    void showLoading();
    // One sentence, and what the button does; without one there is no button.
    void showEmpty(const QString &sentence, const QString &button = {}, Icon icon = Icon::Jobs);
    // What failed and why; with a button to retry.
    void showError(const QString &what, const QString &why);
    Shown shown() const { return m_shown; }

signals:
    void emptyActionRequested();
    void retryRequested();

private:
    void arrangeMessage();
    void press();
    void showMessage(Shown shown, const QString &what, const QString &why, const QString &button);

    QWidget *m_content = nullptr;
    Skeleton *m_skeleton;
    QWidget *m_message;
    QLabel *m_icon;
    QLabel *m_what;
    QLabel *m_why;
    QPushButton *m_button;
    QTimer m_delay;
    Shown m_shown = Shown::Content;
};
