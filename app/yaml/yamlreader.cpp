// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/yaml/yamlreader.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace yaml {

namespace {

Error unreadable(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

} // namespace

Place Place::inside(const QString &name, const YAML::Mark &mark) const
{
    return {path.isEmpty() ? name : QString(path % u'.' % name), secrets, mark};
}

Place Place::at(qsizetype index) const
{
    return {u"%1[%2]"_s.arg(path).arg(index), secrets, key};
}

Error Place::error(const YAML::Node &node, const QString &text) const
{
    const QString what = path.isEmpty() ? text : QString(path % u": " % text);
    // Nothing stands where the next line begins.
    const YAML::Mark mark = node.IsNull() && !key.is_null() ? key : node.Mark();
    return unreadable(mark.is_null() ? what : u"line %1: %2"_s.arg(mark.line + 1).arg(what));
}

Result<YAML::Node> parse(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    if (decoder.hasError())
        return unreadable(u"the file is not UTF-8"_s);
    if (decoded.contains(QChar(0)))
        return unreadable(u"the file is no text"_s);
    try {
        const auto documents = YAML::LoadAll(decoded.toStdString());
        if (documents.size() != 1 || !documents.front().IsMap())
            return unreadable(u"line 1: expected keys"_s);
        return documents.front();
    } catch (const YAML::Exception &exception) {
        const QString detail = QString::fromStdString(exception.msg);
        return unreadable(exception.mark.is_null()
                              ? detail
                              : u"line %1: %2"_s.arg(exception.mark.line + 1).arg(detail));
    }
}

Result<QString> textOf(const YAML::Node &node, const Place &place, const QString &expected)
{
    if (!node.IsScalar())
        return place.error(node, u"expected "_s % expected);
    // QString::fromUtf8() would drop a byte order mark that belongs to the text.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return QString(decoder(QByteArrayView(node.Scalar().data(), qsizetype(node.Scalar().size()))));
}

Result<> readInto(const YAML::Node &node, bool &value, const Place &place)
{
    const QString expected = u"true or false"_s;
    TRY_ASSIGN(const QString text, textOf(node, place, expected));
    value = text == "true"_L1;
    if (!value && text != "false"_L1)
        return place.error(node, u"expected "_s % expected);
    return {};
}

Result<> readInto(const YAML::Node &node, int &value, const Place &place)
{
    const QString expected = u"a whole number"_s;
    TRY_ASSIGN(const QString text, textOf(node, place, expected));
    bool ok = false;
    value = text.toInt(&ok);
    if (!ok)
        return place.error(node, u"expected "_s % expected);
    return {};
}

Result<> readInto(const YAML::Node &node, QString &value, const Place &place)
{
    TRY_ASSIGN(value, textOf(node, place, u"a text"_s));
    return {};
}

Result<QMap<QString, YAML::Mark>> keysOf(const YAML::Node &node,
                                         const QList<QLatin1StringView> &known, const Place &place)
{
    if (!node.IsMap())
        return place.error(node, u"expected keys"_s);
    QMap<QString, YAML::Mark> keys;
    for (const auto &entry : node) {
        const QString key =
            entry.first.IsScalar() ? QString::fromStdString(entry.first.Scalar()) : u"?"_s;
        const Place here = place.inside(key, entry.first.Mark());
        const auto isIn = [&](const auto &names) {
            return std::any_of(names.begin(), names.end(),
                               [&](QLatin1StringView name) { return name == key; });
        };
        if (isIn(place.secrets))
            return here.error(entry.first, u"a file holds no password"_s);
        if (!isIn(known))
            return here.error(entry.first, u"unknown key"_s);
        if (keys.contains(key))
            return here.error(entry.first, u"is there twice"_s);
        keys.insert(key, entry.first.Mark());
    }
    return keys;
}

} // namespace yaml
