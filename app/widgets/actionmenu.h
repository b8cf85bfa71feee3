// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"

class QMenu;

// An entry for each action. What is not possible now is grey, and its tool tip says why.
void fillMenu(QMenu *menu, const QList<RowAction> &actions,
              const std::function<void(const QString &id)> &chosen);
