// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/icons.h"

#include <QList>
#include <QModelIndex>
#include <QString>

#include <functional>

// Something that can be done with rows: a button on the hovered row, an entry of the context menu.
struct RowAction
{
    QString id; // a stable word, such as "pause"
    QString text;
    Icon icon = Icon::More;
    bool enabled = true;
    bool dangerous = false;
    QString toolTip; // the text when empty
};

// What the rows together offer now.
using RowActions = std::function<QList<RowAction>(const QModelIndexList &rows)>;
