// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/listquery.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
}

} // namespace

QString write(const Cursor &cursor)
{
    return QString::fromLatin1(json::encodeText(cursor).toBase64(QByteArray::Base64UrlEncoding
                                                                 | QByteArray::OmitTrailingEquals));
}

Result<Cursor> readCursor(const QString &text, const QString &query)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (bytes.decodingStatus == QByteArray::Base64DecodingStatus::Ok) {
        const auto cursor = json::decodeText<Cursor>(bytes.decoded);
        if (cursor && cursor->query == query)
            return *cursor;
    }
    return Error{ErrorCode::InvalidInput, u"cursor: not one of this list"_s, u"cursor"_s};
}

QString fingerprint(const QByteArray &query)
{
    const QByteArray hash = QCryptographicHash::hash(query, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(16));
}

Result<> checkLimit(int limit, int most)
{
    if (limit >= 1 && limit <= most)
        return {};
    return Error{ErrorCode::InvalidInput, u"limit: must be from 1 to %1"_s.arg(most), u"limit"_s};
}

QString containing(const QString &text)
{
    return u'%' % escaped(text) % u'%';
}

QString beginningWith(const QString &text)
{
    return escaped(text) % u'%';
}

} // namespace storage
