// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace api {

// The OpenAPI 3.0 document of kEverything. A stream stands as a GET answered with 101, with the
// schema of its messages under x-stream-message.
QJsonObject openApiDocument(const QString &version);

} // namespace api
