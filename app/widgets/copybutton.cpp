// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/copybutton.h"

#include "app/theme/icons.h"
#include "app/theme/looks.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QToolTip>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

CopyButton::CopyButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"copyButton"_s);
    setAutoRaise(true);
    setIconSize({16, 16});
    m_back.setSingleShot(true);
    m_back.setInterval(1500ms);
    connect(&m_back, &QTimer::timeout, this, [this] { showCopied(false); });
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    setValue({});
    showCopied(false);
}

void CopyButton::setValue(const QString &text)
{
    m_text = text;
    setEnabled(!text.isEmpty());
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    showCopied(true);
    m_back.start();
    QToolTip::showText(mapToGlobal(QPoint(0, height())), toolTip(), this);
}

void CopyButton::showCopied(bool copied)
{
    setIcon(copied ? ::icon(Icon::Check, Tone::Success) : ::icon(Icon::Copy));
    setToolTip(copied ? tr("Copied") : tr("Copy"));
    setAccessibleName(toolTip());
}

void CopyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showCopied(m_back.isActive());
    QToolButton::changeEvent(event);
}
