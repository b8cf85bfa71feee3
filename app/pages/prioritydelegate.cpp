// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/prioritydelegate.h"

#include "app/text/violationtext.h"
#include "app/theme/looks.h"
#include "app/widgets/fieldblock.h"

#include <QLineEdit>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace {

// The broken rule in words; empty when the text is a priority.
QString problemOf(const QString &text)
{
    bool isNumber = false;
    const int priority = text.toInt(&isNumber);
    const auto violations = rules::checkPriority(isNumber ? priority : 0);
    return violations.isEmpty() ? QString() : ViolationText::of(violations.first());
}

} // namespace

QWidget *PriorityDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    Q_UNUSED(option)
    Q_UNUSED(index)
    auto *edit = new QLineEdit(parent);
    setNames(edit, u"priorityEdit"_s, tr("Priority"));
    edit->setAlignment(Qt::AlignRight);
    edit->setMaxLength(6);
    connect(edit, &QLineEdit::textEdited, edit, [edit](const QString &text) {
        const QString problem = problemOf(text);
        setInvalid(edit, !problem.isEmpty());
        QToolTip::showText(edit->mapToGlobal(QPoint(0, edit->height())), problem, edit);
    });
    return edit;
}

void PriorityDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    if (edit->isModified())
        return;
    edit->setText(index.data(Qt::EditRole).toString());
    edit->selectAll();
}

void PriorityDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                    const QModelIndex &index) const
{
    Q_UNUSED(model)
    const QString text = qobject_cast<QLineEdit *>(editor)->text();
    if (problemOf(text).isEmpty() && text.toInt() != index.data(Qt::EditRole).toInt())
        emit priorityChosen(index, text.toInt());
}

void PriorityDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                            const QModelIndex &index) const
{
    Q_UNUSED(index)
    editor->setGeometry(option.rect);
}
