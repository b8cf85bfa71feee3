// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/endpointrow.h"
#include "app/widgets/statusbadge.h"

#include <QLabel>

#include <algorithm>

// What each row says: what it is, its state, its address or why it has none.
inline QStringList rowsOf(const QWidget &endpoints)
{
    QStringList said;
    auto found = endpoints.findChildren<EndpointRow *>();
    std::ranges::sort(found, {}, [](const EndpointRow *row) { return row->y(); });
    for (const EndpointRow *row : found) {
        QStringList words{row->accessibleName(), row->findChild<StatusBadge *>()->chip().text};
        const auto labels = row->findChildren<QLabel *>();
        for (const QLabel *label : labels.mid(1)) {
            if (!label->isHidden())
                words << label->text();
        }
        said << words.join(QStringLiteral(" | "));
    }
    return said;
}
