// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/providerentry.h"

#include "app/pages/attemptpane.h"
#include "app/pages/signupform.h"
#include "app/text/errortext.h"
#include "app/text/signintext.h"
#include "core/base/async.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ProviderEntry::ProviderEntry(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_attempt(session.api())
    , m_pane(new AttemptPane)
    , m_form(new SignUpForm)
{
    setObjectName(u"providerEntry"_s);
    m_form->setObjectName(u"registrationForm"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pane);
    layout->addWidget(m_form);
    showPart(m_pane);
    connect(&m_attempt, &ProviderAttempt::begun, this, &ProviderEntry::showAttempt);
    connect(&m_attempt, &ProviderAttempt::ended, this, &ProviderEntry::take);
    connect(&m_attempt, &ProviderAttempt::failed, this, [this](const Error &error) {
        leave(error.code == ErrorCode::NotFound ? tr("It took too long. Try again.")
                                                : ErrorText::of(error));
    });
    connect(m_pane, &AttemptPane::cancelled, this, [this] { leave(); });
    connect(m_form, &SignUpForm::left, this, [this] { leave(); });
    connect(m_form, &SignUpForm::submitted, this, &ProviderEntry::complete);
}

void ProviderEntry::begin(model::Provider provider, Session::Keep keep)
{
    m_keep = keep;
    showPart(m_pane);
    m_pane->showBeginning(provider);
    m_attempt.begin(provider, ProviderAttempt::Purpose::SignIn);
}

void ProviderEntry::showPart(QWidget *part)
{
    m_pane->hide();
    m_form->hide();
    part->show();
}

void ProviderEntry::showAttempt(const model::Attempt &attempt)
{
    if (!m_pane->showAttempt(attempt))
        leave(tr("The server sent an address that is not for a browser. Tell support."));
}

void ProviderEntry::take(const model::AttemptResult &result)
{
    switch (result.state) {
    case model::AttemptState::SignedIn:
        if (result.session)
            m_session.enter(*result.session, m_keep);
        return leave();
    case model::AttemptState::NeedsRegistration:
        m_id = m_attempt.attempt().id;
        showPart(m_form);
        return m_form->beginFor(m_attempt.provider(), result.suggestedNickname);
    case model::AttemptState::Failed:
    case model::AttemptState::Bound: // never of an attempt that signs in
    case model::AttemptState::Pending:
        return leave(SignInText::failure(result.failure.value_or(model::AttemptFailure::Untrusted),
                                         m_attempt.provider()));
    }
}

void ProviderEntry::complete(const model::SignUp &signUp)
{
    const model::Registration who{signUp.username, signUp.nickname, signUp.password, m_id,
                                  m_attempt.secret()};
    whenDone(m_session.registerIdentity(who, m_keep), this,
             [this](const Result<> &result) { finishRegistration(result); });
}

void ProviderEntry::finishRegistration(const Result<> &result)
{
    if (result)
        return leave();
    if (result.error().code == ErrorCode::NotFound)
        return leave(tr("It took too long. Try again."));
    m_form->refuse(result.error());
}

void ProviderEntry::leave(const QString &notice)
{
    m_attempt.cancel();
    emit left(notice);
}
