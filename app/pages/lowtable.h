// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class TableView;

// As high as its rows, up to eight: for a table among other things on a page that scrolls.
void fitHeight(TableView &table);
