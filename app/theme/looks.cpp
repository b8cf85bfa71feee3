// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/looks.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QStyle>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace {

void setLook(QWidget *widget, const char *property, const QString &value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QString nameOf(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Secondary:
        return {};
    case ButtonKind::Primary:
        return u"primary"_s;
    case ButtonKind::Danger:
        return u"danger"_s;
    case ButtonKind::Ghost:
        return u"ghost"_s;
    case ButtonKind::Link:
        return u"link"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(LabelType type)
{
    switch (type) {
    case LabelType::Body:
        return {};
    case LabelType::Title:
        return u"title"_s;
    case LabelType::Section:
        return u"section"_s;
    case LabelType::Figure:
        return u"figure"_s;
    case LabelType::Secondary:
        return u"secondary"_s;
    case LabelType::Help:
        return u"help"_s;
    case LabelType::Error:
        return u"error"_s;
    case LabelType::Label:
        return u"label"_s;
    case LabelType::Mono:
        return u"mono"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void setKind(QAbstractButton *button, ButtonKind kind)
{
    setLook(button, "kind", nameOf(kind));
}

void setType(QLabel *label, LabelType type)
{
    setLook(label, "type", nameOf(type));
}

void setKind(QLabel *notice, NoticeKind kind)
{
    setLook(notice, "look", kind == NoticeKind::Done ? u"done"_s : u"notice"_s);
}

QFont monospace(int pixels)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(pixels);
    return font;
}

QFont sized(int pixels, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

void setNames(QWidget *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
}
