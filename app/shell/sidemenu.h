// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/icons.h"

#include <QFrame>
#include <QList>

class QAbstractButton;
class QLabel;
class QVBoxLayout;

// The entries at the left, with words or, collapsed, as icons alone.
class SideMenu : public QFrame
{
    Q_OBJECT

public:
    struct Entry
    {
        QString address;
        QString title;
        Icon icon = Icon::Home;
        QString section = {}; // a heading above the first entry that bears it

        bool operator==(const Entry &) const = default;
    };

    explicit SideMenu(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);
    // The entry whose address this is, or begins with.
    void setCurrent(const QString &address);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }

signals:
    void chosen(const QString &address);

private:
    QAbstractButton *addButton(const Entry &entry);
    void addHeading(const QString &section);
    static void setOpen(QWidget *button, bool isOpen);
    void showWords();

    QVBoxLayout *m_layout;
    QList<Entry> m_entries;
    QList<QAbstractButton *> m_buttons;
    QList<QLabel *> m_headings;
    QString m_current;
    bool m_collapsed = false;
};
