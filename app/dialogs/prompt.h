// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPointer>
#include <QString>

class QWidget;

// A question before something is done that may lose something.
struct Question
{
    QString title;
    QString text; // what will be lost, in numbers
    QString verb; // on the button that does it: "Kill job"
    bool dangerous = true;
};

// How pages and the shell ask. Tests answer from a script.
class Prompt
{
public:
    virtual ~Prompt() = default;

    // True when the person chose the verb.
    virtual QFuture<bool> confirm(const Question &question) = 0;
    // A file to read; empty when the person chose none.
    virtual QFuture<QString> chooseFile(const QString &title, const QString &filter) = 0;
};

// Asks in a dialog over its window; the safe choice has the focus.
class DialogPrompt final : public Prompt
{
public:
    explicit DialogPrompt(QWidget *window = nullptr);
    void setWindow(QWidget *window);

    QFuture<bool> confirm(const Question &question) override;
    QFuture<QString> chooseFile(const QString &title, const QString &filter) override;

private:
    QPointer<QWidget> m_window;
};
