// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/devicesquare.h"

#include <QList>
#include <QWidget>

#include <optional>
#include <vector>

// The devices of nodes as squares, a card a node, a block of two rows for each ring. The more nodes
// there are, the smaller they are drawn: a thousand fit on a screen. It is as high as it must be for
// its width. Arrow keys go from device to device.
class DeviceGrid : public QWidget
{
    Q_OBJECT

public:
    struct Card
    {
        QString name; // of the node, shown literally
        QString note; // beside it: how much is free, or why it takes no work
        QString words = {}; // what its tool tip says beside the name
        bool isAway = false; // takes no work
        QList<QList<DeviceSquare>> rings;
        int linked =
            0; // so many of them, from the first on, share fast links: they have an outline

        bool operator==(const Card &) const = default;
    };

    explicit DeviceGrid(QWidget *parent = nullptr);

    void setCards(const QList<Card> &cards);
    // Cards are drawn as large as fits into this height.
    void setComfortableHeight(int height);

    QSize sizeHint() const override;

signals:
    void pressed(const QString &key);
    void cardPressed(const QString &name); // beside its squares
    void menuRequested(const QString &name, const QPoint &at); // of a card; `at` on the screen
    void heightChanged(int height);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    // How large things are drawn.
    struct Scale
    {
        int square = 0;
        int gap = 0; // between squares
        int ringGap = 0;
        int padding = 0; // inside a card
        int cardGap = 0;
        int head = 0; // height of the name; 0: not shown
        bool hasNote = false; // else an icon says that the node takes no work
        int leastWidth = 0;
    };
    struct Placed
    {
        QRect rect;
        int card = 0;
        int ring = 0;
        int index = 0;
    };

    static const std::vector<Scale> &scales();
    QSize sizeOf(const Card &card, const Scale &scale) const;
    int place(const Scale &scale, int width);
    void placeSquares(const Scale &scale, int card, const QRect &rect);
    void arrange();
    void paintCard(QPainter &painter, int card) const;
    void paintHead(QPainter &painter, const Card &shown, const QRect &line) const;
    void paintRings(QPainter &painter, const QRect &exposed) const;
    const DeviceSquare &square(const Placed &placed) const;
    std::optional<size_t> squareAt(const QPoint &at) const;
    std::optional<int> cardAt(const QPoint &at) const;
    QString wordsAt(const QPoint &at) const;
    void setHovered(std::optional<size_t> square);
    void setFocused(size_t square);
    size_t inNextCard(int step) const;
    void press(std::optional<size_t> square);

    QList<Card> m_cards;
    Scale m_scale;
    std::vector<QRect> m_rects; // of the cards
    std::vector<Placed> m_squares;
    std::optional<size_t> m_hovered;
    size_t m_focused = 0;
    int m_comfortable = 280;
};
