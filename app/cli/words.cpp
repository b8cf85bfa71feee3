// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/words.h"

#include "app/yaml/templatefile.h"
#include "core/rules/reasonwords.h"

using namespace Qt::Literals::StringLiterals;

using rules::reasonWords;

QString stateWords(const model::JobSummary &job)
{
    QString words = json::nameOf(job.state);
    if (job.state == model::JobState::Queued && job.position)
        words += u" (number %1 in its queue)"_s.arg(*job.position);
    return job.reason ? QString(words % u": " % reasonWords(*job.reason)) : words;
}

QString placementWords(const model::TaskPlacement &task)
{
    QStringList devices;
    for (const int device : task.devices)
        devices.append(u'#' + QString::number(device));
    return task.task % u" on " % task.node.value() % (devices.isEmpty() ? u""_s : u" with "_s)
           % devices.join(u' ');
}

QStringList verdictWords(const model::Verdict &verdict)
{
    const QString why = verdict.reason ? reasonWords(*verdict.reason) : QString();
    QStringList lines;
    switch (verdict.outlook) {
    case model::Outlook::Starts:
        lines.append(u"starts now"_s);
        break;
    case model::Outlook::StartsAfterEviction:
        lines.append(
            u"starts when %1 preemptible job(s) have made room"_s.arg(verdict.evictedJobs));
        break;
    case model::Outlook::Waits:
        lines.append(u"waits as number %1: %2"_s.arg(verdict.position.value_or(1)).arg(why));
        break;
    case model::Outlook::Never:
        lines.append(u"never runs: "_s % why);
        break;
    }
    for (const auto &task : verdict.placement)
        lines.append(u"  "_s % placementWords(task));
    for (const auto &job : verdict.evicted) {
        lines.append(u"  evicts %1 %2 of %3, %4 device(s)"_s.arg(
            shortId(job.id), job.name, job.ownerName, QString::number(job.devices)));
    }
    return lines;
}

QString timelineWords(const model::TimelineEntry &entry)
{
    QString words = json::nameOf(entry.cause);
    words.replace(u'_', u' ');
    if (entry.cause == model::TimelineCause::Ended)
        words = json::nameOf(entry.state);
    if (entry.priority)
        words += u" to %1"_s.arg(*entry.priority);
    if (entry.actor)
        words += u" by %1"_s.arg(*entry.actor);
    const bool isSaid = entry.reason && entry.reason->code == model::ReasonCode::ByUser;
    return entry.reason && !isSaid ? QString(words % u": " % reasonWords(*entry.reason)) : words;
}

QString failureWords(const model::JobEndpoint &endpoint)
{
    using model::EndpointFailure;
    const auto words = [&]() -> QString {
        switch (endpoint.failure.value_or(EndpointFailure::EngineRefused)) {
        case EndpointFailure::NotInImage:
            return u"not in the image"_s;
        case EndpointFailure::Exited:
            return u"ended by itself"_s;
        case EndpointFailure::NoAnswer:
            return u"does not answer"_s;
        case EndpointFailure::NoPort:
            return u"its node has no free port"_s;
        case EndpointFailure::EngineRefused:
            return u"the engine refused"_s;
        }
        Q_UNREACHABLE();
    }();
    const QString last = endpoint.detail.trimmed().section(u'\n', -1);
    return last.isEmpty() ? words : QString(words % u": " % last);
}

QString problemWords(const yaml::Problem &problem)
{
    using Kind = yaml::Problem::Kind;
    const auto words = [&]() -> QString {
        switch (problem.kind) {
        case Kind::TooLarge:
            return u"the file has more than %1 KiB"_s.arg(kMostTemplateFileBytes / 1024);
        case Kind::NotUtf8:
            return u"the file is not UTF-8"_s;
        case Kind::NotText:
            return u"the file is no text"_s;
        case Kind::NotYaml:
            return problem.detail;
        case Kind::KeysExpected:
            return u"expected keys"_s;
        case Kind::ListExpected:
            return u"expected a list"_s;
        case Kind::TextExpected:
            return u"expected a text"_s;
        case Kind::WholeNumberExpected:
            return u"expected a whole number"_s;
        case Kind::TruthExpected:
            return u"expected true or false"_s;
        case Kind::IdExpected:
            return u"expected an id"_s;
        case Kind::WordExpected:
            return u"expected one of "_s % problem.words.join(u", "_s);
        case Kind::PasswordGiven:
            return u"a file holds no password"_s;
        case Kind::UnknownKey:
            return u"unknown key"_s;
        case Kind::RepeatedKey:
            return u"is there twice"_s;
        case Kind::NameMissing:
            return u"the template needs a name"_s;
        }
        Q_UNREACHABLE();
    }();
    const QString what = problem.path.isEmpty() ? words : QString(problem.path % u": " % words);
    return problem.line > 0 ? u"line %1: %2"_s.arg(QString::number(problem.line), what) : what;
}

QString shortId(const model::JobId &id)
{
    return id.toString().left(8);
}

QString timeWords(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString timeWords(const std::optional<QDateTime> &time)
{
    return time ? timeWords(*time) : u"-"_s;
}
