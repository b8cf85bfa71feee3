// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/actiontext.h"

QString ActionText::refusal(rules::ActionRefusal refusal)
{
    using Refusal = rules::ActionRefusal;
    switch (refusal) {
    case Refusal::SomebodyElses:
        return tr("It is somebody else's job.");
    case Refusal::Ended:
        return tr("The job has ended.");
    case Refusal::NotPaused:
        return tr("Only a paused job can be resumed.");
    case Refusal::PausedAlready:
        return tr("The job is paused already.");
    case Refusal::BeingPaused:
        return tr("The job is being paused.");
    case Refusal::BeingKilled:
        return tr("The job is being killed.");
    }
    Q_UNREACHABLE();
}
