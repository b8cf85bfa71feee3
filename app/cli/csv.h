// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// One line of CSV after RFC 4180. A cell that a spreadsheet would take for a formula begins with an
// apostrophe.
QString csvLine(const QStringList &cells);
