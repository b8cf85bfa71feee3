// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ports inside a task's container that the platform gives a meaning. bootstrap.sh and services.sh
// name them too; tst_taskspec holds them to these.
namespace reconcile {

constexpr int kSshPort = 20022;
constexpr int kTensorBoardPort = 20066;
constexpr int kJupyterPort = 20088;

} // namespace reconcile
