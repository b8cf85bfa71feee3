// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/registryfields.h"

#include "ui_jobform.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kPassword = "registry.password"_L1;

} // namespace

RegistryFields::RegistryFields(Ui::JobForm &ui, QObject *parent)
    : QObject(parent)
    , m_ui(ui)
{ }

std::optional<model::RegistryLogin> RegistryFields::read() const
{
    model::RegistryLogin login{m_ui.registryEdit->text().trimmed(), m_ui.registryUserEdit->text(),
                               m_ui.registryPasswordEdit->text()};
    if (login == model::RegistryLogin())
        return std::nullopt;
    if (isAsWritten())
        login.passwordFrom = m_written.passwordFrom;
    return login;
}

void RegistryFields::write(const std::optional<model::RegistryLogin> &login, PasswordGap gap)
{
    m_written = login.value_or(model::RegistryLogin());
    m_gap = login ? gap : PasswordGap::None;
    m_ui.registryEdit->setText(m_written.registry);
    m_ui.registryUserEdit->setText(m_written.username);
    m_ui.registryPasswordEdit->setText(m_written.password);
}

void RegistryFields::refuse(const QString &field)
{
    if (field != kPassword || !m_written.passwordFrom)
        return;
    m_written.passwordFrom.reset();
    m_gap = PasswordGap::Gone;
    show();
}

QString RegistryFields::said(const QString &field, const QString &text) const
{
    const QString why = field == kPassword ? question() : QString();
    return why.isEmpty() ? text : why;
}

QString RegistryFields::question() const
{
    if (!isAsWritten() || m_written.passwordFrom)
        return {};
    switch (m_gap) {
    case PasswordGap::None:
        return {};
    case PasswordGap::JobEnded:
        return tr("The password was deleted when that job ended. Type it again.");
    case PasswordGap::OthersJob:
        return tr("Nobody gets the password of somebody else's job. Type yours.");
    case PasswordGap::File:
        return tr("No file holds a password. Type it.");
    case PasswordGap::Template:
        return tr("The template was saved without the password. Type it.");
    case PasswordGap::Gone:
        return tr("The password is not kept any more. Type it again.");
    }
    Q_UNREACHABLE();
}

void RegistryFields::show()
{
    const QString why = question();
    m_ui.registryHelpLabel->setText(
        why.isEmpty()
            ? tr("For images that need a sign-in. Address, username and password, or none of them.")
            : why);
    m_ui.registryPasswordEdit->setPlaceholderText(
        isAsWritten() && m_written.passwordFrom ? tr("Kept; type to replace it") : tr("Password"));
}

bool RegistryFields::isAsWritten() const
{
    return m_ui.registryPasswordEdit->text().isEmpty()
           && m_ui.registryEdit->text().trimmed() == m_written.registry
           && m_ui.registryUserEdit->text() == m_written.username;
}
