// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>

// Numbers and times as the person's language writes them (QLocale's default).
class Format
{
    Q_DECLARE_TR_FUNCTIONS(Format)

public:
    // "3 min ago", "in 2 h", and the date when it is a week away or more.
    static QString relative(const QDateTime &time, const QDateTime &now);
    // With date and seconds, in local time: what a tooltip shows.
    static QString exact(const QDateTime &time);
    // The two largest units: "5 h 12 min".
    static QString duration(qint64 seconds);
    static QString count(qint64 number);
    static QString size(qint64 bytes); // "1.5 GiB"
    // A whole id as a table shows it: its first eight characters.
    static QString shortId(const QString &id);
    static QString none(); // an empty cell
};
