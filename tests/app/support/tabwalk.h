// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

// Goes through a page or a dialog with Tab alone, from what stands before it in a window to what
// stands behind it. The window is so high that nothing has to be scrolled.
class TabWalk
{
public:
    explicit TabWalk(QWidget &content)
        : m_content(content)
    {
        auto *layout = new QVBoxLayout(&m_window);
        layout->addWidget(m_before);
        layout->addWidget(&content);
        layout->addWidget(m_behind);
        content.show();
        m_window.resize(1100, 2600);
        m_window.show();
        m_window.activateWindow();
    }
    ~TabWalk() { m_content.setParent(nullptr); } // it is somebody else's
    Q_DISABLE_COPY_MOVE(TabWalk)

    bool isOpen() { return QTest::qWaitForWindowActive(&m_window); }

    // What Tab comes to, from top to bottom, by its name.
    QString names() const { return namesOf(reversed(walk(Qt::Key_Backtab))); }
    // What is wrong: a trap, a field that Tab does not reach, one that comes too early, or another
    // way back. Nothing when all is well. A page is entered at its focus proxy: what stands above
    // that is reached on the way back.
    QString problem() const
    {
        const QWidgetList down = walk(Qt::Key_Tab);
        const QWidgetList all = reversed(walk(Qt::Key_Backtab));
        if (down.contains(nullptr) || all.contains(nullptr))
            return QStringLiteral("trapped: ") + namesOf(down) + QStringLiteral(", back ")
                   + namesOf(all);
        if (down != all.last(std::min(down.size(), all.size())))
            return namesOf(down) + QStringLiteral(", but back ") + namesOf(all);
        const auto widgets = m_content.findChildren<QWidget *>();
        for (QWidget *each : widgets) {
            if (isField(*each) && !all.contains(each))
                return QStringLiteral("never reached: ") + nameOf(each);
        }
        for (qsizetype i = 1; i < all.size(); ++i) {
            if (!isBehind(*all[i], *all[i - 1]))
                return nameOf(all[i]) + QStringLiteral(" comes after ") + nameOf(all[i - 1]);
        }
        return {};
    }

private:
    // A null one at the end: it goes round without an end.
    QWidgetList walk(Qt::Key key) const
    {
        const bool isForward = key == Qt::Key_Tab;
        const QWidget *end = isForward ? m_behind : m_before;
        (isForward ? m_before : m_behind)->setFocus();
        QWidgetList stops;
        while (true) {
            QTest::keyClick(m_window.focusWidget(), key);
            QWidget *focus = m_window.focusWidget();
            if (focus == end)
                return stops;
            const bool isRound = !focus || stops.contains(focus);
            stops.append(isRound ? nullptr : focus);
            if (isRound)
                return stops;
        }
    }

    static QWidgetList reversed(QWidgetList widgets)
    {
        std::reverse(widgets.begin(), widgets.end());
        return widgets;
    }

    // Of several of which one is chosen, Tab comes to that one.
    static bool isField(const QWidget &widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        const bool isOther = button && button->autoExclusive() && !button->isChecked();
        return widget.isVisible() && widget.isEnabled() && !widget.focusProxy() && !isOther
               && (widget.focusPolicy() & Qt::TabFocus);
    }
    // Below it, or in the same line to its right.
    bool isBehind(const QWidget &widget, const QWidget &other) const
    {
        const QRect here = rectOf(widget);
        const QRect there = rectOf(other);
        const bool isBeside = here.top() <= there.center().y() && there.top() <= here.center().y();
        return isBeside ? here.left() > there.left() : here.top() > there.top();
    }
    QRect rectOf(const QWidget &widget) const
    {
        return {widget.mapTo(&m_window, QPoint()), widget.size()};
    }

    static QString nameOf(const QWidget *widget)
    {
        if (!widget)
            return QStringLiteral("…");
        return widget->objectName().isEmpty()
                   ? QString::fromLatin1(widget->metaObject()->className())
                   : widget->objectName();
    }
    static QString namesOf(const QWidgetList &widgets)
    {
        QStringList names;
        for (const QWidget *widget : widgets)
            names.append(nameOf(widget));
        return names.join(QLatin1Char(' '));
    }

    QWidget &m_content;
    QWidget m_window;
    QPushButton *const m_before = new QPushButton;
    QPushButton *const m_behind = new QPushButton;
};
