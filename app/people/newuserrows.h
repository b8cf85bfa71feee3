// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/fielderrors.h"
#include "core/model/user.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;

// The rows of people to be: one to ten, each field with its error below it. A row that is removed
// lets the others move up; nothing else is lost.
class NewUserRows : public QWidget
{
    Q_OBJECT

public:
    explicit NewUserRows(QWidget *parent = nullptr);

    QList<model::NewUser> users() const;
    bool isPristine() const;
    void clear();
    // Shows every broken rule and moves to the first one. False when there is none.
    bool reveal();
    // What the server says of a field such as "users[6].username"; false when it is none of these.
    bool refuse(const QString &field, const QString &text);
    void retranslate();

signals:
    void changed();
    void confirmed(); // Enter

private:
    static constexpr int kFields = 5; // in the order of NewUser
    struct Row
    {
        QLabel *number = nullptr;
        std::array<QLineEdit *, kFields> edits{};
        std::array<QLabel *, kFields> errors{};
        QToolButton *remove = nullptr;
    };

    Row makeRow(int number);
    void showRows();
    void remove(int number);
    void check();
    static QString keyOf(int row, int field);
    static QString keyOf(const QString &path);

    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    std::array<QLabel *, kFields> m_titles{};
    QList<Row> m_rows; // all of them, the first m_count shown
    FieldErrors *m_errors;
    QPushButton *m_add;
    int m_count = 1;
};
