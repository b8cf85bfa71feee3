// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobtemplate.h"
#include "core/model/storagemount.h"
#include "tests/app/support/samples.h"

// Directories and templates of the small cluster in samples.h.
namespace samples {

inline constexpr qint64 kGiB = qint64(1) << 30;

// Work and home are on one disk.
inline QList<model::StorageMount> storage()
{
    using Kind = model::StorageKind;
    return {{Kind::Work, u"/srv/berth/work/alice"_s, u"/work"_s, false, 100 * kGiB, 15 * kGiB},
            {Kind::Data, u"/srv/berth/data"_s, u"/data"_s, false, 900 * kGiB, 45 * kGiB},
            {Kind::Home, u"/srv/berth/home/alice"_s, u"/home/alice"_s, false, 100 * kGiB,
             15 * kGiB - 4096},
            {Kind::Job, u"/srv/berth/jobs/alice/id"_s, u"/job"_s, true, {}, {}}};
}

inline model::JobSpec spec()
{
    model::JobSpec spec;
    spec.name = u"train-7"_s;
    spec.vc = model::VcName(u"platform"_s);
    spec.deviceType = kNpu;
    spec.devices = 4;
    spec.image = u"pytorch:2.1"_s;
    spec.command = u"a\nb"_s;
    return spec;
}

inline model::JobTemplate jobTemplate(const QString &name, model::TemplateScope scope,
                                      bool mayChange)
{
    model::JobTemplate saved;
    saved.key = {name, scope};
    saved.author = account().id;
    saved.authorName = u"Ada"_s;
    saved.changedAt = QDateTime::currentDateTimeUtc();
    saved.spec = spec();
    saved.spec.image = name + u":1"_s;
    saved.mayChange = mayChange;
    if (scope == model::TemplateScope::Team)
        saved.vc = saved.spec.vc;
    return saved;
}

} // namespace samples
