// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/noaccesspage.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

NoAccessPage::NoAccessPage(QWidget *parent)
    : MessagePage(parent)
{
    setObjectName("noAccessPage"_L1);
    titleLabel().setObjectName("noAccessLabel"_L1);
    mainButton().setObjectName("mailButton"_L1);
    signOutButton().setObjectName("signOutButton"_L1);
    connect(&mainButton(), &QPushButton::clicked, this, &NoAccessPage::writeMail);
    NoAccessPage::retranslate();
}

void NoAccessPage::setPerson(const QString &username, const QString &supportAddress)
{
    m_username = username;
    m_address = supportAddress;
    retranslate();
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
    titleLabel().setText(tr("Sorry, you are not authorized to access this page"));
    textLabel().setText(
        m_address.isEmpty()
            ? tr("Ask an administrator of the platform for a role for %1.").arg(m_username)
            : tr("Ask an administrator for a role for %1: %2").arg(m_username, m_address));
    mainButton().setText(tr("Write to an administrator"));
    mainButton().setVisible(!m_address.isEmpty());
    MessagePage::retranslate();
}
