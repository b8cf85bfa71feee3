// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobfields.h"

#include "ui_jobform.h"

#include "core/rules/jobrules.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

JobFields::JobFields(Ui::JobForm &ui)
    : m_ui(ui)
{ }

model::JobSpec JobFields::read() const
{
    model::JobSpec spec;
    spec.name = m_ui.nameEdit->text().trimmed();
    spec.preemptible = m_ui.preemptibleCheck->isChecked();
    readDevices(spec);
    spec.image = m_ui.imageEdit->text().trimmed();
    spec.command = m_ui.commandEdit->toPlainText();
    spec.interactivePorts = rules::parsePorts(m_ui.portsEdit->text()).ports;
    if (m_ui.sshCheck->isChecked())
        spec.endpoints.append(model::EndpointKind::Ssh);
    if (m_ui.jupyterCheck->isChecked())
        spec.endpoints.append(model::EndpointKind::Jupyter);
    if (m_ui.tensorBoardCheck->isChecked())
        spec.endpoints.append(model::EndpointKind::TensorBoard);
    const model::RegistryLogin login{m_ui.registryEdit->text().trimmed(),
                                     m_ui.registryUserEdit->text(),
                                     m_ui.registryPasswordEdit->text()};
    if (login != model::RegistryLogin())
        spec.registry = login;
    spec.environment = m_ui.environmentEditor->variables();
    spec.priority = m_ui.prioritySpin->value();
    return spec;
}

void JobFields::write(const model::JobSpec &spec)
{
    m_ui.nameEdit->setText(spec.name);
    m_ui.preemptibleCheck->setChecked(spec.preemptible);
    writeDevices(spec);
    m_ui.imageEdit->setText(spec.image);
    m_ui.commandEdit->setPlainText(spec.command);
    QStringList ports;
    for (const int port : spec.interactivePorts)
        ports.append(QString::number(port));
    m_ui.portsEdit->setText(ports.join(u", "_s));
    m_ui.sshCheck->setChecked(spec.endpoints.contains(model::EndpointKind::Ssh));
    m_ui.jupyterCheck->setChecked(spec.endpoints.contains(model::EndpointKind::Jupyter));
    m_ui.tensorBoardCheck->setChecked(spec.endpoints.contains(model::EndpointKind::TensorBoard));
    const auto login = spec.registry.value_or(model::RegistryLogin());
    m_ui.registryEdit->setText(login.registry);
    m_ui.registryUserEdit->setText(login.username);
    m_ui.registryPasswordEdit->setText(login.password);
    m_ui.environmentEditor->setVariables(spec.environment);
    m_ui.prioritySpin->setValue(spec.priority);
}

void JobFields::readDevices(model::JobSpec &spec) const
{
    if (const QString type = m_ui.deviceTypeCombo->currentText(); !type.isEmpty())
        spec.deviceType = model::DeviceType(type);
    if (m_ui.distributedRadio->isChecked()) {
        spec.kind = model::JobKind::Distributed;
        spec.nodes = m_ui.nodesSpin->value();
        spec.runOn = model::RunOn(m_ui.runOnCombo->currentIndex());
    } else if (m_ui.devicesCombo->count() > 0) {
        spec.devices = m_ui.devicesCombo->currentData().toInt();
    } else {
        spec.devices = m_ui.devicesSpin->value();
    }
}

void JobFields::writeDevices(const model::JobSpec &spec)
{
    const QString type = spec.deviceType ? spec.deviceType->value() : QString();
    m_ui.deviceTypeCombo->setCurrentIndex(std::max(0, m_ui.deviceTypeCombo->findText(type)));
    const bool isDistributed = spec.kind == model::JobKind::Distributed;
    (isDistributed ? m_ui.distributedRadio : m_ui.regularRadio)->setChecked(true);
    m_ui.devicesCombo->setCurrentIndex(std::max(0, m_ui.devicesCombo->findData(spec.devices)));
    m_ui.devicesSpin->setValue(spec.devices);
    m_ui.nodesSpin->setValue(spec.nodes);
    if (spec.runOn)
        m_ui.runOnCombo->setCurrentIndex(int(*spec.runOn));
}
