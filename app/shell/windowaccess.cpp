// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/windowaccess.h"

#include <QApplication>
#include <QComboBox>

namespace {

// A combo box shows its own list to assistive tools.
bool belongsToCombo(const QWidget *popup)
{
    return qobject_cast<const QComboBox *>(popup->parentWidget()) != nullptr;
}

bool standsOver(const QWidget *popup, const QWidget *window)
{
    const QWidget *owner = popup->parentWidget();
    while (owner && owner != window)
        owner = owner->parentWidget();
    return owner != nullptr;
}

QAccessibleInterface *accessOf(const QString &className, QObject *object)
{
    if (className != QLatin1StringView("MainWindow"))
        return nullptr;
    return new WindowAccess(static_cast<QWidget *>(object));
}

} // namespace

WindowAccess::WindowAccess(QWidget *window)
    : QAccessibleWidget(window, QAccessible::Window)
{ }

void WindowAccess::install()
{
    QAccessible::installFactory(accessOf);
}

QWidgetList WindowAccess::popups() const
{
    QWidgetList result;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->windowType() == Qt::Popup && top->isVisible() && !belongsToCombo(top)
            && standsOver(top, widget()))
            result << top;
    }
    return result;
}

int WindowAccess::childCount() const
{
    return QAccessibleWidget::childCount() + int(popups().size());
}

QAccessibleInterface *WindowAccess::child(int index) const
{
    const int own = QAccessibleWidget::childCount();
    if (index < own)
        return QAccessibleWidget::child(index);
    return QAccessible::queryAccessibleInterface(popups().value(index - own));
}

int WindowAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto popup = popups().indexOf(qobject_cast<QWidget *>(child->object()));
    return popup < 0 ? QAccessibleWidget::indexOfChild(child)
                     : QAccessibleWidget::childCount() + int(popup);
}
