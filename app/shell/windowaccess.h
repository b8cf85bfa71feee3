// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

// What assistive tools find in the window: its widgets, and the popups that stand open over it, such
// as menus and the command palette, which Qt alone leaves out.
class WindowAccess : public QAccessibleWidget
{
public:
    explicit WindowAccess(QWidget *window);

    // From now on for every MainWindow.
    static void install();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

private:
    QWidgetList popups() const;
};
