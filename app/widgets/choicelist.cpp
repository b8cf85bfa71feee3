// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/choicelist.h"

#include "app/theme/looks.h"

#include <QKeyEvent>

ChoiceList::ChoiceList(QWidget *field, QWidget *parent)
    : QListWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setIconSize({16, 16});
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    field->installEventFilter(this);
    connect(this, &QListWidget::itemClicked, this, &ChoiceList::choose);
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        if (const auto selected = selectedItems(); !selected.isEmpty())
            setCurrentItem(selected.first());
    });
}

QListWidgetItem *ChoiceList::addChoice(const QIcon &icon, const QString &text)
{
    auto *item = new QListWidgetItem(icon, text, this);
    item->setSizeHint({0, kRowHeight});
    return item;
}

void ChoiceList::fitRows(int most)
{
    setFixedHeight(std::clamp(count(), 1, most) * kRowHeight + 2 * frameWidth());
}

bool ChoiceList::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key()
                                                      : Qt::Key_unknown;
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    default:
        return QListWidget::eventFilter(watched, event);
    }
}

void ChoiceList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose();
    else
        QListWidget::keyPressEvent(event);
}

void ChoiceList::choose()
{
    if (currentRow() >= 0)
        emit chosen(currentRow());
}

void ChoiceList::step(int step)
{
    setCurrentRow(qBound(0, currentRow() + step, count() - 1));
}
