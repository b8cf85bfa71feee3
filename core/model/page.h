// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"

namespace model {

// A request or answer without content.
struct Nothing
{
    bool operator==(const Nothing &) const = default;
    static constexpr auto fields() { return std::tuple{}; }
};

// A whole list.
template <typename T>
struct Items
{
    QList<T> items;

    bool operator==(const Items &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("items"_L1, &Items::items)};
    }
};

// A piece of a long list. `next` is the cursor of the following page, absent on the last one;
// `total` counts all that match the filter.
template <typename T>
struct Page
{
    QList<T> items;
    std::optional<QString> next;
    qint64 total = 0;

    bool operator==(const Page &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("items"_L1, &Page::items),
                          json::field("next"_L1, &Page::next),
                          json::field("total"_L1, &Page::total)};
    }
};

} // namespace model
