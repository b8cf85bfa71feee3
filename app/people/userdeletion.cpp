// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/userdeletion.h"

#include "app/api/livestore.h"
#include "app/dialogs/prompt.h"
#include "app/people/answers.h"
#include "app/people/readall.h"
#include "app/people/userjobs.h"
#include "app/text/peopleruletext.h"
#include "app/text/peopletext.h"
#include "app/widgets/toast.h"
#include "core/api/people.h"

using rules::PeopleRefusal;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostNames = 5;

} // namespace

UserDeletion::UserDeletion(LiveStore &store, Prompt &prompt, QWidget *over)
    : QObject(over)
    , m_store(store)
    , m_prompt(prompt)
    , m_over(over)
{ }

// What they have and what they run is asked of the server first.
void UserDeletion::ask(const QList<model::UserSummary> &users)
{
    QList<QFuture<Result<model::User>>> answers;
    for (const model::UserSummary &user : users)
        answers << m_store.api().call(api::getUser, {user.id.toString()});
    whenAll(answers, this, [this](const QList<Result<model::User>> &whole) { sort(whole); });
}

void UserDeletion::sort(const QList<Result<model::User>> &users)
{
    QList<model::User> going;
    QList<Stay> staying;
    for (const Result<model::User> &user : users) {
        if (!user)
            return fail(PeopleRuleText::of(user.error()));
        const auto refusal = rules::refusalOf(rules::UserAction::Delete, m_store.account(), *user);
        if (refusal)
            staying << Stay{*user, *refusal};
        else
            going << *user;
    }
    if (!going.isEmpty())
        confirm(going, staying);
    else if (!staying.isEmpty())
        explain(staying.first());
}

void UserDeletion::explain(const Stay &stay)
{
    if (stay.refusal != PeopleRefusal::ActiveJobs)
        return fail(PeopleRuleText::refusal(stay.refusal));
    readActiveJobs(m_store, stay.user.summary.id, this,
                   [this, user = stay.user](const Result<QList<model::JobSummary>> &jobs) {
                       tellJobs(user, jobs ? *jobs : QList<model::JobSummary>());
                   });
}

void UserDeletion::tellJobs(const model::User &user, const QList<model::JobSummary> &jobs)
{
    const int count = std::max(user.activeJobs, int(jobs.size()));
    const QString which = jobs.isEmpty()
                              ? tr("%n jobs are active.", nullptr, count)
                              : tr("%n jobs are active: %1.", nullptr, count).arg(namesOf(jobs));
    const Question question{tr("%1 cannot be deleted now").arg(user.summary.username),
                            which + u' ' + tr("Wait until they end, or kill them."),
                            tr("View jobs"), false};
    whenDone(m_prompt.confirm(question), this,
             [this](bool yes) { yes ? emit addressRequested(u"jobs"_s) : void(); });
}

QString UserDeletion::namesOf(const QList<model::JobSummary> &jobs)
{
    QStringList names;
    for (const model::JobSummary &job : jobs.first(std::min(jobs.size(), kMostNames)))
        names << job.name;
    const QString joined = PeopleText::names(names);
    const auto more = jobs.size() - names.size();
    return more > 0 ? tr("%1 and %n more", nullptr, int(more)).arg(joined) : joined;
}

QString UserDeletion::lossOf(const QList<model::User> &users)
{
    int roles = 0;
    int groups = 0;
    int vcs = 0;
    for (const model::User &user : users) {
        roles += int(user.summary.roles.size());
        groups += int(user.summary.groups.size());
        vcs += int(user.vcs.size());
    }
    QStringList parts{tr("%n accounts", nullptr, int(users.size()))};
    if (roles > 0)
        parts << tr("%n roles given to them", nullptr, roles);
    if (groups > 0)
        parts << tr("%n memberships in groups", nullptr, groups);
    if (vcs > 0)
        parts << tr("%n virtual clusters given to them", nullptr, vcs);
    return tr("Lost for good: %1. Files and the history of ended jobs stay.")
        .arg(PeopleText::names(parts));
}

void UserDeletion::confirm(const QList<model::User> &going, const QList<Stay> &staying)
{
    QString text = lossOf(going);
    for (const Stay &stay : staying) {
        //: A person and why this person is not deleted
        text += u'\n'
                + tr("%1 stays: %2")
                      .arg(stay.user.summary.username, PeopleRuleText::refusal(stay.refusal));
    }
    const QString title = going.size() == 1 ? tr("Delete %1?").arg(going.first().summary.username)
                                            : tr("Delete %n users?", nullptr, int(going.size()));
    const QString verb = going.size() == 1 ? tr("Delete user") : tr("Delete users");
    whenDone(m_prompt.confirm({title, text, verb}), this,
             [this, going](bool yes) { yes ? erase(going) : void(); });
}

void UserDeletion::erase(const QList<model::User> &users)
{
    QList<QFuture<Result<model::Nothing>>> answers;
    for (const model::User &user : users)
        answers << m_store.api().call(api::deleteUser, {user.summary.id.toString()});
    whenAll(answers, this, [this, users](const QList<Result<model::Nothing>> &done) {
        QList<model::UserId> gone;
        for (qsizetype i = 0; i < users.size(); ++i) {
            if (done[i])
                gone << users[i].summary.id;
            else
                fail(u"%1: %2"_s.arg(users[i].summary.username,
                                     PeopleRuleText::of(done[i].error())));
        }
        if (!gone.isEmpty())
            emit deleted(gone);
    });
}

void UserDeletion::fail(const QString &text) const
{
    Toast::say(m_over, text);
}
