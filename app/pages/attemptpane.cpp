// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/attemptpane.h"

#include "app/text/signintext.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 400;
constexpr int kCodeHeight = 40;

} // namespace

AttemptPane::AttemptPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_code(new QLabel)
    , m_codeNote(new QLabel)
    , m_wait(new QLabel)
    , m_again(new QPushButton)
    , m_cancel(new QPushButton)
{
    setObjectName(u"attemptPane"_s);
    m_code->setObjectName(u"codeLabel"_s);
    m_wait->setObjectName(u"waitLabel"_s);
    m_again->setObjectName(u"againButton"_s);
    m_cancel->setObjectName(u"cancelAttemptButton"_s);
    arrange();
    connect(m_again, &QPushButton::clicked, this, &AttemptPane::openBrowser);
    connect(m_cancel, &QPushButton::clicked, this, &AttemptPane::cancelled);
    retranslate();
}

void AttemptPane::arrange()
{
    setFixedWidth(kWidth);
    setType(m_title, LabelType::Title);
    setType(m_text, LabelType::Secondary);
    setType(m_code, LabelType::Figure);
    setType(m_codeNote, LabelType::Help);
    setType(m_wait, LabelType::Secondary);
    setKind(m_again, ButtonKind::Link);
    m_again->setIcon(icon(Icon::External, Tone::Accent));
    for (QLabel *label : {m_text, m_code, m_codeNote, m_wait})
        label->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_code->setMinimumHeight(kCodeHeight);
    m_code->setAlignment(Qt::AlignCenter);
    m_codeNote->setAlignment(Qt::AlignCenter);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *card = new QFrame;
    card->setProperty("look", u"card"_s);
    auto *code = new QVBoxLayout(card);
    code->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    code->addWidget(m_code);
    code->addWidget(m_codeNote);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(card);
    layout->addWidget(m_wait);
    layout->addLayout(buttons);
}

void AttemptPane::showBeginning(model::Provider provider)
{
    m_provider = provider;
    m_attempt = {};
    retranslate();
    m_cancel->setFocus();
}

bool AttemptPane::showAttempt(const model::Attempt &attempt)
{
    const QUrl url(attempt.url, QUrl::StrictMode);
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return false;
    m_attempt = attempt;
    retranslate();
    openBrowser();
    return true;
}

void AttemptPane::openBrowser()
{
    QDesktopServices::openUrl(QUrl(m_attempt.url, QUrl::StrictMode));
}

void AttemptPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AttemptPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QWidget::keyPressEvent(event);
}

void AttemptPane::retranslate()
{
    const QString provider = SignInText::provider(m_provider);
    const bool hasBegun = !m_attempt.id.isEmpty();
    m_title->setText(tr("Go on in your browser"));
    m_text->setText(tr("%1 asks you there who you are. At the end compare the code: agree only "
                       "when the browser shows the same one.")
                        .arg(provider));
    m_text->setMinimumHeight(m_text->heightForWidth(kWidth)); // not that of a narrow column
    m_code->setText(hasBegun ? m_attempt.code : u"–"_s);
    m_code->setAccessibleName(m_code->text());
    m_codeNote->setText(tr("Your code"));
    m_wait->setText(hasBegun ? tr("Waiting for %1…").arg(provider)
                             : tr("Asking the server for a way to %1…").arg(provider));
    m_again->setText(tr("Open the browser again"));
    m_again->setAccessibleName(m_again->text());
    m_again->setEnabled(hasBegun);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(m_cancel->text());
}
