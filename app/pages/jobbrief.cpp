// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobbrief.h"

#include "app/api/livestore.h"
#include "app/pages/factlist.h"
#include "app/pages/storagetable.h"
#include "app/pages/timeline.h"
#include "app/text/format.h"
#include "app/text/jobtext.h"
#include "app/theme/looks.h"
#include "core/api/jobaccess.h"
#include "core/client/apiclient.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel *heading(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    setType(label, LabelType::Section);
    return label;
}

QString joined(const QList<int> &numbers)
{
    QStringList words;
    for (const int number : numbers)
        words << QString::number(number);
    return words.join(u", "_s);
}

} // namespace

JobBrief::JobBrief(LiveStore &store, QWidget *parent)
    : QScrollArea(parent)
    , m_store(store)
    , m_specificationHead(heading(u"specificationLabel"_s))
    , m_storageHead(heading(u"storageLabel"_s))
    , m_placementHead(heading(u"placementLabel"_s))
    , m_timelineHead(heading(u"timelineLabel"_s))
    , m_specification(new FactList)
    , m_storage(new StorageTable)
    , m_placement(new FactList)
    , m_timeline(new Timeline)
{
    setObjectName(u"jobBrief"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(0, 2 * kGrid, kGrid, 2 * kGrid);
    layout->setSpacing(6 * kGrid);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (QVBoxLayout *column : {left, right})
        column->setSpacing(kGrid + kGrid / 2);
    left->addWidget(m_specificationHead);
    left->addWidget(m_specification);
    left->addSpacing(2 * kGrid);
    left->addWidget(m_storageHead);
    left->addWidget(m_storage);
    left->addStretch();
    right->addWidget(m_timelineHead);
    right->addWidget(m_timeline);
    right->addSpacing(2 * kGrid);
    right->addWidget(m_placementHead);
    right->addWidget(m_placement);
    right->addStretch();
    layout->addLayout(left, 1);
    layout->addLayout(right, 1);
    setWidget(content);
    showStorage({});
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

void JobBrief::setJob(const model::Job &job)
{
    const bool isOther = job.id != m_job.id;
    m_job = job;
    if (isOther) {
        showStorage({});
        loadStorage();
    }
    showSpecification();
    showPlacement();
}

// What cannot be read is not shown.
void JobBrief::loadStorage()
{
    whenDone(m_store.api().call(api::jobStorage, {m_job.id.toString()}), this,
             [this, asked = m_job.id](const Result<model::Items<model::StorageMount>> &mounts) {
                 if (mounts && asked == m_job.id)
                     showStorage(mounts->items);
             });
}

void JobBrief::showStorage(const QList<model::StorageMount> &mounts)
{
    m_storage->setMounts(mounts);
    m_storageHead->setVisible(!mounts.isEmpty());
    m_storage->setVisible(!mounts.isEmpty());
}

void JobBrief::setTimeline(const QList<model::TimelineEntry> &timeline)
{
    m_timeline->setSteps(timeline);
}

void JobBrief::retranslate()
{
    m_specificationHead->setText(tr("Specification"));
    m_storageHead->setText(tr("Directories"));
    m_placementHead->setText(tr("Placement"));
    m_timelineHead->setText(tr("Timeline"));
    showSpecification();
    showPlacement();
    m_timeline->retranslate();
}

void JobBrief::showSpecification()
{
    using Look = FactList::Look;
    const model::JobSpec &spec = m_job.spec;
    QList<FactList::Fact> facts{{tr("Job Id"), m_job.id.toString(), Look::Copyable},
                                {tr("Virtual Cluster"), m_job.vc.toString()},
                                {tr("User"), m_job.ownerName},
                                {tr("Job Type"), JobText::kind(m_job.kind)}};
    facts.append(
        {tr("Device Type"), m_job.deviceType ? m_job.deviceType->toString() : Format::none()});
    if (m_job.kind == model::JobKind::Distributed) {
        facts.append({tr("Number of Nodes"), Format::count(spec.nodes)});
        facts.append({tr("Total Number of Device"), Format::count(m_job.devices)});
        if (spec.runOn)
            facts.append({tr("Run command on"), JobText::runOn(*spec.runOn)});
    } else {
        facts.append({tr("Number of Device"), Format::count(m_job.devices)});
    }
    facts.append({tr("Preemptible"), m_job.preemptible ? tr("Yes") : tr("No")});
    facts.append({tr("Priority"), Format::count(m_job.priority)});
    facts.append({tr("Docker Image"), spec.image, Look::Copyable});
    facts.append({tr("Command"), spec.command, Look::Copyable});
    if (!spec.interactivePorts.isEmpty())
        facts.append({tr("Interactive Ports"), joined(spec.interactivePorts)});
    QStringList endpoints;
    for (const model::EndpointKind kind : spec.endpoints)
        endpoints << JobText::endpoint(kind);
    if (!endpoints.isEmpty())
        facts.append({tr("Endpoints"), endpoints.join(u", "_s)});
    QStringList variables;
    for (const model::EnvironmentVariable &variable : spec.environment)
        variables << variable.name + u'=' + variable.value;
    if (!variables.isEmpty())
        facts.append({tr("Environment Variables"), variables.join(u'\n'), Look::Copyable});
    if (spec.registry)
        facts.append({tr("Registry"), spec.registry->registry});
    m_specification->setFacts(facts);
}

void JobBrief::showPlacement()
{
    QList<FactList::Fact> facts;
    for (const model::TaskPlacement &task : m_job.placement) {
        //: %1 a node, %2 numbers of its devices
        const QString where =
            task.devices.isEmpty()
                ? task.node.toString()
                : tr("%1, devices %2").arg(task.node.toString(), joined(task.devices));
        facts.append({task.task, where});
    }
    m_placement->setFacts(facts);
    m_placementHead->setVisible(!facts.isEmpty());
    m_placement->setVisible(!facts.isEmpty());
}
