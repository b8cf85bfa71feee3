// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/sshkeyspane.h"

#include "app/api/livestore.h"
#include "app/dialogs/prompt.h"
#include "app/dialogs/sshkeydialog.h"
#include "app/pages/lowtable.h"
#include "app/text/errortext.h"
#include "app/theme/looks.h"
#include "app/widgets/tableview.h"
#include "app/widgets/toast.h"
#include "core/api/profile.h"
#include "core/client/apiclient.h"
#include "core/rules/sshkeyrules.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

SshKeysPane::SshKeysPane(LiveStore &store, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_prompt(prompt)
    , m_list(new SshKeyList(m_clock, this))
    , m_table(new TableView(u"sshKeysTable"_s))
    , m_empty(new QLabel)
    , m_add(new QPushButton)
{
    m_table->setModel(m_list);
    m_table->setDefaultWidths({150, 112, 0, 88});
    m_table->setStretchColumn(SshKeyList::FingerprintColumn);
    m_table->makeSortable();
    m_table->setRowActions([](const QModelIndexList &rows) {
        RowAction remove;
        remove.id = u"delete"_s;
        remove.text = tr("Delete key");
        remove.icon = Icon::Trash;
        remove.dangerous = true;
        return rows.size() == 1 ? QList<RowAction>{remove} : QList<RowAction>();
    });
    m_empty->setObjectName(u"noKeysLabel"_s);
    m_empty->setWordWrap(true);
    setType(m_empty, LabelType::Secondary);
    m_add->setObjectName(u"addKeyButton"_s);
    m_add->setIcon(icon(Icon::Plus));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addWidget(m_empty);
    layout->addWidget(m_table);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &SshKeysPane::add);
    connect(m_table, &TableView::actionTriggered, this,
            [this](const QString &, const QModelIndexList &rows) {
                askToRemove(m_list->at(rows.first().row()));
            });
    setKeys({});
    retranslate();
}

void SshKeysPane::setKeys(const QList<model::SshKey> &keys)
{
    m_list->setRows(keys);
    fitHeight(*m_table);
    m_table->setVisible(!keys.isEmpty());
    m_empty->setVisible(keys.isEmpty());
    m_add->setEnabled(keys.size() < rules::kMostSshKeys);
}

void SshKeysPane::retranslate()
{
    m_empty->setText(
        tr("You have no key here yet. With one you get into your jobs by SSH without a "
           "password."));
    m_add->setText(tr("Add key…"));
    m_add->setAccessibleName(m_add->text());
    m_table->setAccessibleName(tr("SSH keys"));
    m_list->retranslate();
}

void SshKeysPane::add()
{
    auto *dialog = new SshKeyDialog(m_prompt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SshKeyDialog::submitted, this, [this, dialog](const QString &line) {
        whenDone(
            m_store.api().call(api::addSshKey, {}, {line}), dialog,
            [this, dialog](const Result<model::SshKey> &added) { finishAdding(dialog, added); });
    });
    dialog->open();
}

void SshKeysPane::finishAdding(SshKeyDialog *dialog, const Result<model::SshKey> &added)
{
    if (!added) {
        const bool isThere = added.error().code == ErrorCode::Conflict;
        return dialog->showProblem(isThere ? tr("You have this key already.")
                                           : ErrorText::of(added.error()));
    }
    dialog->accept();
    emit changed();
}

void SshKeysPane::askToRemove(const model::SshKey &key)
{
    const QString name = key.name.isEmpty() ? key.fingerprint : key.name;
    whenDone(
        m_prompt.confirm({tr("Delete the key %1?").arg(name),
                          tr("It no longer opens jobs that start from now on."), tr("Delete key")}),
        this, [this, key](bool confirmed) {
            if (confirmed)
                remove(key);
        });
}

void SshKeysPane::remove(const model::SshKey &key)
{
    whenDone(m_store.api().call(api::removeSshKey, {key.id}), this,
             [this](const Result<model::Nothing> &removed) {
                 if (!removed)
                     Toast::say(this, ErrorText::of(removed.error()));
                 emit changed();
             });
}
