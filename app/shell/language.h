// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTranslator>

#include <memory>
#include <vector>

// The language of the program, switched at run time: every widget then gets a LanguageChange event.
class Language
{
public:
    Language();
    ~Language();

    struct Entry
    {
        QString code;
        QString name; // in its own words
    };
    static QList<Entry> all();

    // An unknown code is English.
    void set(const QString &code);
    const QString &code() const { return m_code; }

private:
    void install(const QString &name, const QString &folder);

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};
