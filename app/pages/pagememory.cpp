// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/pagememory.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QTabBar>

namespace {

QString full(const QString &key)
{
    return QStringLiteral("pages/") + key;
}

} // namespace

void pagememory::keepTab(QTabBar *tabs, const QString &key)
{
    const int last = QSettings().value(full(key)).toInt();
    if (last >= 0 && last < tabs->count() && tabs->isTabVisible(last))
        tabs->setCurrentIndex(last);
    QObject::connect(tabs, &QTabBar::currentChanged, tabs,
                     [key](int index) { QSettings().setValue(full(key), index); });
}

void pagememory::keepText(QLineEdit *field, const QString &key)
{
    field->setText(QSettings().value(full(key)).toString());
    QObject::connect(field, &QLineEdit::textChanged, field,
                     [key](const QString &text) { QSettings().setValue(full(key), text); });
}

void pagememory::keepChoice(QComboBox *choices, const QString &key)
{
    if (const QVariant last = QSettings().value(full(key)); last.isValid())
        choices->setCurrentIndex(std::max(0, choices->findData(last.toInt())));
    QObject::connect(choices, &QComboBox::currentIndexChanged, choices,
                     [choices, key] { QSettings().setValue(full(key), choices->currentData()); });
}
