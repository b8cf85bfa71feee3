// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"

#include <QMap>
#include <QPointer>
#include <QTableView>
#include <QTimer>

class RowActionBar;

// The table of all lists. Rows are selected whole; Enter, a double click or a click on a link opens
// one; Ctrl+C copies; actions stand on the row under the pointer and in the context menu. The
// selection is kept by IdCell when the model is reset; widths, shown columns and order between
// starts.
class TableView : public QTableView
{
    Q_OBJECT

public:
    // The name keeps the widths and is the object's name; one for each table of the console.
    explicit TableView(const QString &name, QWidget *parent = nullptr);
    ~TableView() override;

    void setModel(QAbstractItemModel *model) override;
    // Takes what is left of the width.
    void setStretchColumn(int column);
    // Share it, each by its weight.
    void setStretchColumns(const QMap<int, int> &weights);
    // Widths of a table that was never changed by the person, by column.
    void setDefaultWidths(const QList<int> &widths);
    // Not shown until the person chooses them.
    void setDefaultHidden(const QList<int> &columns);
    // Not to be had in this table, not even by choice.
    void removeColumn(int column);
    // Which columns are shown, once they are dressed: as it was the last time.
    void keepColumns();
    // The same, and by the titles in the order of the last time.
    void makeSortable();
    void setRowActions(const RowActions &actions);

    // The list keeps its order while the pointer rests on the table, to the end of either: a table
    // that hides at last asks nobody but the list.
    template <typename List>
    void holdStill(List *list)
    {
        connect(this, &TableView::pointerRests, list, [list](bool over) { list->setHeld(over); });
    }

    QModelIndexList selectedRows() const; // in the order shown
    QModelIndex hovered() const { return m_hovered; }
    // Whose actions are offered: the row under the pointer, or the current one when the keyboard
    // leads.
    QModelIndex actionRow() const;
    bool animates() const;
    int firstColumn() const;

public slots:
    void copySelection() const; // tab-separated, CopyCell before the text

signals:
    void opened(const QModelIndex &index);
    void actionTriggered(const QString &id, const QModelIndexList &rows);
    void selectionChangedByPerson();
    void pointerRests(bool over); // models hold their order meanwhile

protected:
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void setHovered(const QModelIndex &index);
    void notePointer();
    void followFocus(const QWidget *old, const QWidget *now);
    void placeActionBar();
    void showMenu(const QPoint &at);
    void keepSelection();
    void restoreSelection();
    void noteGlow(const QList<int> &roles);
    QString keyOf(QLatin1StringView what) const;
    bool isChoosable(int column) const;
    void showColumnMenu(const QPoint &at);
    void showColumn(int column, bool shown);
    void loadWidths();
    void saveWidths() const;
    void fitStretchColumns(int except = -1);

    QPointer<RowActionBar> m_bar;
    bool m_byKeyboard = false; // the person goes through the rows by keyboard
    RowActions m_actions;
    QPersistentModelIndex m_hovered;
    QVariantList m_keptIds;
    QVariant m_keptCurrent;
    QTimer m_glow;
    qint64 m_glowUntil = 0;
    QList<int> m_removed;
    QMap<int, int> m_stretch; // columns and their weights
    bool m_fitting = false;
    QList<int> m_defaultWidths;
    QList<int> m_defaultHidden;
};
