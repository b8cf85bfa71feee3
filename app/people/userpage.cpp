// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/userpage.h"

#include "app/api/livestore.h"
#include "app/people/detailhead.h"
#include "app/people/usercommands.h"
#include "app/people/userjobs.h"
#include "app/people/userrights.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/text/peopleruletext.h"
#include "app/theme/looks.h"
#include "app/widgets/actionbuttons.h"
#include "app/widgets/pagestates.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

#include <QHBoxLayout>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

UserPage::UserPage(LiveStore &store, Prompt &prompt, QWidget *parent)
    : PeoplePage(store, parent)
    , m_commands(new UserCommands(store, prompt, this))
    , m_states(new PageStates)
    , m_head(new DetailHead)
    , m_facts(new FactsEditor)
    , m_rights(new UserRights)
{
    auto *columns = new QWidget;
    auto *line = new QHBoxLayout(columns);
    line->setContentsMargins({});
    line->setSpacing(6 * kGrid);
    line->addWidget(m_facts, 1, Qt::AlignTop);
    line->addWidget(m_rights, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(columns);
    for (QWidget *widget : {scroll->viewport(), columns})
        widget->setAutoFillBackground(false);
    m_states->setContent(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, 2 * kGrid);
    layout->setSpacing(3 * kGrid);
    layout->addWidget(m_head);
    layout->addWidget(m_states, 1);
    m_facts->setCheck([this](const FactsEditor::Values &values) { return check(values); });
    connect(m_head, &DetailHead::backRequested, this,
            [this] { emit addressRequested(u"users"_s); });
    connect(&m_head->actions(), &ActionButtons::triggered, this, &UserPage::act);
    connect(m_rights, &UserRights::actionRequested, this, &UserPage::act);
    connect(m_facts, &FactsEditor::saveRequested, this, &UserPage::save);
    connect(m_commands, &UserCommands::changed, this, &PeoplePage::refresh);
    connect(m_commands, &UserCommands::addressRequested, this, &Page::addressRequested);
    connect(m_commands, &UserCommands::deleted, this, [this] {
        discardInput();
        emit addressRequested(u"users"_s);
    });
    connect(m_states, &PageStates::retryRequested, this, &PeoplePage::refresh);
    connect(m_states, &PageStates::emptyActionRequested, this,
            [this] { emit addressRequested(u"users"_s); });
    retranslate();
}

QString UserPage::title() const
{
    return m_user ? m_user->summary.username : tr("User");
}

void UserPage::open(const QStringList &path)
{
    const model::UserId id = model::UserId::fromString(path.value(0)).value_or(model::UserId());
    if (id != m_id) {
        m_id = id;
        m_user.reset();
        m_facts->finish();
        m_head->setName({});
        m_head->actions().setActions({});
        m_states->showLoading();
        emit titleChanged();
    }
    refresh();
}

bool UserPage::hasUnsavedInput() const
{
    return m_facts->hasUnsavedInput();
}

void UserPage::discardInput()
{
    m_facts->finish();
}

void UserPage::retranslate()
{
    m_head->setBack(tr("Users"));
    m_facts->setFields({{u"nickname"_s, tr("Nickname"), false},
                        {u"phone"_s, tr("Phone"), true},
                        {u"email"_s, tr("Email"), true},
                        {u"note"_s, tr("Note"), true}});
    m_facts->retranslate();
    m_rights->retranslate();
    if (m_user)
        showUser();
}

void UserPage::read()
{
    if (m_id.isEmpty())
        return m_states->showEmpty(tr("There is no such user."), tr("Users"), Icon::Users);
    whenDone(store().api().call(api::getUser, {m_id.toString()}), this,
             [this, asked = m_id](const Result<model::User> &user) {
                 if (asked == m_id)
                     take(user);
             });
    readActiveJobs(store(), m_id, this,
                   [this, asked = m_id](const Result<QList<model::JobSummary>> &jobs) {
                       if (asked == m_id)
                           m_rights->setJobs(jobs ? *jobs : QList<model::JobSummary>());
                   });
}

void UserPage::take(const Result<model::User> &user)
{
    if (!user) {
        if (user.error().code == ErrorCode::NotFound) {
            m_user.reset();
            m_head->actions().setActions({});
            return m_states->showEmpty(tr("There is no such user."), tr("Users"), Icon::Users);
        }
        if (!m_user)
            m_states->showError(tr("The user could not be loaded."), ErrorText::of(user.error()));
        return;
    }
    const bool isFirst = !m_user;
    m_user = *user;
    showUser();
    m_states->showContent();
    if (isFirst)
        emit titleChanged();
}

void UserPage::showUser()
{
    const model::UserSummary &summary = m_user->summary;
    const QString more = summary.disabled
                             //: A nickname, and that the person cannot sign in
                             ? tr("%1 · Disabled").arg(summary.nickname)
                             : summary.nickname;
    m_head->setName(summary.username, more);
    QList<RowAction> actions = m_commands->offers(*m_user);
    actions.removeIf([](const RowAction &action) {
        return action.id == "roles"_L1 || action.id == "groups"_L1 || action.id == "vcs"_L1;
    });
    m_head->actions().setActions(actions);
    m_rights->setUser(*m_user, *m_commands);
    showFacts();
}

void UserPage::showFacts()
{
    const model::UserSummary &summary = m_user->summary;
    const auto exact = [](const QDateTime &at) {
        return at.isValid() ? Format::exact(at) : Format::none();
    };
    m_facts->setValues({{u"nickname"_s, summary.nickname},
                        {u"phone"_s, summary.phone},
                        {u"email"_s, summary.email},
                        {u"note"_s, m_user->note}},
                       {{tr("User Id"), summary.id.toString(), FactList::Look::Copyable},
                        {tr("Username"), summary.username, FactList::Look::Copyable}},
                       {{tr("Status"), summary.disabled ? tr("Disabled") : tr("Active")},
                        {tr("Created"), exact(summary.createdAt)},
                        {tr("Last sign-in"), exact(m_user->signedInAt.value_or(QDateTime()))}});
    m_facts->setWhyNot(m_commands->whyNot(rules::UserAction::Change, *m_user));
}

model::UserChange UserPage::changeOf(const FactsEditor::Values &values) const
{
    return {values.value(u"nickname"_s), values.value(u"phone"_s).trimmed(),
            values.value(u"email"_s).trimmed(), values.value(u"note"_s),
            m_user && m_user->summary.disabled};
}

QList<FieldError> UserPage::check(const FactsEditor::Values &values) const
{
    QList<FieldError> errors;
    for (const rules::PeopleViolation &violation : rules::check(changeOf(values)))
        errors << FieldError{violation.field, PeopleRuleText::of(violation)};
    return errors;
}

void UserPage::save(const FactsEditor::Values &values)
{
    whenDone(store().api().call(api::changeUser, {m_id.toString()}, changeOf(values)), this,
             [this](const Result<model::User> &user) {
                 if (!user)
                     return m_facts->refuse({user.error().field, PeopleRuleText::of(user.error())});
                 m_facts->finish();
                 take(user);
             });
}

void UserPage::act(const QString &action)
{
    if (m_user)
        m_commands->run(action, QList<model::UserSummary>(1, m_user->summary));
}
