// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/theme.h"

#include <QByteArray>

class QSettings;

// What the person has chosen about the window, kept from one start to the next.
class Choices
{
public:
    explicit Choices(QSettings &settings);

    QString language() const; // "en" or "zh_CN"; the system's when nothing was chosen
    void setLanguage(const QString &language);

    Theme::Mode theme() const;
    void setTheme(Theme::Mode mode);

    bool isMenuCollapsed() const;
    void setMenuCollapsed(bool collapsed);

    QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    // The VC chosen last on a server.
    QString vc(const QString &server) const;
    void setVc(const QString &server, const QString &vc);

private:
    QSettings &m_settings;
};
