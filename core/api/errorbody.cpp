// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/errorbody.h"

#include "core/json/codec.h"

using namespace Qt::Literals::StringLiterals;

namespace api {

namespace {

struct Row
{
    ErrorCode code;
    int status;
    QLatin1StringView word;
};

constexpr std::array kTable{
    Row{ErrorCode::InvalidInput, 400, "invalid_input"_L1},
    Row{ErrorCode::Unauthenticated, 401, "unauthenticated"_L1},
    Row{ErrorCode::Forbidden, 403, "forbidden"_L1},
    Row{ErrorCode::NotFound, 404, "not_found"_L1},
    Row{ErrorCode::Conflict, 409, "conflict"_L1},
    Row{ErrorCode::TooLarge, 413, "too_large"_L1},
    Row{ErrorCode::TooMany, 429, "too_many"_L1},
    Row{ErrorCode::Unavailable, 503, "unavailable"_L1},
    Row{ErrorCode::TimedOut, 504, "timed_out"_L1},
    Row{ErrorCode::Internal, 500, "internal"_L1},
};

const Row &row(ErrorCode code)
{
    for (const Row &candidate : kTable) {
        if (candidate.code == code)
            return candidate;
    }
    Q_UNREACHABLE();
}

ErrorCode codeOf(int status)
{
    for (const Row &candidate : kTable) {
        if (candidate.status == status)
            return candidate.code;
    }
    return status < 500 ? ErrorCode::InvalidInput : ErrorCode::Internal;
}

} // namespace

int httpStatus(ErrorCode code)
{
    return row(code).status;
}

QLatin1StringView wireWord(ErrorCode code)
{
    return row(code).word;
}

QByteArray errorBody(const Error &error, const QString &requestId)
{
    QJsonObject inner{{"code"_L1, wireWord(error.code)},
                      {"detail"_L1, error.detail},
                      {"requestId"_L1, requestId}};
    if (!error.field.isEmpty())
        inner.insert("field"_L1, error.field);
    return json::toText(QJsonObject{{"error"_L1, inner}});
}

Error readError(int status, const QByteArray &body)
{
    Error error{codeOf(status), u"HTTP status %1"_s.arg(status), QString()};
    const auto json = json::parse(body);
    const QJsonObject inner = json ? (*json)["error"_L1].toObject() : QJsonObject();
    for (const Row &candidate : kTable) {
        if (inner["code"_L1].toString() == candidate.word)
            error.code = candidate.code;
    }
    if (const QString detail = inner["detail"_L1].toString(); !detail.isEmpty())
        error.detail = detail;
    error.field = inner["field"_L1].toString();
    return error;
}

} // namespace api
