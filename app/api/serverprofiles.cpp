// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/serverprofiles.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

ServerProfiles::ServerProfiles(QSettings &settings)
    : m_settings(settings)
{
    const int count = m_settings.beginReadArray(u"servers"_s);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        m_profiles.append({m_settings.value("name"_L1).toString(),
                           QUrl(m_settings.value("url"_L1).toString()),
                           m_settings.value("username"_L1).toString(),
                           m_settings.value("authorityFile"_L1).toString()});
    }
    m_settings.endArray();
    if (m_profiles.isEmpty())
        m_profiles.append({QCoreApplication::translate("ServerProfiles", "This computer"),
                           QUrl(u"http://127.0.0.1:8600"_s),
                           {},
                           {}});
    choose(m_settings.value("server"_L1).toString());
}

bool ServerProfiles::choose(const QString &name)
{
    const qsizetype place = find(name);
    if (place < 0)
        return false;
    m_current = place;
    m_settings.setValue("server"_L1, name);
    return true;
}

void ServerProfiles::save(const ServerProfile &profile)
{
    if (const qsizetype place = find(profile.name); place >= 0)
        m_profiles[place] = profile;
    else
        m_profiles.append(profile);
    store();
    choose(profile.name);
}

void ServerProfiles::remove(const QString &name)
{
    const qsizetype place = find(name);
    if (place < 0 || m_profiles.size() == 1)
        return;
    const QString chosen = current().name;
    m_profiles.removeAt(place);
    store();
    m_current = 0;
    if (!choose(chosen))
        choose(current().name);
}

void ServerProfiles::store() const
{
    m_settings.beginWriteArray(u"servers"_s, int(m_profiles.size()));
    for (int i = 0; i < m_profiles.size(); ++i) {
        const ServerProfile &profile = m_profiles.at(i);
        m_settings.setArrayIndex(i);
        m_settings.setValue("name"_L1, profile.name);
        m_settings.setValue("url"_L1, profile.url.toString());
        m_settings.setValue("username"_L1, profile.username);
        m_settings.setValue("authorityFile"_L1, profile.authorityFile);
    }
    m_settings.endArray();
}

qsizetype ServerProfiles::find(const QString &name) const
{
    const auto it = std::find_if(m_profiles.begin(), m_profiles.end(),
                                 [&](const auto &profile) { return profile.name == name; });
    return it == m_profiles.end() ? -1 : it - m_profiles.begin();
}
