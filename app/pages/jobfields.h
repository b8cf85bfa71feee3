// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobspec.h"

namespace Ui {
class JobForm;
}

class DeviceFields;
class RegistryFields;
enum class PasswordGap;

// What stands in the fields of a JobForm, as a specification. It does not know the VC.
class JobFields
{
public:
    JobFields(Ui::JobForm &ui, DeviceFields &devices, RegistryFields &registry);

    model::JobSpec read() const;
    void write(const model::JobSpec &spec, PasswordGap gap);

private:
    Ui::JobForm &m_ui;
    DeviceFields &m_devices;
    RegistryFields &m_registry;
};
