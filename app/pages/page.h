// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/prompt.h"

#include <QWidget>

// A page as the shell knows it. Pages live from signing in to signing out and keep what the person
// chose while they are hidden. Addresses are words with slashes, such as "jobs/<id>".
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    // For the window's title and the history, in the language of now.
    virtual QString title() const = 0;

    // Shows what the words of the address after the page's own name, such as {"<id>"}; none: the
    // page as it was left.
    virtual void open(const QStringList &path);

    // Whether the person wrote what is nowhere else yet. The shell asks the page's question before
    // that is lost, and has it discarded when that is meant.
    virtual bool hasUnsavedInput() const { return false; }
    virtual Question leavingQuestion() const;
    virtual void discardInput() { }
    // Whether it stays while the person looks elsewhere, so that only an address below the page's
    // own, quitting and signing out lose it.
    virtual bool keepsInput() const { return false; }

    // Sends what still waits for its undo, before the window or the session goes. Whether something
    // is under way now: then pendingSent() follows.
    virtual bool sendPending() { return false; }

signals:
    void pendingSent(bool all);
    void addressRequested(const QString &address); // a link to another page was followed
    void titleChanged();

protected:
    // Writes every text anew; called when the language has changed. A page calls it once by itself
    // at the end of its constructor.
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override;
};
