// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/endpointchip.h"

#include "app/text/endpointtext.h"

Chip chipOf(model::EndpointState state)
{
    using State = model::EndpointState;
    const QString text = EndpointText::state(state);
    switch (state) {
    case State::Pending:
        return {text, Tone::Info, Icon::Clock, false};
    case State::Ready:
        return {text, Tone::Success, Icon::Check, false};
    case State::Failed:
        return {text, Tone::Danger, Icon::Error, false};
    case State::Stopped:
        return {text, Tone::Muted, Icon::Stop, true};
    }
    Q_UNREACHABLE();
}
