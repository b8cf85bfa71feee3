// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/signinmethods.h"

#include "app/api/livestore.h"
#include "app/dialogs/prompt.h"
#include "app/pages/binddialog.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/text/signintext.h"
#include "app/theme/looks.h"
#include "app/widgets/toast.h"
#include "core/api/profile.h"
#include "core/client/apiclient.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

SignInMethods::SignInMethods(LiveStore &store, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_prompt(prompt)
    , m_lines(new QGridLayout)
    , m_problem(new QLabel)
{
    m_problem->setObjectName(u"methodsProblemLabel"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setType(m_problem, LabelType::Error);
    m_problem->hide();
    m_lines->setHorizontalSpacing(2 * kGrid);
    m_lines->setVerticalSpacing(kGrid);
    m_lines->setColumnMinimumWidth(0, 132);
    m_lines->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addLayout(m_lines);
    layout->addWidget(m_problem);
}

void SignInMethods::setMethods(const model::Profile &profile,
                               const QList<model::Provider> &providers)
{
    m_profile = profile;
    m_providers = providers;
    retranslate();
}

void SignInMethods::retranslate()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto *password =
        addLine(0, tr("Password"),
                //: The password is
                m_profile.hasPassword ? tr("Set") : tr("Not set"), tr("Change password…"));
    password->setObjectName(u"passwordButton"_s);
    password->setVisible(m_profile.hasPassword);
    connect(password, &QPushButton::clicked, this, &SignInMethods::passwordChangeRequested);
    int line = 1;
    for (const auto &[provider, name] : json::EnumNames<model::Provider>::table) {
        if (m_providers.contains(provider) || boundAt(provider))
            addProvider(line++, provider);
    }
}

QPushButton *SignInMethods::addLine(int line, const QString &name, const QString &state,
                                    const QString &words)
{
    auto *what = new QLabel(name);
    auto *how = new QLabel(state);
    auto *button = new QPushButton(words);
    setType(what, LabelType::Secondary);
    how->setTextFormat(Qt::PlainText);
    how->setWordWrap(true);
    button->setAccessibleName(words);
    m_lines->addWidget(what, line, 0);
    m_lines->addWidget(how, line, 1);
    m_lines->addWidget(button, line, 2);
    return button;
}

void SignInMethods::addProvider(int line, model::Provider provider)
{
    const model::BoundIdentity *bound = boundAt(provider);
    QString state = tr("Not bound");
    if (bound) {
        const QString since = Format::relative(bound->boundAt, QDateTime::currentDateTimeUtc());
        state = bound->name.isEmpty() ? tr("Bound, %1").arg(since)
                                      : tr("Bound: %1, %2").arg(bound->name, since);
    }
    const QString name = SignInText::provider(provider);
    auto *button =
        addLine(line, tr("%1 account").arg(name), state, bound ? tr("Unbind") : tr("Bind"));
    setNames(button, json::nameOf(provider) + u"BindButton"_s,
             bound ? tr("Unbind %1").arg(name) : tr("Bind %1").arg(name));
    if (bound) {
        button->setEnabled(!isLastWay());
        button->setToolTip(isLastWay() ? tr("It is your only way in. Bind another one first.")
                                       : QString());
        connect(button, &QPushButton::clicked, this,
                [this, provider = provider] { askToUnbind(provider); });
    } else {
        connect(button, &QPushButton::clicked, this,
                [this, provider = provider] { bind(provider); });
    }
}

const model::BoundIdentity *SignInMethods::boundAt(model::Provider provider) const
{
    const auto it =
        std::find_if(m_profile.identities.begin(), m_profile.identities.end(),
                     [provider](const auto &each) { return each.provider == provider; });
    return it == m_profile.identities.end() ? nullptr : &*it;
}

bool SignInMethods::isLastWay() const
{
    return !m_profile.hasPassword && m_profile.identities.size() < 2;
}

void SignInMethods::bind(model::Provider provider)
{
    showProblem({});
    auto *dialog = new BindDialog(m_store.api(), provider, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BindDialog::failed, this, &SignInMethods::showProblem);
    connect(dialog, &BindDialog::bound, this, [this, name = SignInText::provider(provider)] {
        Toast::say(this, tr("Your %1 account is bound.").arg(name));
        emit changed();
    });
    dialog->open();
}

void SignInMethods::askToUnbind(model::Provider provider)
{
    const QString name = SignInText::provider(provider);
    whenDone(m_prompt.confirm({tr("Unbind the %1 account?").arg(name),
                               tr("You can no longer sign in with it."), tr("Unbind")}),
             this, [this, provider](bool confirmed) {
                 if (confirmed)
                     unbind(provider);
             });
}

void SignInMethods::unbind(model::Provider provider)
{
    whenDone(m_store.api().call(api::unbind, {json::nameOf(provider)}), this,
             [this](const Result<model::Nothing> &done) {
                 const bool isLast = !done && done.error().code == ErrorCode::Conflict;
                 showProblem(done     ? QString()
                             : isLast ? tr("It is your only way in. Bind another one first.")
                                      : ErrorText::of(done.error()));
                 emit changed();
             });
}

void SignInMethods::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}
