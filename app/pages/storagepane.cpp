// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/storagepane.h"

#include "app/pages/storagebar.h"
#include "app/pages/storagetable.h"
#include "app/theme/looks.h"
#include "app/widgets/cardgrid.h"
#include "core/api/jobaccess.h"
#include "core/client/apiclient.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

StoragePane::StoragePane(LiveStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_head(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_cards(new CardGrid(this))
    , m_table(new StorageTable(this))
{
    setObjectName("storagePane"_L1);
    m_empty->setObjectName("noStorageLabel"_L1);
    setType(m_head, LabelType::Section);
    setType(m_empty, LabelType::Secondary);
    m_empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_head);
    layout->addWidget(m_cards);
    layout->addWidget(m_table);
    layout->addWidget(m_empty);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &StoragePane::load);
    retranslate();
}

void StoragePane::retranslate()
{
    m_head->setText(tr("Storage"));
    m_empty->setText(m_loading == Loading::Failed ? tr("The room on the storage is not known now.")
                                                  : tr("Jobs have no shared directories here."));
    m_head->setVisible(m_loading != Loading::Busy);
    m_empty->setVisible(m_loading != Loading::Busy && m_mounts.isEmpty());
}

void StoragePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_minute.start();
    load();
}

void StoragePane::hideEvent(QHideEvent *event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void StoragePane::load()
{
    whenDone(m_store.api().call(api::listStorage), this,
             [this](const Result<model::Items<model::StorageMount>> &mounts) { take(mounts); });
}

void StoragePane::take(const Result<model::Items<model::StorageMount>> &mounts)
{
    if (mounts) {
        m_mounts = mounts->items;
        m_loading = Loading::Ready;
    } else if (m_loading != Loading::Ready) {
        m_loading = Loading::Failed;
    }
    showBars();
    QList<model::StorageMount> shown = m_mounts;
    shown.removeIf([](const model::StorageMount &mount) {
        return mount.kind != model::StorageKind::Work && mount.kind != model::StorageKind::Data;
    });
    m_table->setMounts(shown);
    m_table->setVisible(!shown.isEmpty());
    retranslate();
}

void StoragePane::showBars()
{
    const QList<StorageBar::Disk> disks = StorageBar::disks(m_mounts);
    while (m_bars.size() < disks.size()) {
        auto *bar = new StorageBar(this);
        m_cards->addCard(bar);
        m_bars.append(bar);
    }
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        m_bars.at(i)->setVisible(i < disks.size());
        if (i < disks.size())
            m_bars.at(i)->setDisk(disks.at(i));
    }
    m_cards->setVisible(!disks.isEmpty());
    m_cards->rearrange();
}
