// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/templatechooser.h"

#include "app/text/templatetext.h"

#include <QEvent>

TemplateChooser::TemplateChooser(QWidget *parent)
    : QComboBox(parent)
{
    connect(this, &QComboBox::activated, this, &TemplateChooser::picked);
    fill();
}

void TemplateChooser::setTemplates(const QList<model::JobTemplate> &templates)
{
    QList<model::TemplateKey> keys;
    for (const model::JobTemplate &saved : templates)
        keys.append(saved.key);
    if (keys == m_keys)
        return;
    const auto before = chosen();
    m_keys = keys;
    fill();
    setChosen(before);
}

std::optional<model::TemplateKey> TemplateChooser::chosen() const
{
    const int place = currentIndex() - 1;
    return place >= 0 ? std::optional(m_keys.at(place)) : std::nullopt;
}

void TemplateChooser::setChosen(const std::optional<model::TemplateKey> &key)
{
    setCurrentIndex(key ? int(m_keys.indexOf(*key)) + 1 : 0);
}

void TemplateChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const int place = currentIndex();
        fill();
        setCurrentIndex(place);
    }
    QComboBox::changeEvent(event);
}

void TemplateChooser::fill()
{
    clear();
    addItem(tr("None (apply a template)"));
    for (const model::TemplateKey &key : std::as_const(m_keys))
        addItem(TemplateText::title(key));
}
