// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/endpointopener.h"

#include "app/pages/terminal.h"
#include "app/widgets/toast.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

void EndpointOpener::openTerminal(const SshAddress &address, QWidget *over)
{
    if (terminal::run(address.command()))
        return;
    QGuiApplication::clipboard()->setText(address.commandLine());
    Toast::say(over, tr("No terminal was found on this computer. The command is copied: paste it "
                        "where you have one."));
}

void EndpointOpener::openBrowser(const QUrl &address, QWidget *over)
{
    if (QDesktopServices::openUrl(address))
        return;
    QGuiApplication::clipboard()->setText(address.toString(QUrl::FullyEncoded));
    Toast::say(over, tr("No browser could be opened. The address is copied."));
}
