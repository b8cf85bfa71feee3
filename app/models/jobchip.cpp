// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/jobchip.h"

#include "app/text/jobtext.h"

Chip chipOf(model::JobState state)
{
    using State = model::JobState;
    const QString text = JobText::state(state);
    switch (state) {
    case State::Queued:
        return {text, Tone::Muted, Icon::Clock, false};
    case State::Scheduling:
        return {text, Tone::Info, Icon::Device, false};
    case State::Running:
        return {text, Tone::Accent, Icon::Play, false};
    case State::Pausing:
    case State::Paused:
        return {text, Tone::Warning, Icon::Pause, false};
    case State::Killing:
    case State::Killed:
        return {text, Tone::Muted, Icon::Stop, true};
    case State::Finished:
        return {text, Tone::Success, Icon::Check, false};
    case State::Failed:
    case State::Error:
        return {text, Tone::Danger, Icon::Error, false};
    }
    Q_UNREACHABLE();
}
