// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/newuserspage.h"

#include "app/api/livestore.h"
#include "app/people/newuserrows.h"
#include "app/people/passworddisplay.h"
#include "app/people/rightspicker.h"
#include "app/people/wizard.h"
#include "app/text/peopleruletext.h"
#include "app/text/peopletext.h"
#include "app/theme/looks.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

NewUsersPage::NewUsersPage(LiveStore &store, QWidget *parent)
    : PeoplePage(store, parent)
    , m_stack(new QStackedWidget)
    , m_wizard(new Wizard)
    , m_rows(new NewUserRows)
    , m_roles(new PickList)
    , m_summary(new QLabel)
    , m_picker(new RightsPicker(store, this))
    , m_resultTitle(new QLabel)
    , m_passwords(new PasswordDisplay)
    , m_done(new QPushButton)
{
    m_summary->setObjectName(u"summaryLabel"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_roles->setMaximumWidth(640);
    m_wizard->setSteps({m_rows, m_roles, m_summary});
    m_wizard->setCheck([this](int step) { return mayLeave(step); });
    m_stack->addWidget(m_wizard);
    m_stack->addWidget(makeResult());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, 2 * kGrid);
    layout->addWidget(m_stack);
    setFocusProxy(m_wizard);
    connect(m_wizard, &Wizard::stepShown, this, &NewUsersPage::showStep);
    connect(m_wizard, &Wizard::submitted, this, &NewUsersPage::submit);
    connect(m_wizard, &Wizard::cancelled, this, &NewUsersPage::back);
    connect(m_rows, &NewUserRows::confirmed, m_wizard, &Wizard::next);
    connect(m_roles, &PickList::confirmed, m_wizard, &Wizard::next);
    connect(m_roles, &PickList::pickedChanged, this, [this] { m_wizard->showProblem({}); });
    connect(m_done, &QPushButton::clicked, this, &NewUsersPage::back);
    retranslate();
}

QWidget *NewUsersPage::makeResult()
{
    auto *result = new QWidget;
    setType(m_resultTitle, LabelType::Title);
    setKind(m_done, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_done);
    auto *layout = new QVBoxLayout(result);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_resultTitle);
    layout->addWidget(m_passwords, 1);
    layout->addLayout(buttons);
    return result;
}

QString NewUsersPage::title() const
{
    return tr("Create User");
}

void NewUsersPage::open(const QStringList &)
{
    if (m_wizard->step() == kPeople)
        m_rows->setFocus();
}

bool NewUsersPage::hasUnsavedInput() const
{
    if (m_stack->currentIndex() == kPasswords)
        return !m_passwords->isKept();
    return !m_rows->isPristine() || !m_roles->picked().isEmpty();
}

Question NewUsersPage::leavingQuestion() const
{
    if (m_stack->currentIndex() == kPasswords)
        return {tr("Leave without the passwords?"),
                tr("They are not shown again, and were neither copied nor saved."), tr("Leave")};
    return {tr("Discard the new users?"),
            tr("%n users that you have filled in are lost.", nullptr, int(m_rows->users().size())),
            tr("Discard")};
}

void NewUsersPage::retranslate()
{
    m_wizard->setWords(tr("Create User"), {tr("User information"), tr("Roles"), tr("Confirm")},
                       tr("Create users"));
    m_roles->setPurpose(tr("Search roles"));
    m_rows->retranslate();
    //: The people that were just made
    m_resultTitle->setText(tr("The users are there"));
    m_done->setText(tr("Done"));
    setNames(m_done, u"doneButton"_s, m_done->text());
    showStep(m_wizard->step());
}

void NewUsersPage::read()
{
    using Roles = Result<model::Items<model::Role>>;
    whenDone(store().api().call(api::listRoles), this, [this](const Roles &roles) {
        m_roles->setNote(roles ? QString() : PeopleRuleText::of(roles.error()));
        if (roles)
            m_roles->setChoices(m_picker->choicesOf(roles->items));
    });
}

bool NewUsersPage::mayLeave(int step)
{
    if (step == kPeople)
        return !m_rows->reveal();
    if (!m_roles->picked().isEmpty())
        return true;
    m_wizard->showProblem(tr("Choose at least one role."));
    return false;
}

void NewUsersPage::showStep(int step)
{
    if (step != kConfirm)
        return;
    QStringList roles;
    for (const PickChoice &role : m_roles->pickedChoices())
        roles << role.text;
    const QList<model::NewUser> users = m_rows->users();
    QStringList lines{tr("%n users, each with the roles: %1.", nullptr, int(users.size()))
                          .arg(PeopleText::names(roles)),
                      {}};
    for (const model::NewUser &user : users) {
        QStringList facts{user.username, user.nickname, user.phone, user.email, user.note};
        facts.removeAll(QString());
        lines << facts.join(u" · "_s);
    }
    lines << QString() << tr("Berth makes a password for each and shows it once.");
    m_summary->setText(lines.join(u'\n'));
}

void NewUsersPage::submit()
{
    m_wizard->setBusy(true);
    m_wizard->showProblem({});
    const model::NewUsers users{m_rows->users(),
                                RightsPicker::idsOf<model::RoleId>(m_roles->picked())};
    whenDone(store().api().call(api::createUsers, {}, users), this,
             [this](const Result<model::Items<model::NewPassword>> &answer) { finish(answer); });
}

// Nobody was made when one of them could not be: the person is led to what is wrong.
void NewUsersPage::finish(const Result<model::Items<model::NewPassword>> &answer)
{
    m_wizard->setBusy(false);
    if (answer) {
        m_passwords->setPasswords(answer->items);
        m_stack->setCurrentIndex(kPasswords);
        setFocusProxy(m_done);
        setFocus();
        return;
    }
    const Error &error = answer.error();
    const QString text = PeopleRuleText::of(error);
    if (error.field.startsWith("users["_L1)) {
        m_wizard->goTo(kPeople);
        if (m_rows->refuse(error.field, text))
            return m_wizard->showProblem(tr("No user was created."));
    } else if (error.field.startsWith("roles"_L1)) {
        m_wizard->goTo(kRoles);
    }
    m_wizard->showProblem(text);
}

// Passwords are forgotten, and the next one begins with an empty form.
void NewUsersPage::discardInput()
{
    m_passwords->setPasswords({});
    m_rows->clear();
    m_roles->setPicked({});
    m_wizard->goTo(kPeople);
    m_stack->setCurrentIndex(kInformation);
    setFocusProxy(m_wizard);
}

void NewUsersPage::back()
{
    emit addressRequested(u"users"_s);
}

void NewUsersPage::hideEvent(QHideEvent *event)
{
    PeoplePage::hideEvent(event);
    if (!event->spontaneous() && !hasUnsavedInput())
        discardInput();
}
