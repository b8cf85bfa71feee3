// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace support {

// What an engine of a test's own says of the inside of its containers, and what it was asked. It runs
// nothing and opens no port. Whether a task runs is the engine's to know.
class Inside
{
public:
    struct Command
    {
        engines::TaskKey key;
        QStringList argv;
        int uid = 0;
    };
    using Port = std::pair<engines::TaskKey, int>; // of a task

    QList<Command> executed; // so far
    std::function<Result<engines::Execution>(const Command &command)> answer; // absent: ends with 0
    QSet<int> deafPorts; // of tasks: nothing accepts there
    QSet<int> takenPorts; // of the node, by others
    QHash<Port, engines::Exposure> exposures;
    int firstPort = 40000; // to be chosen

    Result<engines::Execution> execute(const engines::TaskKey &key, const QStringList &argv,
                                       int uid)
    {
        executed.append({key, argv, uid});
        return answer ? answer(executed.last()) : engines::Execution{};
    }

    Result<engines::Exposure> expose(const engines::TaskKey &key, int taskPort, int port)
    {
        const Port inside{key, taskPort};
        if (const auto known = exposures.constFind(inside); known != exposures.constEnd())
            return *known;
        int chosen = port == 0 ? firstPort : port;
        while (port == 0 && isTaken(chosen))
            ++chosen;
        if (isTaken(chosen))
            return Error{ErrorCode::Conflict, QStringLiteral("the port is taken"), {}};
        return *exposures.insert(inside, {QStringLiteral("127.0.0.1"), chosen});
    }

    void conceal(const engines::TaskKey &key, int taskPort) { exposures.remove({key, taskPort}); }

    // The task has ended.
    void close(const engines::TaskKey &key)
    {
        exposures.removeIf([&](const auto &exposure) { return exposure.key().first == key; });
    }

private:
    bool isTaken(int port) const
    {
        return takenPorts.contains(port)
               || std::any_of(exposures.begin(), exposures.end(),
                              [port](const auto &exposure) { return exposure.port == port; });
    }
};

} // namespace support
