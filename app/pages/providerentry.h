// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/providerattempt.h"
#include "app/api/session.h"

#include <QWidget>

class AttemptPane;
class SignUpForm;

// Signing in through a provider: waiting for the browser, then, for somebody who is new here, the
// form that makes the account.
class ProviderEntry : public QWidget
{
    Q_OBJECT

public:
    explicit ProviderEntry(Session &session, QWidget *parent = nullptr);

    void begin(model::Provider provider, Session::Keep keep);
    ProviderAttempt &attempt() { return m_attempt; }

signals:
    // It is over: signed in, or back to where it began with a word about why; empty when the person
    // went back.
    void left(const QString &notice);

private:
    void showPart(QWidget *part);
    void showAttempt(const model::Attempt &attempt);
    void take(const model::AttemptResult &result);
    void complete(const model::SignUp &signUp);
    void finishRegistration(const Result<> &result);
    void leave(const QString &notice = {});

    Session &m_session;
    ProviderAttempt m_attempt;
    AttemptPane *m_pane;
    SignUpForm *m_form;
    Session::Keep m_keep = Session::Keep::No;
    QString m_id; // of the attempt that registers
};
