// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QAbstractButton;
class QLabel;
class QWidget;

// The grid. Space between things is a multiple of kGrid, inside a control of kGrid / 2.
inline constexpr int kGrid = 8;
inline constexpr int kRowHeight = 32;
inline constexpr int kCompactRowHeight = 26;
inline constexpr int kControlHeight = 32;
inline constexpr int kPageMargin = 24;
inline constexpr int kMotion = 150; // ms, of anything that moves

// Type sizes in pixels.
inline constexpr int kSmallSize = 12;
inline constexpr int kBodySize = 13;
inline constexpr int kSectionSize = 16;
inline constexpr int kTitleSize = 20;
inline constexpr int kFigureSize = 28;

// What a button is: "primary" once on a page, "danger" with the verb of what is lost, "ghost" for
// actions beside content, "link" for what reads like text. In a form: the dynamic property "kind".
enum class ButtonKind { Secondary, Primary, Danger, Ghost, Link };
void setKind(QAbstractButton *button, ButtonKind kind);

// What a label is. In a form: the dynamic property "type" with "title", "section", "figure",
// "secondary", "help", "error", "label" or "mono"; body text has none.
enum class LabelType { Body, Title, Section, Figure, Secondary, Help, Error, Label, Mono };
void setType(QLabel *label, LabelType type);

// A notice says what goes wrong or stands in the way; done, that something has succeeded.
enum class NoticeKind { Notice, Done };
void setKind(QLabel *notice, NoticeKind kind);

// Ids, commands and logs.
QFont monospace(int pixels = kBodySize);
// The font of the application in another size.
QFont sized(int pixels, QFont::Weight weight = QFont::Normal);

// Words for people who do not see the control, and the name by which tests find it.
void setNames(QWidget *widget, const QString &objectName, const QString &accessibleName);
