// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/prompt.h"

#include <QList>
#include <QPromise>

// Answers at once what a test has written down, and remembers what was asked.
class ScriptedPrompt final : public Prompt
{
public:
    bool confirms = false;
    QString file;
    QList<Question> questions;

    QFuture<bool> confirm(const Question &question) override
    {
        questions.append(question);
        return answer(confirms);
    }
    QFuture<QString> chooseFile(const QString &, const QString &) override { return answer(file); }

private:
    template <typename T>
    static QFuture<T> answer(const T &value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(value);
        promise.finish();
        return promise.future();
    }
};
