// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/consolebar.h"

#include "app/text/format.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/logview.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/toast.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

ConsoleBar::ConsoleBar(LogView &log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_search(new SearchField)
    , m_hits(new QLabel)
    , m_task(new QComboBox)
    , m_previous(addTool(u"previousHitButton"_s))
    , m_next(addTool(u"nextHitButton"_s))
    , m_times(addTool(u"timesButton"_s))
    , m_wrap(addTool(u"wrapButton"_s))
    , m_copy(addTool(u"copyLogButton"_s))
    , m_save(addTool(u"downloadLogButton"_s))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid / 2);
    addSearch(layout);
    m_task->setObjectName(u"taskComboBox"_s);
    m_times->setIcon(icon(Icon::Clock));
    m_wrap->setIcon(icon(Icon::Wrap));
    m_copy->setIcon(icon(Icon::Copy));
    m_save->setIcon(icon(Icon::Download));
    m_times->setCheckable(true);
    m_times->setChecked(true);
    m_wrap->setCheckable(true);
    layout->addWidget(m_task);
    layout->addSpacing(kGrid / 2);
    for (QToolButton *button : {m_times, m_wrap, m_copy, m_save})
        layout->addWidget(button);
    listen();
    retranslate();
}

void ConsoleBar::addSearch(QHBoxLayout *layout)
{
    m_previous->setIcon(icon(Icon::ChevronUp));
    m_next->setIcon(icon(Icon::ChevronDown));
    m_search->setObjectName(u"consoleSearchField"_s);
    m_search->setMaximumWidth(320);
    m_hits->setObjectName(u"hitsLabel"_s);
    setType(m_hits, LabelType::Secondary);
    layout->addWidget(m_search);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addSpacing(kGrid / 2);
    layout->addWidget(m_hits);
    layout->addStretch();
}

QToolButton *ConsoleBar::addTool(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIconSize({18, 18});
    return button;
}

void ConsoleBar::listen()
{
    connect(&m_log, &LogView::hitsChanged, this, &ConsoleBar::showHits);
    connect(&m_log, &LogView::linesChanged, this, &ConsoleBar::showHits);
    connect(&m_log, &LogView::tasksChanged, this, &ConsoleBar::showTasks);
    connect(m_search, &QLineEdit::textChanged, &m_log, &LogView::setSearch);
    connect(m_search, &QLineEdit::textChanged, this, &ConsoleBar::showHits);
    // A search begins at the newest place, so it goes on towards the older ones.
    connect(m_search, &SearchField::left, this, [this] { step(-1); });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_task, &QComboBox::currentIndexChanged, this,
            [this] { m_log.setTask(m_task->currentData().toString()); });
    connect(m_times, &QToolButton::toggled, &m_log, &LogView::setTimesShown);
    connect(m_wrap, &QToolButton::toggled, &m_log, &LogView::setWrapped);
    connect(m_copy, &QToolButton::clicked, this, &ConsoleBar::copy);
    connect(m_save, &QToolButton::clicked, this, &ConsoleBar::saveRequested);
    QWidget *console = parentWidget() ? parentWidget() : this;
    const auto key = [console, this](QKeySequence::StandardKey keys, int by) {
        auto *shortcut = new QShortcut(keys, console);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] { step(by); });
    };
    key(QKeySequence::FindNext, 1);
    key(QKeySequence::FindPrevious, -1);
}

void ConsoleBar::retranslate()
{
    m_search->setPurpose(tr("Search the log"));
    const auto name = [](QToolButton *button, const QString &text, const QString &keys = {}) {
        button->setToolTip(keys.isEmpty() ? text : text + u" (%1)"_s.arg(keys));
        button->setAccessibleName(text);
    };
    const auto keys = [](QKeySequence::StandardKey key) {
        return QKeySequence(key).toString(QKeySequence::NativeText);
    };
    name(m_previous, tr("Previous place"), keys(QKeySequence::FindPrevious));
    name(m_next, tr("Next place"), keys(QKeySequence::FindNext));
    name(m_times, tr("Show times"));
    name(m_wrap, tr("Wrap long lines"));
    name(m_copy, tr("Copy the log"));
    name(m_save, tr("Save the log"));
    m_task->setAccessibleName(tr("Task"));
    showTasks();
    showHits();
}

void ConsoleBar::step(int step)
{
    m_log.nextHit(step);
}

void ConsoleBar::showHits()
{
    const bool searching = !m_search->text().isEmpty();
    const int hits = m_log.hits();
    m_hits->setText(
        !searching ? QString()
        : hits == 0
            ? tr("Not found")
            //: Places of a search: 3 of 17
            : tr("%1 of %2").arg(Format::count(m_log.currentHit() + 1), Format::count(hits)));
    m_previous->setEnabled(hits > 1);
    m_next->setEnabled(hits > 1);
    const bool any = m_log.lineCount() > 0;
    m_copy->setEnabled(any);
    m_save->setEnabled(any);
}

// Only a job of several tasks has something to choose.
void ConsoleBar::showTasks()
{
    const QVariant chosen = m_task->currentData();
    {
        const QSignalBlocker blocker(m_task);
        m_task->clear();
        m_task->addItem(tr("All tasks"), QString());
        for (const QString &task : m_log.tasks())
            m_task->addItem(task, task);
        m_task->setCurrentIndex(std::max(0, m_task->findData(chosen)));
    }
    m_task->setVisible(m_log.tasks().size() > 1);
    m_log.setTask(m_task->currentData().toString());
}

void ConsoleBar::copy()
{
    QGuiApplication::clipboard()->setText(m_log.allText());
    Toast::say(this, tr("Log copied."));
}
