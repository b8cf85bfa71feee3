// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobconsole.h"

#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/logview.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/toast.h"
#include "core/client/apiclient.h"
#include "core/client/streams.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

JobConsole::JobConsole(client::ApiClient &api, QWidget *parent)
    : QWidget(parent)
    , m_api(api)
    , m_search(new SearchField)
    , m_hits(new QLabel)
    , m_previous(tool(u"previousHitButton"_s))
    , m_next(tool(u"nextHitButton"_s))
    , m_wrap(tool(u"wrapButton"_s))
    , m_copy(tool(u"copyLogButton"_s))
    , m_download(tool(u"downloadLogButton"_s))
    , m_note(new QLabel)
    , m_log(new LogView)
    , m_jump(new QPushButton(this))
{
    setObjectName(u"jobConsole"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, 0);
    layout->addWidget(makeBar());
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
    connect(m_log, &LogView::hitsChanged, this, &JobConsole::showHits);
    connect(m_search, &QLineEdit::textChanged, m_log, &LogView::setSearch);
    connect(m_search, &SearchField::left, this, [this] { m_log->nextHit(-1); });
    connect(m_previous, &QToolButton::clicked, this, [this] { m_log->nextHit(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_log->nextHit(1); });
    connect(new QShortcut(QKeySequence::FindNext, this), &QShortcut::activated, this,
            [this] { m_log->nextHit(-1); });
    connect(m_wrap, &QToolButton::toggled, m_log, &LogView::setWrapped);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_log->allText());
        Toast::say(this, tr("Log copied."));
    });
    connect(m_download, &QToolButton::clicked, this, &JobConsole::chooseFile);
    retranslate();
}

JobConsole::~JobConsole() = default;

QToolButton *JobConsole::tool(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIconSize({18, 18});
    return button;
}

QWidget *JobConsole::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid / 2);
    m_previous->setIcon(icon(Icon::ChevronUp));
    m_next->setIcon(icon(Icon::ChevronDown));
    m_wrap->setIcon(icon(Icon::Wrap));
    m_wrap->setCheckable(true);
    m_copy->setIcon(icon(Icon::Copy));
    m_download->setIcon(icon(Icon::Download));
    m_search->setObjectName(u"consoleSearchField"_s);
    m_search->setMaximumWidth(320);
    m_hits->setObjectName(u"hitsLabel"_s);
    setType(m_hits, LabelType::Secondary);
    layout->addWidget(m_search);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addSpacing(kGrid / 2);
    layout->addWidget(m_hits);
    layout->addStretch();
    for (QToolButton *button : {m_wrap, m_copy, m_download})
        layout->addWidget(button);
    return bar;
}

void JobConsole::retranslate()
{
    m_search->setPurpose(tr("Search the log"));
    const auto name = [](QAbstractButton *button, const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_previous, tr("Previous place"));
    name(m_next, tr("Next place"));
    name(m_wrap, tr("Wrap long lines"));
    name(m_copy, tr("Copy the log"));
    name(m_download, tr("Save the log"));
    m_log->setAccessibleName(tr("Log"));
    m_jump->setText(tr("Jump to newest"));
    m_jump->setAccessibleName(m_jump->text());
    if (m_log->lineCount() == 0)
        showNote(m_ended ? tr("The job wrote nothing.") : tr("Nothing is written yet."));
    showHits();
}

void JobConsole::open(const model::JobId &job)
{
    if (m_stream && m_job == job)
        return;
    close();
    m_job = job;
    m_stream = std::make_unique<client::LogStream>(m_api, job, model::LogQuery());
    connect(m_stream.get(), &client::LogStream::restarted, this, [this] { m_log->setLines({}); });
    connect(m_stream.get(), &client::LogStream::linesReceived, this, &JobConsole::take);
    connect(m_stream.get(), &client::LogStream::failed, this, &JobConsole::fail);
    connect(m_stream.get(), &client::LogStream::ended, this, [this] {
        m_ended = true;
        showNote(m_log->lineCount() == 0 ? tr("The job wrote nothing.") : QString());
    });
    m_stream->start();
}

void JobConsole::close()
{
    m_stream.reset();
    m_ended = false;
    m_log->setLines({});
    showNote(tr("Nothing is written yet."));
}

void JobConsole::take(const QList<model::LogLine> &lines)
{
    QList<LogView::Line> shown;
    shown.reserve(lines.size());
    for (const model::LogLine &line : lines) {
        // The one container of a regular job needs no name.
        const QString task = line.task == "main"_L1 ? QString() : line.task;
        shown.append({line.at, task, line.text, line.stream == model::LogStream::Stderr});
    }
    m_log->append(shown);
    showNote({});
    showHits();
}

void JobConsole::fail(const Error &error)
{
    showNote(ErrorText::of(error));
}

void JobConsole::showNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void JobConsole::showHits()
{
    const bool searching = !m_search->text().isEmpty();
    const int hits = m_log->hits();
    m_hits->setText(!searching  ? QString()
                    : hits == 0 ? tr("Not found")
                                : tr("%1 of %2").arg(m_log->currentHit() + 1).arg(hits));
    m_previous->setEnabled(hits > 1);
    m_next->setEnabled(hits > 1);
    const bool any = m_log->lineCount() > 0;
    m_copy->setEnabled(any);
    m_download->setEnabled(any);
}

bool JobConsole::saveTo(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(m_log->allText().toUtf8());
    return file.commit();
}

void JobConsole::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Save the log"), Format::shortId(m_job.toString()) + u".log"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString name = QFileInfo(path).fileName();
        Toast::say(this, saveTo(path) ? tr("Saved as %1.").arg(name)
                                      : tr("%1 could not be written.").arg(name));
    });
    dialog->open();
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
