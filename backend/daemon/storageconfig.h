// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/volumes/volumes.h"

#include <QDir>

#include <optional>

namespace berthd {

class YamlSection;

// Where the directories are that jobs see; an empty one: below the data directory.
using StorageConfig = volumes::Roots;

// The same with every root given, in the place of the empty ones `<data-dir>/storage/work` and so on.
StorageConfig withDefaults(const StorageConfig &storage, const QString &dataDir);

// What is wrong with a root as a whole: its key, and a sentence.
struct StorageProblem
{
    const char *key;
    QString text;
};

// With symbolic links resolved, no root may be in another, or be it, and none may hold the data
// directory with its keys. Roots are without empty ones.
std::optional<StorageProblem> checkStorage(const StorageConfig &storage, const QString &dataDir);

// Relative paths are relative to base.
void readStorage(YamlSection &section, const QDir &base, const QString &dataDir,
                 StorageConfig &storage);

} // namespace berthd
