// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/newgrouppage.h"

#include "app/api/livestore.h"
#include "app/people/rightspicker.h"
#include "app/people/wizard.h"
#include "app/text/peopleruletext.h"
#include "app/text/peopletext.h"
#include "app/theme/looks.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kForm = 0;
constexpr int kRoles = 1;
constexpr int kConfirm = 2;

} // namespace

NewGroupPage::NewGroupPage(LiveStore &store, QWidget *parent)
    : PeoplePage(store, parent)
    , m_wizard(new Wizard)
    , m_errors(new FieldErrors(this))
    , m_roles(new PickList)
    , m_summary(new QLabel)
    , m_picker(new RightsPicker(store, this))
{
    m_summary->setObjectName(u"summaryLabel"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_roles->setMaximumWidth(640);
    m_wizard->setSteps({makeForm(), m_roles, m_summary});
    m_wizard->setCheck([this](int step) { return mayLeave(step); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, 2 * kGrid);
    layout->addWidget(m_wizard);
    setFocusProxy(m_wizard);
    connect(m_wizard, &Wizard::stepShown, this, &NewGroupPage::showStep);
    connect(m_wizard, &Wizard::submitted, this, &NewGroupPage::submit);
    connect(m_wizard, &Wizard::cancelled, this, [this] { emit addressRequested(u"groups"_s); });
    connect(m_roles, &PickList::confirmed, m_wizard, &Wizard::next);
    connect(m_roles, &PickList::pickedChanged, this, [this] { m_wizard->showProblem({}); });
    retranslate();
}

QWidget *NewGroupPage::makeForm()
{
    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    m_name = makeField(u"name"_s);
    m_description = makeField(u"description"_s);
    for (const Field &field : {m_name, m_description}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(kGrid / 2);
        column->addWidget(field.label);
        column->addWidget(field.edit);
        column->addWidget(field.error);
        layout->addLayout(column);
    }
    layout->addStretch();
    form->setMaximumWidth(560);
    form->setFocusProxy(m_name.edit);
    return form;
}

NewGroupPage::Field NewGroupPage::makeField(const QString &name)
{
    const Field field{new QLabel, new QLineEdit, new QLabel};
    field.edit->setObjectName(name + u"Edit"_s);
    field.label->setBuddy(field.edit);
    field.error->setObjectName(name + u"ErrorLabel"_s);
    field.error->setTextFormat(Qt::PlainText);
    setType(field.label, LabelType::Label);
    setType(field.error, LabelType::Error);
    m_errors->add(name, field.edit, field.error);
    connect(field.edit, &QLineEdit::textChanged, this, &NewGroupPage::check);
    connect(field.edit, &QLineEdit::returnPressed, m_wizard, &Wizard::next);
    return field;
}

QString NewGroupPage::title() const
{
    return tr("Create Group");
}

void NewGroupPage::open(const QStringList &)
{
    if (m_wizard->step() == kForm)
        m_name.edit->setFocus();
}

bool NewGroupPage::hasUnsavedInput() const
{
    return group() != model::NewGroup();
}

Question NewGroupPage::leavingQuestion() const
{
    return {tr("Discard the new group?"), tr("What you have filled in is lost."), tr("Discard")};
}

void NewGroupPage::retranslate()
{
    m_wizard->setWords(tr("Create Group"), {tr("Group information"), tr("Roles"), tr("Confirm")},
                       tr("Create group"));
    m_name.label->setText(tr("Group Name"));
    m_description.label->setText(tr("Description"));
    m_name.edit->setAccessibleName(m_name.label->text());
    m_description.edit->setAccessibleName(m_description.label->text());
    m_roles->setPurpose(tr("Search roles"));
    check();
    showStep(m_wizard->step());
}

void NewGroupPage::read()
{
    using Roles = Result<model::Items<model::Role>>;
    whenDone(store().api().call(api::listRoles), this, [this](const Roles &roles) {
        m_roles->setNote(roles ? QString() : PeopleRuleText::of(roles.error()));
        if (roles)
            m_roles->setChoices(m_picker->choicesOf(roles->items));
    });
}

model::NewGroup NewGroupPage::group() const
{
    return {m_name.edit->text().trimmed(), m_description.edit->text().trimmed(),
            RightsPicker::idsOf<model::RoleId>(m_roles->picked())};
}

void NewGroupPage::check()
{
    const model::NewGroup now = group();
    QList<FieldError> errors;
    for (const auto &violation : rules::check(model::GroupChange{now.name, now.description}))
        errors << FieldError{violation.field, PeopleRuleText::of(violation)};
    m_errors->setErrors(errors);
}

bool NewGroupPage::mayLeave(int step)
{
    if (step == kForm) {
        check();
        return !m_errors->reveal();
    }
    if (!m_roles->picked().isEmpty())
        return true;
    m_wizard->showProblem(tr("Choose at least one role."));
    return false;
}

void NewGroupPage::showStep(int step)
{
    if (step != kConfirm)
        return;
    QStringList roles;
    for (const PickChoice &role : m_roles->pickedChoices())
        roles << role.text;
    const model::NewGroup now = group();
    m_summary->setText(tr("Group: %1\nDescription: %2\nRoles: %3")
                           .arg(now.name, now.description, PeopleText::names(roles)));
}

void NewGroupPage::submit()
{
    m_wizard->setBusy(true);
    m_wizard->showProblem({});
    whenDone(store().api().call(api::createGroup, {}, group()), this,
             [this](const Result<model::GroupSummary> &answer) { finish(answer); });
}

void NewGroupPage::finish(const Result<model::GroupSummary> &answer)
{
    m_wizard->setBusy(false);
    if (answer) {
        discardInput();
        return emit addressRequested(u"groups/"_s + answer->id.toString());
    }
    const QString text = PeopleRuleText::of(answer.error());
    const QString field = answer.error().field;
    if (field == "name"_L1 || field == "description"_L1) {
        m_wizard->goTo(kForm);
        m_errors->refuse({field, text});
        return;
    }
    if (field.startsWith("roles"_L1))
        m_wizard->goTo(kRoles);
    m_wizard->showProblem(text);
}

void NewGroupPage::discardInput()
{
    m_name.edit->clear();
    m_description.edit->clear();
    m_roles->setPicked({});
    m_errors->reset();
    m_wizard->goTo(kForm);
}

void NewGroupPage::hideEvent(QHideEvent *event)
{
    PeoplePage::hideEvent(event);
    if (!event->spontaneous() && !hasUnsavedInput())
        discardInput();
}
