// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

QDebug operator<<(QDebug debug, const Error &error)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Error(" << int(error.code) << ", " << error.detail;
    if (!error.field.isEmpty())
        debug << ", field " << error.field;
    return debug << ')';
}
