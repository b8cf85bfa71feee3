// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/navigation.h"

namespace {

constexpr qsizetype kMostPlaces = 100;

} // namespace

void Navigation::go(const QString &address)
{
    if (address == m_current)
        return;
    if (!m_current.isEmpty())
        m_back.append(m_current);
    if (m_back.size() > kMostPlaces)
        m_back.removeFirst();
    m_forward.clear();
    setCurrent(address);
}

void Navigation::goBack()
{
    if (m_back.isEmpty())
        return;
    m_forward.append(m_current);
    setCurrent(m_back.takeLast());
}

void Navigation::goForward()
{
    if (m_forward.isEmpty())
        return;
    m_back.append(m_current);
    setCurrent(m_forward.takeLast());
}

void Navigation::setCurrent(const QString &address)
{
    m_current = address;
    emit currentChanged(address);
}
