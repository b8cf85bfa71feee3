// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/serverdialog.h"

#include <QObject>

class Prompt;
class QComboBox;
class QPushButton;
class ServerProfiles;

// The choice of a server among the kept ones, and the dialog in which one is added or edited.
class ServerChooser : public QObject
{
    Q_OBJECT

public:
    ServerChooser(QComboBox *choices, QPushButton *edit, ServerProfiles &servers, Prompt &prompt);

    // The servers as they are now, in the language of now.
    void show();

signals:
    void changed(); // another server is the current one, or it is another than before

private:
    void follow(int index);
    void edit(const ServerDialog::Value &value, const QString &before);
    void save(const ServerDialog::Value &value, const QString &before);

    QComboBox *m_choices;
    ServerProfiles &m_servers;
    Prompt &m_prompt;
};
