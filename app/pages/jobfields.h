// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobspec.h"

namespace Ui {
class JobForm;
}

// What stands in the fields of a JobForm, as a specification. It does not know the VC, nor how
// many devices a node of the chosen type has.
class JobFields
{
public:
    explicit JobFields(Ui::JobForm &ui);

    model::JobSpec read() const;
    // A device type or a number that the fields do not offer is left out.
    void write(const model::JobSpec &spec);

private:
    void readDevices(model::JobSpec &spec) const;
    void writeDevices(const model::JobSpec &spec);

    Ui::JobForm &m_ui;
};
