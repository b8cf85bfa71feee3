// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/schema.h"

using namespace Qt::Literals::StringLiterals;

namespace json {

QJsonObject simpleSchema(QLatin1StringView type, QLatin1StringView format)
{
    QJsonObject schema{{"type"_L1, type}};
    if (!format.isEmpty())
        schema.insert("format"_L1, format);
    return schema;
}

QJsonObject enumSchema(const QStringList &words)
{
    QJsonObject schema = simpleSchema("string"_L1);
    schema.insert("enum"_L1, QJsonArray::fromStringList(words));
    return schema;
}

QString componentName(const char *typeName)
{
    // "model::Page<model::JobSummary>" becomes "PageOfJobSummary".
    QString name;
    const QStringList parts = QString::fromLatin1(typeName).split(u'<');
    for (const QString &part : parts) {
        const QString plain = part.section("::"_L1, -1).remove(u'>').trimmed();
        name += name.isEmpty() ? plain : QString(u"Of"_s % plain);
    }
    return name;
}

} // namespace json
