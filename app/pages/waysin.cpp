// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/waysin.h"

#include "app/text/errortext.h"
#include "app/text/signintext.h"
#include "app/theme/looks.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kPause = 10s; // before a server that did not answer is asked again

} // namespace

WaysIn::WaysIn(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_providers(new QWidget)
    , m_buttons(new QHBoxLayout(m_providers))
    , m_question(new QLabel)
    , m_signUp(new QPushButton)
{
    m_signUp->setObjectName(u"signUpLinkButton"_s);
    setType(m_question, LabelType::Secondary);
    setKind(m_signUp, ButtonKind::Link);
    m_buttons->setContentsMargins({});
    m_buttons->setSpacing(kGrid);
    auto *line = new QHBoxLayout;
    line->setSpacing(kGrid / 2);
    line->addWidget(m_question);
    line->addWidget(m_signUp);
    line->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addWidget(m_providers);
    layout->addLayout(line);
    connect(m_signUp, &QPushButton::clicked, this, &WaysIn::signUpRequested);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (parentWidget()->isVisible() && isEnabled() && !m_session.isOpen())
            ask(m_server);
    });
    showOptions();
}

void WaysIn::ask(const ServerProfile &server)
{
    if (server.url != m_server.url)
        take({});
    m_server = server;
    m_again.stop();
    whenDone(m_session.askOptions(server), this,
             [this, asked = ++m_asked](const Result<model::SignInOptions> &options) {
                 if (asked != m_asked)
                     return;
                 take(options ? *options : model::SignInOptions{});
                 if (!options && ErrorText::mayPass(options.error().code))
                     m_again.start(kPause);
             });
}

void WaysIn::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showOptions();
    QWidget::changeEvent(event);
}

void WaysIn::take(const model::SignInOptions &options)
{
    if (m_options == options)
        return;
    m_options = options;
    showOptions();
    emit optionsChanged();
}

void WaysIn::showOptions()
{
    qDeleteAll(m_providers->findChildren<QPushButton *>());
    for (const model::Provider provider : std::as_const(m_options.providers)) {
        auto *button = new QPushButton(tr("Sign in with %1").arg(SignInText::provider(provider)));
        setNames(button, json::nameOf(provider) + u"Button"_s, button->text());
        m_buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, provider] { emit providerChosen(provider); });
    }
    m_providers->setVisible(!m_options.providers.isEmpty());
    m_question->setText(tr("No account here yet?"));
    m_signUp->setText(tr("Sign up"));
    m_signUp->setAccessibleName(m_signUp->text());
    m_question->setVisible(m_options.signUpOpen);
    m_signUp->setVisible(m_options.signUpOpen);
    setVisible(m_options.signUpOpen || !m_options.providers.isEmpty());
}
