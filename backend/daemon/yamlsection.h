// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/json/enumnames.h"

#include <QDir>
#include <QSet>
#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <chrono>
#include <functional>
#include <optional>

namespace berthd {

// What is wrong with a file, in its order of reading: "berthd.yaml:12: pull: expected …".
class Problems
{
public:
    explicit Problems(QString file)
        : m_file(std::move(file))
    { }

    void add(const YAML::Mark &mark, const QString &text);
    const QStringList &lines() const { return m_lines; }

private:
    QString m_file;
    QStringList m_lines;
};

// "250ms", "30s", "5m", "12h", "7d" or "0"; absent when it is no such time.
std::optional<std::chrono::milliseconds> parseTime(const QString &text);

// A map of a YAML file that is read strictly: each key at most once, only keys that are asked for,
// each value of its type and range. A key that is absent leaves the value as it is.
class YamlSection
{
public:
    YamlSection(const YAML::Node &node, QString path, Problems &problems);
    ~YamlSection(); // reports the keys that nobody asked for
    Q_DISABLE_COPY_MOVE(YamlSection)

    struct Range
    {
        qint64 least;
        qint64 most;
    };

    void read(const char *key, QString &value); // not empty
    void read(const char *key, bool &value);
    void read(const char *key, int &value, const Range &range);
    void read(const char *key, double &value, const Range &range);
    void read(const char *key, QList<int> &value, const Range &range);
    void read(const char *key, QStringList &value);
    void readPath(const char *key, const QDir &base, QString &path); // absolute afterwards
    void readBytes(const char *key, qint64 &value); // 512, 64KiB, 1MiB, 8GiB
    void readMilliCpu(const char *key, qint64 &value); // cores, such as 1.5
    void readTime(const char *key, std::chrono::seconds &value); // 30s, 5m, 12h, 7d
    void readTime(const char *key, std::chrono::milliseconds &value);
    void readSpan(const char *key, std::chrono::milliseconds &value); // also 250ms and 0
    void readSpan(const char *key, std::chrono::seconds &value); // also 0

    template <json::NamedEnum Enum>
    void readWord(const char *key, Enum &value)
    {
        QStringList words;
        for (const auto &entry : json::EnumNames<Enum>::table)
            words.append(entry.second);
        const auto accept = [&](const QString &word) {
            const auto known = json::fromName<Enum>(word);
            value = known.value_or(value);
            return known.has_value();
        };
        scalar(key, QStringLiteral("one of ") + words.join(QStringLiteral(", ")), accept);
    }

    // Calls read with a map inside this one, or with each map of a list.
    void section(const char *key, const std::function<void(YamlSection &)> &read);
    void sections(const char *key, const std::function<void(YamlSection &)> &read);
    void list(const char *key, const std::function<void(const YAML::Node &)> &read);

    bool has(const char *key) const;
    bool hasText(const char *key) const; // and not keys or a list
    void problem(const char *key, const QString &text);

private:
    using Accept = std::function<bool(const QString &text)>;

    YAML::Node find(const char *key);
    void scalar(const char *key, const QString &expected, const Accept &accept);
    QString pathOf(const char *key) const;

    YAML::Node m_node;
    QString m_path;
    Problems &m_problems;
    QSet<QString> m_known;
};

} // namespace berthd
