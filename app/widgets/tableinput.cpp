// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/cellrole.h"
#include "app/theme/looks.h"
#include "app/widgets/actionmenu.h"
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
        notePointer();
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

// Over the buttons of the row the pointer is still in the table.
void TableView::notePointer()
{
    if (viewport()->rect().contains(viewport()->mapFromGlobal(QCursor::pos())))
        return;
    setHovered({});
    emit pointerRests(false);
}

bool TableView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave && watched == m_bar)
        notePointer();
    return QTableView::eventFilter(watched, event);
}

// The buttons stand beside the table, wherever that is put, and in the colours of its row.
bool TableView::event(QEvent *event)
{
    if (event->type() == QEvent::ParentChange && m_bar)
        m_bar->setParent(parentWidget() ? parentWidget() : this);
    const bool isHandled = QTableView::event(event);
    if (event->type() == QEvent::PaletteChange)
        placeActionBar();
    return isHandled;
}

QModelIndex TableView::actionRow() const
{
    const bool inBar = m_bar && m_bar->hasKeyboard();
    if (m_hovered.isValid() && !inBar)
        return m_hovered;
    return inBar || (m_byKeyboard && hasFocus()) ? currentIndex() : QModelIndex();
}

void TableView::placeActionBar()
{
    if (!m_bar)
        return;
    const QModelIndex at = actionRow();
    const QList<RowAction> actions =
        at.isValid() && m_actions ? m_actions({at}) : QList<RowAction>();
    const QRect row = visualRect(at.siblingAtColumn(firstColumn()));
    if (actions.isEmpty()
        || !viewport()->rect().contains(viewport()->rect().center().x(), row.center().y())) {
        m_bar->hide();
        return;
    }
    m_bar->setActions(actions);
    const Colors &colors = Colors::of(palette());
    m_bar->setFill(selectionModel()->isRowSelected(at.row()) ? colors.selection : colors.raised);
    const int width = m_bar->sizeHint().width();
    const QPoint corner(viewport()->width() - width, row.top());
    m_bar->setGeometry(
        QRect(viewport()->mapTo(m_bar->parentWidget(), corner), QSize(width, row.height())));
    m_bar->raise();
    m_bar->show();
}

void TableView::followFocus(const QWidget *old, const QWidget *now)
{
    if (!m_bar)
        return;
    for (const QWidget *widget : {old, now}) {
        if (widget == this || m_bar->isAncestorOf(widget))
            return placeActionBar();
    }
}

void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    const bool comesBack =
        event->reason() == Qt::ActiveWindowFocusReason || event->reason() == Qt::PopupFocusReason;
    if (!comesBack)
        m_byKeyboard = event->reason() != Qt::MouseFocusReason;
    if (m_byKeyboard && !currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, firstColumn()));
    placeActionBar();
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    placeActionBar();
}

void TableView::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    setHovered({}); // nobody tells when the pointer leaves a hidden table
    emit pointerRests(false);
    if (m_bar)
        m_bar->hide();
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    QTableView::mousePressEvent(event);
    placeActionBar();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    m_byKeyboard = true;
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, {}, {});
        return contextMenuEvent(&menu);
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
    // Not by selectRow(), which extends the selection while Shift is held for Shift+F10.
    if (!selectionModel()->isRowSelected(index.row()))
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect
                                                     | QItemSelectionModel::Rows);
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
    fillMenu(menu, actions,
             [this](const QString &id) { emit actionTriggered(id, selectedRows()); });
    if (!actions.isEmpty())
        menu->addSeparator();
    auto *copy =
        menu->addAction(icon(Icon::Copy), tr("Copy rows"), this, &TableView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
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
    fitStretchColumns();
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
