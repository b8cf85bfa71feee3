// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"
#include "core/base/result.h"
#include "core/model/job.h"

#include <QHash>
#include <QObject>
#include <QUrl>

class LiveStore;
class SupportDialog;
class QWidget;

// Words to the operators about a job: through the server where it sends mail, else as a mail that
// the desktop's mail program begins.
class JobSupport : public QObject
{
    Q_OBJECT

public:
    JobSupport(LiveStore &store, QWidget *over, QObject *parent);

    bool isOffered() const; // the operators can be reached
    void ask(const model::JobSummary &job);

    // The beginning of a mail, with what they need to know of the job.
    static QUrl mail(const QString &address, const model::JobSummary &job);

private:
    void openDialog(const model::JobSummary &job);
    void send(SupportDialog *dialog, const model::JobId &job, const QString &message);
    void openMail(const model::JobSummary &job);

    LiveStore &m_store;
    QWidget *m_over;
    QHash<model::JobId, QString> m_drafts; // written and not sent
};
