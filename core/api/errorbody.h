// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

// ErrorCode ↔ HTTP status ↔ wire word, and the one error body both sides read and write:
// {"error": {"code": "not_found", "detail": …, "field": …, "requestId": …}}.
namespace api {

int httpStatus(ErrorCode code);
QLatin1StringView wireWord(ErrorCode code);

QByteArray errorBody(const Error &error, const QString &requestId);

// The error of an answer with a status of 400 or more; the status decides when the body is not ours.
Error readError(int status, const QByteArray &body);

} // namespace api
