// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace storage {

// Texts that many jobs share (VC, owner, image, command, …) are kept once.
class StringPool
{
public:
    void share(QString &text);

private:
    void forgetUnused();

    QSet<QString> m_texts;
    qsizetype m_forgetAt = 4096;
};

} // namespace storage
