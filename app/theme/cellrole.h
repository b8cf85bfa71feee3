// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

// What a cell of a table is, beyond its text: models answer, the table's delegate paints.
enum CellRole {
    ChipCell = Qt::UserRole + 1, // Chip
    NoteCell, // QString: secondary words after the chip
    LinkCell, // bool: the text opens something
    GlowCell, // qint64: when the row last changed, ms since the epoch; 0 never
    SortCell, // QVariant: what the column sorts by
    CopyCell, // QString: what is copied, where it is not the text
    MonospaceCell, // bool
    MutedCell, // bool: secondary text
    PartsCell, // QStringList: what the text consists of; of those that do not fit it says how many
    IdCell, // QVariant: whose row it is, whatever its place; match() finds it at once
};
