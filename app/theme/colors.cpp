// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/colors.h"

#include <QPalette>

#include <cmath>

namespace {

QColor rgb(uint value)
{
    return QColor::fromRgb(value);
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF()))
           + 0.0722 * linear(double(color.blueF()));
}

} // namespace

Colors Colors::makeLight()
{
    Colors c;
    c.window = rgb(0xf6f7f9);
    c.surface = rgb(0xffffff);
    c.raised = rgb(0xeef0f3);
    c.hairline = rgb(0xe3e6ea);
    c.border = rgb(0xc5cbd3);
    c.text = rgb(0x1a1f26);
    c.secondary = rgb(0x57606b);
    c.disabled = rgb(0x9aa2ad);
    c.onFill = rgb(0xffffff);
    c.selection = rgb(0xe8edfc);
    c.team = rgb(0x8098e6);
    c.accentHover = rgb(0x2946b8);
    c.dangerHover = rgb(0xa42720);
    c.m_muted = {rgb(0x57606b), rgb(0x66707c), rgb(0xebedf0)};
    c.m_accent = {rgb(0x2f52c9), rgb(0x3457d5), rgb(0xe8edfc)};
    c.m_success = {rgb(0x1b6b3a), rgb(0x1f7a43), rgb(0xe3f3e8)};
    c.m_info = {rgb(0x0b6478), rgb(0x0b7285), rgb(0xdff2f6)};
    c.m_warning = {rgb(0x7d4e00), rgb(0x935c00), rgb(0xfbf0d9)};
    c.m_danger = {rgb(0xb3261e), rgb(0xc2332b), rgb(0xfbe7e5)};
    c.m_series = {rgb(0x3457d5), rgb(0xd97706), rgb(0x0f8a6d), rgb(0xc2418c),
                  rgb(0x0e8fb3), rgb(0x8a6d1d), rgb(0x7447c4), rgb(0x66707c)};
    return c;
}

Colors Colors::makeDark()
{
    Colors c;
    c.isDark = true;
    c.window = rgb(0x14171b);
    c.surface = rgb(0x1b1f24);
    c.raised = rgb(0x262b32);
    c.hairline = rgb(0x2e343c);
    c.border = rgb(0x454d58);
    c.text = rgb(0xe6e9ed);
    c.secondary = rgb(0xa8b1bc);
    c.disabled = rgb(0x69727e);
    c.onFill = rgb(0xffffff);
    c.selection = rgb(0x263156);
    c.team = rgb(0x364b8f);
    c.accentHover = rgb(0x3d5bd2);
    c.dangerHover = rgb(0xae342d);
    c.m_muted = {rgb(0xa8b1bc), rgb(0x5f6975), rgb(0x2b3138)};
    c.m_accent = {rgb(0x93acff), rgb(0x4a69e2), rgb(0x263156)};
    c.m_success = {rgb(0x74d199), rgb(0x2b7d4a), rgb(0x1b3526)};
    c.m_info = {rgb(0x66cade), rgb(0x0f7488), rgb(0x15353c)};
    c.m_warning = {rgb(0xe8b85f), rgb(0x946012), rgb(0x3a2d14)};
    c.m_danger = {rgb(0xff9a92), rgb(0xc43d35), rgb(0x432321)};
    c.m_series = {rgb(0x7f9aff), rgb(0xf0a13c), rgb(0x3fc49f), rgb(0xe77fb8),
                  rgb(0x4fc3e0), rgb(0xcdb25a), rgb(0xb394f0), rgb(0x97a1ad)};
    return c;
}

const Colors &Colors::light()
{
    static const Colors colors = makeLight();
    return colors;
}

const Colors &Colors::dark()
{
    static const Colors colors = makeDark();
    return colors;
}

const Colors &Colors::of(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? dark() : light();
}

const ToneColors &Colors::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Muted:
        return m_muted;
    case Tone::Accent:
        return m_accent;
    case Tone::Success:
        return m_success;
    case Tone::Info:
        return m_info;
    case Tone::Warning:
        return m_warning;
    case Tone::Danger:
        return m_danger;
    }
    Q_UNREACHABLE();
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}
