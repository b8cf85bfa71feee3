// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/noaccesspage.h"

#include "app/theme/looks.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

NoAccessPage::NoAccessPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_mail(new QPushButton(this))
    , m_signOut(new QPushButton(this))
{
    setObjectName("noAccessPage"_L1);
    m_title->setObjectName("noAccessLabel"_L1);
    m_mail->setObjectName("mailButton"_L1);
    m_signOut->setObjectName("signOutButton"_L1);
    setType(m_title, LabelType::Title);
    setType(m_text, LabelType::Secondary);
    setKind(m_mail, ButtonKind::Primary);
    for (auto *label : {m_title, m_text})
        label->setTextFormat(Qt::PlainText);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addStretch();
    buttons->addWidget(m_mail);
    buttons->addWidget(m_signOut);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * kGrid);
    layout->addStretch(2);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_mail, &QPushButton::clicked, this, &NoAccessPage::writeMail);
    connect(m_signOut, &QPushButton::clicked, this, &NoAccessPage::signOutRequested);
    retranslate();
}

void NoAccessPage::setPerson(const QString &username, const QString &supportAddress)
{
    m_username = username;
    m_address = supportAddress;
    retranslate();
}

void NoAccessPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NoAccessPage::writeMail()
{
    QUrl mail;
    mail.setScheme(u"mailto"_s);
    mail.setPath(m_address);
    QUrlQuery query;
    query.addQueryItem(u"subject"_s, tr("Access for %1").arg(m_username));
    mail.setQuery(query);
    QDesktopServices::openUrl(mail);
}

void NoAccessPage::retranslate()
{
    m_title->setText(tr("Sorry, you are not authorized to access this page"));
    m_text->setText(
        m_address.isEmpty()
            ? tr("Ask an administrator of the platform for a role for %1.").arg(m_username)
            : tr("Ask an administrator for a role for %1: %2").arg(m_username, m_address));
    m_mail->setText(tr("Write to an administrator"));
    m_mail->setAccessibleName(m_mail->text());
    m_mail->setVisible(!m_address.isEmpty());
    m_signOut->setText(tr("Sign out"));
    m_signOut->setAccessibleName(m_signOut->text());
}
