// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QMetaEnum>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kFiles{
    "home"_L1,         "plus"_L1,        "jobs"_L1,        "cluster"_L1,   "layers"_L1,
    "inference"_L1,    "users"_L1,       "bell"_L1,        "search"_L1,    "menu"_L1,
    "chevronright"_L1, "chevronleft"_L1, "chevrondown"_L1, "chevronup"_L1, "arrowdown"_L1,
    "play"_L1,         "pause"_L1,       "stop"_L1,        "retry"_L1,     "copy"_L1,
    "check"_L1,        "close"_L1,       "minus"_L1,       "warning"_L1,   "error"_L1,
    "info"_L1,         "help"_L1,        "moon"_L1,        "sun"_L1,       "globe"_L1,
    "user"_L1,         "signout"_L1,     "more"_L1,        "download"_L1,  "clock"_L1,
    "wrap"_L1,         "filter"_L1,      "edit"_L1,        "trash"_L1,     "folder"_L1,
    "external"_L1,     "settings"_L1,    "eye"_L1,         "lock"_L1,      "device"_L1,
    "gauge"_L1,        "shield"_L1,      "history"_L1,     "key"_L1,       "terminal"_L1,
    "logo"_L1};
static_assert(kFiles.size() == size_t(Icon::Logo) + 1);

QPixmap render(Icon icon, const QColor &color, QSize pixels)
{
    const QString key = u"berth/%1/%2/%3"_s.arg(QString(kFiles[size_t(icon)]), color.name(),
                                                QString::number(pixels.width()));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/%1.svg"_s.arg(kFiles[size_t(icon)]));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("#000", color.name().toLatin1());
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

// Asks for the colour when it paints, so that icons follow the theme without being set anew.
class LineIconEngine final : public QIconEngine
{
public:
    using Paint = std::function<QColor(const Colors &)>;

    LineIconEngine(Icon icon, Paint paint)
        : m_icon(icon)
        , m_paint(std::move(paint))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        const int side = std::min(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        painter->drawPixmap(square, pixmap(square.size() * scale, mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        const Colors &colors = Colors::of(QGuiApplication::palette());
        return render(m_icon, mode == QIcon::Disabled ? colors.disabled : m_paint(colors), size);
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_icon, m_paint); }

private:
    const Icon m_icon;
    const Paint m_paint;
};

} // namespace

QIcon icon(Icon icon, Ink ink)
{
    return QIcon(new LineIconEngine(icon, [ink](const Colors &colors) {
        return ink == Ink::OnFill ? colors.onFill
               : ink == Ink::Text ? colors.text
                                  : colors.secondary;
    }));
}

QIcon icon(Icon icon, Tone tone)
{
    return QIcon(
        new LineIconEngine(icon, [tone](const Colors &colors) { return colors.tone(tone).text; }));
}

QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap = render(icon, color, {pixels, pixels});
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}
