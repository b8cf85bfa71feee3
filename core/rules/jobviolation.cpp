// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/jobrules.h"

using namespace Qt::Literals::StringLiterals;

// The sentences of broken rules, in plain English.
namespace rules {

namespace {

QString numbers(const QList<int> &list)
{
    QStringList words;
    for (const int number : list)
        words.append(QString::number(number));
    return words.join(u", ");
}

QString sentence(const JobViolation &v)
{
    switch (v.rule) {
    case JobRule::NameRequired:
        return u"the job needs a name"_s;
    case JobRule::TemplateNameRequired:
        return u"the template needs a name"_s;
    case JobRule::NameTooLong:
        return u"at most %1 characters"_s.arg(v.most);
    case JobRule::NameCharacters:
        return u"only letters, digits, - and _"_s;
    case JobRule::UnknownVc:
        return u"no virtual cluster %1 that you may use"_s.arg(v.text);
    case JobRule::UnknownDeviceType:
        return u"the virtual cluster has no devices %1"_s.arg(v.text);
    case JobRule::DeviceTypeRequired:
        return u"devices need a device type"_s;
    case JobRule::DevicesRange:
        return u"must be a whole number from %1 to %2"_s.arg(v.least).arg(v.most);
    case JobRule::DevicesChoice:
        return u"must be a whole number from 0 to %1, one of %2"_s.arg(QString::number(v.most),
                                                                       numbers(v.choices));
    case JobRule::NodesRange:
        return u"must be a whole number from %1 to %2"_s.arg(v.least).arg(v.most);
    case JobRule::ImageRequired:
        return u"the job needs an image"_s;
    case JobRule::ImageReference:
        return u"not an image reference: %1"_s.arg(v.text);
    case JobRule::CommandRequired:
        return u"the job needs a command"_s;
    case JobRule::CommandTooLong:
        return u"at most %1 bytes"_s.arg(v.most);
    case JobRule::PortRange:
        return u"%1: ports are whole numbers from %2 to %3"_s.arg(v.text, QString::number(v.least),
                                                                  QString::number(v.most));
    case JobRule::EndpointsTooMany:
        return u"at most %1 endpoints"_s.arg(v.most);
    case JobRule::PortRepeated:
        return u"port %1 is there twice"_s.arg(v.text);
    case JobRule::RegistryIncomplete:
        return u"registry, username and password, or none"_s;
    case JobRule::RegistryAddress:
        return u"not the address of a registry: %1"_s.arg(v.text);
    case JobRule::VariableName:
        return u"not a variable's name: %1 (letters, digits and _, no digit first)"_s.arg(v.text);
    case JobRule::VariableRepeated:
        return u"variable %1 is there twice"_s.arg(v.text);
    case JobRule::VariableTooLong:
        return u"at most %1 bytes"_s.arg(v.most);
    case JobRule::VariablesTooMany:
        return u"at most %1 variables"_s.arg(v.most);
    case JobRule::PriorityRange:
        return u"must be a whole number from %1 to %2"_s.arg(v.least).arg(v.most);
    }
    Q_UNREACHABLE();
}

} // namespace

Error error(const JobViolation &violation)
{
    return {ErrorCode::InvalidInput, violation.field % u": " % sentence(violation),
            violation.field};
}

} // namespace rules
