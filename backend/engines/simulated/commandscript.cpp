// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/transcript.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

using Words = QStringList;

// The statements of a shell text as words, or nothing when it holds more than words in quotes.
std::optional<QList<Words>> statementsOf(const QString &text)
{
    QList<Words> statements(1);
    QString word;
    bool inWord = false;
    QChar quote;
    const auto endWord = [&] {
        if (inWord)
            statements.last().append(std::exchange(word, {}));
        inWord = false;
    };
    for (const QChar letter : text) {
        if (!quote.isNull() && letter == quote) {
            quote = QChar();
        } else if (!quote.isNull()) {
            if (letter == u'\\' || (quote == u'"' && (letter == u'$' || letter == u'`')))
                return std::nullopt;
            word += letter;
        } else if (letter == u'\'' || letter == u'"') {
            quote = letter;
            inWord = true;
        } else if (letter == u';' || letter == u'\n') {
            endWord();
            statements.append(Words());
        } else if (letter.isSpace()) {
            endWord();
        } else if (u"\\$`|(){}*?#<~!"_s.contains(letter)) {
            return std::nullopt;
        } else {
            word += letter;
            inWord = true;
        }
    }
    endWord();
    if (!quote.isNull())
        return std::nullopt;
    statements.removeIf([](const Words &words) { return words.isEmpty(); });
    return statements;
}

// What a script has come to, statement by statement.
struct Reading
{
    CommandScript script;
    std::chrono::milliseconds now{0};
    bool over = false;

    bool take(Words words);

private:
    bool echo(Words words);
    bool count(const Words &words);
    bool sleep(const Words &words);
    void write(const QString &text, model::LogStream stream = model::LogStream::Stdout)
    {
        script.lines.append({now, stream, text});
    }
};

bool Reading::take(Words words)
{
    if (over)
        return true;
    if (words.first() == "exec"_L1 && words.size() > 1) {
        words.removeFirst();
        over = true;
    }
    const QString word = words.takeFirst();
    if (word == "exit"_L1) {
        bool ok = words.isEmpty();
        if (!ok)
            script.exitCode = words.first().toInt(&ok) & 0xff;
        over = true;
        return ok;
    }
    script.exitCode = word == "false"_L1 ? 1 : 0;
    if (word == "echo"_L1)
        return echo(words);
    if (word == "seq"_L1)
        return count(words);
    if (word == "sleep"_L1)
        return sleep(words);
    return word == "true"_L1 || word == "false"_L1 || word == ":"_L1;
}

bool Reading::echo(Words words)
{
    auto stream = model::LogStream::Stdout;
    if (!words.isEmpty() && words.last() == ">&2"_L1) {
        words.removeLast();
        stream = model::LogStream::Stderr;
    }
    for (const QString &word : std::as_const(words)) {
        if (word.contains(u'>') || word.contains(u'&'))
            return false;
    }
    write(words.join(u' '), stream);
    return true;
}

bool Reading::count(const Words &words)
{
    constexpr int kMost = 100000;
    bool ok = false;
    bool alsoOk = false;
    const int from = words.value(0).toInt(&ok);
    const int to = words.value(1).toInt(&alsoOk);
    if (!ok || !alsoOk || words.size() != 2 || from < -kMost || to > kMost)
        return false;
    for (int number = from; number <= to; ++number)
        write(QString::number(number));
    return true;
}

bool Reading::sleep(const Words &words)
{
    if (words.size() != 1)
        return false;
    if (words.first() == "infinity"_L1) {
        over = true;
        script.length.reset();
        return true;
    }
    QString text = words.first();
    double factor = 1;
    for (const auto &[unit, seconds] :
         {std::pair{u's', 1.0}, {u'm', 60.0}, {u'h', 3600.0}, {u'd', 86400.0}}) {
        if (text.endsWith(unit)) {
            text.chop(1);
            factor = seconds;
            break;
        }
    }
    constexpr double kMost = 1e9;
    bool ok = false;
    const double seconds = text.toDouble(&ok) * factor;
    if (!ok || !(seconds >= 0 && seconds <= kMost))
        return false;
    now += std::chrono::milliseconds(std::llround(seconds * 1000));
    return true;
}

} // namespace

QString CommandScript::textOf(const QStringList &argv)
{
    const bool isShell = argv.size() > 2 && argv.at(1) == "-c"_L1;
    return isShell ? argv.last() : argv.join(u' ');
}

std::optional<CommandScript> CommandScript::parse(const QStringList &argv)
{
    const auto statements = statementsOf(textOf(argv));
    if (!statements || statements->isEmpty())
        return std::nullopt;
    Reading reading;
    reading.script.length.emplace(0); // until it sleeps for ever
    for (const Words &words : *statements) {
        if (!reading.take(words))
            return std::nullopt;
    }
    if (reading.script.length)
        reading.script.length = reading.now;
    return reading.script;
}

} // namespace engines
