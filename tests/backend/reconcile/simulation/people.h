// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "life.h"

#include <map>

// Those who submit jobs and act on them, and remember what they were told: a submit that got no
// answer is repeated with its key, what was acknowledged must be there for ever.
class People
{
public:
    People(World &world, VirtualTime &time)
        : m_world(world)
        , m_time(time)
    { }

    void meet(Life &life); // a new berthd; what it did not answer is asked again
    void act(); // one of them does something
    void goHome(); // ends what would run or wait for ever
    bool isAllOver() const; // every job is as its person wants it to end
    QString openEnds() const; // who is not
    void check() const; // that nothing acknowledged is lost or ended wrongly

private:
    struct Known
    {
        model::Job job; // as submitted
        bool acknowledged = false;
        bool wasAskedToEnd = false; // a pause or kill was sent, answered or not
    };

    void submitNew();
    void send(const Known &known);
    void ask(const model::JobId &id, model::JobState state);
    void watch(const model::Job &job) const;
    void watchReturn(const model::Job &job) const;

    World &m_world;
    VirtualTime &m_time;
    Life *m_life = nullptr;
    std::map<model::JobId, Known> m_known;
};
