// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/pickdialog.h"

#include "app/theme/looks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

PickDialog::PickDialog(const Words &words, PickList::Source source, QWidget *parent)
    : QDialog(parent)
    , m_list(new PickList(source))
    , m_problem(new QLabel)
    , m_verb(new QPushButton(words.verb))
{
    setObjectName(u"pickDialog"_s);
    setWindowTitle(words.title);
    setMinimumWidth(440);
    auto *help = new QLabel(words.help);
    help->setTextFormat(Qt::PlainText);
    help->setWordWrap(true);
    help->setVisible(!words.help.isEmpty());
    setType(help, LabelType::Secondary);
    m_list->setPurpose(words.purpose);
    m_list->setMinimumHeight(360);
    m_problem->setObjectName(u"problemLabel"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setType(m_problem, LabelType::Error);
    auto *cancel = new QPushButton(tr("Cancel"));
    setNames(cancel, u"cancelButton"_s, cancel->text());
    setNames(m_verb, u"verbButton"_s, words.verb);
    setKind(m_verb, ButtonKind::Primary);
    for (QPushButton *button : {cancel, m_verb})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_verb);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 3 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(help);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(m_list, &PickList::pickedChanged, this, &PickDialog::follow);
    connect(m_list, &PickList::confirmed, this, &PickDialog::choose);
    connect(m_verb, &QPushButton::clicked, this, &PickDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_list->setFocus();
    follow();
}

void PickDialog::setPicked(const QStringList &keys)
{
    m_before = keys;
    m_list->setPicked(keys);
    follow();
}

void PickDialog::setLeast(int count)
{
    m_least = count;
    follow();
}

void PickDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    follow();
}

void PickDialog::follow()
{
    const QStringList picked = m_list->picked();
    const bool isOther = QSet<QString>(picked.begin(), picked.end())
                         != QSet<QString>(m_before.begin(), m_before.end());
    m_verb->setEnabled(isOther && picked.size() >= m_least);
}

void PickDialog::choose()
{
    if (!m_verb->isEnabled())
        return;
    m_problem->hide();
    m_verb->setEnabled(false); // until the answer has come
    emit chosen(m_list->picked());
}
