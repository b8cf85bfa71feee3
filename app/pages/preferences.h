// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/theme.h"

#include <QWidget>

class FieldBlock;
class QComboBox;

// What the console looks like to this person: language and theme.
class Preferences : public QWidget
{
    Q_OBJECT

public:
    struct Language
    {
        QString code;
        QString name; // in its own words
    };

    explicit Preferences(QWidget *parent = nullptr);

    void setLanguages(const QList<Language> &languages, const QString &current);
    void setTheme(Theme::Mode mode);
    void retranslate();

signals:
    void languageChosen(const QString &code);
    void themeChosen(Theme::Mode mode);

private:
    QComboBox *m_language;
    QComboBox *m_theme;
    FieldBlock *m_languageBlock;
    FieldBlock *m_themeBlock;
    Theme::Mode m_mode = Theme::Mode::System;
};
