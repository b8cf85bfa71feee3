// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/incident.h"

#include <QStringList>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

using Kind = Incident::Kind;

enum class Takes { Nothing, Node, Device, Factor, Share };

struct Form
{
    QLatin1StringView word;
    Kind kind;
    Takes takes;
};

constexpr std::array kForms{Form{"lose"_L1, Kind::LoseNode, Takes::Node},
                            Form{"crash"_L1, Kind::CrashNode, Takes::Node},
                            Form{"return"_L1, Kind::ReturnNode, Takes::Node},
                            Form{"break"_L1, Kind::BreakDevice, Takes::Device},
                            Form{"repair"_L1, Kind::RepairDevice, Takes::Device},
                            Form{"lose-engine"_L1, Kind::LoseEngine, Takes::Nothing},
                            Form{"return-engine"_L1, Kind::ReturnEngine, Takes::Nothing},
                            Form{"slow-starts"_L1, Kind::SlowStarts, Takes::Factor},
                            Form{"fail-starts"_L1, Kind::FailStarts, Takes::Share}};

QString wordsOf(Takes takes)
{
    switch (takes) {
    case Takes::Nothing:
        return {};
    case Takes::Node:
        return u" NODE"_s;
    case Takes::Device:
        return u" NODE DEVICE"_s;
    case Takes::Factor:
        return u" FACTOR"_s;
    case Takes::Share:
        return u" SHARE"_s;
    }
    Q_UNREACHABLE();
}

bool readValues(Takes takes, const QStringList &values, Incident &incident)
{
    constexpr double kMostFactor = 1000;
    bool ok = true;
    switch (takes) {
    case Takes::Nothing:
        return values.isEmpty();
    case Takes::Node:
        incident.node = model::NodeName(values.value(0));
        return values.size() == 1;
    case Takes::Device:
        incident.node = model::NodeName(values.value(0));
        incident.device = values.value(1).toInt(&ok);
        return ok && values.size() == 2;
    case Takes::Factor:
        incident.amount = values.value(0).toDouble(&ok);
        return ok && values.size() == 1 && incident.amount > 0 && incident.amount <= kMostFactor;
    case Takes::Share:
        incident.amount = values.value(0).toDouble(&ok);
        return ok && values.size() == 1 && incident.amount >= 0 && incident.amount <= 1;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Incident> parseIncident(const QString &words)
{
    QStringList values = words.simplified().split(u' ', Qt::SkipEmptyParts);
    const QString word = values.isEmpty() ? QString() : values.takeFirst();
    QStringList known;
    for (const Form &form : kForms) {
        Incident incident;
        incident.kind = form.kind;
        if (word == form.word && readValues(form.takes, values, incident))
            return incident;
        known.append(form.word + wordsOf(form.takes));
    }
    return Error{ErrorCode::InvalidInput, u"expected one of "_s % known.join(u", "_s), {}};
}

} // namespace engines
