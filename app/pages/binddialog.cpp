// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/binddialog.h"

#include "app/pages/attemptpane.h"
#include "app/text/errortext.h"
#include "app/text/signintext.h"
#include "app/theme/looks.h"

#include <QVBoxLayout>

BindDialog::BindDialog(client::ApiClient &api, model::Provider provider, QWidget *parent)
    : QDialog(parent)
    , m_attempt(api)
    , m_pane(new AttemptPane)
{
    setObjectName(QStringLiteral("bindDialog"));
    setWindowTitle(tr("Bind an account at %1").arg(SignInText::provider(provider)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->addWidget(m_pane);
    connect(&m_attempt, &ProviderAttempt::begun, this, &BindDialog::showAttempt);
    connect(&m_attempt, &ProviderAttempt::ended, this, &BindDialog::take);
    connect(&m_attempt, &ProviderAttempt::failed, this, [this](const Error &error) {
        fail(error.code == ErrorCode::NotFound ? tr("It took too long. Try again.")
                                               : ErrorText::of(error));
    });
    connect(m_pane, &AttemptPane::cancelled, this, &QDialog::reject);
    connect(this, &QDialog::rejected, &m_attempt, &ProviderAttempt::cancel);
    m_pane->showBeginning(provider);
    m_attempt.begin(provider, ProviderAttempt::Purpose::Bind);
}

void BindDialog::showAttempt(const model::Attempt &attempt)
{
    if (!m_pane->showAttempt(attempt))
        fail(tr("The server sent an address that is not for a browser. Tell support."));
}

void BindDialog::take(const model::AttemptResult &result)
{
    if (result.state != model::AttemptState::Bound)
        return fail(SignInText::failure(result.failure.value_or(model::AttemptFailure::Untrusted),
                                        m_attempt.provider()));
    emit bound();
    accept();
}

void BindDialog::fail(const QString &why)
{
    emit failed(why);
    reject();
}
