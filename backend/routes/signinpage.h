// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/message.h"
#include "backend/services/attemptservice.h"

namespace routes {

// Where the question for the code sends its answer.
inline const QString kAnswerPath = QStringLiteral("/api/v1/sign-in/answers");

// What a browser shows after it was at a provider, in English and Chinese.
http::Response signInPage(const services::BrowserStep &step);

} // namespace routes
