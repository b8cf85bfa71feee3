// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace berthd {

class YamlSection;

// One line of a file that others cannot read; the file is named by the key, which must be there.
void readSecret(YamlSection &section, const char *key, const QDir &base, QString &secret);

} // namespace berthd
