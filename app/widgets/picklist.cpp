// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/picklist.h"

#include "app/theme/looks.h"
#include "app/theme/tooltip.h"
#include "app/widgets/searchfield.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kKey = Qt::UserRole;

} // namespace

PickList::PickList(Source source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_search(new SearchField)
    , m_list(new QListWidget)
    , m_count(new QLabel)
    , m_note(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_count);
    m_search->setObjectName(u"pickSearchField"_s);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"pickListWidget"_s);
    m_list->setProperty("look", u"picklist"_s);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(5 * kRowHeight);
    m_list->installEventFilter(this);
    m_count->setObjectName(u"pickCountLabel"_s);
    setType(m_count, LabelType::Secondary);
    m_note->setObjectName(u"pickNoteLabel"_s);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    setType(m_note, LabelType::Help);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &PickList::narrow);
    connect(m_list, &QListWidget::itemChanged, this, &PickList::follow);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) {
        // A click on the box itself has changed it already.
        const QPoint at = m_list->viewport()->mapFromGlobal(QCursor::pos());
        if (at.x() > m_list->visualItemRect(item).left() + 4 * kGrid)
            toggle(item);
    });
    showCount();
}

void PickList::setPurpose(const QString &purpose)
{
    m_search->setPurpose(purpose);
    m_list->setAccessibleName(purpose);
}

void PickList::setChoices(const QList<PickChoice> &choices)
{
    if (choices == m_choices && m_list->count() == int(choices.size()))
        return;
    m_choices = choices;
    for (const PickChoice &choice : choices)
        m_known.insert(choice.key, choice);
    fill();
}

void PickList::setPicked(const QStringList &keys)
{
    m_picked = keys;
    fill();
    showCount();
}

QList<PickChoice> PickList::pickedChoices() const
{
    QList<PickChoice> choices;
    for (const QString &key : m_picked) {
        if (const auto known = m_known.constFind(key); known != m_known.cend())
            choices << *known;
    }
    return choices;
}

void PickList::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

// Keeps the place where one was.
void PickList::fill()
{
    const QString current =
        m_list->currentItem() ? m_list->currentItem()->data(kKey).toString() : QString();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const PickChoice &choice : std::as_const(m_choices)) {
        const QString words =
            choice.detail.isEmpty() ? choice.text : choice.text + u"  –  "_s + choice.detail;
        auto *item = new QListWidgetItem(words, m_list);
        item->setData(kKey, choice.key);
        item->setSizeHint({0, kRowHeight});
        item->setToolTip(toolTipOf(choice.locked.isEmpty() ? words : choice.locked));
        item->setCheckState(m_picked.contains(choice.key) ? Qt::Checked : Qt::Unchecked);
        item->setFlags(choice.locked.isEmpty()
                           ? Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable
                           : Qt::ItemIsSelectable);
        if (!choice.locked.isEmpty())
            item->setData(Qt::AccessibleDescriptionRole, choice.locked);
        if (choice.key == current)
            m_list->setCurrentItem(item);
    }
    if (m_source == Source::Whole)
        narrow();
    else if (!m_list->currentItem())
        step(1);
}

void PickList::narrow()
{
    if (m_source == Source::Searched)
        return emit searched(m_search->text().trimmed());
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    const QString begin = m_search->text().trimmed();
    int best = -1; // whose name begins so, before those where it stands somewhere
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool fits = std::ranges::all_of(words, [item](const QString &word) {
            return item->text().contains(word, Qt::CaseInsensitive);
        });
        item->setHidden(!fits);
        if (best < 0 && fits && !begin.isEmpty()
            && item->text().startsWith(begin, Qt::CaseInsensitive))
            best = row;
    }
    if (best >= 0) {
        m_list->setCurrentRow(best);
    } else if (!m_list->currentItem() || m_list->currentItem()->isHidden()) {
        m_list->setCurrentRow(-1);
        step(1);
    }
}

void PickList::step(int step)
{
    for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
        if (m_list->item(row)->isHidden())
            continue;
        return m_list->setCurrentRow(row);
    }
}

void PickList::toggle(QListWidgetItem *item)
{
    if (item && item->flags().testFlag(Qt::ItemIsUserCheckable))
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

void PickList::follow(const QListWidgetItem *item)
{
    const QString key = item->data(kKey).toString();
    const bool isPicked = item->checkState() == Qt::Checked;
    if (m_picked.contains(key) == isPicked)
        return;
    if (isPicked)
        m_picked << key;
    else
        m_picked.removeAll(key);
    showCount();
    emit pickedChanged();
}

bool PickList::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_search->text().isEmpty())
            emit confirmed();
        else
            toggle(m_list->currentItem());
        m_search->selectAll();
        return true;
    default:
        return false;
    }
}

bool PickList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_search)
        return takeKey(key->key());
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_list && isEnter && key->modifiers() == Qt::NoModifier) {
        toggle(m_list->currentItem());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PickList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showCount();
    QWidget::changeEvent(event);
}

void PickList::showCount()
{
    m_count->setText(m_picked.isEmpty() ? tr("None chosen")
                                        : tr("%n chosen", nullptr, int(m_picked.size())));
}
