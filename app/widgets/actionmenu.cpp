// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/actionmenu.h"

#include <QMenu>

void fillMenu(QMenu *menu, const QList<RowAction> &actions,
              const std::function<void(const QString &id)> &chosen)
{
    menu->setToolTipsVisible(true);
    for (const RowAction &action : actions) {
        auto *entry = menu->addAction(
            action.dangerous ? icon(action.icon, Tone::Danger) : icon(action.icon), action.text);
        entry->setEnabled(action.enabled);
        entry->setToolTip(action.toolTip);
        QObject::connect(entry, &QAction::triggered, menu,
                         [chosen, id = action.id] { chosen(id); });
    }
}
