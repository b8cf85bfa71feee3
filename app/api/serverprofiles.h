// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

class QSettings;

// A server the person signs in to. It holds no secret.
struct ServerProfile
{
    QString name; // unique, as the person calls it
    QUrl url;
    QString username; // who signed in last
    QString
        authorityFile; // a certificate authority to trust besides the system's, PEM; may be empty

    bool operator==(const ServerProfile &) const = default;
};

// The servers the console knows, kept in the settings. There is always one, and one is chosen.
class ServerProfiles
{
public:
    // With none in the settings it begins with "This computer", http://127.0.0.1:8600.
    explicit ServerProfiles(QSettings &settings);

    const QList<ServerProfile> &all() const { return m_profiles; }
    const ServerProfile &current() const { return m_profiles.at(m_current); }
    // False when there is no profile of this name; the current one stays.
    bool choose(const QString &name);
    // Adds the profile, or replaces the one of the same name, and chooses it.
    void save(const ServerProfile &profile);
    // The last one stays.
    void remove(const QString &name);

private:
    void store() const;
    qsizetype find(const QString &name) const;

    QSettings &m_settings;
    QList<ServerProfile> m_profiles;
    qsizetype m_current = 0;
};
