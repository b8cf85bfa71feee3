// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QToolButton>

// Copies a text and says for a moment that it did.
class CopyButton : public QToolButton
{
    Q_OBJECT

public:
    explicit CopyButton(QWidget *parent = nullptr);

    // What is copied; disabled while it is empty.
    void setValue(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy();
    void showCopied(bool copied);

    QString m_text;
    QTimer m_back;
};
