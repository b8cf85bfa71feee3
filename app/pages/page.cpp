// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/page.h"

#include <QEvent>

void Page::open(const QStringList &path){Q_UNUSED(path)}

Question Page::leavingQuestion() const
{
    return {tr("Leave and lose what you wrote?"), tr("What you have filled in was not saved."),
            tr("Leave")};
}

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        emit titleChanged();
    }
    QWidget::changeEvent(event);
}
