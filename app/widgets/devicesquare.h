// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPainter;
class QPalette;
class QRectF;

// Who has a device. Each looks different in its shape too, not by colour alone.
enum class DeviceHolding {
    Mine,
    MyVc, // somebody else in the virtual cluster the person works in
    Others,
    Free,
    Closed, // free, but its node takes no work
    Broken,
};

// A device as a square.
struct DeviceSquare
{
    DeviceHolding holding = DeviceHolding::Free;
    QString words; // what it is and who holds it
    QString key; // what a click opens; empty: nothing

    bool operator==(const DeviceSquare &) const = default;
};

void paintDeviceSquare(QPainter &painter, const QRectF &rect, DeviceHolding holding,
                       const QPalette &palette);
