// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/icons.h"

#include <QMetaType>
#include <QString>

class QFont;
class QPainter;
class QPalette;

// A state as a word on a soft background with its icon; outlined where the state is fading away.
struct Chip
{
    QString text;
    Tone tone = Tone::Muted;
    Icon icon = Icon::Info;
    bool outlined = false;

    bool operator==(const Chip &) const = default;
};
Q_DECLARE_METATYPE(Chip)

QSize chipSize(const Chip &chip);
// At the left of the rectangle, in the middle of its height, cut short where it is narrow.
void paintChip(QPainter *painter, const QRect &rect, const Chip &chip, const QPalette &palette);
