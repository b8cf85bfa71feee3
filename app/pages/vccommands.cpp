// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/vccommands.h"

#include "app/api/livestore.h"
#include "app/dialogs/deletevcdialog.h"
#include "app/dialogs/vcdialog.h"
#include "app/text/errortext.h"
#include "app/text/vctext.h"
#include "app/widgets/toast.h"
#include "core/api/vcs.h"
#include "core/client/apiclient.h"
#include "core/rules/vcrules.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kModify = "modify"_L1;
constexpr auto kDelete = "delete"_L1;

} // namespace

VcCommands::VcCommands(LiveStore &store, QWidget *page)
    : QObject(page)
    , m_store(store)
    , m_page(page)
{ }

void VcCommands::setShares(const model::VcShares &shares)
{
    m_shares = shares;
    if (m_edit) {
        m_edit->setShares(shares);
        const model::VcShare *vc = find(m_edit->vc());
        if (const QString refusal = vc ? refusalOfChange(*vc) : QString(); !refusal.isEmpty())
            m_edit->showProblem({}, refusal);
    }
    if (const model::VcShare *vc = m_delete ? find(m_delete->vc()) : nullptr) {
        m_delete->setVc(*vc);
        if (const QString refusal = refusalOfDeletion(*vc); !refusal.isEmpty())
            m_delete->showProblem(refusal);
    }
}

bool VcCommands::mayManage() const
{
    return m_store.account().has(model::Permission::ManageVc);
}

const model::VcShare *VcCommands::find(const model::VcName &vc) const
{
    const auto it = std::find_if(m_shares.vcs.begin(), m_shares.vcs.end(),
                                 [&vc](const model::VcShare &share) { return share.name == vc; });
    return it == m_shares.vcs.end() ? nullptr : &*it;
}

QString VcCommands::refusalOfChange(const model::VcShare &vc) const
{
    const auto refused = rules::refusalOfChange(m_store.account(), vc);
    return refused ? VcText::refusal(*refused, vc) : QString();
}

QString VcCommands::refusalOfDeletion(const model::VcShare &vc) const
{
    const auto refused = rules::refusalOfDeletion(
        m_store.account(), vc, m_store.selectedVc().value(), m_shares.vcs.size());
    return refused ? VcText::refusal(*refused, vc) : QString();
}

QList<RowAction> VcCommands::offers(const model::VcShare &vc) const
{
    if (!mayManage())
        return {};
    const auto offer = [](const QString &id, const QString &text, Icon icon,
                          const QString &refusal) {
        RowAction action;
        action.id = id;
        action.text = text;
        action.icon = icon;
        action.enabled = refusal.isEmpty();
        action.toolTip = refusal;
        return action;
    };
    RowAction remove = offer(kDelete, tr("Delete"), Icon::Trash, refusalOfDeletion(vc));
    remove.dangerous = true;
    return {offer(kModify, tr("Modify"), Icon::Edit, refusalOfChange(vc)), remove};
}

void VcCommands::run(const QString &action, const model::VcName &vc)
{
    const model::VcShare *share = find(vc);
    if (!share)
        return;
    const QString refusal = action == kDelete ? refusalOfDeletion(*share) : refusalOfChange(*share);
    if (!refusal.isEmpty())
        Toast::say(m_page, refusal);
    else if (action == kDelete)
        remove(*share);
    else
        edit(vc);
}

void VcCommands::add()
{
    edit({});
}

void VcCommands::edit(const model::VcName &vc)
{
    auto *dialog = new VcDialog(m_shares, vc, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_edit = dialog;
    connect(dialog, &VcDialog::submitted, this,
            [this, dialog, isNew = vc.isEmpty()](const model::VirtualCluster &value) {
                save(dialog, value, isNew);
            });
    dialog->open();
}

void VcCommands::save(VcDialog *dialog, const model::VirtualCluster &vc, bool isNew)
{
    const auto call = isNew ? m_store.api().call(api::createVc, {}, vc)
                            : m_store.api().call(api::changeVc, {vc.name.value()}, {vc.quotas});
    const QString said = isNew ? tr("The virtual cluster %1 is made.").arg(vc.name.toString())
                               : tr("The virtual cluster %1 is changed.").arg(vc.name.toString());
    whenDone(call, dialog, [this, dialog, said](const Result<model::VcShare> &saved) {
        finish(dialog, saved, said);
    });
}

void VcCommands::finish(VcDialog *dialog, const Result<model::VcShare> &saved, const QString &said)
{
    emit changed(); // also when it was refused: then something is not as it was shown
    if (saved) {
        dialog->accept();
        Toast::say(m_page, said);
        return;
    }
    const Error &error = saved.error();
    const bool isConflict = error.code == ErrorCode::Conflict;
    dialog->showProblem(
        error.field,
        isConflict && error.field == "name"_L1 ? VcText::of({rules::VcRule::NameTaken, error.field})
        : isConflict ? tr("A job of it has begun to run meanwhile, so it cannot be changed now.")
                     : ErrorText::of(error));
}

void VcCommands::remove(const model::VcShare &vc)
{
    auto *dialog = new DeleteVcDialog(vc, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_delete = dialog;
    connect(dialog, &DeleteVcDialog::confirmed, this,
            [this, dialog, name = vc.name](const QString &typed) {
                confirmRemoval(dialog, name, typed);
            });
    dialog->open();
}

void VcCommands::confirmRemoval(DeleteVcDialog *dialog, const model::VcName &vc,
                                const QString &typed)
{
    const model::VcDeletion deletion{typed, m_store.selectedVc().value()};
    whenDone(m_store.api().call(api::deleteVc, {vc.value()}, deletion), dialog,
             [this, dialog, vc](const Result<model::Nothing> &deleted) {
                 emit changed();
                 if (deleted) {
                     dialog->accept();
                     Toast::say(m_page,
                                tr("The virtual cluster %1 is deleted.").arg(vc.toString()));
                     return;
                 }
                 const model::VcShare *share = find(vc);
                 const QString refusal = share ? refusalOfDeletion(*share) : QString();
                 dialog->showProblem(refusal.isEmpty() ? ErrorText::of(deleted.error()) : refusal);
             });
}
