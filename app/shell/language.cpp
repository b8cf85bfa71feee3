// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Language::Language() = default;
Language::~Language() = default;

QList<Language::Entry> Language::all()
{
    return {{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}};
}

void Language::set(const QString &code)
{
    const QList<Entry> known = all();
    const bool isKnown = std::any_of(known.begin(), known.end(),
                                     [&](const Entry &entry) { return entry.code == code; });
    const QString next = isKnown ? code : u"en"_s;
    if (next == m_code)
        return;
    m_code = next;
    QLocale::setDefault(QLocale(m_code));
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    install(u"qtbase_"_s % m_code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"berth_"_s % m_code, u":/i18n"_s);
}

void Language::install(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(name, folder)) {
        QCoreApplication::installTranslator(translator.get());
        m_translators.push_back(std::move(translator));
    }
}
