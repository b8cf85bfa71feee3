// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/auditfilters.h"

#include "app/pages/pagememory.h"
#include "app/text/audittext.h"
#include "app/theme/looks.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

namespace {

void keepIndex(QComboBox *box, const QList<QPair<QString, QVariant>> &items)
{
    const QSignalBlocker blocker(box);
    const QVariant chosen = box->currentData();
    box->clear();
    for (const auto &[text, data] : items)
        box->addItem(text, data);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

} // namespace

AuditFilters::AuditFilters(QWidget *parent)
    : QWidget(parent)
    , m_action(new QComboBox)
    , m_subject(new QComboBox)
    , m_time(new QComboBox)
    , m_from(new QDateEdit(QDate::currentDate().addDays(-7)))
    , m_dash(new QLabel(u"–"_s))
    , m_until(new QDateEdit(QDate::currentDate()))
{
    m_action->setObjectName(u"actionComboBox"_s);
    m_subject->setObjectName(u"subjectComboBox"_s);
    m_time->setObjectName(u"timeComboBox"_s);
    m_from->setObjectName(u"fromEdit"_s);
    m_until->setObjectName(u"untilEdit"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    for (QComboBox *box : {m_action, m_subject, m_time}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(180);
        layout->addWidget(box);
    }
    layout->addWidget(m_from);
    layout->addWidget(m_dash);
    layout->addWidget(m_until);
    for (QDateEdit *edit : {m_from, m_until})
        edit->setCalendarPopup(true);
    retranslate();
    pagememory::keepChoice(m_action, u"audit/action"_s);
    pagememory::keepChoice(m_subject, u"audit/subject"_s);
    pagememory::keepChoice(m_time, u"audit/time"_s);
    showDays();
    for (const QComboBox *box : {m_action, m_subject, m_time})
        connect(box, &QComboBox::currentIndexChanged, this, &AuditFilters::changed);
    connect(m_time, &QComboBox::currentIndexChanged, this, &AuditFilters::showDays);
    for (const QDateEdit *edit : {m_from, m_until})
        connect(edit, &QDateEdit::dateChanged, this, &AuditFilters::changed);
}

void AuditFilters::retranslate()
{
    QList<QPair<QString, QVariant>> actions{{tr("Every action"), {}}};
    for (const auto &[action, name] : json::EnumNames<model::AuditAction>::table)
        actions << qMakePair(AuditText::action(action), QVariant(int(action)));
    QList<QPair<QString, QVariant>> subjects{{tr("Every subject"), {}}};
    for (const auto &[subject, name] : json::EnumNames<model::AuditSubject>::table)
        subjects << qMakePair(AuditText::subject(subject), QVariant(int(subject)));
    keepIndex(m_action, actions);
    keepIndex(m_subject, subjects);
    keepIndex(m_time, {{tr("Any time"), Any},
                       {tr("Last hour"), Hour},
                       {tr("Last 24 hours"), Day},
                       {tr("Last 7 days"), Week},
                       {tr("Last 30 days"), Month},
                       {tr("Chosen days"), Days}});
    setNames(m_action, m_action->objectName(), tr("Action"));
    setNames(m_subject, m_subject->objectName(), tr("Subject"));
    setNames(m_time, m_time->objectName(), tr("Time"));
    setNames(m_from, m_from->objectName(), tr("From day"));
    setNames(m_until, m_until->objectName(), tr("Until day"));
}

void AuditFilters::showDays()
{
    for (QWidget *widget : QWidgetList{m_from, m_dash, m_until})
        widget->setVisible(m_time->currentData().toInt() == Days);
}

void AuditFilters::fill(model::AuditQuery &query) const
{
    query.actions.clear();
    query.subject.reset();
    query.from.reset();
    query.until.reset();
    if (const QVariant action = m_action->currentData(); action.isValid())
        query.actions << model::AuditAction(action.toInt());
    if (const QVariant subject = m_subject->currentData(); subject.isValid())
        query.subject = model::AuditSubject(subject.toInt());
    // Whole minutes, so that the same choice a moment later is the same question.
    QDateTime now = QDateTime::currentDateTimeUtc();
    now.setTime(QTime(now.time().hour(), now.time().minute()));
    switch (m_time->currentData().toInt()) {
    case Hour:
        query.from = now.addSecs(-3600);
        break;
    case Day:
        query.from = now.addDays(-1);
        break;
    case Week:
        query.from = now.addDays(-7);
        break;
    case Month:
        query.from = now.addDays(-30);
        break;
    case Days:
        query.from = m_from->date().startOfDay().toUTC();
        query.until = m_until->date().addDays(1).startOfDay().toUTC();
        break;
    default:
        break;
    }
}

bool AuditFilters::isSet() const
{
    return m_action->currentIndex() > 0 || m_subject->currentIndex() > 0
           || m_time->currentIndex() > 0;
}

void AuditFilters::clear()
{
    for (QComboBox *box : {m_action, m_subject, m_time})
        box->setCurrentIndex(0);
}
