// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/storage/profilestore.h"
#include "core/base/clock.h"
#include "core/model/page.h"

namespace services {

// What people see and change of themselves, whatever else they may do.
class ProfileService : public QObject
{
    Q_OBJECT

public:
    ProfileService(storage::ProfileStore &profiles, const Clock &clock);

    Result<model::Profile> profile(const model::Account &account) const;
    QFuture<Result<model::Profile>> change(const Caller &caller,
                                           const model::ProfileChange &change);
    // InvalidInput and Conflict name line.
    QFuture<Result<model::SshKey>> addSshKey(const Caller &caller, const model::NewSshKey &key);
    QFuture<Result<model::Nothing>> removeSshKey(const Caller &caller, const QString &id);
    // NotFound for a provider nobody knows or that is not bound, Conflict for the last way in.
    QFuture<Result<model::Nothing>> unbind(const Caller &caller, const QString &provider);

private:
    template <typename T>
    QFuture<Result<T>> after(const QFuture<Result<>> &done, std::function<Result<T>()> answer);

    storage::ProfileStore &m_profiles;
    const Clock &m_clock;
};

} // namespace services
