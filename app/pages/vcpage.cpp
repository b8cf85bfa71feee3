// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/vcpage.h"

#include "ui_vcpage.h"

#include "app/pages/pagememory.h"
#include "app/pages/savefile.h"
#include "app/pages/tablecsv.h"
#include "app/pages/vccommands.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/theme/looks.h"
#include "app/widgets/tableview.h"
#include "core/api/vcs.h"
#include "core/client/apiclient.h"

#include <QHeaderView>
#include <QShortcut>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLine = 20; // of a row

} // namespace

VcPage::VcPage(LiveStore &store, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_ui(std::make_unique<Ui::VcPage>())
    , m_commands(new VcCommands(store, this))
    , m_list(new VcShareList(m_clock, this))
    , m_table(new TableView(u"vcsTable"_s))
{
    m_ui->setupUi(this);
    arrange();
    listen();
    retranslate();
    followAccount();
    pagememory::keepText(m_ui->searchField, u"vcs/text"_s);
}

VcPage::~VcPage() = default;

QString VcPage::title() const
{
    return tr("Virtual Cluster");
}

void VcPage::arrange()
{
    // The buttons of a row stand beside the table: in a stack assistive tools would not find them.
    auto *content = new QWidget;
    auto *around = new QVBoxLayout(content);
    around->setContentsMargins({});
    around->addWidget(m_table);
    m_ui->pageStates->setContent(content);
    m_ui->addButton->setIcon(icon(Icon::Plus, Ink::OnFill));
    m_ui->exportButton->setIcon(icon(Icon::Download));
    m_table->setModel(m_list);
    m_table->setDefaultWidths({180, 240, 120, 120, 104, 0});
    m_table->setStretchColumn(VcShareList::UsersColumn);
    m_table->makeSortable();
    m_table->setRowActions([this](const QModelIndexList &rows) {
        const model::VcShare *vc = rows.size() == 1 ? &m_list->at(rows.first().row()).vc : nullptr;
        return vc ? m_commands->offers(*vc) : QList<RowAction>();
    });
    m_delay.setSingleShot(true);
    m_delay.setInterval(500ms);
    setFocusProxy(m_ui->searchField);
    if (auto *layout = qobject_cast<QBoxLayout *>(this->layout()))
        layout->setStretchFactor(m_ui->pageStates, 1);
}

void VcPage::listen()
{
    for (const auto signal : {&LiveStore::vcsChanged, &LiveStore::peopleChanged,
                              &LiveStore::clusterChanged, &LiveStore::reloadNeeded})
        connect(&m_store, signal, this, &VcPage::loadSoon);
    connect(&m_store, &LiveStore::jobChanged, this, &VcPage::loadSoon);
    connect(&m_store, &LiveStore::accountChanged, this, &VcPage::followAccount);
    connect(&m_delay, &QTimer::timeout, this, &VcPage::load);
    connect(m_ui->searchField, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list->setText(text);
        showState();
    });
    connect(m_ui->searchField, &SearchField::left, this, [this] {
        m_table->selectRow(0);
        m_table->setFocus();
    });
    connect(m_ui->addButton, &QPushButton::clicked, m_commands, &VcCommands::add);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &VcPage::chooseFile);
    connect(m_ui->pageStates, &PageStates::retryRequested, this, &VcPage::load);
    connect(m_ui->pageStates, &PageStates::emptyActionRequested, this, [this] {
        if (m_list->allCount() > 0)
            m_ui->searchField->clear();
        else
            m_commands->add();
    });
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this, &VcPage::load);
    m_table->holdStill(m_list);
    connect(m_table, &TableView::actionTriggered, this,
            [this](const QString &id, const QModelIndexList &rows) {
                if (rows.size() == 1)
                    m_commands->run(id, vcOf(rows.first()));
            });
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &row) {
        if (m_commands->mayManage())
            m_commands->run(u"modify"_s, vcOf(row));
    });
    connect(m_commands, &VcCommands::changed, this, [this] {
        m_isOwn = true;
        load();
    });
}

void VcPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->searchField->setPurpose(tr("Search by name, device type or user"));
    m_ui->exportButton->setAccessibleName(m_ui->exportButton->text());
    m_table->setAccessibleName(tr("Virtual Cluster"));
    m_list->retranslate();
    showFree();
    showState();
}

void VcPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        load();
}

void VcPage::followAccount()
{
    m_ui->addButton->setVisible(m_commands->mayManage());
    showState();
}

// Who looks elsewhere gets what is new when they come back.
void VcPage::loadSoon()
{
    m_isStale = true;
    if (isVisible() && !m_delay.isActive())
        m_delay.start();
}

void VcPage::load()
{
    m_isStale = false;
    if (m_loading != Loading::Ready)
        m_loading = Loading::Busy;
    showState();
    whenDone(m_store.api().call(api::listVcShares), this,
             [this](const Result<model::VcShares> &shares) { take(shares); });
}

void VcPage::take(const Result<model::VcShares> &shares)
{
    if (shares) {
        m_loading = Loading::Ready;
        m_shares = *shares;
        if (std::exchange(m_isOwn, false))
            m_list->setHeld(false); // what the person did shows at once, wherever the pointer is
        m_list->setShares(m_shares);
        m_table->verticalHeader()->setDefaultSectionSize(kRowHeight
                                                         + kLine * (m_list->lineCount() - 1));
        m_commands->setShares(m_shares);
        showFree();
    } else if (m_loading != Loading::Ready) {
        m_loading = Loading::Failed;
        m_problem = shares.error();
    }
    showState();
}

// What a new VC could have.
void VcPage::showFree()
{
    QStringList free;
    for (const model::DeviceShare &device : m_shares.devices) {
        const int left = std::max(0, device.total - device.given);
        free << tr("%1: %2 of %3 left")
                    .arg(device.deviceType.toString(), Format::count(left),
                         Format::count(device.total));
    }
    m_ui->freeLabel->setText(free.join(u" · "_s));
    m_ui->freeLabel->setVisible(!free.isEmpty());
}

void VcPage::showState()
{
    const int shown = m_list->rowCount();
    const bool isFiltered = !m_ui->searchField->text().trimmed().isEmpty();
    m_ui->countLabel->setText(
        isFiltered
            ? tr("%1 of %n virtual clusters", nullptr, m_list->allCount()).arg(Format::count(shown))
            : tr("%n virtual clusters", nullptr, shown));
    m_ui->countLabel->setVisible(m_list->allCount() > 0);
    m_ui->exportButton->setEnabled(shown > 0);
    m_ui->addButton->setEnabled(m_loading == Loading::Ready);
    PageStates &states = *m_ui->pageStates;
    if (shown > 0)
        return states.showContent();
    if (m_list->allCount() > 0)
        return states.showEmpty(tr("Nothing is like this."), tr("Clear the filter"), Icon::Search);
    if (m_loading == Loading::Failed)
        return states.showError(tr("The virtual clusters could not be loaded."),
                                ErrorText::of(m_problem));
    if (m_loading != Loading::Ready)
        return states.showLoading();
    states.showEmpty(tr("There is no virtual cluster yet."),
                     m_commands->mayManage() ? tr("Add VC") : QString(), Icon::Layers);
}

model::VcName VcPage::vcOf(const QModelIndex &row) const
{
    return m_list->at(row.row()).vc.name;
}

bool VcPage::exportTo(const QString &path) const
{
    QByteArray csv;
    const auto add = [&csv](const QStringList &cells) {
        QStringList safe;
        for (const QString &cell : cells)
            safe << csvCell(cell);
        csv += safe.join(u',').toUtf8() + "\r\n";
    };
    QStringList titles;
    for (int column = 0; column < m_list->columnCount(); ++column)
        titles << m_list->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    add(titles);
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const ListedVc &vc = m_list->at(row);
        for (const model::VcQuota &quota : vc.quotas)
            add({vc.vc.name.toString(), quota.deviceType.toString(),
                 QString::number(quota.deviceNumber), QString::number(quota.maxAvailable),
                 QString::number(vc.vc.userNumber), vc.vc.users.join(u", "_s)});
    }
    return SaveFile::write(path, csv);
}

void VcPage::chooseFile()
{
    SaveFile::table(this, tr("Export the table"), u"virtual-clusters.csv"_s,
                    [this](const QString &path) { return exportTo(path); });
}
