// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/violationtext.h"

#include <QLocale>

using rules::JobRule;

namespace {

QString number(int value)
{
    return QLocale().toString(value);
}

} // namespace

QString ViolationText::of(const rules::JobViolation &violation)
{
    switch (violation.rule) {
    case JobRule::NameRequired:
        return tr("Give the job a name.");
    case JobRule::TemplateNameRequired:
        return tr("Give the template a name.");
    case JobRule::NameTooLong:
        return tr("Use at most %n characters.", nullptr, violation.most);
    case JobRule::NameCharacters:
        return tr("Use only letters, digits, - and _.");
    case JobRule::UnknownVc:
        return tr("Choose a VC that you may use.");
    case JobRule::UnknownDeviceType:
    case JobRule::DeviceTypeRequired:
    case JobRule::DevicesRange:
    case JobRule::DevicesChoice:
    case JobRule::NodesRange:
        return ofDevices(violation);
    case JobRule::ImageRequired:
    case JobRule::ImageReference:
    case JobRule::CommandRequired:
    case JobRule::CommandTooLong:
    case JobRule::PortRange:
    case JobRule::PortRepeated:
    case JobRule::EndpointsTooMany:
        return ofProgram(violation);
    case JobRule::RegistryIncomplete:
    case JobRule::RegistryAddress:
    case JobRule::VariableName:
    case JobRule::VariableRepeated:
    case JobRule::VariableTooLong:
    case JobRule::VariablesTooMany:
        return ofAdvanced(violation);
    case JobRule::PriorityRange:
        return tr("Enter a whole number from %1 to %2.")
            .arg(number(violation.least), number(violation.most));
    }
    Q_UNREACHABLE();
}

QString ViolationText::ofDevices(const rules::JobViolation &violation)
{
    QStringList choices;
    for (const int choice : violation.choices)
        choices.append(number(choice));
    switch (violation.rule) {
    case JobRule::UnknownDeviceType:
        return tr("This VC has no devices of type %1. Choose another type.").arg(violation.text);
    case JobRule::DeviceTypeRequired:
        return tr("Choose a device type.");
    case JobRule::DevicesChoice:
        return tr("Choose one of %1.").arg(choices.join(QStringLiteral(", ")));
    default:
        return tr("Enter a whole number from %1 to %2.")
            .arg(number(violation.least), number(violation.most));
    }
}

QString ViolationText::ofProgram(const rules::JobViolation &violation)
{
    switch (violation.rule) {
    case JobRule::ImageRequired:
        return tr("Name the image that the job runs in.");
    case JobRule::ImageReference:
        return tr(
            "This is no image name. Write it like pytorch:2.1 or host:5000/team/pytorch:2.1.");
    case JobRule::CommandRequired:
        return tr("Write the command that the job runs.");
    case JobRule::CommandTooLong:
        return tr("The command is too long. It may have %1 KiB.")
            .arg(number(violation.most / 1024));
    case JobRule::EndpointsTooMany:
        return tr("A job may have at most %1 ports and other endpoints together.")
            .arg(violation.most);
    case JobRule::PortRepeated:
        return tr("Port %1 is there twice. Remove one.").arg(violation.text);
    default:
        return tr("“%1” is no port. Ports are whole numbers from %2 to %3.")
            .arg(violation.text, QString::number(violation.least), QString::number(violation.most));
    }
}

QString ViolationText::ofAdvanced(const rules::JobViolation &violation)
{
    switch (violation.rule) {
    case JobRule::RegistryIncomplete:
        return tr("Fill in address, username and password, or none of them.");
    case JobRule::RegistryAddress:
        return tr("Write the address as host, host:port or https://host:port.");
    case JobRule::VariableName:
        return violation.text.isEmpty()
                   ? tr("Give every variable a name.")
                   : tr("“%1” is no variable name. Use letters, digits and _, no digit first.")
                         .arg(violation.text);
    case JobRule::VariableRepeated:
        return tr("Variable %1 is there twice. Remove one.").arg(violation.text);
    case JobRule::VariableTooLong:
        return tr("A value may have at most %1 KiB.").arg(number(violation.most / 1024));
    default:
        return tr("Use at most %n variables.", nullptr, violation.most);
    }
}
