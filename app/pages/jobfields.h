// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobspec.h"

namespace Ui {
class JobForm;
}

class DeviceFields;

// What stands in the fields of a JobForm, as a specification. It does not know the VC.
class JobFields
{
public:
    JobFields(Ui::JobForm &ui, DeviceFields &devices);

    model::JobSpec read() const;
    // A registry whose password the server has keeps it, as long as its address and username stay
    // and no other is typed.
    void write(const model::JobSpec &spec);
    bool hasKeptPassword() const;

private:
    std::optional<model::RegistryLogin> readRegistry() const;

    Ui::JobForm &m_ui;
    DeviceFields &m_devices;
    model::RegistryLogin m_kept;
};
