// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// A line of a log as it may be shown: one line without the terminal's commands. Of a line that was
// written over, such as a progress bar, the last writing stays. Other control characters, and those
// that turn the direction of what follows, become visible; a line of more than kMostShown
// characters is cut.
inline constexpr qsizetype kMostShown = 10000;
QString shownLogText(const QString &written);
