// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/secretfile.h"

#include "backend/daemon/yamlsection.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

constexpr qint64 kMostSecret = 4096; // bytes

} // namespace

void readSecret(YamlSection &section, const char *key, const QDir &base, QString &secret)
{
    QString path;
    section.readPath(key, base, path);
    if (path.isEmpty())
        return section.problem(key, u"expected a file that holds the secret"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return section.problem(key, path % u": " % file.errorString());
    if (file.permissions().testFlag(QFile::ReadOther))
        return section.problem(key, path % u": everybody can read it"_s);
    secret = QString::fromUtf8(file.read(kMostSecret)).trimmed();
    if (secret.isEmpty() || secret.contains(u'\n') || !file.atEnd())
        section.problem(key, path % u": expected one line with the secret"_s);
}

} // namespace berthd
