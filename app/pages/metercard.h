// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFrame>

// A card that shows how much there is of something: its name, a figure, a bar of shares and a line
// below.
class MeterCard : public QFrame
{
    Q_OBJECT

public:
    QSize sizeHint() const override;

protected:
    struct Share
    {
        double part = 0; // of the bar, 0…1
        QColor color;
    };
    struct Meter
    {
        QString title;
        Qt::TextElideMode elide = Qt::ElideRight; // of the title
        QString figure;
        QString rest; // behind the figure
        QList<Share> shares; // from the left
    };

    explicit MeterCard(QWidget *parent = nullptr);

    virtual Meter meter() const = 0;
    virtual void paintFoot(QPainter &painter, const QRect &line) const = 0;
    virtual void describe() = 0; // to those who do not see it

    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintFigure(QPainter &painter, QRect line, const Meter &meter) const;
    void paintBar(QPainter &painter, const QRect &rect, const QList<Share> &shares) const;
};
