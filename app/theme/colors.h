// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>

class QPalette;

// The five meanings and the accent. Each goes with a word or an icon, never alone.
enum class Tone { Muted, Accent, Success, Info, Warning, Danger };

// One meaning: as text on any surface, as a fill under `onFill`, as a soft background under text.
struct ToneColors
{
    QColor text;
    QColor fill;
    QColor soft;
};

// Every colour of the console, by what it is for.
class Colors
{
public:
    static const Colors &light();
    static const Colors &dark();
    // The set a palette belongs to: what a widget paints with.
    static const Colors &of(const QPalette &palette);

    const ToneColors &tone(Tone tone) const;
    // Eight colours for series, told apart also by colour-blind people.
    const QList<QColor> &series() const { return m_series; }

    bool isDark = false;
    QColor window; // the lowest surface: menu, space around content
    QColor surface; // content: tables, forms, inputs
    QColor raised; // hover, headers, what lies above content
    QColor hairline; // between things
    QColor border; // of controls
    QColor text;
    QColor secondary;
    QColor disabled;
    QColor onFill; // text and icons on any fill
    QColor selection; // a selected row
    QColor team; // fill of what the person's team has, between the accent's fill and its soft one
    QColor accentHover; // the accent's fill under the pointer
    QColor dangerHover;

private:
    ToneColors m_muted, m_accent, m_success, m_info, m_warning, m_danger;
    QList<QColor> m_series;

    static Colors makeLight();
    static Colors makeDark();
};

// Contrast of two opaque colours by WCAG 2, 1…21. Text needs 4.5.
double contrast(const QColor &a, const QColor &b);
