// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/sshkeylist.h"
#include "core/base/result.h"

#include <QWidget>

class LiveStore;
class Prompt;
class QLabel;
class QPushButton;
class SshKeyDialog;
class TableView;

// The person's public keys: who has one of them gets into the person's jobs by SSH.
class SshKeysPane : public QWidget
{
    Q_OBJECT

public:
    SshKeysPane(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    void setKeys(const QList<model::SshKey> &keys);
    void retranslate();

signals:
    void changed(); // read the profile again

private:
    void add();
    void finishAdding(SshKeyDialog *dialog, const Result<model::SshKey> &added);
    void askToRemove(const model::SshKey &key);
    void remove(const model::SshKey &key);

    LiveStore &m_store;
    Prompt &m_prompt;
    SystemClock m_clock;
    SshKeyList *m_list;
    TableView *m_table;
    QLabel *m_empty;
    QPushButton *m_add;
};
