// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/columnmodel.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

// The rows of a list, known by a key that never changes, in an order and through a filter of its
// own; views never compute. One changed row is one row's signal; a new filter is one reset. While
// held, rows that change stay where they are: no row moves under the pointer.
template <typename Row, typename Key>
class TableModel : public ColumnModel<Row>
{
    using Base = ColumnModel<Row>;

public:
    TableModel(QList<Column<Row>> columns, QObject *parent)
        : ColumnModel<Row>(std::move(columns), parent)
    { }

    void setRows(QList<Row> rows)
    {
        this->beginResetModel();
        m_rows = std::move(rows);
        m_places.clear();
        m_places.reserve(m_rows.size());
        m_order.clear();
        for (int i = 0; i < int(m_rows.size()); ++i) {
            m_places.insert(keyOf(m_rows[i]), i);
            m_order.push_back(i);
        }
        m_leaving.clear();
        m_loose = false;
        arrange();
        this->endResetModel();
    }

    void upsert(const Row &row)
    {
        const Key key = keyOf(row);
        m_leaving.remove(key);
        if (const int place = m_places.value(key, -1); place >= 0)
            change(place, row);
        else
            add(row, key);
    }

    void remove(const Key &key)
    {
        const int place = m_places.value(key, -1);
        if (place < 0)
            return;
        if (m_held)
            return void(m_leaving.insert(key));
        hide(positionOf(m_shown, place));
        drop(place, key);
    }

    // While the pointer rests on the table.
    void setHeld(bool held)
    {
        if (std::exchange(m_held, held) == held || held)
            return;
        for (const Key &key : std::exchange(m_leaving, {}))
            remove(key);
        if (m_loose)
            setRows(m_rows);
    }

    const Row *find(const Key &key) const
    {
        const auto place = m_places.constFind(key);
        return place == m_places.cend() ? nullptr : &m_rows[*place];
    }
    const Row &at(int shown) const final { return m_rows[m_shown[size_t(shown)]]; }
    QModelIndex indexOf(const Key &key, int column = 0) const
    {
        return this->index(positionOf(m_shown, m_places.value(key, -1)), column);
    }

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_shown.size());
    }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) final
    {
        if (column >= this->columnCount() || (column >= 0 && !this->columnAt(column).isSortable()))
            return;
        m_sortColumn = column;
        m_sortOrder = order;
        if (m_loose) // rows may come and go by the filter
            return setRows(m_rows);
        emit this->layoutAboutToBeChanged({}, Base::VerticalSortHint);
        const QModelIndexList before = this->persistentIndexList();
        std::vector<int> places;
        for (const QModelIndex &index : before)
            places.push_back(m_shown[size_t(index.row())]);
        arrange();
        const std::vector<int> positions = inverse(m_shown, size_t(m_rows.size()));
        QModelIndexList after;
        for (size_t i = 0; i < places.size(); ++i)
            after << this->index(positions[size_t(places[i])], before[qsizetype(i)].column());
        this->changePersistentIndexList(before, after);
        emit this->layoutChanged({}, Base::VerticalSortHint);
    }

    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits,
                          Qt::MatchFlags flags) const final
    {
        if (role != IdCell)
            return Base::match(start, role, value, hits, flags);
        const auto found = indexOf(value.value<Key>());
        return found.isValid() ? QModelIndexList{found} : QModelIndexList();
    }

protected:
    QVariant idOf(const Row &row) const final { return QVariant::fromValue(keyOf(row)); }
    virtual Key keyOf(const Row &row) const = 0;
    virtual bool accepts(const Row &row) const = 0; // the filter
    virtual qint64 rankOf(const Row &row) const = 0; // among equals, the smaller is first
    virtual bool precedes(const Row &a, const Row &b) const = 0; // among those of one rank; total

    // After accepts() has changed.
    void refilter()
    {
        this->beginResetModel();
        filter();
        this->endResetModel();
    }

private:
    bool isBefore(int a, int b) const
    {
        std::vector<int> two{b, a};
        order(two);
        return a != b && two.front() == a;
    }

    void order(std::vector<int> &places) const
    {
        const auto by = [&](const auto &keyOf) {
            sortPlaces(
                places, m_rows, m_sortOrder == Qt::AscendingOrder, keyOf,
                [this](const Row &row) { return rankOf(row); },
                [this](const Row &a, const Row &b) { return precedes(a, b); });
        };
        if (m_sortColumn < 0)
            by([](const Row &) { return qint64(0); });
        else if (const auto &column = this->columnAt(m_sortColumn); column.number)
            by(column.number);
        else
            by(column.text);
    }

    void arrange()
    {
        order(m_order);
        filter();
    }

    void filter()
    {
        m_shown.clear();
        std::ranges::copy_if(m_order, std::back_inserter(m_shown),
                             [this](int place) { return accepts(m_rows[place]); });
    }

    // Where a row that is not in the list belongs.
    int placeFor(const std::vector<int> &list, int place) const
    {
        const auto at =
            std::ranges::lower_bound(list, place, [this](int a, int b) { return isBefore(a, b); });
        return int(at - list.begin());
    }

    void add(const Row &row, const Key &key)
    {
        const int place = int(m_rows.size());
        m_rows.append(row);
        m_places.insert(key, place);
        m_order.insert(m_held ? m_order.end() : m_order.begin() + placeFor(m_order, place), place);
        m_loose = m_loose || m_held;
        if (accepts(row))
            show(place);
    }

    void show(int place)
    {
        const int position = m_held ? int(m_shown.size()) : placeFor(m_shown, place);
        this->beginInsertRows({}, position, position);
        m_shown.insert(m_shown.begin() + position, place);
        this->endInsertRows();
    }

    void hide(int position)
    {
        if (position < 0)
            return;
        this->beginRemoveRows({}, position, position);
        m_shown.erase(m_shown.begin() + position);
        this->endRemoveRows();
    }

    void change(int place, const Row &row)
    {
        m_rows[place] = row;
        if (m_held) {
            m_loose = true;
        } else {
            m_order.erase(m_order.begin() + positionOf(m_order, place));
            m_order.insert(m_order.begin() + placeFor(m_order, place), place);
        }
        const int shown = positionOf(m_shown, place);
        if (shown < 0)
            return accepts(row) ? show(place) : void();
        if (!m_held && !accepts(row))
            return hide(shown);
        emit this->dataChanged(this->index(shown, 0), this->index(shown, this->columnCount() - 1));
        if (!m_held)
            move(shown, place);
    }

    void move(int shown, int place)
    {
        std::vector<int> rest = m_shown;
        rest.erase(rest.begin() + shown);
        const int to = placeFor(rest, place);
        if (to == shown)
            return;
        this->beginMoveRows({}, shown, shown, {}, to > shown ? to + 1 : to);
        rest.insert(rest.begin() + to, place);
        m_shown = std::move(rest);
        this->endMoveRows();
    }

    // The last row takes the place of the one that goes.
    void drop(int place, const Key &key)
    {
        m_order.erase(m_order.begin() + positionOf(m_order, place));
        m_places.remove(key);
        const int last = int(m_rows.size()) - 1;
        if (place != last) {
            m_rows[place] = m_rows[last];
            m_places[keyOf(m_rows[place])] = place;
            std::ranges::replace(m_order, last, place);
            std::ranges::replace(m_shown, last, place);
        }
        m_rows.removeLast();
    }

    QList<Row> m_rows;
    QHash<Key, int> m_places; // in m_rows
    std::vector<int> m_order; // places of all rows
    std::vector<int> m_shown; // places of those the filter accepts, in the same order
    QSet<Key> m_leaving; // removed while held
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_held = false;
    bool m_loose = false; // order or filter no longer hold
};
