// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;
class QLineEdit;
class QTabBar;

// Keeps what the person chose on a page between starts: each takes up what was chosen the last time
// and notes every change from now on.
namespace pagememory {

void keepTab(QTabBar *tabs, const QString &key);
void keepText(QLineEdit *field, const QString &key);
void keepChoice(QComboBox *choices, const QString &key); // by its data

} // namespace pagememory
