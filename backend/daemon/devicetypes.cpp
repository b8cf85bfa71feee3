// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/devicetypes.h"

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

constexpr YamlSection::Range kDevices{0, 1024};
constexpr YamlSection::Range kIndices{0, 1023};

model::DeviceTypeInfo readDeviceType(YamlSection &section)
{
    model::DeviceTypeInfo info;
    QString name;
    section.read("name", name);
    if (name.isEmpty())
        section.problem("name", u"expected a text"_s);
    info.name = model::DeviceType(name);
    section.readWord("family", info.family);
    section.read("counts", info.counts, kDevices);
    section.read("devices-per-node", info.devicesPerNode, {1, 1024});
    section.list("link-groups", [&](const YAML::Node &group) {
        QList<int> indices;
        bool isGood = group.IsSequence();
        for (const auto &item : group) {
            bool ok = false;
            indices.append(item.IsScalar() ? QString::fromStdString(item.Scalar()).toInt(&ok) : 0);
            isGood =
                isGood && ok && indices.last() >= kIndices.least && indices.last() <= kIndices.most;
        }
        if (!isGood)
            section.problem("link-groups", u"expected lists of device indices"_s);
        info.linkGroups.append(indices);
    });
    return info;
}

} // namespace

void readDeviceTypes(YamlSection &root, QList<model::DeviceTypeInfo> &types)
{
    if (root.has("device-types"))
        types.clear();
    root.sections("device-types", [&](YamlSection &section) {
        const model::DeviceTypeInfo info = readDeviceType(section);
        for (const auto &other : std::as_const(types)) {
            if (other.name == info.name)
                section.problem("name", u"is there twice"_s);
        }
        types.append(info);
    });
}

} // namespace berthd
