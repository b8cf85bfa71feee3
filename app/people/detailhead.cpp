// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/detailhead.h"

#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/actionbuttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

DetailHead::DetailHead(QWidget *parent)
    : QWidget(parent)
    , m_back(new QPushButton)
    , m_name(new QLabel)
    , m_more(new QLabel)
    , m_actions(new ActionButtons(u"Button"_s, ButtonKind::Secondary))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(kGrid);
    m_back->setObjectName(u"backButton"_s);
    m_back->setIcon(icon(Icon::ChevronLeft));
    setKind(m_back, ButtonKind::Ghost);
    m_name->setObjectName(u"nameLabel"_s);
    setType(m_name, LabelType::Title);
    m_more->setObjectName(u"moreLabel"_s);
    setType(m_more, LabelType::Secondary);
    for (QLabel *label : {m_name, m_more}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    line->addWidget(m_back);
    line->addWidget(m_name);
    line->addWidget(m_more);
    line->addStretch();
    line->addWidget(m_actions);
    connect(m_back, &QPushButton::clicked, this, &DetailHead::backRequested);
}

void DetailHead::setBack(const QString &text)
{
    m_back->setText(text);
    m_back->setAccessibleName(tr("Back to %1").arg(text));
}

void DetailHead::setName(const QString &name, const QString &more)
{
    m_name->setText(name);
    m_more->setText(more);
}

QLabel *detailText(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

DetailSection::DetailSection(const QString &actionName, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_action(new QPushButton)
{
    setType(m_title, LabelType::Section);
    setKind(m_action, ButtonKind::Ghost);
    m_action->setObjectName(actionName);
    m_action->hide();
    auto *head = new QHBoxLayout;
    head->setSpacing(kGrid);
    head->addWidget(m_title);
    head->addWidget(m_action);
    head->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addLayout(head);
    layout->addWidget(content, 1);
    connect(m_action, &QPushButton::clicked, this, &DetailSection::actionRequested);
}

void DetailSection::setTitle(const QString &title)
{
    m_title->setText(title);
}

void DetailSection::setAction(const QString &text, const QString &whyNot)
{
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setEnabled(whyNot.isEmpty());
    m_action->setToolTip(whyNot);
    m_action->setVisible(!text.isEmpty());
}
