// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/theme.h"

#include "app/theme/looks.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QDialogButtonBox>
#include <QFile>
#include <QPalette>
#include <QProxyStyle>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kGroup = "org.freedesktop.appearance"_L1;
constexpr auto kKey = "color-scheme"_L1;

// The portal wraps a value once or twice, by its version: 1 is dark, 2 light, 0 no preference.
uint scheme(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

// Dialogs everywhere as our own: words without pictures, the verb at the right end.
class DialogStyle final : public QProxyStyle
{
public:
    DialogStyle()
        : QProxyStyle(u"Fusion"_s)
    { }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0;
        if (hint == SH_DialogButtonLayout)
            return QDialogButtonBox::GnomeLayout;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

    // Tabs show the focus in the colour of their words, buttons by their border; a frame would lie
    // over the words.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        const bool isShown = qobject_cast<const QTabBar *>(widget)
                             || qobject_cast<const QPushButton *>(widget)
                             || qobject_cast<const QToolButton *>(widget);
        if (element != PE_FrameFocusRect || !isShown)
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
};

QString name(const QColor &color)
{
    return color.name();
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_desktopIsDark(Colors::of(QApplication::palette()).isDark)
{
    QApplication::setStyle(new DialogStyle);
    QFont font = QApplication::font();
    font.setPixelSize(kBodySize);
    QApplication::setFont(font);
    apply();
    askDesktop();
}

void Theme::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

bool Theme::isDark() const
{
    return m_mode == Mode::System ? m_desktopIsDark : m_mode == Mode::Dark;
}

void Theme::askDesktop()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                SLOT(followDesktop(QString, QString, QDBusVariant)));
    auto call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    call << QString(kGroup) << QString(kKey);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply(*watcher);
        if (reply.isValid() && scheme(reply.value().variant()) != 0)
            setDesktopDark(scheme(reply.value().variant()) == 1);
    });
}

void Theme::followDesktop(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kGroup && key == kKey)
        setDesktopDark(scheme(value.variant()) == 1);
}

void Theme::setDesktopDark(bool dark)
{
    if (m_desktopIsDark == dark)
        return;
    m_desktopIsDark = dark;
    if (m_mode == Mode::System)
        apply();
}

void Theme::apply()
{
    QApplication::setPalette(palette(colors()));
    m_application.setStyleSheet(styleSheet(colors()));
    emit themeChanged();
}

QPalette Theme::palette(const Colors &colors)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color,
                                const QColor &disabled) {
        palette.setColor(role, color);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, colors.window, colors.window);
    set(QPalette::Base, colors.surface, colors.window);
    set(QPalette::AlternateBase, colors.window, colors.window);
    set(QPalette::Button, colors.surface, colors.window);
    set(QPalette::ToolTipBase, colors.text, colors.text);
    set(QPalette::ToolTipText, colors.surface, colors.surface);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        set(role, colors.text, colors.disabled);
    set(QPalette::PlaceholderText, colors.secondary, colors.disabled);
    set(QPalette::BrightText, colors.onFill, colors.onFill);
    set(QPalette::Highlight, colors.tone(Tone::Accent).fill, colors.border);
    set(QPalette::HighlightedText, colors.onFill, colors.onFill);
    set(QPalette::Link, colors.tone(Tone::Accent).text, colors.disabled);
    set(QPalette::LinkVisited, colors.tone(Tone::Accent).text, colors.disabled);
    set(QPalette::Light, colors.surface, colors.surface);
    set(QPalette::Midlight, colors.raised, colors.raised);
    set(QPalette::Mid, colors.border, colors.border);
    set(QPalette::Dark, colors.border, colors.border);
    set(QPalette::Shadow, colors.border, colors.border);
    return palette;
}

QString Theme::styleSheet(const Colors &colors)
{
    QFile file(u":/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer words first, so that none is the beginning of one that follows.
    const QList<std::pair<QString, QColor>> words{
        {u"@accent-hover"_s, colors.accentHover},
        {u"@accent-soft"_s, colors.tone(Tone::Accent).soft},
        {u"@accent-text"_s, colors.tone(Tone::Accent).text},
        {u"@accent"_s, colors.tone(Tone::Accent).fill},
        {u"@danger-hover"_s, colors.dangerHover},
        {u"@danger-text"_s, colors.tone(Tone::Danger).text},
        {u"@danger-soft"_s, colors.tone(Tone::Danger).soft},
        {u"@success-soft"_s, colors.tone(Tone::Success).soft},
        {u"@warning-soft"_s, colors.tone(Tone::Warning).soft},
        {u"@danger"_s, colors.tone(Tone::Danger).fill},
        {u"@window"_s, colors.window},
        {u"@surface"_s, colors.surface},
        {u"@raised"_s, colors.raised},
        {u"@hairline"_s, colors.hairline},
        {u"@border"_s, colors.border},
        {u"@text"_s, colors.text},
        {u"@secondary"_s, colors.secondary},
        {u"@disabled"_s, colors.disabled},
        {u"@on-fill"_s, colors.onFill},
        {u"@selection"_s, colors.selection},
    };
    for (const auto &[word, color] : words)
        sheet.replace(word, name(color));
    sheet.replace(u"@mono"_s, monospace().family());
    return sheet;
}
