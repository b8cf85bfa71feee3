// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tableview.h"

#include "app/theme/cellrole.h"
#include "app/theme/looks.h"
#include "app/widgets/celldelegate.h"
#include "app/widgets/rowactionbar.h"
#include "app/widgets/tableheader.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

TableView::TableView(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_bar(new RowActionBar(this))
{
    setObjectName(name);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setEditTriggers(EditKeyPressed);
    viewport()->setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    setHorizontalHeader(new TableHeader(this));
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this,
            &TableView::showColumnMenu);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_fitting)
            fitStretchColumns(column);
    });
    connect(m_bar, &RowActionBar::triggered, this, [this](const QString &id) {
        if (const QModelIndex row = actionRow(); row.isValid())
            emit actionTriggered(id, {row});
    });
    m_bar->installEventFilter(this);
    if (parent)
        m_bar->setParent(parent);
    connect(qApp, &QApplication::focusChanged, this, &TableView::followFocus);
    m_glow.setInterval(40);
    connect(&m_glow, &QTimer::timeout, this, [this] {
        viewport()->update();
        if (QDateTime::currentMSecsSinceEpoch() > m_glowUntil)
            m_glow.stop();
    });
}

TableView::~TableView()
{
    disconnect(qApp, nullptr, this, nullptr); // losing the focus at the end is no news
    if (m_bar)
        m_bar->removeEventFilter(this);
    delete m_bar;
}

void TableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &TableView::keepSelection);
    connect(model, &QAbstractItemModel::modelReset, this, &TableView::restoreSelection);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                noteGlow(roles);
            });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { noteGlow({GlowCell}); });
    loadWidths();
    // A column that is hidden or shown has no width of the person's choice.
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int, int old, int now) {
        if (!m_fitting && old > 0 && now > 0)
            saveWidths();
    });
}

void TableView::setRowActions(const RowActions &actions)
{
    m_actions = actions;
}

QModelIndexList TableView::selectedRows() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    return rows;
}

bool TableView::animates() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

void TableView::copySelection() const
{
    QStringList lines;
    for (const QModelIndex &row : selectedRows()) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column) {
            if (isColumnHidden(column))
                continue;
            const QModelIndex cell = row.siblingAtColumn(column);
            const QVariant copied = cell.data(CopyCell);
            cells << (copied.isValid() ? copied : cell.data()).toString();
        }
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void TableView::noteGlow(const QList<int> &roles)
{
    if (!animates() || (!roles.isEmpty() && !roles.contains(GlowCell)))
        return;
    m_glowUntil = QDateTime::currentMSecsSinceEpoch() + CellDelegate::kGlowMs;
    m_glow.start();
}

void TableView::keepSelection()
{
    m_keptIds.clear();
    for (const QModelIndex &row : selectedRows())
        m_keptIds << row.data(IdCell);
    m_keptCurrent = currentIndex().data(IdCell);
    setHovered({});
}

void TableView::restoreSelection()
{
    const auto find = [this](const QVariant &id) {
        const QModelIndexList found =
            model()->match(model()->index(0, 0), IdCell, id, 1, Qt::MatchExactly);
        return found.isEmpty() ? QModelIndex() : found.first();
    };
    QItemSelection selection;
    for (const QVariant &id : std::as_const(m_keptIds)) {
        if (const QModelIndex row = find(id); row.isValid())
            selection.select(row, row.siblingAtColumn(model()->columnCount() - 1));
    }
    if (m_keptCurrent.isValid()) {
        if (const QModelIndex current = find(m_keptCurrent); current.isValid())
            selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    }
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    else
        emit selectionChangedByPerson();
    m_keptIds.clear();
    m_keptCurrent.clear();
}
