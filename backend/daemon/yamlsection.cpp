// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/yamlsection.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

struct Unit
{
    QLatin1StringView name;
    qint64 factor;
};

// A whole number and its unit, such as 64KiB.
template <std::size_t N>
std::optional<qint64> measure(const QString &text, const std::array<Unit, N> &units)
{
    static const QRegularExpression pattern(u"^([0-9]{1,15}) *([A-Za-z]*)$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    for (const Unit &unit : units) {
        if (match.captured(2) == unit.name) {
            const qint64 number = match.captured(1).toLongLong();
            qint64 product = 0;
            return __builtin_mul_overflow(number, unit.factor, &product) ? std::nullopt
                                                                         : std::optional(product);
        }
    }
    return std::nullopt;
}

std::optional<qint64> seconds(const QString &text)
{
    static constexpr std::array kUnits{Unit{"s"_L1, 1}, Unit{"m"_L1, 60}, Unit{"h"_L1, 3600},
                                       Unit{"d"_L1, 86400}};
    const auto value = measure(text, kUnits);
    return value && *value > 0 && *value <= 3650LL * 86400 ? value : std::nullopt;
}

QString textOf(const YAML::Node &node)
{
    return QString::fromStdString(node.Scalar());
}

} // namespace

std::optional<std::chrono::milliseconds> parseTime(const QString &text)
{
    static constexpr std::array kUnits{Unit{"ms"_L1, 1}, Unit{"s"_L1, 1000}, Unit{"m"_L1, 60000},
                                       Unit{"h"_L1, 3600000}, Unit{"d"_L1, 86400000}};
    if (text == "0"_L1)
        return std::chrono::milliseconds(0);
    const auto value = measure(text, kUnits);
    return value && *value <= 3650LL * 86400000 ? std::optional(std::chrono::milliseconds(*value))
                                                : std::nullopt;
}

void Problems::add(const YAML::Mark &mark, const QString &text)
{
    m_lines.append(mark.is_null() ? QString(m_file % u": "_s % text)
                                  : u"%1:%2: %3"_s.arg(m_file).arg(mark.line + 1).arg(text));
}

YamlSection::YamlSection(const YAML::Node &node, QString path, Problems &problems)
    : m_node(node)
    , m_path(std::move(path))
    , m_problems(problems)
{
    if (m_node.IsMap() || m_node.IsNull() || !m_node.IsDefined())
        return;
    m_problems.add(m_node.Mark(), (m_path.isEmpty() ? u"the file"_s : m_path) % u": expected keys");
    m_node = YAML::Node();
}

YamlSection::~YamlSection()
{
    if (!m_node.IsMap())
        return;
    QSet<QString> seen;
    for (const auto &entry : m_node) {
        const QString key = entry.first.IsScalar() ? textOf(entry.first) : u"?"_s;
        if (!m_known.contains(key))
            m_problems.add(entry.first.Mark(), pathOf(qUtf8Printable(key)) % u": unknown key");
        else if (seen.contains(key))
            m_problems.add(entry.first.Mark(), pathOf(qUtf8Printable(key)) % u": is there twice");
        seen.insert(key);
    }
}

void YamlSection::read(const char *key, QString &value)
{
    scalar(key, u"a text"_s, [&](const QString &text) {
        value = text;
        return !text.isEmpty();
    });
}

void YamlSection::read(const char *key, bool &value)
{
    scalar(key, u"true or false"_s, [&](const QString &text) {
        value = text == "true"_L1;
        return value || text == "false"_L1;
    });
}

void YamlSection::read(const char *key, int &value, const Range &range)
{
    const QString expected = u"a whole number from %1 to %2"_s.arg(QString::number(range.least),
                                                                   QString::number(range.most));
    scalar(key, expected, [&](const QString &text) {
        bool ok = false;
        value = text.toInt(&ok);
        return ok && value >= range.least && value <= range.most;
    });
}

void YamlSection::read(const char *key, QList<int> &value, const Range &range)
{
    value.clear();
    list(key, [&](const YAML::Node &item) {
        bool ok = false;
        const int number = item.IsScalar() ? textOf(item).toInt(&ok) : 0;
        if (!ok || number < range.least || number > range.most) {
            m_problems.add(item.Mark(), u"%1: expected whole numbers from %2 to %3"_s.arg(
                                            pathOf(key), QString::number(range.least),
                                            QString::number(range.most)));
        }
        value.append(number);
    });
}

void YamlSection::read(const char *key, double &value, const Range &range)
{
    const QString expected =
        u"a number from %1 to %2"_s.arg(QString::number(range.least), QString::number(range.most));
    scalar(key, expected, [&](const QString &text) {
        bool ok = false;
        value = text.toDouble(&ok);
        return ok && value >= double(range.least) && value <= double(range.most);
    });
}

void YamlSection::read(const char *key, QStringList &value)
{
    value.clear();
    list(key, [&](const YAML::Node &item) {
        if (!item.IsScalar() || item.Scalar().empty())
            m_problems.add(item.Mark(), pathOf(key) % u": expected texts");
        else
            value.append(textOf(item));
    });
}

void YamlSection::readPath(const char *key, const QDir &base, QString &path)
{
    read(key, path);
    if (has(key) && !path.isEmpty())
        path = QDir::cleanPath(base.absoluteFilePath(path));
}

void YamlSection::readBytes(const char *key, qint64 &value)
{
    static constexpr std::array kUnits{Unit{""_L1, 1}, Unit{"KiB"_L1, 1LL << 10},
                                       Unit{"MiB"_L1, 1LL << 20}, Unit{"GiB"_L1, 1LL << 30},
                                       Unit{"TiB"_L1, 1LL << 40}};
    scalar(key, u"bytes such as 512MiB or 8GiB"_s, [&](const QString &text) {
        const auto bytes = measure(text, kUnits);
        value = bytes.value_or(value);
        return bytes.has_value();
    });
}

void YamlSection::readMilliCpu(const char *key, qint64 &value)
{
    scalar(key, u"a number of cores such as 1.5"_s, [&](const QString &text) {
        bool ok = false;
        const double cores = text.toDouble(&ok);
        if (!ok || !(cores >= 0 && cores <= 4096))
            return false;
        value = std::llround(cores * 1000);
        return true;
    });
}

void YamlSection::readTime(const char *key, std::chrono::seconds &value)
{
    scalar(key, u"a time such as 30s, 5m, 12h or 7d"_s, [&](const QString &text) {
        const auto time = seconds(text);
        value = time ? std::chrono::seconds(*time) : value;
        return time.has_value();
    });
}

void YamlSection::readTime(const char *key, std::chrono::milliseconds &value)
{
    auto whole = std::chrono::duration_cast<std::chrono::seconds>(value);
    readTime(key, whole);
    if (has(key))
        value = whole;
}

void YamlSection::readSpan(const char *key, std::chrono::milliseconds &value)
{
    scalar(key, u"a time such as 0, 250ms, 30s, 5m or 12h"_s, [&](const QString &text) {
        const auto time = parseTime(text);
        value = time.value_or(value);
        return time.has_value();
    });
}

void YamlSection::readSpan(const char *key, std::chrono::seconds &value)
{
    std::chrono::milliseconds fine = value;
    readSpan(key, fine);
    value = std::chrono::floor<std::chrono::seconds>(fine);
}

void YamlSection::section(const char *key, const std::function<void(YamlSection &)> &read)
{
    const YAML::Node node = find(key);
    if (!node.IsDefined())
        return;
    YamlSection inner(node, pathOf(key), m_problems);
    read(inner);
}

void YamlSection::sections(const char *key, const std::function<void(YamlSection &)> &read)
{
    int index = 0;
    list(key, [&](const YAML::Node &item) {
        YamlSection inner(item, u"%1[%2]"_s.arg(pathOf(key)).arg(index++), m_problems);
        read(inner);
    });
}

void YamlSection::list(const char *key, const std::function<void(const YAML::Node &)> &read)
{
    const YAML::Node node = find(key);
    if (!node.IsDefined())
        return;
    if (!node.IsSequence()) {
        m_problems.add(node.Mark(), pathOf(key) % u": expected a list");
        return;
    }
    for (const auto &item : node)
        read(item);
}

bool YamlSection::has(const char *key) const
{
    return m_node.IsMap() && m_node[key].IsDefined();
}

bool YamlSection::hasText(const char *key) const
{
    return has(key) && m_node[key].IsScalar();
}

void YamlSection::problem(const char *key, const QString &text)
{
    m_problems.add(has(key) ? m_node[key].Mark() : m_node.Mark(), pathOf(key) % u": " % text);
}

YAML::Node YamlSection::find(const char *key)
{
    m_known.insert(QString::fromLatin1(key));
    return has(key) ? m_node[key] : YAML::Node(YAML::NodeType::Undefined);
}

void YamlSection::scalar(const char *key, const QString &expected, const Accept &accept)
{
    const YAML::Node node = find(key);
    if (!node.IsDefined())
        return;
    if (!node.IsScalar() || !accept(textOf(node)))
        m_problems.add(node.Mark(), pathOf(key) % u": expected " % expected);
}

QString YamlSection::pathOf(const char *key) const
{
    const QString name = QString::fromUtf8(key);
    return m_path.isEmpty() ? name : QString(m_path % u'.' % name);
}

} // namespace berthd
