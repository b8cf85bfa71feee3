// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/stringpool.h"

#include <algorithm>

namespace storage {

void StringPool::share(QString &text)
{
    if (text.isEmpty()) {
        text = QString();
        return;
    }
    if (m_texts.size() >= m_forgetAt)
        forgetUnused();
    if (const auto it = m_texts.constFind(text); it != m_texts.constEnd()) {
        text = *it;
        return;
    }
    text.squeeze();
    m_texts.insert(text);
}

void StringPool::forgetUnused()
{
    m_texts.removeIf([](const QString &text) { return text.isDetached(); });
    m_forgetAt = std::max<qsizetype>(4096, m_texts.size() * 2);
}

} // namespace storage
