// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/endpointaddress.h"

#include <QCoreApplication>

class QWidget;

// Opens a way into a job with the desktop's programs. Where there is none that can, what it would
// have been given is copied, and a toast over the widget's window says so.
class EndpointOpener
{
    Q_DECLARE_TR_FUNCTIONS(EndpointOpener)

public:
    static void openTerminal(const SshAddress &address, QWidget *over);
    static void openBrowser(const QUrl &address, QWidget *over);
};
