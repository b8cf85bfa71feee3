// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/storagemount.h"

#include <QCoreApplication>

// Directories and the room on their disks, in words.
class StorageText
{
    Q_DECLARE_TR_FUNCTIONS(StorageText)

public:
    // Used shares of a disk from which on its room runs out.
    static constexpr double kFilling = 0.8;
    static constexpr double kFull = 0.9;

    static QString directory(model::StorageKind kind); // "Work directory"
    static QString kind(model::StorageKind kind); // "Work"
    // The path outside; what stands for the id in the pattern of a job's is a word.
    static QString source(const model::StorageMount &mount);
    // "59 % used", with a word where room runs out.
    static QString used(double share);
};
