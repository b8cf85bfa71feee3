// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"

#include <QByteArray>

// Jobs as CSV by RFC 4180 in UTF-8, with the wire's words and times in UTC, for spreadsheets and
// scripts. A cell that a spreadsheet would take for a formula begins with an apostrophe.
QByteArray jobsCsv(const QList<model::JobSummary> &jobs);
