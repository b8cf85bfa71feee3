// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

namespace scheduling {

class Room;

// What a queued job asks for, small and with numbers in the place of names: all waiting jobs are
// looked at in every pass.
struct Ask
{
    model::JobId id;
    int pool = 0;
    int tasks = 0;
    int devices = 0; // of each task
    model::UserId owner;
    bool preemptible = false;
    bool distributed = false;
    bool madeRoom = false; // for another job that may not have started yet
    Room *room = nullptr; // null: no node has the type

    int wanted() const { return devices * tasks; }
};

} // namespace scheduling
