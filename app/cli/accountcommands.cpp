// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/command.h"
#include "core/api/accounts.h"
#include "core/rules/accountrules.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QString> readPassword(const Call &call, const QString &option, const QString &question)
{
    if (!call.has(option))
        return call.terminal.askSecret(question);
    QFile file(call.value(option));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::InvalidInput,
                     u"%1: %2: %3"_s.arg(option, file.fileName(), file.errorString()), option};
    }
    QByteArray text = file.readLine();
    if (text.endsWith('\n'))
        text.chop(1);
    return QString::fromUtf8(text);
}

Result<int> login(const Call &call)
{
    if (!call.has(u"user"_s))
        return Error{ErrorCode::InvalidInput, u"user: who signs in?"_s, u"user"_s};
    const QString server = call.api.server().toString();
    TRY_ASSIGN(const QString password,
               readPassword(call, u"password-file"_s,
                            u"Password of %1 at %2: "_s.arg(call.value(u"user"_s), server)));
    const auto session = await(call.api.call(api::signIn, {}, {call.value(u"user"_s), password}));
    if (!session && session.error().code == ErrorCode::Unauthenticated) {
        call.terminal.say(u"berthctl: "_s % session.error().detail);
        return exitstatus::kNotSignedIn;
    }
    if (!session)
        return session.error();
    TRY_ASSIGN(const QString place, call.tokens.keep(server, session->token));
    call.terminal.say(u"Signed in to %1 as %2; the session is kept in %3."_s.arg(
        server, session->account.username, place));
    if (session->account.mustChangePassword)
        call.terminal.say(u"This is still the first password: change it with berthctl passwd."_s);
    return exitstatus::kDone;
}

Result<int> logout(const Call &call)
{
    const auto ended = await(call.api.call(api::signOut));
    TRY_VOID(call.tokens.forget(call.api.server().toString()));
    if (!ended && ended.error().code != ErrorCode::Unauthenticated)
        return ended.error();
    call.terminal.say(u"Signed out of %1."_s.arg(call.api.server().toString()));
    return exitstatus::kDone;
}

Result<int> changePassword(const Call &call)
{
    TRY_ASSIGN(const auto account, await(call.api.call(api::getAccount)));
    model::PasswordChange change;
    TRY_ASSIGN(change.currentPassword,
               readPassword(call, u"current-password-file"_s, u"Current password: "_s));
    TRY_ASSIGN(change.newPassword, readPassword(call, u"new-password-file"_s, u"New password: "_s));
    if (const auto broken = rules::checkPassword(change.newPassword, account.username))
        return rules::error(*broken, u"password"_s);
    if (!call.has(u"new-password-file"_s)) {
        TRY_ASSIGN(const QString again, call.terminal.askSecret(u"New password again: "_s));
        if (again != change.newPassword) {
            return Error{ErrorCode::InvalidInput, u"password: the two are not the same"_s,
                         u"password"_s};
        }
    }
    TRY_VOID(await(call.api.call(api::changePassword, {}, change)));
    call.terminal.say(u"The password is changed; other sessions have ended."_s);
    return exitstatus::kDone;
}

} // namespace

QList<Command> accountCommands()
{
    return {
        {u"login"_s,
         u"Sign in and keep the session"_s,
         {},
         {{u"user"_s, u"The user's name."_s, u"NAME"_s},
          {u"password-file"_s, u"Read the password from the first line of a file."_s, u"FILE"_s}},
         Command::Session::NotNeeded,
         login},
        {u"logout"_s, u"End the session and forget it"_s, {}, {}, Command::Session::Needed, logout},
        {u"passwd"_s,
         u"Change your password"_s,
         {},
         {{u"current-password-file"_s, u"Read the current password from a file."_s, u"FILE"_s},
          {u"new-password-file"_s, u"Read the new password from a file."_s, u"FILE"_s}},
         Command::Session::Needed,
         changePassword},
    };
}
