// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/yaml/yamlreader.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace yaml {

using Kind = Problem::Kind;

namespace {

int lineOf(const YAML::Mark &mark)
{
    return mark.is_null() ? 0 : mark.line + 1;
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

Problem Place::problem(const YAML::Node &node, Kind kind) const
{
    // Nothing stands where the next line begins.
    const YAML::Mark mark = node.IsNull() && !key.is_null() ? key : node.Mark();
    return {.kind = kind, .line = lineOf(mark), .path = path};
}

std::variant<YAML::Node, Problem> parse(const QByteArray &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    if (decoder.hasError())
        return Problem{.kind = Kind::NotUtf8};
    if (decoded.contains(QChar(0)))
        return Problem{.kind = Kind::NotText};
    try {
        const auto documents = YAML::LoadAll(decoded.toStdString());
        if (documents.size() != 1 || !documents.front().IsMap())
            return Problem{.kind = Kind::KeysExpected, .line = 1};
        return documents.front();
    } catch (const YAML::Exception &exception) {
        Problem problem{.kind = Kind::NotYaml, .line = lineOf(exception.mark)};
        problem.detail = QString::fromStdString(exception.msg);
        return problem;
    }
}

std::optional<QString> textOf(const YAML::Node &node)
{
    if (!node.IsScalar())
        return {};
    // QString::fromUtf8() would drop a byte order mark that belongs to the text.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return QString(decoder(QByteArrayView(node.Scalar().data(), qsizetype(node.Scalar().size()))));
}

Outcome readInto(const YAML::Node &node, bool &value, const Place &place)
{
    const auto text = textOf(node);
    value = text == u"true"_s;
    return value || text == u"false"_s ? Outcome() : place.problem(node, Kind::TruthExpected);
}

Outcome readInto(const YAML::Node &node, int &value, const Place &place)
{
    bool ok = false;
    value = textOf(node).value_or(QString()).toInt(&ok);
    return ok ? Outcome() : place.problem(node, Kind::WholeNumberExpected);
}

Outcome readInto(const YAML::Node &node, QString &value, const Place &place)
{
    const auto text = textOf(node);
    if (!text)
        return place.problem(node, Kind::TextExpected);
    value = *text;
    return {};
}

std::variant<Marks, Problem> keysOf(const YAML::Node &node, const QList<QLatin1StringView> &known,
                                    const Place &place)
{
    if (!node.IsMap())
        return place.problem(node, Kind::KeysExpected);
    Marks keys;
    for (const auto &entry : node) {
        const QString key =
            entry.first.IsScalar() ? QString::fromStdString(entry.first.Scalar()) : u"?"_s;
        const Place here = place.inside(key, entry.first.Mark());
        const auto isIn = [&](const auto &names) {
            return std::any_of(names.begin(), names.end(),
                               [&](QLatin1StringView name) { return name == key; });
        };
        if (isIn(place.secrets))
            return here.problem(entry.first, Kind::PasswordGiven);
        if (!isIn(known))
            return here.problem(entry.first, Kind::UnknownKey);
        if (keys.contains(key))
            return here.problem(entry.first, Kind::RepeatedKey);
        keys.insert(key, entry.first.Mark());
    }
    return keys;
}

} // namespace yaml
