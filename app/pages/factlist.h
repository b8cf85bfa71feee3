// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

// What something is, as lines of a word and its value. Values are shown literally, can be selected
// and, where it helps, copied with a button.
class FactList : public QWidget
{
    Q_OBJECT

public:
    enum class Look { Text, Code, Copyable };

    struct Fact
    {
        QString name;
        QString value;
        Look look = Look::Text;
    };

    explicit FactList(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

private:
    QList<QPair<QString, QString>> m_shown;
    QGridLayout *m_layout;
};
