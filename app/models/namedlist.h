// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/cells.h"
#include "app/models/tablemodel.h"
#include "core/base/clock.h"

// Something with an id and a name, as a list keeps it.
template <typename Item>
struct Listed
{
    Item item;
    QByteArray words; // what the text filter searches, folded
    qint64 changedAt = 0; // ms since the epoch; 0: not since the list was loaded
};

// A whole list of such things as rows, in the order of their names.
template <typename Item>
class NamedList : public TableModel<Listed<Item>, int>
{
public:
    using Row = Listed<Item>;

    NamedList(QList<Column<Row>> columns, const Clock &clock, QObject *parent)
        : TableModel<Row, int>(std::move(columns), parent)
        , m_clock(clock)
    { }

    // In place of all; those that changed glow.
    void setItems(const QList<Item> &items)
    {
        QSet<int> keys;
        for (const Item &item : items)
            keys.insert(item.id.value());
        const QSet<int> before = std::exchange(m_keys, keys);
        if (before.isEmpty()) {
            QList<Row> rows;
            for (const Item &item : items)
                rows << Row{item, wordsOf(item), 0};
            return this->setRows(rows);
        }
        for (const int gone : before - keys)
            this->remove(gone);
        for (const Item &item : items) {
            const Row *known = this->find(item.id.value());
            if (!known || known->item != item)
                this->upsert(Row{item, wordsOf(item), m_clock.now().toMSecsSinceEpoch()});
        }
    }

    // Several words must all occur, in any case.
    void setText(const QString &text)
    {
        QList<QByteArray> words;
        for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
            words << cells::folded(word);
        if (std::exchange(m_text, words) != words)
            this->refilter();
    }

    const Item &itemAt(int row) const { return this->at(row).item; }
    qsizetype allCount() const { return m_keys.size(); }

protected:
    virtual QByteArray wordsOf(const Item &item) const = 0; // begin with the name
    int keyOf(const Row &row) const override { return row.item.id.value(); }
    bool accepts(const Row &row) const override
    {
        return std::ranges::all_of(
            m_text, [&row](const QByteArray &word) { return row.words.contains(word); });
    }
    QVariant rowData(const Row &row, int role) const override
    {
        return role == GlowCell ? QVariant(row.changedAt) : QVariant();
    }
    qint64 rankOf(const Row &) const override { return 0; }
    bool precedes(const Row &a, const Row &b) const override
    {
        return a.words == b.words ? a.item.id < b.item.id : a.words < b.words;
    }

private:
    const Clock &m_clock;
    QList<QByteArray> m_text;
    QSet<int> m_keys; // of all rows
};
