// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/cellrole.h"
#include "app/theme/looks.h"
#include "app/widgets/rowactionbar.h"
#include "app/widgets/tableview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

// What the person does with the pointer and the keyboard.

using namespace Qt::Literals::StringLiterals;

bool TableView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        setHovered(indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
        break;
    case QEvent::Enter:
        emit pointerRests(true);
        break;
    case QEvent::Leave:
        // Over the buttons of the row the pointer is still in the table.
        if (!viewport()->rect().contains(viewport()->mapFromGlobal(QCursor::pos()))) {
            setHovered({});
            emit pointerRests(false);
        }
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void TableView::setHovered(const QModelIndex &index)
{
    if (m_hovered == index)
        return;
    m_hovered = index;
    viewport()->setCursor(index.isValid() && index.data(LinkCell).toBool() ? Qt::PointingHandCursor
                                                                           : Qt::ArrowCursor);
    placeActionBar();
    viewport()->update();
}

void TableView::placeActionBar()
{
    if (!m_hovered.isValid() || !m_actions) {
        m_bar->hide();
        return;
    }
    const QList<RowAction> actions = m_actions({m_hovered});
    m_bar->setActions(actions);
    const QRect row = visualRect(m_hovered);
    m_bar->setGeometry(viewport()->width() - m_bar->sizeHint().width(), row.top(),
                       m_bar->sizeHint().width(), row.height());
    m_bar->setVisible(!actions.isEmpty());
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enters && state() != EditingState && currentIndex().isValid()) {
        emit opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    if (!selectionModel()->isRowSelected(index.row()))
        selectRow(index.row());
    showMenu(event->reason() == QContextMenuEvent::Mouse
                 ? event->globalPos()
                 : viewport()->mapToGlobal(visualRect(index).center()));
}

void TableView::showMenu(const QPoint &at)
{
    const QModelIndexList rows = selectedRows();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    const QList<RowAction> actions = m_actions ? m_actions(rows) : QList<RowAction>();
    for (const RowAction &action : actions) {
        auto *entry = menu->addAction(
            action.dangerous ? icon(action.icon, Tone::Danger) : icon(action.icon), action.text);
        entry->setEnabled(action.enabled);
        entry->setToolTip(action.toolTip);
        connect(entry, &QAction::triggered, this,
                [this, id = action.id] { emit actionTriggered(id, selectedRows()); });
    }
    if (!actions.isEmpty())
        menu->addSeparator();
    auto *copy =
        menu->addAction(icon(Icon::Copy), tr("Copy rows"), this, &TableView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    menu->setToolTipsVisible(true);
    menu->popup(at);
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    if (plain && index.isValid() && index.data(LinkCell).toBool())
        emit opened(index);
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    if (index.flags().testFlag(Qt::ItemIsEditable))
        edit(index);
    else if (!index.data(LinkCell).toBool())
        emit opened(index);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitStretchColumn();
    placeActionBar();
}

void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    setHovered(indexAt(viewport()->mapFromGlobal(QCursor::pos())));
    placeActionBar();
}

void TableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectionChangedByPerson();
}
