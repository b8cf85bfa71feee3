// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace http {
class Router;
}

namespace routes {

struct Services;

void addEndpointRoutes(http::Router &router, const Services &services);

} // namespace routes
