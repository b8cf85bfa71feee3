// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/format.h"

#include <QLocale>

#include <cstdlib>

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

} // namespace

QString Format::relative(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return none();
    const qint64 seconds = time.secsTo(now);
    const qint64 away = std::abs(seconds);
    if (away >= 7 * kDay)
        return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
    // Clocks differ by seconds: what has just happened is never in the future.
    if (away < 5 || (seconds < 0 && away < kMinute))
        return tr("just now");
    const bool past = seconds > 0;
    //: A time: three minutes ago
    if (away < kMinute)
        return tr("%n s ago", nullptr, int(away));
    if (away < kHour)
        return past ? tr("%n min ago", nullptr, int(away / kMinute))
                    : tr("in %n min", nullptr, int(away / kMinute));
    if (away < kDay)
        return past ? tr("%n h ago", nullptr, int(away / kHour))
                    : tr("in %n h", nullptr, int(away / kHour));
    return past ? tr("%n d ago", nullptr, int(away / kDay))
                : tr("in %n d", nullptr, int(away / kDay));
}

QString Format::exact(const QDateTime &time)
{
    if (!time.isValid())
        return none();
    const QDateTime local = time.toLocalTime();
    const QLocale locale;
    //: Date and time of day
    return tr("%1 %2").arg(locale.toString(local.date(), QLocale::ShortFormat),
                           local.time().toString(QStringLiteral("HH:mm:ss")));
}

QString Format::duration(qint64 seconds)
{
    const qint64 whole = std::max<qint64>(seconds, 0);
    if (whole < kMinute)
        return tr("%1 s").arg(whole);
    if (whole < kHour)
        return tr("%1 min %2 s").arg(whole / kMinute).arg(whole % kMinute);
    if (whole < kDay)
        return tr("%1 h %2 min").arg(whole / kHour).arg(whole % kHour / kMinute);
    return tr("%1 d %2 h").arg(whole / kDay).arg(whole % kDay / kHour);
}

QString Format::count(qint64 number)
{
    return QLocale().toString(number);
}

QString Format::size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

QString Format::shortId(const QString &id)
{
    return id.left(8);
}

QString Format::none()
{
    return QStringLiteral("–");
}
