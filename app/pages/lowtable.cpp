// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/lowtable.h"

#include "app/theme/looks.h"
#include "app/widgets/tableview.h"

#include <QHeaderView>

#include <algorithm>

namespace {

constexpr int kMostRows = 8;

} // namespace

void fitHeight(TableView &table)
{
    const int rows = std::clamp(table.model()->rowCount(), 1, kMostRows);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() + rows * kRowHeight + 2);
}
