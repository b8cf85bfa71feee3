// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/fielderrors.h"
#include "core/model/account.h"
#include "core/model/role.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

// The fields of a role: name, description, permissions with what they permit.
class RoleEditor : public QWidget
{
    Q_OBJECT

public:
    explicit RoleEditor(QWidget *parent = nullptr);

    model::RoleForm form() const;
    void setForm(const model::RoleForm &form); // from now on that is unchanged
    bool isChanged() const { return form() != m_before; }
    // Why nothing can be changed; empty when it can, as far as the person holds the permissions.
    void setWhyNot(const QString &whyNot, const model::Account &me);
    bool reveal(); // what is wrong; false when nothing is
    void refuse(const FieldError &error); // by the server; without a field below them all
    void retranslate();

signals:
    void confirmed(); // Enter

private:
    struct Field
    {
        QLabel *label = nullptr;
        QWidget *editor = nullptr;
    };

    Field addField(const QString &name, QWidget *editor, QVBoxLayout *layout);
    QWidget *makePermissions();
    void check();

    FieldErrors *m_errors;
    QLabel *m_notice;
    QLineEdit *m_nameEdit;
    QLineEdit *m_descriptionEdit;
    QHash<model::Permission, QCheckBox *> m_boxes;
    QHash<model::Permission, QLabel *> m_explanations;
    Field m_name;
    Field m_description;
    Field m_permissions;
    QLabel *m_problem;
    model::RoleForm m_before;
};
