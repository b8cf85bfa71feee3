// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/auditdialog.h"

#include "app/pages/factlist.h"
#include "app/text/audittext.h"
#include "app/text/format.h"
#include "app/theme/looks.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

AuditDialog::AuditDialog(const model::AuditEntry &entry, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"auditDialog"_s);
    setWindowTitle(AuditText::action(entry.action));
    resize(640, 440);
    auto *facts = new FactList;
    const auto orNone = [](const QString &text) { return text.isEmpty() ? Format::none() : text; };
    using Look = FactList::Look;
    const QString actor = entry.actor.isEmpty()
                              ? AuditText::actor(entry)
                              : u"%1 (%2)"_s.arg(entry.actorName, entry.actor.toString());
    facts->setFacts(
        {{tr("Time"), Format::exact(entry.at)},
         {tr("Who"), actor},
         {tr("From"), orNone(entry.address)},
         {tr("What"), AuditText::action(entry.action)},
         //: The person or thing it was done to
         {tr("On"), u"%1 %2"_s.arg(AuditText::subject(entry.subject), entry.subjectName)},
         {tr("Id"), orNone(entry.subjectId), Look::Copyable}});
    auto *close = new QPushButton(tr("Close"));
    setNames(close, u"closeButton"_s, close->text());
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeChanges(entry));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 3 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(facts);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
}

QWidget *AuditDialog::makeChanges(const model::AuditEntry &entry)
{
    auto *changes = new QWidget;
    auto *grid = new QGridLayout(changes);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    grid->setColumnMinimumWidth(0, 132);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    QStringList keys = entry.before.keys() + entry.after.keys();
    keys.removeDuplicates();
    const auto add = [grid](const QString &text, int row, int column, LabelType type) {
        auto *label = new QLabel(text);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setType(label, type);
        grid->addWidget(label, row, column, Qt::AlignTop);
    };
    if (!keys.isEmpty()) {
        //: What it was, and what it is since
        add(tr("Before"), 0, 1, LabelType::Label);
        add(tr("After"), 0, 2, LabelType::Label);
    }
    int row = 1;
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue before = entry.before.value(key);
        const QJsonValue after = entry.after.value(key);
        add(AuditText::field(key), row, 0, LabelType::Secondary);
        add(AuditText::value(before), row, 1,
            before == after ? LabelType::Secondary : LabelType::Body);
        add(AuditText::value(after), row, 2,
            before == after ? LabelType::Secondary : LabelType::Body);
        ++row;
    }
    grid->setRowStretch(row, 1);
    return changes;
}
