// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/signin.h"

#include <QWidget>

class QLabel;
class QPushButton;

// What the person sees while the browser has the word: the code that its last page shows as well, a
// way to open the page again, and Cancel.
class AttemptPane : public QWidget
{
    Q_OBJECT

public:
    explicit AttemptPane(QWidget *parent = nullptr);

    // Before the server has begun it.
    void showBeginning(model::Provider provider);
    // Opens the browser. False when the address is not one for a browser.
    bool showAttempt(const model::Attempt &attempt);

signals:
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void openBrowser();
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_code;
    QLabel *m_codeNote;
    QLabel *m_wait;
    QPushButton *m_again;
    QPushButton *m_cancel;
    model::Provider m_provider = model::Provider::Microsoft;
    model::Attempt m_attempt;
};
