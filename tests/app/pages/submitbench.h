// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/submitpage.h"
#include "core/model/page.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"
#include "tests/app/support/scriptedprompt.h"
#include "tests/app/support/storage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

// The submit page before a server that a test tells what to answer.
class SubmitBench
{
public:
    static inline const QString kSubmit = QStringLiteral("POST /api/v1/jobs");
    static inline const QString kDryRun = QStringLiteral("POST /api/v1/dry-run");

    FakeServer server;
    ScriptedPrompt prompt;
    std::unique_ptr<LiveStore> store;
    std::unique_ptr<SubmitPage> page;

    SubmitBench()
    {
        server.answer(QStringLiteral("GET /api/v1/cluster"), samples::cluster());
        server.answer(QStringLiteral("GET /api/v1/vcs"),
                      model::Items<model::VcStatus>{{samples::vc(QStringLiteral("platform"), 13)}});
        server.answer(QStringLiteral("GET /api/v1/templates"), model::Items<model::JobTemplate>{});
        store = std::make_unique<LiveStore>(server);
        store->start(samples::account());
        store->reload();
    }

    // Whether the page is open in a window.
    bool open()
    {
        if (!QTest::qWaitFor([this] { return store->loading() == Loading::Ready; }))
            return false;
        page = std::make_unique<SubmitPage>(*store, prompt);
        page->resize(1000, 800);
        page->show();
        page->open({});
        return QTest::qWaitForWindowActive(page.get());
    }

    template <typename T>
    T *find(const char *name) const
    {
        auto *found = page->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT(found);
        return found;
    }
    // What a label says, while it is shown.
    QString shown(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    QString verdict() const { return find<QLabel>("verdictLabel")->text(); }
    void press() const { QTest::keyClick(page.get(), Qt::Key_Return, Qt::ControlModifier); }
    void fill() const
    {
        QTest::keyClicks(find<QLineEdit>("nameEdit"), QStringLiteral("train-1"));
        QTest::keyClicks(find<QLineEdit>("imageEdit"), QStringLiteral("pytorch:2.1"));
        QTest::keyClicks(find<QPlainTextEdit>("commandEdit"), QStringLiteral("python train.py"));
    }

    void answerWithAJob()
    {
        model::Job job;
        static_cast<model::JobSummary &>(job) = samples::job(1);
        job.spec = samples::spec();
        server.answer(kSubmit, job);
    }
    // The last specification that was sent for submission.
    model::JobSpec sent() const
    {
        model::JobSpec last;
        for (const auto &request : server.requests()) {
            if (request.verb != api::Verb::Post || request.path != QStringLiteral("/api/v1/jobs"))
                continue;
            if (const auto spec = json::decodeText<model::JobSpec>(request.body))
                last = *spec;
        }
        return last;
    }
};
