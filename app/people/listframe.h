// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/pagestates.h"
#include "app/widgets/searchfield.h"

#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QPushButton;
class SelectionBar;
class TableView;

// What all lists of people have: title and main action on one line, then search and filters, then
// the table to the edges, and what can be done with several rows.
class ListFrame : public QWidget
{
    Q_OBJECT

public:
    // The name is the table's.
    ListFrame(const QString &name, QAbstractItemModel &model, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    // The main action; without words there is none.
    void setCreateText(const QString &text);
    void setCount(const QString &text); // how many rows there are
    void retranslate();

    // A choice beside the search, with the name by which tests find it.
    void addFilter(QWidget *filter);
    TableView &table() const { return *m_table; }
    SearchField &search() const { return *m_search; }
    PageStates &states() const { return *m_states; }
    SelectionBar &selection() const { return *m_selection; }
    QPushButton &exportButton() const { return *m_export; }

signals:
    void createRequested();
    void exportRequested();

private:
    void arrange();

    QLabel *m_title;
    QPushButton *m_create;
    SearchField *m_search;
    QHBoxLayout *m_filters;
    QLabel *m_count;
    QPushButton *m_export;
    PageStates *m_states;
    TableView *m_table;
    SelectionBar *m_selection;
};
