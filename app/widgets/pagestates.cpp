// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pagestates.h"

#include "app/theme/looks.h"
#include "app/widgets/skeleton.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMessageWidth = 480;

} // namespace

PageStates::PageStates(QWidget *parent)
    : QStackedWidget(parent)
    , m_skeleton(new Skeleton)
    , m_message(new QWidget)
    , m_icon(new QLabel)
    , m_what(new QLabel)
    , m_why(new QLabel)
    , m_button(new QPushButton)
{
    setNames(m_skeleton, u"skeleton"_s, tr("Loading"));
    addWidget(m_skeleton);
    addWidget(m_message);
    m_what->setObjectName(u"messageLabel"_s);
    m_why->setObjectName(u"reasonLabel"_s);
    m_button->setObjectName(u"messageButton"_s);
    for (QLabel *label : {m_what, m_why}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_icon->setAlignment(Qt::AlignCenter);
    setType(m_what, LabelType::Section);
    setType(m_why, LabelType::Secondary);
    arrangeMessage();
    m_delay.setSingleShot(true);
    m_delay.setInterval(200ms);
    connect(&m_delay, &QTimer::timeout, this, [this] { setCurrentWidget(m_skeleton); });
    connect(m_button, &QPushButton::clicked, this, &PageStates::press);
}

// The sentences fill a column of their own: aligned in a wider one they are cut where they wrap.
void PageStates::arrangeMessage()
{
    auto *column = new QWidget;
    column->setMaximumWidth(kMessageWidth);
    auto *layout = new QVBoxLayout(column);
    layout->setSpacing(kGrid);
    layout->addStretch(2);
    for (QLabel *label : {m_icon, m_what, m_why})
        layout->addWidget(label);
    layout->addSpacing(kGrid);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    auto *middle = new QHBoxLayout(m_message);
    middle->addStretch(1);
    middle->addWidget(column, kMessageWidth);
    middle->addStretch(1);
}

void PageStates::setContent(QWidget *content)
{
    m_content = content;
    addWidget(content);
    showContent();
}

void PageStates::showContent()
{
    m_delay.stop();
    m_shown = Shown::Content;
    if (m_content)
        setCurrentWidget(m_content);
}

void PageStates::showLoading()
{
    if (m_shown == Shown::Loading)
        return;
    m_shown = Shown::Loading;
    m_delay.start();
}

void PageStates::showEmpty(const QString &sentence, const QString &button, Icon picture)
{
    m_icon->setPixmap(icon(picture).pixmap(QSize(32, 32), devicePixelRatioF()));
    showMessage(Shown::Empty, sentence, {}, button);
    setKind(m_button, ButtonKind::Secondary);
}

void PageStates::showError(const QString &what, const QString &why)
{
    m_icon->setPixmap(icon(Icon::Error, Tone::Danger).pixmap(QSize(32, 32), devicePixelRatioF()));
    showMessage(Shown::Error, what, why, tr("Try again"));
    setKind(m_button, ButtonKind::Primary);
}

void PageStates::showMessage(Shown shown, const QString &what, const QString &why,
                             const QString &button)
{
    m_delay.stop();
    m_shown = shown;
    m_what->setText(what);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setCurrentWidget(m_message);
}

void PageStates::press()
{
    if (m_shown == Shown::Error)
        emit retryRequested();
    else
        emit emptyActionRequested();
}
