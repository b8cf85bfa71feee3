// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/storageconfig.h"

#include "backend/daemon/yamlsection.h"

#include <QFileInfo>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

struct Root
{
    const char *key;
    QString StorageConfig::*path;
};

constexpr std::array kRoots{Root{"work", &StorageConfig::work}, Root{"data", &StorageConfig::data},
                            Root{"home", &StorageConfig::home}, Root{"jobs", &StorageConfig::jobs}};

// Also of what is not there yet: then of the folder above it.
QString resolved(const QString &path)
{
    const QFileInfo info(path);
    if (const QString there = info.canonicalFilePath(); !there.isEmpty())
        return there;
    const QString above = info.path();
    return above == path ? path : QDir::cleanPath(resolved(above) % u'/' % info.fileName());
}

bool holds(const QString &folder, const QString &path)
{
    return folder == path || path.startsWith(folder == "/"_L1 ? folder : folder % u'/');
}

} // namespace

StorageConfig withDefaults(const StorageConfig &storage, const QString &dataDir)
{
    StorageConfig whole = storage;
    for (const Root &root : kRoots) {
        if (QString &path = whole.*root.path; path.isEmpty())
            path = dataDir % u"/storage/"_s % QString::fromLatin1(root.key);
    }
    return whole;
}

std::optional<StorageProblem> checkStorage(const StorageConfig &storage, const QString &dataDir)
{
    for (const Root &root : kRoots) {
        if (holds(resolved(storage.*root.path), resolved(dataDir)))
            return StorageProblem{root.key, u"holds the data directory %1"_s.arg(dataDir)};
    }
    for (const Root &root : kRoots) {
        const QString path = resolved(storage.*root.path);
        for (const Root &other : kRoots) {
            const QString otherPath = resolved(storage.*other.path);
            const QString name = QString::fromLatin1(other.key);
            if (&other < &root && path == otherPath)
                return StorageProblem{root.key, u"is the same directory as %1"_s.arg(name)};
            if (path != otherPath && holds(otherPath, path))
                return StorageProblem{root.key, u"is inside of %1"_s.arg(name)};
        }
    }
    return std::nullopt;
}

void readStorage(YamlSection &section, const QDir &base, const QString &dataDir,
                 StorageConfig &storage)
{
    for (const Root &root : kRoots)
        section.readPath(root.key, base, storage.*root.path);
    if (const auto problem = checkStorage(withDefaults(storage, dataDir), dataDir))
        section.problem(problem->key, problem->text);
}

} // namespace berthd
