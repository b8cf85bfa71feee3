// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace support {

inline constexpr auto kTestImage = "localhost/berth-test:1";

// A root file system with busybox (package busybox-static) and all it can be called as, as a tar.
Result<QByteArray> testImageTar();

// Puts the tar into the engine that listens there, under the name kTestImage.
Result<> importTestImage(const QString &socketPath);

} // namespace support
