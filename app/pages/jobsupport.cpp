// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobsupport.h"

#include "app/api/livestore.h"
#include "app/dialogs/supportdialog.h"
#include "app/text/errortext.h"
#include "app/text/jobtext.h"
#include "app/widgets/toast.h"
#include "core/api/jobaccess.h"
#include "core/client/apiclient.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

JobSupport::JobSupport(LiveStore &store, QWidget *over, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_over(over)
{ }

bool JobSupport::isOffered() const
{
    const auto &cluster = m_store.cluster();
    return cluster && (cluster->sendsSupport || !cluster->supportAddress.isEmpty());
}

void JobSupport::ask(const model::JobSummary &job)
{
    if (!isOffered())
        return;
    if (m_store.cluster()->sendsSupport)
        openDialog(job);
    else
        openMail(job);
}

void JobSupport::openDialog(const model::JobSummary &job)
{
    auto *dialog = new SupportDialog(job.name, m_drafts.value(job.id), m_over->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SupportDialog::submitted, this,
            [this, dialog, id = job.id](const QString &message) { send(dialog, id, message); });
    connect(dialog, &QDialog::rejected, this,
            [this, dialog, id = job.id] { m_drafts[id] = dialog->message(); });
    dialog->open();
}

void JobSupport::send(SupportDialog *dialog, const model::JobId &job, const QString &message)
{
    whenDone(m_store.api().call(api::askSupport, {job.toString()}, {message}), dialog,
             [this, dialog, job](const Result<model::Nothing> &sent) {
                 if (!sent)
                     return dialog->showProblem(ErrorText::of(sent.error()));
                 m_drafts.remove(job);
                 dialog->accept();
                 Toast::say(m_over, tr("Sent to the operators."));
             });
}

void JobSupport::openMail(const model::JobSummary &job)
{
    const QString address = m_store.cluster()->supportAddress;
    if (QDesktopServices::openUrl(mail(address, job)))
        return;
    QGuiApplication::clipboard()->setText(address);
    Toast::say(m_over,
               tr("No mail program could be opened. The address %1 is copied.").arg(address));
}

// Lines end as mail has them (RFC 6068); nothing of the job can begin another field.
QUrl JobSupport::mail(const QString &address, const model::JobSummary &job)
{
    const QString subject = tr("Job %1 in %2").arg(job.name, job.vc.toString());
    QStringList lines{tr("Job: %1").arg(job.name), tr("Id: %1").arg(job.id.toString()),
                      tr("Virtual cluster: %1").arg(job.vc.toString()),
                      tr("Status: %1").arg(JobText::state(job.state))};
    if (const QString reason = JobText::explanation(job); !reason.isEmpty())
        lines << tr("Reason: %1").arg(reason);
    const QString body = u"\r\n\r\n"_s + lines.join(u"\r\n"_s) + u"\r\n"_s;
    return QUrl::fromEncoded("mailto:" + QUrl::toPercentEncoding(address, "@")
                                 + "?subject=" + encoded(subject) + "&body=" + encoded(body),
                             QUrl::StrictMode);
}
