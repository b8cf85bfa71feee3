// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/dockerjson.h"

// From an engine's sentence to what it means. Pure. The engines' status codes do not tell enough: a
// refused password, an unknown registry and a registry that is down are all 500 on one or the other.
namespace engines {

// Why an image did not come. The image's name may hold any word, so it is not looked at.
StartFailure pullFailure(int status, const QString &sentence, const QString &image);

// What would help, after the sentence; empty when nobody knows.
QString pullAdvice(const QString &sentence, const QString &registry, EngineBrand brand);

// Why a container was not created or started.
StartFailure runFailure(int status, const QString &sentence);

// The engine says that a container of this name is there already.
bool isNameTaken(int status, const QString &sentence);

} // namespace engines
