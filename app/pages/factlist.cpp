// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/factlist.h"

#include "app/theme/looks.h"
#include "app/widgets/copybutton.h"

#include <QGridLayout>
#include <QLabel>

namespace {

constexpr int kLine = 20; // with the space below three steps of the grid

} // namespace

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_layout->setContentsMargins({});
    m_layout->setHorizontalSpacing(2 * kGrid);
    m_layout->setVerticalSpacing(kGrid / 2);
    m_layout->setColumnMinimumWidth(0, 132);
    m_layout->setColumnStretch(1, 1);
}

void FactList::setFacts(const QList<Fact> &facts)
{
    QList<QPair<QString, QString>> shown;
    for (const Fact &fact : facts)
        shown << qMakePair(fact.name, fact.value);
    if (std::exchange(m_shown, shown) == shown)
        return;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < int(facts.size()); ++row) {
        const Fact &fact = facts[row];
        auto *name = new QLabel(fact.name);
        setType(name, LabelType::Secondary);
        auto *value = new QLabel(fact.value);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleDescription(fact.name); // its name is what it shows
        if (fact.look != Look::Text)
            value->setFont(monospace(kSmallSize));
        for (QLabel *label : {name, value})
            label->setMinimumHeight(kLine);
        m_layout->addWidget(name, row, 0, Qt::AlignTop);
        m_layout->addWidget(value, row, 1, Qt::AlignTop);
        if (fact.look == Look::Copyable) {
            auto *copy = new CopyButton;
            copy->setValue(fact.value);
            copy->setProperty("kind", QStringLiteral("inline"));
            copy->setIconSize({14, 14});
            copy->setFixedSize(22, kLine);
            m_layout->addWidget(copy, row, 2, Qt::AlignTop);
        }
    }
}
