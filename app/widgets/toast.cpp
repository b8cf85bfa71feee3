// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/toast.h"

#include "app/theme/looks.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

Toast *Toast::say(QWidget *over, const QString &text, const QString &action,
                  std::chrono::milliseconds time)
{
    auto *toast = new Toast(over->window(), text, action);
    toast->m_time.start(time);
    toast->show();
    toast->place();
    toast->raise();
    QAccessibleEvent alert(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return toast;
}

Toast::Toast(QWidget *window, const QString &text, const QString &action)
    : QFrame(window)
{
    setNames(this, u"toast"_s, text);
    setProperty("look", u"toast"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid, action.isEmpty() ? 2 * kGrid : kGrid, kGrid);
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setMinimumHeight(kControlHeight - kGrid);
    layout->addWidget(label);
    if (!action.isEmpty()) {
        m_action = new QPushButton(action);
        setNames(m_action, u"toastAction"_s, action);
        layout->addWidget(m_action);
        connect(m_action, &QPushButton::clicked, this, [this] {
            emit actionTriggered();
            leave();
        });
    }
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, [this] {
        emit expired();
        leave();
    });
    window->installEventFilter(this);
}

QString Toast::text() const
{
    return accessibleName();
}

void Toast::place()
{
    int below = 0;
    for (const auto *other : parentWidget()->findChildren<Toast *>(Qt::FindDirectChildrenOnly)) {
        if (other == this)
            break;
        if (!other->isHidden())
            below += other->height() + kGrid;
    }
    adjustSize();
    move((parentWidget()->width() - width()) / 2,
         parentWidget()->height() - height() - kPageMargin - below);
}

void Toast::leave()
{
    m_time.stop();
    hide();
    for (auto *other : parentWidget()->findChildren<Toast *>(Qt::FindDirectChildrenOnly)) {
        if (other != this)
            other->place();
    }
    deleteLater();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}
