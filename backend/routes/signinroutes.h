// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace http {
class Router;
}

namespace routes {

struct Services;

// For those who are not signed in yet, and for the browsers of those who come by a provider.
void addSignInRoutes(http::Router &router, const Services &services);

} // namespace routes
