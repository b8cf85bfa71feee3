// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/nodespane.h"

#include "app/api/livestore.h"
#include "app/pages/nodecards.h"
#include "app/pages/nodecommands.h"
#include "app/theme/looks.h"
#include "app/widgets/actionmenu.h"
#include "app/widgets/tableview.h"
#include "core/rules/jobactions.h"

#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPictureShare = 45; // percent of the height, at most

QList<model::DeviceTypeInfo> typesOf(const LiveStore &store)
{
    return store.cluster() ? store.cluster()->deviceTypes : QList<model::DeviceTypeInfo>();
}

} // namespace

NodesPane::NodesPane(LiveStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_commands(new NodeCommands(store, this))
    , m_list(new NodeList(m_clock, this))
    , m_table(new TableView(u"nodesTable"_s))
    , m_grid(new DeviceGrid)
    , m_scroll(new QScrollArea)
    , m_legend(new DeviceLegend)
    , m_noDevices(new QLabel)
{
    arrange();
    listen();
}

void NodesPane::arrange()
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_grid);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_grid->setAutoFillBackground(false);
    m_noDevices->setObjectName(u"noDevicesLabel"_s);
    m_noDevices->setTextFormat(Qt::PlainText);
    m_noDevices->setWordWrap(true);
    setType(m_noDevices, LabelType::Secondary);
    m_table->setModel(m_list);
    m_table->setDefaultWidths({90, 84, 150, 130, 52, 128, 80, 112, 0});
    m_table->setStretchColumn(NodeList::JobsColumn);
    m_table->makeSortable();
    m_table->setRowActions(
        [this](const QModelIndexList &rows) { return m_commands->offers(nodesOf(rows)); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid / 2, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_legend);
    layout->addWidget(m_noDevices);
    layout->addWidget(m_scroll);
    layout->addWidget(m_table, 1);
}

void NodesPane::listen()
{
    connect(m_grid, &DeviceGrid::heightChanged, this, &NodesPane::fitPicture);
    connect(m_grid, &DeviceGrid::pressed, this, &NodesPane::jobOpened);
    connect(m_grid, &DeviceGrid::cardPressed, this, &NodesPane::showNode);
    connect(m_grid, &DeviceGrid::menuRequested, this, &NodesPane::showMenu);
    connect(m_table, &TableView::opened, this, &NodesPane::openJobs);
    connect(m_table, &TableView::actionTriggered, this,
            [this](const QString &id, const QModelIndexList &rows) {
                m_commands->run(id, nodesOf(rows));
            });
    m_table->holdStill(m_list);
}

void NodesPane::retranslate()
{
    m_grid->setAccessibleName(tr("Devices of the nodes"));
    //: What the squares of a picture mean
    m_legend->setAccessibleName(tr("Legend"));
    m_table->setAccessibleName(tr("Physical Cluster Node Status"));
    m_noDevices->setText(
        tr("No node has devices, so only jobs that ask for none run. Devices are found by "
           "themselves, or declared under node and devices in the configuration of berthd."));
    m_list->retranslate();
    showPicture();
}

void NodesPane::follow()
{
    m_list->setNodes(m_store.nodes(), typesOf(m_store));
    showPicture();
}

void NodesPane::setText(const QString &text)
{
    m_list->setText(text);
    showPicture();
}

bool NodesPane::maySee(const model::DeviceHolder &holder) const
{
    const model::Account &account = m_store.account();
    return holder.username == account.username || rules::maySeeAll(account);
}

// The nodes the table shows, in their own order: a picture is no list.
void NodesPane::showPicture()
{
    QSet<QString> shown;
    for (int row = 0; row < m_list->rowCount(); ++row)
        shown.insert(m_list->at(row).node.name.toString());
    QList<model::Node> nodes;
    std::ranges::copy_if(
        m_store.nodes(), std::back_inserter(nodes),
        [&shown](const model::Node &node) { return shown.contains(node.name.toString()); });
    const auto cards =
        NodeCards::of(nodes, typesOf(m_store), m_store.account(), m_store.selectedVc());
    m_grid->setCards(cards);
    m_legend->setEntries(NodeCards::legend(cards));
    const bool any = !cards.isEmpty();
    m_legend->setVisible(any);
    m_scroll->setVisible(any);
    m_noDevices->setVisible(std::ranges::all_of(
        m_store.nodes(), [](const model::Node &node) { return node.devices.isEmpty(); }));
    fitPicture();
}

void NodesPane::fitPicture()
{
    const int most = std::max(120, height() * kPictureShare / 100);
    m_grid->setComfortableHeight(most);
    m_scroll->setFixedHeight(std::min(most, m_grid->minimumHeight()));
}

void NodesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPicture();
}

// One job opens at once; of several the person chooses.
void NodesPane::openJobs(const QModelIndex &index)
{
    QList<NodeJob> jobs = m_list->at(index.row()).jobs;
    jobs.removeIf([this](const NodeJob &job) { return !maySee(job.holder); });
    if (jobs.size() == 1)
        emit jobOpened(jobs.first().holder.job.toString());
    if (jobs.size() < 2)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const NodeJob &job : std::as_const(jobs)) {
        // An ampersand in a menu would underline what follows.
        QString text = job.words;
        connect(menu->addAction(text.replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, id = job.holder.job.toString()] { emit jobOpened(id); });
    }
    const QRect cell = m_table->visualRect(index.siblingAtColumn(NodeList::JobsColumn));
    menu->popup(m_table->viewport()->mapToGlobal(cell.bottomLeft()));
}

QList<model::Node> NodesPane::nodesOf(const QModelIndexList &rows) const
{
    QList<model::Node> nodes;
    for (const QModelIndex &row : rows)
        nodes << m_list->at(row.row()).node;
    return nodes;
}

void NodesPane::showNode(const QString &name)
{
    for (int row = 0; row < m_list->rowCount(); ++row) {
        if (m_list->at(row).node.name.toString() != name)
            continue;
        m_table->selectRow(row);
        m_table->scrollTo(m_list->index(row, 0));
    }
}

// What the table offers for the node's row, at its card.
void NodesPane::showMenu(const QString &name, const QPoint &at)
{
    showNode(name);
    const auto node = std::ranges::find_if(
        m_store.nodes(), [&name](const model::Node &each) { return each.name.toString() == name; });
    if (node == m_store.nodes().end())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"nodeMenu"_s);
    fillMenu(menu, m_commands->offers({*node}),
             [this, chosen = *node](const QString &id) { m_commands->run(id, {chosen}); });
    menu->popup(at);
}

void NodesPane::focusTable()
{
    m_table->setFocus();
    if (!m_table->currentIndex().isValid() && m_list->rowCount() > 0)
        m_table->selectRow(0);
}
