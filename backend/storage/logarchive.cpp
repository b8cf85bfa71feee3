// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/logarchive.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

constexpr qint64 kChunk = 64 * 1024;

Error fileError(const QFileDevice &file)
{
    return {ErrorCode::Unavailable, file.fileName() % u": " % file.errorString(), QString()};
}

// "<time> <o|e> <task> <text>", with the text's own line ends and backslashes escaped.
QByteArray lineOf(const model::LogLine &line)
{
    QString text = line.text;
    text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    const QChar stream = line.stream == model::LogStream::Stderr ? u'e' : u'o';
    const QString whole = line.at.toUTC().toString(Qt::ISODateWithMs) % u' ' % stream % u' '
                          % line.task % u' ' % text % u'\n';
    return whole.toUtf8();
}

QString unescaped(const QString &text)
{
    if (!text.contains(u'\\'))
        return text;
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 1 == text.size()) {
            plain += text.at(i);
            continue;
        }
        const QChar next = text.at(++i);
        plain += next == u'n' ? QChar(u'\n') : next == u'r' ? QChar(u'\r') : next;
    }
    return plain;
}

std::optional<model::LogLine> parse(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const qsizetype first = text.indexOf(u' ');
    const qsizetype third = text.indexOf(u' ', first + 3);
    if (first < 0 || third < 0)
        return std::nullopt;
    model::LogLine line;
    line.at = QDateTime::fromString(text.first(first), Qt::ISODateWithMs);
    line.stream = text.at(first + 1) == u'e' ? model::LogStream::Stderr : model::LogStream::Stdout;
    line.task = text.sliced(first + 3, third - first - 3);
    line.text = unescaped(text.sliced(third + 1));
    return line.at.isValid() ? std::optional(line) : std::nullopt;
}

// Gives a file's lines from its end to its beginning.
class BackwardReader
{
public:
    explicit BackwardReader(QFile &file)
        : m_file(file)
        , m_before(file.size())
    { }

    std::optional<QByteArray> previous()
    {
        qsizetype end = 0;
        while ((end = m_buffer.lastIndexOf('\n')) < 0 && m_before > 0) {
            const qint64 size = std::min(kChunk, m_before);
            m_before -= size;
            if (!m_file.seek(m_before))
                return std::nullopt;
            m_buffer.prepend(m_file.read(size));
        }
        if (end < 0 && m_buffer.isEmpty())
            return std::nullopt;
        QByteArray line = m_buffer.sliced(end + 1);
        m_buffer.truncate(std::max<qsizetype>(end, 0));
        return line;
    }

private:
    QFile &m_file;
    qint64 m_before; // what lies before it is not read yet
    QByteArray m_buffer;
};

} // namespace

LogArchive::LogArchive(const QString &dataDirectory)
    : m_root(QDir(dataDirectory).filePath(u"logs"_s))
{ }

QString LogArchive::directory(const model::JobId &job) const
{
    return m_root % u'/' % job.toString();
}

QString LogArchive::path(const model::JobId &job, int attempt) const
{
    return directory(job) % u'/' % QString::number(attempt) % u".log";
}

Result<> LogArchive::store(const model::JobId &job, int attempt, const QList<model::LogLine> &lines)
{
    if (!QDir().mkpath(directory(job)))
        return Error{ErrorCode::Unavailable, directory(job) % u": cannot be made", QString()};
    QSaveFile file(path(job, attempt));
    if (!file.open(QIODevice::WriteOnly))
        return fileError(file);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    qint64 size = 0;
    auto from = lines.end();
    while (from != lines.begin() && size < kMostBytes) {
        --from;
        size += from->text.size() + from->task.size() + 32;
    }
    for (auto line = from; line != lines.end(); ++line)
        file.write(lineOf(*line));
    return file.commit() ? Result<>() : fileError(file);
}

bool LogArchive::contains(const model::JobId &job, int attempt) const
{
    return QFile::exists(path(job, attempt));
}

QList<int> LogArchive::attempts(const model::JobId &job) const
{
    QList<int> found;
    const auto files = QDir(directory(job)).entryInfoList({u"*.log"_s}, QDir::Files);
    for (const QFileInfo &file : files) {
        bool ok = false;
        const int attempt = file.baseName().toInt(&ok);
        if (ok)
            found.append(attempt);
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<QList<model::LogLine>> LogArchive::read(const model::JobId &job, int attempt, int tail,
                                               const QString &task) const
{
    QFile file(path(job, attempt));
    if (!file.exists())
        return QList<model::LogLine>();
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file);
    QList<model::LogLine> lines;
    BackwardReader reader(file);
    while (lines.size() < tail) {
        const auto bytes = reader.previous();
        if (!bytes)
            break;
        const auto line = parse(*bytes);
        if (line && (task.isEmpty() || line->task == task))
            lines.append(*line);
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

Result<> LogArchive::remove(const model::JobId &job)
{
    if (!QDir(directory(job)).removeRecursively())
        return Error{ErrorCode::Unavailable, directory(job) % u": cannot be removed", QString()};
    return {};
}

} // namespace storage
