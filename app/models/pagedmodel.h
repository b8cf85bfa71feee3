// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/columnmodel.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <functional>

// The rows of a list of which the server has more: they come in its order, a page at a time, and the
// view asks for more when it is scrolled to the end. Rows are known by a key that never changes. A
// list read anew becomes the old one's rows that come, go and change; only another order is a reset.
// While held, nothing moves under the pointer.
template <typename Row, typename Key>
class PagedModel : public ColumnModel<Row>
{
    using Base = ColumnModel<Row>;

public:
    PagedModel(QList<Column<Row>> columns, QObject *parent)
        : ColumnModel<Row>(std::move(columns), parent)
    { }

    // The answer to another question.
    void setRows(const QList<Row> &rows)
    {
        m_waiting.reset();
        m_changedAt.clear();
        reset(rows);
    }

    // The same list as it is now; what changed glows.
    void updateRows(const QList<Row> &rows)
    {
        if (m_held && !isLonger(rows)) {
            m_waiting = rows;
            return;
        }
        m_waiting.reset();
        if (!dropMissing(rows))
            return reset(rows);
        takeIn(rows);
    }

    // While the pointer rests on the table.
    void setHeld(bool held)
    {
        m_held = held;
        if (!held && m_waiting)
            updateRows(*std::exchange(m_waiting, std::nullopt));
    }

    // What brings the next page, and whether there is one.
    void setFetch(std::function<void()> fetch) { m_fetch = std::move(fetch); }
    void setHasMore(bool more) { m_hasMore = more; }
    // What orders the list by a column anew; -1: as it is without.
    void setSorter(std::function<void(int, Qt::SortOrder)> sorter) { m_sorter = std::move(sorter); }

    const Row &at(int shown) const final { return m_rows[shown]; }
    const QList<Row> &rows() const { return m_rows; }
    QModelIndex indexOf(const Key &key) const { return this->index(m_places.value(key, -1), 0); }

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    bool canFetchMore(const QModelIndex &parent) const final
    {
        return !parent.isValid() && m_hasMore && m_fetch;
    }
    void fetchMore(const QModelIndex &parent) final
    {
        if (canFetchMore(parent))
            m_fetch();
    }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) final
    {
        if (m_sorter && (column < 0 || isOrdered(column)))
            m_sorter(column, order);
    }
    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                          Qt::MatchFlags flags) const final
    {
        if (role != IdCell)
            return Base::match(start, role, value, hits, flags);
        const QModelIndex found = indexOf(value.value<Key>());
        return found.isValid() ? QModelIndexList{found} : QModelIndexList();
    }

protected:
    virtual Key keyOf(const Row &row) const = 0;
    virtual bool isOrdered(int column) const = 0; // whether the server can sort by it
    QVariant idOf(const Row &row) const final { return QVariant::fromValue(keyOf(row)); }
    QVariant rowData(const Row &row, int role) const override
    {
        return role == GlowCell ? QVariant(m_changedAt.value(keyOf(row))) : QVariant();
    }

private:
    void reset(const QList<Row> &rows)
    {
        this->beginResetModel();
        m_rows = rows;
        place();
        this->endResetModel();
    }

    void place()
    {
        m_places.clear();
        for (int i = 0; i < int(m_rows.size()); ++i)
            m_places.insert(keyOf(m_rows[i]), i);
    }

    // The same rows in the same order, and perhaps more after them.
    bool isLonger(const QList<Row> &rows) const
    {
        return rows.size() >= m_rows.size()
               && std::equal(m_rows.begin(), m_rows.end(), rows.begin(),
                             [this](const Row &a, const Row &b) { return keyOf(a) == keyOf(b); });
    }

    // Leaves what is in the new list too; false when that stands in another order there.
    bool dropMissing(const QList<Row> &rows)
    {
        QHash<Key, int> places;
        for (int i = 0; i < int(rows.size()); ++i)
            places.insert(keyOf(rows[i]), i);
        int before = -1;
        for (const Row &row : std::as_const(m_rows)) {
            const int now = places.value(keyOf(row), -1);
            if (now >= 0 && now < before)
                return false;
            before = std::max(before, now);
        }
        const auto isGone = [&](int i) { return !places.contains(keyOf(m_rows[i])); };
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            if (!isGone(last))
                continue;
            int first = last;
            while (first > 0 && isGone(first - 1))
                --first;
            this->beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            place();
            this->endRemoveRows();
            last = first;
        }
        return true;
    }

    // Inserts what is new, and writes what has changed; the rest stands in order already.
    void takeIn(const QList<Row> &rows)
    {
        const auto isKnown = [&](int i) { return m_places.contains(keyOf(rows[i])); };
        const bool isAppended = isLonger(rows); // by scrolling: nothing has happened to them
        for (int i = 0; i < int(rows.size()); ++i) {
            if (isKnown(i)) {
                change(i, rows[i]);
                continue;
            }
            int last = i;
            while (last + 1 < int(rows.size()) && !isKnown(last + 1))
                ++last;
            this->beginInsertRows({}, i, last);
            for (int at = i; at <= last; ++at) {
                m_rows.insert(at, rows[at]);
                if (!isAppended)
                    m_changedAt.insert(keyOf(rows[at]), QDateTime::currentMSecsSinceEpoch());
            }
            place();
            this->endInsertRows();
            i = last;
        }
    }

    void change(int at, const Row &row)
    {
        if (m_rows[at] == row)
            return;
        m_rows[at] = row;
        m_changedAt.insert(keyOf(row), QDateTime::currentMSecsSinceEpoch());
        emit this->dataChanged(this->index(at, 0), this->index(at, this->columnCount() - 1));
    }

    QList<Row> m_rows;
    QHash<Key, int> m_places; // in m_rows
    QHash<Key, qint64> m_changedAt; // ms since the epoch, of those that did
    std::optional<QList<Row>> m_waiting; // came while held
    std::function<void()> m_fetch;
    std::function<void(int, Qt::SortOrder)> m_sorter;
    bool m_hasMore = false;
    bool m_held = false;
};
