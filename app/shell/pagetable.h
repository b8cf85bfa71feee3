// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/icons.h"
#include "core/model/account.h"

#include <QList>
#include <QString>

#include <functional>

class LiveStore;
class Page;
class Prompt;

// The pages there are: in which order the menu shows them, who may see them and how they are made.
struct PageEntry
{
    QString address; // "jobs", or "jobs/*" for what lies below it
    Icon icon = Icon::Home;
    bool inMenu = true;
    std::function<QString()> title; // in the language of now
    std::function<bool(const model::Account &)> allowed;
    std::function<Page *(LiveStore &, Prompt &)> create;
    std::function<QString()> section = {}; // of the menu; none: its beginning
};

QList<PageEntry> pageTable();
