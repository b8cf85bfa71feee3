// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

// A field that narrows what is shown while one types. Ctrl+F moves to it, Esc empties it.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    // What it searches in, such as "Search jobs": the placeholder and the accessible name.
    void setPurpose(const QString &purpose);

signals:
    void left(); // Down or Enter: on to what was found

protected:
    void keyPressEvent(QKeyEvent *event) override;
};
