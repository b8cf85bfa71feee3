// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobconsole.h"

#include "app/pages/consolebar.h"
#include "app/pages/logpast.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/logtext.h"
#include "app/widgets/logview.h"
#include "app/widgets/toast.h"
#include "core/api/jobs.h"
#include "core/client/apiclient.h"
#include "core/client/streams.h"

#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostNewest = 8;

// The one container of a regular job needs no name.
QString taskOf(const model::LogLine &line)
{
    return line.task == "main"_L1 ? QString() : line.task;
}

QList<LogView::Line> shownLines(const QList<model::LogLine> &lines)
{
    QList<LogView::Line> shown;
    shown.reserve(lines.size());
    for (const model::LogLine &line : lines)
        shown.append({line.at, taskOf(line), line.text, line.stream == model::LogStream::Stderr});
    return shown;
}

QByteArray savedLine(const model::LogLine &line)
{
    QString text = line.at.toUTC().toString(Qt::ISODateWithMs) + u' ';
    if (const QString task = taskOf(line); !task.isEmpty())
        text += task + u' ';
    return (text + line.text + u'\n').toUtf8();
}

} // namespace

JobConsole::JobConsole(client::ApiClient &api, QWidget *parent)
    : QWidget(parent)
    , m_api(api)
    , m_past(new LogPast(api, this))
    , m_log(new LogView)
    , m_bar(new ConsoleBar(*m_log, this))
    , m_note(new QLabel)
    , m_jump(new QPushButton(this))
{
    setObjectName(u"jobConsole"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_note);
    layout->addWidget(m_log, 1);
    m_note->setObjectName(u"consoleNoteLabel"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    setType(m_note, LabelType::Secondary);
    m_jump->setObjectName(u"jumpButton"_s);
    m_jump->setIcon(icon(Icon::ArrowDown));
    m_jump->hide();
    connect(m_jump, &QPushButton::clicked, m_log, &LogView::followNewest);
    connect(m_log, &LogView::followingChanged, this, [this](bool following) {
        m_jump->setVisible(!following);
        placeJump();
    });
    connect(m_log, &LogView::beginningReached, this, &JobConsole::askForPast);
    connect(m_past, &LogPast::received, this,
            [this](const QList<model::LogLine> &lines) { m_log->prepend(shownLines(lines)); });
    connect(m_bar, &ConsoleBar::saveRequested, this, &JobConsole::chooseFile);
    retranslate();
}

JobConsole::~JobConsole() = default;

void JobConsole::retranslate()
{
    m_bar->retranslate();
    m_log->setAccessibleName(tr("Log"));
    m_jump->setText(tr("Jump to newest"));
    m_jump->setAccessibleName(m_jump->text());
    if (m_log->lineCount() == 0)
        showEmptiness();
}

void JobConsole::open(const model::JobId &job)
{
    if (m_job != job)
        close();
    if (m_stream || (m_ended && m_job == job))
        return;
    if (std::exchange(m_job, job) != job)
        m_past->restart(job);
    const auto repeat = [this] {
        m_cursor.restart();
        m_isRepeating = m_log->lineCount() > 0;
    };
    repeat();
    m_stream = std::make_unique<client::LogStream>(m_api, job, model::LogQuery());
    connect(m_stream.get(), &client::LogStream::restarted, this, repeat);
    connect(m_stream.get(), &client::LogStream::linesReceived, this, &JobConsole::take);
    connect(m_stream.get(), &client::LogStream::failed, this,
            [this](const Error &error) { showNote(ErrorText::of(error)); });
    connect(m_stream.get(), &client::LogStream::ended, this, [this] {
        m_ended = true;
        showEmptiness();
    });
    m_stream->start();
}

void JobConsole::pause()
{
    m_stream.reset();
}

void JobConsole::close()
{
    m_stream.reset();
    m_job = {};
    m_ended = false;
    m_cursor = {};
    m_newest.clear();
    m_past->restart({});
    m_log->setLines({});
    m_log->followNewest();
    showEmptiness();
}

void JobConsole::take(const QList<model::LogLine> &lines)
{
    QList<model::LogLine> fresh;
    std::ranges::copy_if(lines, std::back_inserter(fresh),
                         [this](const model::LogLine &line) { return m_cursor.isNew(line); });
    // More was written meanwhile than comes again: a gap would lie between old and new.
    if (std::exchange(m_isRepeating, false) && fresh.size() == lines.size()) {
        m_log->setLines({});
        m_past->restart(m_job);
    }
    m_past->noteNewest(fresh);
    m_log->append(shownLines(fresh));
    for (const model::LogLine &line : fresh.last(std::min(fresh.size(), kMostNewest)))
        m_newest.append(shownLogText(line.text));
    m_newest = m_newest.last(std::min(m_newest.size(), kMostNewest));
    showEmptiness();
    emit linesTaken();
}

void JobConsole::askForPast()
{
    if (!m_log->isFull())
        m_past->ask();
}

QStringList JobConsole::newestLines(int most) const
{
    return m_newest.last(std::min<qsizetype>(most, m_newest.size()));
}

void JobConsole::showEmptiness()
{
    showNote({});
    m_log->setPlaceholderText(m_ended ? tr("The job wrote nothing.")
                                      : tr("Nothing is written yet."));
}

void JobConsole::showNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void JobConsole::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Save the log"), Format::shortId(m_job.toString()) + u".log"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &JobConsole::saveTo);
    dialog->open();
}

void JobConsole::saveTo(const QString &path)
{
    model::LogQuery query;
    query.tail = model::LogQuery::kMaxTail;
    whenDone(m_api.call(api::jobLog, {m_job.toString()}, query), this,
             [this, path](const Result<model::Items<model::LogLine>> &log) { write(path, log); });
}

void JobConsole::write(const QString &path, const Result<model::Items<model::LogLine>> &log)
{
    if (!log) {
        Toast::say(this, ErrorText::of(log.error()));
        return;
    }
    const QString name = QFileInfo(path).fileName();
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    for (const model::LogLine &line : log->items)
        written = written && file.write(savedLine(line)) >= 0;
    Toast::say(this, written && file.commit() ? tr("Saved as %1.").arg(name)
                                              : tr("%1 could not be written.").arg(name));
}

void JobConsole::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeJump();
}

void JobConsole::placeJump()
{
    m_jump->adjustSize();
    m_jump->move((width() - m_jump->width()) / 2, height() - m_jump->height() - 3 * kGrid);
    m_jump->raise();
}
