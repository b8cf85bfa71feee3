// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/serverchooser.h"

#include "app/api/serverprofiles.h"
#include "app/dialogs/prompt.h"

#include <QComboBox>
#include <QPushButton>

ServerChooser::ServerChooser(QComboBox *choices, QPushButton *edit, ServerProfiles &servers,
                             Prompt &prompt)
    : QObject(choices)
    , m_choices(choices)
    , m_servers(servers)
    , m_prompt(prompt)
{
    connect(choices, &QComboBox::activated, this, &ServerChooser::follow);
    connect(edit, &QPushButton::clicked, this, [this] {
        const ServerProfile &server = m_servers.current();
        this->edit({server.name, server.url.toString(), server.authorityFile}, server.name);
    });
}

void ServerChooser::show()
{
    m_choices->clear();
    for (const auto &server : m_servers.all())
        m_choices->addItem(server.name);
    m_choices->insertSeparator(m_choices->count());
    m_choices->addItem(tr("Add a server…"));
    m_choices->setCurrentText(m_servers.current().name);
    m_choices->setToolTip(m_servers.current().url.toString());
}

void ServerChooser::follow(int index)
{
    if (index < m_servers.all().size()) {
        m_servers.choose(m_servers.all().at(index).name);
        show();
        emit changed();
        return;
    }
    m_choices->setCurrentText(m_servers.current().name);
    edit({}, {});
}

void ServerChooser::edit(const ServerDialog::Value &value, const QString &before)
{
    QStringList others;
    for (const auto &server : m_servers.all()) {
        if (server.name != before)
            others.append(server.name);
    }
    const bool removable = !before.isEmpty() && !others.isEmpty();
    auto *dialog = new ServerDialog(
        value, others, removable ? ServerDialog::Removable::Yes : ServerDialog::Removable::No,
        m_prompt, m_choices->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ServerDialog::saved, this,
            [this, before](const ServerDialog::Value &saved) { save(saved, before); });
    connect(dialog, &ServerDialog::removed, this, [this, before] {
        m_servers.remove(before);
        show();
        emit changed();
    });
    dialog->open();
}

void ServerChooser::save(const ServerDialog::Value &value, const QString &before)
{
    const QString username = before.isEmpty() ? QString() : m_servers.current().username;
    m_servers.save({value.name, QUrl(value.address), username, value.authorityFile});
    if (!before.isEmpty() && before != value.name)
        m_servers.remove(before);
    show();
    emit changed();
}
