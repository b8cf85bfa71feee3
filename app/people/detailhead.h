// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class ActionButtons;
class QLabel;
class QPushButton;

// The head of a detail page: the way back, whose page it is, and what can be done.
class DetailHead : public QWidget
{
    Q_OBJECT

public:
    explicit DetailHead(QWidget *parent = nullptr);

    void setBack(const QString &text);
    void setName(const QString &name, const QString &more = {}); // shown literally
    ActionButtons &actions() const { return *m_actions; }

signals:
    void backRequested();

private:
    QPushButton *m_back;
    QLabel *m_name;
    QLabel *m_more;
    ActionButtons *m_actions;
};

// Words of a detail page that may take several lines, shown literally and selectable.
QLabel *detailText(const QString &name);

// A part of a detail page: its title with one action beside it, and below it what there is.
class DetailSection : public QWidget
{
    Q_OBJECT

public:
    // The action's button has this name.
    explicit DetailSection(const QString &actionName, QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setAction(const QString &text, const QString &whyNot = {});

signals:
    void actionRequested();

private:
    QLabel *m_title;
    QPushButton *m_action;
};
