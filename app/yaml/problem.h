// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace yaml {

// Why a file cannot be read, and where: app/text and app/cli turn it into words.
struct Problem
{
    enum class Kind {
        TooLarge, // more than kMostTemplateFileBytes
        NotUtf8,
        NotText,
        NotYaml, // `detail` is the parser's own sentence, in English
        KeysExpected,
        ListExpected,
        TextExpected,
        WholeNumberExpected,
        TruthExpected, // true or false
        IdExpected,
        WordExpected, // one of `words`
        PasswordGiven, // which no file holds
        UnknownKey,
        RepeatedKey,
        NameMissing,
    };

    Kind kind = Kind::NotYaml;
    int line = 0; // from 1; 0 when no line is to blame
    QString path = {}; // of the value, such as "spec.environment[1].name"; empty: the file
    QStringList words = {};
    QString detail = {};

    bool operator==(const Problem &) const = default;
};

using Outcome = std::optional<Problem>; // nothing when it went well

} // namespace yaml
