// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/sshkeyrules.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace rules {

namespace {

// The strings of a key's blob, as RFC 4251 lays them out: a length in four bytes, then the bytes.
class Blob
{
public:
    explicit Blob(const QByteArray &bytes)
        : m_rest(bytes)
    { }

    std::optional<QByteArray> next()
    {
        if (m_rest.size() < 4)
            return std::nullopt;
        const auto size = qFromBigEndian<quint32>(m_rest.constData());
        if (size > quint32(m_rest.size() - 4))
            return std::nullopt;
        const QByteArray value = m_rest.mid(4, qsizetype(size));
        m_rest = m_rest.mid(4 + qsizetype(size));
        return value;
    }
    bool isAtEnd() const { return m_rest.isEmpty(); }

private:
    QByteArray m_rest;
};

// A positive whole number without needless zeros.
std::optional<int> bitsOf(const QByteArray &number)
{
    if (number.isEmpty() || (uchar(number.front()) & 0x80) != 0)
        return std::nullopt;
    const bool isPadded = number.front() == '\0';
    if (isPadded && (number.size() < 2 || (uchar(number.at(1)) & 0x80) == 0))
        return std::nullopt;
    const auto first = uchar(number.at(isPadded ? 1 : 0));
    const int zeros = int(qCountLeadingZeroBits(quint8(first)));
    return int(number.size() - (isPadded ? 1 : 0)) * 8 - zeros;
}

std::optional<SshKeyRule> checkRsa(Blob &blob)
{
    const auto exponent = blob.next();
    const auto modulus = blob.next();
    if (!exponent || !modulus || !blob.isAtEnd() || !bitsOf(*exponent))
        return SshKeyRule::Form;
    const auto bits = bitsOf(*modulus);
    if (!bits)
        return SshKeyRule::Form;
    return *bits < kLeastRsaBits || *bits > kMostRsaBits ? std::optional(SshKeyRule::Size)
                                                         : std::nullopt;
}

std::optional<SshKeyRule> checkEd25519(Blob &blob)
{
    const auto point = blob.next();
    return point && point->size() == 32 ? std::nullopt : std::optional(SshKeyRule::Form);
}

std::optional<SshKeyRule> checkEcdsa(Blob &blob, const QByteArray &curve)
{
    const auto name = blob.next();
    const auto point = blob.next();
    const qsizetype size = curve == "nistp256" ? 32 : curve == "nistp384" ? 48 : 66;
    const bool isGood = name == curve && point && point->size() == 1 + 2 * size
                        && point->front() == '\4'; // uncompressed
    return isGood ? std::nullopt : std::optional(SshKeyRule::Form);
}

// Security keys name their application behind the key.
std::optional<SshKeyRule> checkApplication(Blob &blob)
{
    return blob.next() ? std::nullopt : std::optional(SshKeyRule::Form);
}

std::optional<SshKeyRule> checkBlob(const QString &type, const QByteArray &bytes)
{
    Blob blob(bytes);
    if (blob.next() != type.toLatin1())
        return SshKeyRule::Form;
    if (type == "ssh-rsa"_L1)
        return checkRsa(blob);
    const bool isSecurityKey = type.startsWith("sk-"_L1);
    const qsizetype curveAt = type.indexOf("nistp"_L1);
    auto broken =
        curveAt < 0 ? checkEd25519(blob) : checkEcdsa(blob, type.mid(curveAt, 8).toLatin1());
    if (!broken && isSecurityKey)
        broken = checkApplication(blob);
    if (!broken && !blob.isAtEnd())
        broken = SshKeyRule::Form;
    return broken;
}

bool isKnown(const QString &type)
{
    return QStringList{u"ssh-ed25519"_s,
                       u"ssh-rsa"_s,
                       u"ecdsa-sha2-nistp256"_s,
                       u"ecdsa-sha2-nistp384"_s,
                       u"ecdsa-sha2-nistp521"_s,
                       u"sk-ssh-ed25519@openssh.com"_s,
                       u"sk-ecdsa-sha2-nistp256@openssh.com"_s}
        .contains(type);
}

} // namespace

QString ParsedSshKey::line() const
{
    const QString key = type % u' ' % QString::fromLatin1(blob.toBase64());
    return name.isEmpty() ? key : QString(key % u' ' % name);
}

QString ParsedSshKey::fingerprint() const
{
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return u"SHA256:"_s % QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

std::variant<ParsedSshKey, SshKeyRule> parseSshKey(const QString &line)
{
    static const QRegularExpression pattern(
        u"\\A\\s*([a-z0-9@.-]+)[ \\t]+([A-Za-z0-9+/]+={0,2})(?:[ \\t]+([^\\p{C}\\p{Zl}\\p{Zp}]*))?\\s*\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    if (line.contains("PRIVATE KEY"_L1))
        return SshKeyRule::Private;
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return SshKeyRule::Form;
    if (!isKnown(match.captured(1)))
        return SshKeyRule::Type;
    const auto decoded = QByteArray::fromBase64Encoding(match.captured(2).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return SshKeyRule::Form;
    ParsedSshKey key{match.captured(1), *decoded, match.captured(3).trimmed()};
    if (const auto broken = checkBlob(key.type, key.blob))
        return *broken;
    if (key.name.size() > kMostKeyNameCharacters)
        return SshKeyRule::NameLength;
    return key;
}

Error error(SshKeyRule rule, const QString &field)
{
    const auto say = [&](const QString &detail) {
        return Error{ErrorCode::InvalidInput, field % u": " % detail, field};
    };
    switch (rule) {
    case SshKeyRule::Form:
        return say(u"expected the line of a .pub file, such as ssh-ed25519 AAAA… name"_s);
    case SshKeyRule::Private:
        return say(u"this is a private key: keep it secret and give the line of the .pub file"_s);
    case SshKeyRule::Type:
        return say(u"expected a key of the type ssh-ed25519, ecdsa-sha2-nistp… or ssh-rsa"_s);
    case SshKeyRule::Size:
        return say(u"expected an RSA key of %1 to %2 bits"_s.arg(kLeastRsaBits).arg(kMostRsaBits));
    case SshKeyRule::NameLength:
        return say(u"at most %1 characters may stand behind the key"_s.arg(kMostKeyNameCharacters));
    }
    Q_UNREACHABLE();
}

} // namespace rules
