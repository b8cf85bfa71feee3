// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobfields.h"

#include "ui_jobform.h"

#include "app/pages/devicefields.h"
#include "app/pages/registryfields.h"
#include "core/rules/jobrules.h"

using namespace Qt::Literals::StringLiterals;

JobFields::JobFields(Ui::JobForm &ui, DeviceFields &devices, RegistryFields &registry)
    : m_ui(ui)
    , m_devices(devices)
    , m_registry(registry)
{ }

model::JobSpec JobFields::read() const
{
    model::JobSpec spec;
    spec.name = m_ui.nameEdit->text().trimmed();
    spec.preemptible = m_ui.preemptibleCheck->isChecked();
    m_devices.read(spec);
    spec.image = m_ui.imageEdit->text().trimmed();
    spec.command = m_ui.commandEdit->toPlainText();
    spec.interactivePorts = rules::parsePorts(m_ui.portsEdit->text()).ports;
    if (m_ui.sshCheck->isChecked())
        spec.endpoints.append(model::EndpointKind::Ssh);
    if (m_ui.jupyterCheck->isChecked())
        spec.endpoints.append(model::EndpointKind::Jupyter);
    if (m_ui.tensorBoardCheck->isChecked())
        spec.endpoints.append(model::EndpointKind::TensorBoard);
    spec.registry = m_registry.read();
    spec.environment = m_ui.environmentEditor->variables();
    spec.priority = m_ui.prioritySpin->value();
    return spec;
}

void JobFields::write(const model::JobSpec &spec, PasswordGap gap)
{
    m_ui.nameEdit->setText(spec.name);
    m_ui.preemptibleCheck->setChecked(spec.preemptible);
    m_devices.write(spec);
    m_ui.imageEdit->setText(spec.image);
    m_ui.commandEdit->setPlainText(spec.command);
    QStringList ports;
    for (const int port : spec.interactivePorts)
        ports.append(QString::number(port));
    m_ui.portsEdit->setText(ports.join(u", "_s));
    m_ui.sshCheck->setChecked(spec.endpoints.contains(model::EndpointKind::Ssh));
    m_ui.jupyterCheck->setChecked(spec.endpoints.contains(model::EndpointKind::Jupyter));
    m_ui.tensorBoardCheck->setChecked(spec.endpoints.contains(model::EndpointKind::TensorBoard));
    m_registry.write(spec.registry, gap);
    m_ui.environmentEditor->setVariables(spec.environment);
    m_ui.prioritySpin->setValue(spec.priority);
}
