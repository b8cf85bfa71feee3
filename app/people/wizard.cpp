// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/wizard.h"

#include "app/theme/looks.h"
#include "app/widgets/stepbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

Wizard::Wizard(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_title(new QLabel)
    , m_bar(new StepBar)
    , m_stack(new QStackedWidget)
    , m_problem(new QLabel)
    , m_cancel(new QPushButton)
    , m_previous(new QPushButton)
    , m_next(new QPushButton)
{
    setType(m_title, LabelType::Title);
    setType(m_problem, LabelType::Error);
    setKind(m_next, ButtonKind::Primary);
    m_problem->setObjectName(u"problemLabel"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_layout->setContentsMargins({});
    m_layout->setSpacing(2 * kGrid);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_bar);
    m_layout->addWidget(m_stack, 1);
    m_layout->addWidget(m_problem);
    connect(m_cancel, &QPushButton::clicked, this, &Wizard::cancelled);
    connect(m_previous, &QPushButton::clicked, this, [this] { goTo(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, &Wizard::next);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &Wizard::cancelled);
}

void Wizard::setSteps(const QWidgetList &contents)
{
    for (QWidget *content : contents)
        m_stack->addWidget(content);
    // Only now, so that Tab comes to them behind the steps.
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_previous);
    buttons->addWidget(m_next);
    m_layout->addLayout(buttons);
}

void Wizard::setCheck(std::function<bool(int)> check)
{
    m_check = std::move(check);
}

void Wizard::setWords(const QString &title, const QStringList &steps, const QString &submit)
{
    m_title->setText(title);
    m_bar->setSteps(steps);
    m_submit = submit;
    m_cancel->setText(tr("Cancel"));
    m_previous->setText(tr("Previous"));
    setNames(m_cancel, u"cancelButton"_s, m_cancel->text());
    setNames(m_previous, u"previousButton"_s, m_previous->text());
    showStep();
}

int Wizard::step() const
{
    return m_stack->currentIndex();
}

void Wizard::goTo(int step)
{
    m_stack->setCurrentIndex(qBound(0, step, m_stack->count() - 1));
    m_problem->hide();
    showStep();
    emit stepShown(this->step());
    setFocus();
}

void Wizard::next()
{
    if (m_busy || (m_check && !m_check(step())))
        return;
    if (step() + 1 < m_stack->count())
        goTo(step() + 1);
    else
        emit submitted();
}

void Wizard::setBusy(bool busy)
{
    m_busy = busy;
    showStep();
}

void Wizard::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

void Wizard::showStep()
{
    const bool isLast = step() == m_stack->count() - 1;
    QWidget *content = m_stack->currentWidget();
    setFocusProxy(content && content->focusProxy() ? content : m_next);
    m_bar->setCurrent(step());
    m_previous->setVisible(step() > 0);
    m_previous->setEnabled(!m_busy);
    m_next->setEnabled(!m_busy);
    //: To the next step
    m_next->setText(isLast ? m_submit : tr("Next"));
    setNames(m_next, u"nextButton"_s, m_next->text());
}
