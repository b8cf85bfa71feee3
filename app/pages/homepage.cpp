// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/homepage.h"

#include "app/pages/devicedonut.h"
#include "app/pages/jobrow.h"
#include "app/pages/storagepane.h"
#include "app/text/errortext.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/cardgrid.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostRows = 8;

} // namespace

HomePage::HomePage(LiveStore &store, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_jobs(store)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_submit(new QPushButton(this))
    , m_allJobs(new QPushButton(this))
    , m_devicesHead(new QLabel(this))
    , m_jobsHead(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_retry(new QPushButton(this))
    , m_devices(new CardGrid(this))
    , m_rows(new QVBoxLayout)
    , m_storage(new StoragePane(store, this))
{
    setObjectName("homePage"_L1);
    setFocusPolicy(Qt::ClickFocus);
    dress();
    arrange();
    connect(m_submit, &QPushButton::clicked, this, [this] { emit addressRequested(u"submit"_s); });
    connect(m_allJobs, &QPushButton::clicked, this, [this] { emit addressRequested(u"jobs"_s); });
    connect(m_retry, &QPushButton::clicked, &store, &LiveStore::reload);
    connect(&store, &LiveStore::selectedVcChanged, this, &HomePage::followVc);
    connect(&store, &LiveStore::vcsChanged, this, &HomePage::followVcs);
    connect(&store, &LiveStore::loadingChanged, this, &HomePage::followVcs);
    connect(&store, &LiveStore::accountChanged, this, &HomePage::followVcs);
    for (const auto signal : {&LiveJobs::jobsReset, &LiveJobs::loadingChanged})
        connect(&m_jobs, signal, this, &HomePage::showJobs);
    connect(&m_jobs, &LiveJobs::jobUpserted, this, &HomePage::showJobs);
    connect(&m_jobs, &LiveJobs::jobRemoved, this, &HomePage::showJobs);
    connect(&m_minute, &QTimer::timeout, this, &HomePage::showJobs);
    m_minute.start(60s);
    followVc();
    retranslate();
}

QString HomePage::title() const
{
    return tr("Home");
}

void HomePage::retranslate()
{
    m_submit->setText(tr("Submit Training Job"));
    m_submit->setAccessibleName(m_submit->text());
    m_allJobs->setText(tr("View jobs"));
    m_allJobs->setAccessibleName(m_allJobs->text());
    m_devicesHead->setText(tr("Devices"));
    m_jobsHead->setText(tr("Your latest jobs"));
    m_retry->setText(tr("Try again"));
    m_retry->setAccessibleName(m_retry->text());
    m_storage->retranslate();
    followVcs();
    showJobs();
}

void HomePage::dress()
{
    setNames(m_title, u"titleLabel"_s, {});
    setNames(m_summary, u"summaryLabel"_s, {});
    setNames(m_submit, u"submitButton"_s, {});
    setNames(m_allJobs, u"allJobsButton"_s, {});
    setNames(m_retry, u"retryButton"_s, {});
    setNames(m_empty, u"emptyLabel"_s, {});
    setType(m_title, LabelType::Title);
    setType(m_summary, LabelType::Secondary);
    setType(m_empty, LabelType::Secondary);
    setType(m_devicesHead, LabelType::Section);
    setType(m_jobsHead, LabelType::Section);
    setKind(m_submit, ButtonKind::Primary);
    setKind(m_allJobs, ButtonKind::Link);
    m_submit->setIcon(icon(Icon::Plus, Ink::OnFill));
    for (auto *label : {m_title, m_summary, m_empty})
        label->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
}

void HomePage::arrange()
{
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(kGrid / 2);
    words->addWidget(m_title);
    words->addWidget(m_summary);
    head->addLayout(words, 1);
    head->addWidget(m_retry);
    head->addWidget(m_submit, 0, Qt::AlignTop);
    auto *jobsHead = new QHBoxLayout;
    jobsHead->addWidget(m_jobsHead, 1);
    jobsHead->addWidget(m_allJobs);
    m_rows->setSpacing(0);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, kPageMargin);
    layout->setSpacing(2 * kGrid);
    layout->addLayout(head);
    layout->addSpacing(kGrid);
    layout->addWidget(m_devicesHead);
    layout->addWidget(m_devices);
    layout->addSpacing(kGrid);
    layout->addLayout(jobsHead);
    layout->addLayout(m_rows);
    layout->addWidget(m_empty);
    layout->addSpacing(kGrid);
    layout->addWidget(m_storage);
    layout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    for (QWidget *widget : {scroll->viewport(), content})
        widget->setAutoFillBackground(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);
}

void HomePage::followVc()
{
    if (!m_store.selectedVc().isEmpty()) {
        model::JobQuery query;
        query.vc = m_store.selectedVc();
        m_jobs.setQuery(query);
    }
    followVcs();
}

void HomePage::followVcs()
{
    const bool maySubmit = m_store.account().has(model::Permission::SubmitTrainingJob);
    const model::VcStatus *vc = m_store.findVc(m_store.selectedVc());
    const bool failed = m_store.loading() == Loading::Failed;
    m_submit->setVisible(vc && maySubmit);
    m_retry->setVisible(failed);
    m_devicesHead->setVisible(vc && !vc->usage.isEmpty());
    for (auto *donut : std::as_const(m_donuts))
        donut->setVisible(false);
    if (vc) {
        m_title->setText(vc->name.value());
        m_summary->setText(tr("%n job(s) running", nullptr, vc->activeJobs));
        showDevices(*vc);
        return;
    }
    m_title->setText(title());
    m_summary->setText(failed ? ErrorText::of(m_store.problem())
                       : m_store.loading() == Loading::Ready
                           ? tr("No VC is given to you yet. Ask an administrator for one.")
                           : QString());
}

void HomePage::showDevices(const model::VcStatus &vc)
{
    while (m_donuts.size() < vc.usage.size()) {
        auto *donut = new DeviceDonut(this);
        m_devices->addCard(donut);
        m_donuts.append(donut);
    }
    for (qsizetype i = 0; i < vc.usage.size(); ++i) {
        m_donuts.at(i)->setUsage(vc.usage.at(i));
        m_donuts.at(i)->setVisible(true);
    }
    m_devices->rearrange();
}

void HomePage::showJobs()
{
    QList<model::JobSummary> jobs = m_jobs.jobs();
    const auto shown = std::min(kMostRows, jobs.size());
    std::partial_sort(jobs.begin(), jobs.begin() + shown, jobs.end(),
                      [](const auto &a, const auto &b) { return a.submittedAt > b.submittedAt; });
    while (m_jobRows.size() < shown) {
        auto *row = new JobRow(this);
        connect(row, &JobRow::clicked, this,
                [this, row] { emit addressRequested(u"jobs/"_s % row->job().id.toString()); });
        m_rows->addWidget(row);
        m_jobRows.append(row);
    }
    for (qsizetype i = 0; i < m_jobRows.size(); ++i) {
        m_jobRows.at(i)->setVisible(i < shown);
        if (i < shown)
            m_jobRows.at(i)->setJob(jobs.at(i));
    }
    showEmpty();
}

void HomePage::showEmpty()
{
    const bool failed = m_jobs.loading() == Loading::Failed;
    const bool isEmpty = m_jobs.loading() == Loading::Ready && m_jobs.jobs().isEmpty();
    m_empty->setVisible(failed || isEmpty);
    m_empty->setText(failed ? ErrorText::of(m_jobs.problem())
                            : tr("You have no jobs in this VC yet."));
    m_jobsHead->setVisible(!m_store.selectedVc().isEmpty());
    m_allJobs->setVisible(!m_jobs.jobs().isEmpty());
}
