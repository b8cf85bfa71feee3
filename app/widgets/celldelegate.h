// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class TableView;

// Paints cells of a TableView by their CellRole: chips with notes, links, ids, the glow of a changed row.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(TableView *table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // As many whole parts as there is room for, then the number of the others; of the first one at
    // least its beginning.
    static QStringList elided(const QString &text, const QFontMetrics &metrics, int width);
    static QString fitted(const QStringList &parts, const QFontMetrics &metrics, int width);

    static constexpr int kGlowMs = 1200;

private:
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const;

    void paintNote(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    TableView *m_table;
};
