// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/devicefields.h"

#include "ui_jobform.h"

#include "app/text/format.h"

#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

DeviceFields::DeviceFields(Ui::JobForm &ui, QObject *parent)
    : QObject(parent)
    , m_ui(ui)
{
    watch();
    showNumbers();
}

void DeviceFields::setSurroundings(const JobSurroundings &surroundings)
{
    m_surroundings = surroundings;
    showCluster();
    showTypes();
}

void DeviceFields::read(model::JobSpec &spec) const
{
    if (const QString type = chosen(); !type.isEmpty())
        spec.deviceType = model::DeviceType(type);
    if (m_ui.distributedRadio->isChecked()) {
        spec.kind = model::JobKind::Distributed;
        spec.nodes = m_ui.nodesSpin->value();
        spec.devicesPerNode = perNode();
        spec.runOn = model::RunOn(m_ui.runOnCombo->currentIndex());
    } else if (spec.deviceType) {
        spec.devices = m_devices;
    }
}

void DeviceFields::write(const model::JobSpec &spec)
{
    const bool isDistributed = spec.kind == model::JobKind::Distributed;
    m_asked = spec.deviceType ? spec.deviceType->value() : QString();
    m_devices = spec.devices;
    m_perNode = isDistributed && spec.deviceType ? spec.devicesPerNode : 0;
    (isDistributed ? m_ui.distributedRadio : m_ui.regularRadio)->setChecked(true);
    {
        const QSignalBlocker quiet(m_ui.deviceTypeCombo);
        m_ui.deviceTypeCombo->setCurrentIndex(std::min(0, m_ui.deviceTypeCombo->count() - 1));
    }
    m_ui.nodesSpin->setMaximum(std::max(spec.nodes, m_ui.nodesSpin->maximum()));
    m_ui.nodesSpin->setValue(spec.nodes);
    showTypes();
    chooseRunOn();
    if (spec.runOn)
        m_ui.runOnCombo->setCurrentIndex(int(*spec.runOn));
}

void DeviceFields::retranslate()
{
    showCluster();
    showTypes();
}

const model::DeviceTypeInfo *DeviceFields::chosenType() const
{
    return m_surroundings.findType(model::DeviceType(chosen()));
}

QString DeviceFields::chosen() const
{
    return m_ui.deviceTypeCombo->currentData().toString();
}

int DeviceFields::perNode() const
{
    if (m_perNode > 0)
        return m_perNode;
    const model::DeviceTypeInfo *type = chosenType();
    return type ? type->devicesPerNode : 0;
}

// The type with what of it is free for the person.
QString DeviceFields::choice(const QString &type) const
{
    const model::VcUsage *usage = m_surroundings.findUsage(model::DeviceType(type));
    if (!usage)
        return tr("%1 (not in this VC)").arg(type);
    return tr("%1 (%2 / %3 to use)")
        .arg(type, Format::count(usage->available), Format::count(usage->maxAvailable));
}

void DeviceFields::watch()
{
    connect(m_ui.deviceTypeCombo, &QComboBox::currentIndexChanged, this, &DeviceFields::followType);
    connect(m_ui.devicesCombo, &QComboBox::currentIndexChanged, this, [this] {
        m_devices = m_ui.devicesCombo->currentData().toInt();
        showNumbers();
        emit changed();
    });
    connect(m_ui.devicesSpin, &QSpinBox::valueChanged, this, [this](int value) {
        m_devices = value;
        emit changed();
    });
    const auto follow = [this] {
        showKind();
        emit changed();
    };
    connect(m_ui.nodesSpin, &QSpinBox::valueChanged, this, follow);
    connect(m_ui.distributedRadio, &QRadioButton::toggled, this, follow);
    connect(m_ui.runOnCombo, &QComboBox::currentIndexChanged, this, &DeviceFields::changed);
}

void DeviceFields::followType()
{
    m_asked.clear();
    m_perNode = 0;
    chooseRunOn();
    showTypes(); // what a specification named goes, now that another is chosen
    emit changed();
}

void DeviceFields::showCluster()
{
    QStringList lines;
    for (const auto &usage : std::as_const(m_surroundings.vc.usage))
        lines.append(choice(usage.deviceType.value()));
    m_ui.clusterLabel->setText(m_surroundings.cluster.name);
    m_ui.vcHelpLabel->setText(lines.join(u'\n'));
    m_ui.vcHelpLabel->setVisible(!lines.isEmpty());
}

void DeviceFields::showTypes()
{
    QStringList types;
    for (const auto &usage : std::as_const(m_surroundings.vc.usage))
        types.append(usage.deviceType.value());
    const QString before = chosen();
    const QString wanted = m_asked.isEmpty() ? before : m_asked;
    if (!m_asked.isEmpty() && !types.contains(m_asked))
        types.append(m_asked);
    QComboBox &combo = *m_ui.deviceTypeCombo;
    QStringList shown;
    for (int i = 0; i < combo.count(); ++i)
        shown.append(combo.itemData(i).toString());
    {
        const QSignalBlocker quiet(&combo);
        if (shown != types) {
            combo.clear();
            for (const QString &type : std::as_const(types))
                combo.addItem(choice(type), type);
        }
        for (int i = 0; i < combo.count(); ++i)
            combo.setItemText(i, choice(types.at(i)));
        combo.setCurrentIndex(std::min(std::max(0, int(types.indexOf(wanted))), combo.count() - 1));
    }
    if (chosen() != before)
        chooseRunOn();
    showNumbers();
}

void DeviceFields::showNumbers()
{
    const rules::JobLimits limits = m_surroundings.limits();
    const model::DeviceTypeInfo *type = chosenType();
    QList<int> choices = type ? limits.choices(type->name) : QList<int>();
    const bool isChoice = !choices.isEmpty();
    if (isChoice && !choices.contains(m_devices))
        choices.append(m_devices);
    const QSignalBlocker quietCombo(m_ui.devicesCombo);
    const QSignalBlocker quietSpin(m_ui.devicesSpin);
    QList<int> shown;
    for (int i = 0; i < m_ui.devicesCombo->count(); ++i)
        shown.append(m_ui.devicesCombo->itemData(i).toInt());
    if (shown != choices)
        m_ui.devicesCombo->clear();
    for (qsizetype i = m_ui.devicesCombo->count(); i < choices.size(); ++i)
        m_ui.devicesCombo->addItem(Format::count(choices.at(i)), choices.at(i));
    m_ui.devicesCombo->setCurrentIndex(m_ui.devicesCombo->findData(m_devices));
    m_ui.devicesSpin->setMaximum(std::max(m_devices, type ? limits.mostDevices(type->name) : 0));
    m_ui.devicesSpin->setValue(m_devices);
    m_ui.devicesCombo->setVisible(isChoice);
    m_ui.devicesSpin->setVisible(!isChoice);
    m_ui.nodesSpin->setMaximum(
        std::max({1, m_ui.nodesSpin->value(), type ? limits.mostNodes(type->name) : 1}));
    showKind();
}

void DeviceFields::showKind()
{
    const bool isDistributed = m_ui.distributedRadio->isChecked();
    const bool hasDevices = m_ui.deviceTypeCombo->count() > 0;
    m_ui.distributedRadio->setEnabled(hasDevices || isDistributed);
    m_ui.devicesField->setVisible(!isDistributed && hasDevices);
    m_ui.nodesField->setVisible(isDistributed);
    m_ui.totalField->setVisible(isDistributed);
    m_ui.runOnField->setVisible(isDistributed);
    m_ui.deviceTypeField->setVisible(hasDevices);
    const int nodes = m_ui.nodesSpin->value();
    m_ui.totalLabel->setText(Format::count(qint64(nodes) * perNode()));
    //: Numbers of nodes and of devices of each
    m_ui.totalHelpLabel->setText(tr("%1 × %2, the number of nodes times the devices of each.")
                                     .arg(Format::count(nodes), Format::count(perNode())));
}

void DeviceFields::chooseRunOn()
{
    const model::DeviceTypeInfo *type = chosenType();
    const bool isNpu = type && type->family == model::DeviceFamily::Npu;
    m_ui.runOnCombo->setCurrentIndex(
        int(isNpu ? model::RunOn::AllWorkers : model::RunOn::Launcher));
}
