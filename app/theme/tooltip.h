// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Words for a tooltip, which guesses at rich text: these are shown literally. Long lines are broken
// where a sentence still reads well; of itself a tooltip leaves long plain text in one line and
// breaks rich text after a few words. Empty for no words.
QString toolTipOf(const QString &words);
