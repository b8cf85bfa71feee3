// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/jobsurroundings.h"
#include "core/model/jobspec.h"

#include <QWidget>

#include <memory>

class FieldErrors;

namespace Ui {
class JobForm;
}

// The fields of a job specification. A field is checked while one types, but not before one has
// left it for the first time.
class JobForm : public QWidget
{
    Q_OBJECT

public:
    explicit JobForm(QWidget *parent = nullptr);
    ~JobForm() override;

    // The cluster and the VC as they are now; what was written stays.
    void setSurroundings(const JobSurroundings &surroundings);

    model::JobSpec spec() const;
    // Writes another job's specification into the fields, as far as this VC offers it; the form is
    // pristine with it.
    void setSpec(const model::JobSpec &spec);
    QList<rules::JobViolation> violations() const;
    bool isPristine() const; // as clear() or setSpec() left it

    // Shows every broken rule and moves to the first one. False when there is none.
    bool revealViolations();
    // What the server says of a field; false when no field goes by this name.
    bool refuse(const QString &field, const QString &text);
    void clear();

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void nameFields();
    void watch();
    void followChange();
    void followType();
    void showCluster();
    void showTypes();
    void showDevices();
    void showKind();
    void showErrors();
    void showAdvanced(bool shown);
    const model::DeviceTypeInfo *chosenType() const;

    const std::unique_ptr<Ui::JobForm> m_ui;
    FieldErrors *const m_errors;
    JobSurroundings m_surroundings;
    model::JobSpec m_pristine;
};
