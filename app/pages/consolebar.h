// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class LogView;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QToolButton;
class SearchField;

// What can be done with a log above it: search, one task alone, times, wrapping, copy and save.
class ConsoleBar : public QWidget
{
    Q_OBJECT

public:
    // Works on the log, which outlives it.
    explicit ConsoleBar(LogView &log, QWidget *parent = nullptr);

    void retranslate();

signals:
    void saveRequested();

private:
    QToolButton *addTool(const QString &name);
    void addSearch(QHBoxLayout *layout);
    void listen();
    void step(int step);
    void showHits();
    void showTasks();
    void copy();

    LogView &m_log;
    SearchField *m_search;
    QLabel *m_hits;
    QComboBox *m_task;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_times;
    QToolButton *m_wrap;
    QToolButton *m_copy;
    QToolButton *m_save;
};
