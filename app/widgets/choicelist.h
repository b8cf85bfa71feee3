// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

// The choices below a field that narrows them, as high as they are many. The arrow keys of the field
// walk through them, Enter and a click choose; it can have the focus itself, and whoever selects a
// choice by an assistive tool makes it the current one.
class ChoiceList : public QListWidget
{
    Q_OBJECT

public:
    explicit ChoiceList(QWidget *field, QWidget *parent = nullptr);

    QListWidgetItem *addChoice(const QIcon &icon, const QString &text);
    // Room for all rows, at most so many; at least one.
    void fitRows(int most);

signals:
    void chosen(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();
    void step(int step);
};
