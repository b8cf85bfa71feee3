// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/podmanlog.h"

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

constexpr qint64 kLargestRange = 256 * 1024 * 1024;
constexpr qint64 kBlock = 64 * 1024;
constexpr qint64 kOverlap = 3; // seconds in which a line may be written that nobody rang for

// Where the newest `count` records begin.
qint64 tailStart(QFile &file, qint64 count)
{
    qint64 at = file.size();
    qint64 ends = -1; // the last record's own end
    while (at > 0) {
        const qint64 from = std::max<qint64>(0, at - kBlock);
        file.seek(from);
        const QByteArray block = file.read(at - from);
        for (qsizetype i = block.size() - 1; i >= 0; --i) {
            if (block.at(i) == '\n' && ++ends >= count)
                return from + i + 1;
        }
        at = from;
    }
    return 0;
}

Result<QList<model::LogLine>> linesFrom(QFile &file, qint64 start, LogRecords &records,
                                        const LogRange &range)
{
    if (file.size() - start > kLargestRange)
        return Error{ErrorCode::TooLarge, u"the log is too large to be read at once"_s, {}};
    file.seek(start);
    QList<model::LogLine> lines;
    records.feed(file.readAll(), lines);
    if (range.after)
        lines.removeIf([&](const model::LogLine &line) { return line.at <= *range.after; });
    return lines;
}

// The lines of the range, and the file stands behind them. A line may be several records.
Result<QList<model::LogLine>> linesInRange(QFile &file, LogRecords &records, const QString &task,
                                           const LogRange &range)
{
    if (range.tail < 0)
        return linesFrom(file, 0, records, range);
    // One more than asked for: the first may be the end of a longer line.
    for (qint64 count = range.tail + 1;; count *= 2) {
        const qint64 start = tailStart(file, count);
        LogRecords fresh(task);
        TRY_ASSIGN(auto lines, linesFrom(file, start, fresh, range));
        if (lines.size() <= range.tail && start > 0 && !range.after)
            continue;
        records = fresh;
        return lines.size() > range.tail ? lines.last(range.tail) : lines;
    }
}

} // namespace

Result<QList<model::LogLine>> linesOfFile(const QString &path, const QString &task,
                                          const LogRange &range)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const bool absent = !file.exists();
        return Error{absent ? ErrorCode::NotFound : ErrorCode::Forbidden, file.errorString(), {}};
    }
    LogRecords records(task);
    TRY_ASSIGN(auto lines, linesInRange(file, records, task, range));
    records.end(lines);
    return range.tail >= 0 && lines.size() > range.tail ? lines.last(range.tail) : lines;
}

PodmanLogFollower::PodmanLogFollower(DockerClient &client, Containers &containers,
                                     const QString &container, const QString &task, LogRange range)
    : m_client(client)
    , m_container(container)
    , m_task(task)
    , m_range(std::move(range))
    , m_records(task)
{
    whenDone(containers.inspect(container), this, [this](const auto &found) { begin(found); });
}

PodmanLogFollower::~PodmanLogFollower()
{
    if (m_bell)
        m_bell->deleteLater();
}

void PodmanLogFollower::begin(const Result<InspectedContainer> &found)
{
    if (!found) {
        emit ended(found.error());
        return;
    }
    m_file.setFileName(found->logPath);
    const bool readable = m_file.open(QIODevice::ReadOnly);
    if (!readable && (found->logPath.isEmpty() || m_file.exists())) {
        followPlainly();
        return;
    }
    const LogRange recent{.after = QDateTime::currentDateTimeUtc().addSecs(-kOverlap)};
    m_bell = m_client.stream(logRequest(m_container, recent, Follow::Yes)).release();
    connect(m_bell, &DockerCall::bodyRead, this, &PodmanLogFollower::readOn);
    connect(m_bell, &DockerCall::finished, this, &PodmanLogFollower::finish);
    readOn();
}

void PodmanLogFollower::followPlainly()
{
    m_plain = std::make_unique<DockerLogFollower>(m_client, m_container, m_task, m_range);
    connect(m_plain.get(), &LogFollower::linesWritten, this, &LogFollower::linesWritten);
    connect(m_plain.get(), &LogFollower::ended, this, &LogFollower::ended);
}

void PodmanLogFollower::readOn()
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly))
        return; // the container has not started yet
    QList<model::LogLine> lines;
    if (std::exchange(m_isFirstRead, false)) {
        auto first = linesInRange(m_file, m_records, m_task, m_range);
        if (!first) {
            finish(first.error());
            return;
        }
        lines = *std::move(first);
    } else {
        readRest(lines);
        if (m_range.after)
            lines.removeIf([&](const auto &line) { return line.at <= *m_range.after; });
    }
    if (!lines.isEmpty())
        emit linesWritten(lines);
}

void PodmanLogFollower::readRest(QList<model::LogLine> &lines)
{
    // Looked at before: what is written to the old file until it is replaced is read all the same.
    const bool replaced = isReplaced();
    m_records.feed(m_file.readAll(), lines);
    if (!replaced)
        return;
    m_file.close();
    if (m_file.open(QIODevice::ReadOnly))
        m_records.feed(m_file.readAll(), lines);
}

// A log that has reached its largest size goes on in a new file of the same name.
bool PodmanLogFollower::isReplaced() const
{
    struct stat ours{};
    struct stat named{};
    return fstat(m_file.handle(), &ours) == 0
           && stat(QFile::encodeName(m_file.fileName()).constData(), &named) == 0
           && (ours.st_dev != named.st_dev || ours.st_ino != named.st_ino);
}

void PodmanLogFollower::finish(const std::optional<Error> &error)
{
    const QPointer<PodmanLogFollower> self(this);
    m_bell->disconnect(this);
    if (!error)
        readOn();
    if (!self)
        return;
    QList<model::LogLine> rest;
    m_records.end(rest);
    if (!rest.isEmpty())
        emit linesWritten(rest);
    if (self)
        emit ended(error);
}

} // namespace engines
