// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <QFile>

#include <unistd.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace bench {

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[size_t(part * double(values.size() - 1))];
}

double residentMemory(qint64 process)
{
    QFile file(u"/proc/%1/statm"_s.arg(process ? process : getpid()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * double(sysconf(_SC_PAGESIZE)) / 1024 / 1024;
}

} // namespace bench
