// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/choices.h"

#include <QLocale>
#include <QMetaEnum>
#include <QSettings>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

QString vcKey(const QString &server)
{
    return u"vc/"_s % QString::fromLatin1(QUrl::toPercentEncoding(server));
}

} // namespace

Choices::Choices(QSettings &settings)
    : m_settings(settings)
{ }

QString Choices::language() const
{
    const bool isChinese = QLocale::system().language() == QLocale::Chinese;
    return m_settings.value("language"_L1, isChinese ? u"zh_CN"_s : u"en"_s).toString();
}

void Choices::setLanguage(const QString &language)
{
    m_settings.setValue("language"_L1, language);
}

Theme::Mode Choices::theme() const
{
    bool known = false;
    const QByteArray word = m_settings.value("theme"_L1).toString().toLatin1();
    const int mode = QMetaEnum::fromType<Theme::Mode>().keyToValue(word.constData(), &known);
    return known ? Theme::Mode(mode) : Theme::Mode::System;
}

void Choices::setTheme(Theme::Mode mode)
{
    const char *word = QMetaEnum::fromType<Theme::Mode>().valueToKey(int(mode));
    m_settings.setValue("theme"_L1, QString::fromLatin1(word));
}

bool Choices::isMenuCollapsed() const
{
    return m_settings.value("menuCollapsed"_L1).toBool();
}

void Choices::setMenuCollapsed(bool collapsed)
{
    m_settings.setValue("menuCollapsed"_L1, collapsed);
}

QByteArray Choices::geometry() const
{
    return m_settings.value("geometry"_L1).toByteArray();
}

void Choices::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue("geometry"_L1, geometry);
}

QString Choices::vc(const QString &server) const
{
    return m_settings.value(vcKey(server)).toString();
}

void Choices::setVc(const QString &server, const QString &vc)
{
    m_settings.setValue(vcKey(server), vc);
}
