// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"
#include "core/base/result.h"
#include "core/model/vc.h"

#include <QPointer>

class DeleteVcDialog;
class LiveStore;
class QWidget;
class VcDialog;

// What holders of Manage VC do with virtual clusters: the dialogs, the calls and their outcome.
class VcCommands : public QObject
{
    Q_OBJECT

public:
    VcCommands(LiveStore &store, QWidget *page);

    // As they are now; open dialogs follow.
    void setShares(const model::VcShares &shares);

    bool mayManage() const;
    QList<RowAction> offers(const model::VcShare &vc) const;
    void run(const QString &action, const model::VcName &vc);
    void add();

signals:
    void changed(); // something was done: read the shares again

private:
    const model::VcShare *find(const model::VcName &vc) const;
    QString refusalOfChange(const model::VcShare &vc) const;
    QString refusalOfDeletion(const model::VcShare &vc) const;
    void edit(const model::VcName &vc);
    void save(VcDialog *dialog, const model::VirtualCluster &vc, bool isNew);
    void finish(VcDialog *dialog, const Result<model::VcShare> &saved, const QString &said);
    void remove(const model::VcShare &vc);
    void confirmRemoval(DeleteVcDialog *dialog, const model::VcName &vc, const QString &typed);

    LiveStore &m_store;
    QWidget *m_page;
    model::VcShares m_shares;
    QPointer<VcDialog> m_edit;
    QPointer<DeleteVcDialog> m_delete;
};
