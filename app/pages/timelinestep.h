// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timeline.h"

#include <QWidget>

class QLabel;

// One step of a Timeline: a dot in the colour of the state, joined to the step before it.
class TimelineStep : public QWidget
{
    Q_OBJECT

public:
    TimelineStep(model::TimelineEntry entry, bool isJoined, QWidget *parent = nullptr);

    void refreshTime();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const model::TimelineEntry m_entry;
    const bool m_isJoined; // another step lies below
    QLabel *m_what;
    QLabel *m_when;
};
