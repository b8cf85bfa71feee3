// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/preferences.h"

#include "app/theme/looks.h"
#include "app/widgets/fieldblock.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kChoiceWidth = 192;

QComboBox *choice(const QString &name)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setFixedWidth(kChoiceWidth);
    return combo;
}

} // namespace

Preferences::Preferences(QWidget *parent)
    : QWidget(parent)
    , m_language(choice(u"languageComboBox"_s))
    , m_theme(choice(u"themeComboBox"_s))
    , m_languageBlock(new FieldBlock(tr("Language"), m_language))
    , m_themeBlock(new FieldBlock(tr("Theme"), m_theme))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_languageBlock);
    layout->addWidget(m_themeBlock);
    layout->addStretch();
    connect(m_language, &QComboBox::activated, this,
            [this] { emit languageChosen(m_language->currentData().toString()); });
    connect(m_theme, &QComboBox::activated, this,
            [this] { emit themeChosen(Theme::Mode(m_theme->currentData().toInt())); });
    retranslate();
}

void Preferences::setLanguages(const QList<Language> &languages, const QString &current)
{
    const QSignalBlocker blocker(m_language);
    m_language->clear();
    for (const Language &language : languages)
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(m_language->findData(current));
}

void Preferences::setTheme(Theme::Mode mode)
{
    m_mode = mode;
    m_theme->setCurrentIndex(m_theme->findData(int(mode)));
}

void Preferences::retranslate()
{
    m_languageBlock->setLabel(tr("Language"));
    m_themeBlock->setLabel(tr("Theme"));
    m_theme->clear();
    m_theme->addItem(tr("As the desktop"), int(Theme::Mode::System));
    m_theme->addItem(tr("Light"), int(Theme::Mode::Light));
    m_theme->addItem(tr("Dark"), int(Theme::Mode::Dark));
    setTheme(m_mode);
}
