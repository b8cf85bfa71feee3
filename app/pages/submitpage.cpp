// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/submitpage.h"

#include "ui_submitpage.h"

#include "app/pages/formtemplates.h"
#include "app/text/errortext.h"
#include "app/text/verdicttext.h"
#include "app/widgets/scrolltofocus.h"
#include "app/widgets/wheelguard.h"
#include "core/api/jobaccess.h"
#include "core/api/jobs.h"
#include "core/client/apiclient.h"
#include "core/rules/jobactions.h"

#include <QShortcut>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAroundFocus = 96; // pixels

} // namespace

SubmitPage::SubmitPage(LiveStore &store, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_ui(std::make_unique<Ui::SubmitPage>())
    , m_forecast(store)
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->form);
    for (QWidget *widget : {m_ui->scrollArea->viewport(), m_ui->scrollContents})
        widget->setAutoFillBackground(false);
    new WheelGuard(m_ui->scrollContents);
    m_templates = new FormTemplates(store, prompt, *m_ui->form, *m_ui->templatePane, this);
    watch();
    followStore();
    retranslate();
}

SubmitPage::~SubmitPage() = default;

QString SubmitPage::title() const
{
    return tr("Submit Training Job");
}

void SubmitPage::open(const QStringList &path)
{
    const auto id = model::JobId::fromString(path.value(1));
    if (path.value(0) == "again"_L1 && id)
        copyJob(*id);
    m_ui->form->setFocus();
}

bool SubmitPage::hasUnsavedInput() const
{
    return !m_ui->form->isPristine();
}

Question SubmitPage::leavingQuestion() const
{
    return {tr("Discard the job that you began?"), tr("What you have filled in was not submitted."),
            tr("Discard")};
}

void SubmitPage::discardInput()
{
    m_ui->form->clear();
    m_templates->forget();
    m_problem.clear();
    m_attemptKey.clear();
    showVerdict();
}

void SubmitPage::submit()
{
    if (m_busy)
        return;
    if (m_ui->form->revealViolations())
        return showFocus();
    const model::JobSpec spec = m_ui->form->spec();
    // A retry after a lost answer carries the same key, so that the job is not submitted twice.
    if (m_attemptKey.isEmpty() || spec != m_attempted)
        m_attemptKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_attempted = spec;
    m_problem.clear();
    m_busy = true;
    retranslate();
    whenDone(m_store.api().call(api::submitJob, {}, spec, m_attemptKey), this,
             [this](const Result<model::Job> &job) { finish(job); });
}

void SubmitPage::watch()
{
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &SubmitPage::submit);
    }
    connect(m_ui->submitButton, &QPushButton::clicked, this, &SubmitPage::submit);
    connect(m_ui->form, &JobForm::changed, this, &SubmitPage::followForm);
    connect(m_templates, &FormTemplates::refused, this, &SubmitPage::showFocus);
    connect(&m_store, &LiveStore::vcsChanged, this, &SubmitPage::followStore);
    connect(&m_store, &LiveStore::clusterChanged, this, &SubmitPage::followStore);
    connect(&m_store, &LiveStore::selectedVcChanged, this, &SubmitPage::followStore);
    connect(&m_forecast, &Forecast::changed, this, &SubmitPage::showVerdict);
}

void SubmitPage::copyJob(const model::JobId &id)
{
    whenDone(m_store.api().call(api::getJob, {id.toString()}), this,
             [this](const Result<model::Job> &job) { takeCopy(job); });
}

void SubmitPage::takeCopy(const Result<model::Job> &job)
{
    if (job) {
        model::JobSpec spec = job->spec;
        const bool isOwn = job->owner == m_store.account().id;
        if (spec.registry && rules::mayTakePassword(m_store.account(), *job))
            spec.registry->passwordFrom = model::PasswordSource{job->id, {}};
        m_ui->form->setSpec(spec, isOwn ? PasswordGap::JobEnded : PasswordGap::OthersJob);
        m_templates->forget();
    } else {
        m_problem = ErrorText::of(job.error());
    }
    showVerdict();
}

// What cannot be read now is not shown; a job is submitted all the same.
void SubmitPage::loadStorage()
{
    whenDone(m_store.api().call(api::listStorage), this,
             [this](const Result<model::Items<model::StorageMount>> &mounts) {
                 if (mounts)
                     m_ui->form->setStorage(mounts->items);
             });
}

void SubmitPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->submitButton->setEnabled(!m_busy);
    m_ui->submitButton->setText(m_busy ? tr("Submitting…") : tr("Submit job"));
    m_ui->submitButton->setToolTip(tr("Ctrl+Enter"));
    m_templates->retranslate();
    showVerdict();
}

void SubmitPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_forecast.setWatched(true);
    loadStorage();
}

void SubmitPage::hideEvent(QHideEvent *event)
{
    m_forecast.setWatched(false);
    Page::hideEvent(event);
}

void SubmitPage::followStore()
{
    const model::VcStatus *vc = m_store.findVc(m_store.selectedVc());
    m_ui->form->setEnabled(vc && m_store.cluster());
    if (vc && m_store.cluster())
        m_ui->form->setSurroundings({*m_store.cluster(), *vc});
    m_ui->templatePane->setEnabled(m_ui->form->isEnabled());
    m_ui->templatePane->setVc(m_store.selectedVc());
    showVerdict();
}

void SubmitPage::followForm()
{
    if (!m_busy && m_ui->form->spec() != m_attempted)
        m_problem.clear();
    showVerdict();
}

void SubmitPage::showFocus()
{
    scrollToFocus(m_ui->scrollArea, kAroundFocus);
}

void SubmitPage::showVerdict()
{
    m_forecast.follow(m_ui->form->spec());
    const auto &verdict = m_forecast.verdict();
    const bool isBad =
        !m_problem.isEmpty() || (verdict && verdict->outlook == model::Outlook::Never);
    const QString foretold = verdict ? VerdictText::of(*verdict) : QString();
    m_ui->verdictLabel->setProperty("type", isBad ? u"error"_s : u"secondary"_s);
    m_ui->verdictLabel->setText(m_problem.isEmpty() ? foretold : m_problem);
}

void SubmitPage::finish(const Result<model::Job> &job)
{
    m_busy = false;
    if (job) {
        m_attemptKey.clear();
        m_ui->form->clear();
        m_templates->forget();
        retranslate();
        emit addressRequested(u"jobs/"_s % job->id.toString());
        return;
    }
    const QString text = ErrorText::of(job.error());
    if (!m_ui->form->refuse(job.error().field, text))
        m_problem = text;
    retranslate();
    showFocus();
}
