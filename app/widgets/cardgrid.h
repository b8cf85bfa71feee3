// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

// Cards side by side, as many as there is room for, three at most, all equally wide.
class CardGrid : public QWidget
{
    Q_OBJECT

public:
    explicit CardGrid(QWidget *parent = nullptr);

    void addCard(QWidget *card);
    // Gives the room of cards that were hidden to the others.
    void rearrange();
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int columns() const;

    QGridLayout *m_layout;
    QList<QWidget *> m_cards;
    int m_columns = 0; // as it is arranged
};
