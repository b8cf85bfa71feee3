// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/jobsurroundings.h"
#include "app/pages/registryfields.h"
#include "core/model/jobspec.h"
#include "core/model/storagemount.h"

#include <QWidget>

#include <memory>

class DeviceFields;
class FieldErrors;
class JobFields;
class TemplateChooser;

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

    // The directories that the job will see; none are not shown.
    void setStorage(const QList<model::StorageMount> &mounts);
    // What it offers and what was picked is the page's to know.
    TemplateChooser &chooser() const;
    // A word under the chooser; empty takes it away.
    void setTemplateNote(const QString &text);

    model::JobSpec spec() const;
    // Writes a specification into the fields; the form is pristine with it. What this VC does not
    // offer is marked at once, and why its registry's password has to be typed is said.
    void setSpec(const model::JobSpec &spec, PasswordGap gap = PasswordGap::None);
    // The same, but a name that the person has typed stays.
    void fill(const model::JobSpec &spec, PasswordGap gap);
    QList<rules::JobViolation> violations() const;
    QList<rules::JobViolation> portViolations() const; // what the specification cannot hold
    const JobSurroundings &surroundings() const { return m_surroundings; }
    bool isPristine() const; // as clear() or setSpec() left it

    // The fields as they are, for setDraft() to bring back.
    struct Draft
    {
        model::JobSpec spec;
        model::JobSpec pristine;
        std::optional<model::TemplateKey> chosen;
    };
    Draft draft() const;
    void setDraft(const Draft &draft);

    // Shows every broken rule and moves to the first one. False when there is none.
    bool revealViolations();
    // What the server says of a field; false when no field goes by this name. Of a password that was
    // to come from elsewhere it can only say that it is gone.
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
    void showErrors();
    void showVariables(const QList<rules::JobViolation> &violations);
    void showAdvanced(bool shown);
    void openAdvancedFor(const QString &field);
    void focusPart(const QString &field);

    const std::unique_ptr<Ui::JobForm> m_ui;
    FieldErrors *const m_errors;
    DeviceFields *m_devices;
    RegistryFields *m_registry;
    std::unique_ptr<JobFields> m_fields;
    JobSurroundings m_surroundings;
    model::JobSpec m_pristine;
};
