// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/codec.h"

#include <QVariantList>

// What lists that are read page by page have in common.
namespace storage {

// The condition of a SELECT, with the values that are bound to it.
struct Condition
{
    QString sql = QStringLiteral("1 = 1");
    QVariantList values;

    void add(const QString &text, const QVariantList &bound)
    {
        sql += QStringLiteral(" AND ") + text;
        values += bound;
    }

    template <typename List, typename Text>
    void addOneOf(const QString &column, const List &list, Text text)
    {
        QStringList marks;
        for (const auto &item : list) {
            marks.append(QStringLiteral("?"));
            values.append(text(item));
        }
        sql += QStringLiteral(" AND %1 IN (%2)").arg(column, marks.join(QStringLiteral(", ")));
    }
};

// Where a page ended: the value it is ordered by, and the id that tells equals apart.
struct Cursor
{
    QString query; // what it was made for
    QString value;
    QString id;

    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("q"_L1, &Cursor::query), json::field("v"_L1, &Cursor::value),
                          json::field("i"_L1, &Cursor::id)};
    }
};

QString write(const Cursor &cursor);
// InvalidInput for a cursor that was not made by this very query.
Result<Cursor> readCursor(const QString &text, const QString &query);

// Short, and different for different queries.
QString fingerprint(const QByteArray &query);

// InvalidInput for a limit out of 1…most.
Result<> checkLimit(int limit, int most);

// The text anywhere, for LIKE … ESCAPE '\'; and only at the beginning.
QString containing(const QString &text);
QString beginningWith(const QString &text);

} // namespace storage
