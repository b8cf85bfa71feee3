// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tableview.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>

// What the person makes of the columns: their widths, which are shown, and the order. All of it is
// kept between starts.

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastStretch = 140;

} // namespace

void TableView::setStretchColumn(int column)
{
    setStretchColumns({{column, 1}});
}

void TableView::setStretchColumns(const QMap<int, int> &weights)
{
    m_stretch = weights;
    fitStretchColumns();
}

void TableView::setDefaultHidden(const QList<int> &columns)
{
    m_defaultHidden = columns;
}

void TableView::setDefaultWidths(const QList<int> &widths)
{
    m_defaultWidths = widths;
    if (model())
        loadWidths();
}

int TableView::firstColumn() const
{
    for (int column = 0; model() && column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column))
            return column;
    }
    return 0;
}

// All of them, or all but the one that the person drags.
void TableView::fitStretchColumns(int except)
{
    QMap<int, int> fitted = m_stretch;
    fitted.remove(except);
    if (!model() || fitted.isEmpty() || fitted.lastKey() >= model()->columnCount())
        return;
    int left = viewport()->width();
    for (int column = 0; column < model()->columnCount(); ++column)
        left -= fitted.contains(column) || isColumnHidden(column) ? 0 : columnWidth(column);
    int weights = 0;
    for (const int weight : std::as_const(fitted))
        weights += weight;
    m_fitting = true;
    for (auto it = fitted.cbegin(); it != fitted.cend(); ++it) {
        const int width = std::max(kLeastStretch, left * it.value() / weights);
        setColumnWidth(it.key(), width);
        left -= width;
        weights -= it.value();
    }
    m_fitting = false;
}

QString TableView::keyOf(QLatin1StringView what) const
{
    return u"tables/"_s % objectName() % u'/' % what;
}

void TableView::loadWidths()
{
    m_fitting = true;
    const QVariantList saved = QSettings().value(keyOf("widths"_L1)).toList();
    const int columns = model()->columnCount();
    for (int column = 0; column < columns; ++column) {
        const int width = saved.size() == columns           ? saved[column].toInt()
                          : column < m_defaultWidths.size() ? m_defaultWidths[column]
                                                            : 0;
        if (width > 0)
            setColumnWidth(column, width);
    }
    m_fitting = false;
    fitStretchColumns();
}

void TableView::saveWidths() const
{
    QVariantList widths;
    for (int column = 0; column < model()->columnCount(); ++column)
        widths << (isColumnHidden(column) ? 0 : columnWidth(column));
    QSettings().setValue(keyOf("widths"_L1), widths);
}

void TableView::removeColumn(int column)
{
    m_removed << column;
    setColumnHidden(column, true);
}

bool TableView::isChoosable(int column) const
{
    return !m_stretch.contains(column) && !m_removed.contains(column);
}

void TableView::makeSortable()
{
    keepColumns();
    QHeaderView *header = horizontalHeader();
    const QVariantList sort = QSettings().value(keyOf("sort"_L1)).toList();
    const int column = sort.size() == 2 ? sort[0].toInt() : -1;
    const bool isKnown = column >= 0 && column < model()->columnCount();
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(isKnown ? column : -1, isKnown && sort[1].toInt() == Qt::AscendingOrder
                                                        ? Qt::AscendingOrder
                                                        : Qt::DescendingOrder);
    setSortingEnabled(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int by, Qt::SortOrder order) {
        QSettings().setValue(keyOf("sort"_L1), QVariantList{by, int(order)});
    });
}

void TableView::keepColumns()
{
    const QVariant saved = QSettings().value(keyOf("hidden"_L1));
    const QVariantList hidden = saved.toList();
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isChoosable(column))
            setColumnHidden(column, saved.isValid() ? hidden.contains(column)
                                                    : m_defaultHidden.contains(column));
    }
    fitStretchColumns();
}

void TableView::showColumn(int column, bool shown)
{
    setColumnHidden(column, !shown);
    fitStretchColumns();
    QVariantList hidden;
    for (int each = 0; each < model()->columnCount(); ++each) {
        if (isChoosable(each) && isColumnHidden(each))
            hidden << each;
    }
    QSettings().setValue(keyOf("hidden"_L1), hidden);
}

void TableView::showColumnMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"columnMenu"_s);
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isChoosable(column))
            continue;
        QAction *entry = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        entry->setCheckable(true);
        entry->setChecked(!isColumnHidden(column));
        connect(entry, &QAction::toggled, this,
                [this, column](bool shown) { showColumn(column, shown); });
    }
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(at));
}
