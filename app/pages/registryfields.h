// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobspec.h"

#include <QObject>

namespace Ui {
class JobForm;
}

// Why the password of a registry did not come with what was filled in, so that it has to be typed.
enum class PasswordGap {
    None,
    JobEnded,
    OthersJob,
    File,
    Template, // one that was saved without it
    Gone, // the server had it when the form was filled in, and has it no more
};

// The private registry of a JobForm. A password that the server has stays there, as long as address
// and username stay and no other is typed.
class RegistryFields final : public QObject
{
    Q_OBJECT

public:
    RegistryFields(Ui::JobForm &ui, QObject *parent);

    std::optional<model::RegistryLogin> read() const;
    void write(const std::optional<model::RegistryLogin> &login, PasswordGap gap);
    // The server did not accept the field: a password that it was to have is gone.
    void refuse(const QString &field);
    // What to say at the field: why a password has to be typed says more than that it has to.
    QString said(const QString &field, const QString &text) const;
    // Brings what stands in and under the fields in step with them.
    void show();

private:
    bool isAsWritten() const;
    QString question() const; // why the password has to be typed, or nothing

    Ui::JobForm &m_ui;
    model::RegistryLogin m_written;
    PasswordGap m_gap = PasswordGap::None;
};
