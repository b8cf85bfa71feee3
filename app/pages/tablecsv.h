// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QAbstractItemModel;

// A table as it is shown, with its titles, as CSV by RFC 4180 in UTF-8. A cell that a spreadsheet
// would take for a formula begins with an apostrophe.
QByteArray tableCsv(const QAbstractItemModel &model);

// One cell of it.
QString csvCell(const QString &text);
