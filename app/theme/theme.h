// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/colors.h"

#include <QObject>

class QApplication;
class QDBusVariant;
class QPalette;

// Dresses the application: style, font, palette and the one style sheet. Widgets that paint by
// themselves take Colors::of(palette()) and need not know the theme.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    // Dresses it at once, as the desktop is: light or dark.
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    bool isDark() const;
    const Colors &colors() const { return isDark() ? Colors::dark() : Colors::light(); }

    static QPalette palette(const Colors &colors);
    static QString styleSheet(const Colors &colors);

signals:
    void themeChanged();

private slots:
    void followDesktop(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askDesktop();
    void setDesktopDark(bool dark);
    void apply();

    QApplication &m_application;
    Mode m_mode = Mode::System;
    bool m_desktopIsDark = false;
};
