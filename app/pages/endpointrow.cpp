// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/endpointrow.h"

#include "app/models/endpointchip.h"
#include "app/pages/endpointopener.h"
#include "app/text/endpointtext.h"
#include "app/theme/looks.h"
#include "app/widgets/copybutton.h"
#include "app/widgets/statusbadge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

using model::EndpointState;

namespace {

constexpr int kLabelWidth = 136;
constexpr int kStateWidth = 104;
constexpr int kActionWidth = 160; // the same in all rows, so that what stands beside it is in line

void keepRoom(QWidget *widget)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}

// Without the token that it may take.
QString shownAddress(const QUrl &address)
{
    return address.toString(QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

EndpointRow::EndpointRow(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel)
    , m_state(new StatusBadge)
    , m_address(new QLabel)
    , m_explanation(new QLabel)
    , m_copy(new CopyButton)
    , m_action(new QPushButton)
    , m_off(new QToolButton)
{
    setProperty("look", u"row"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, kGrid, 0, kGrid);
    layout->setSpacing(kGrid);
    auto *state = new QWidget;
    auto *stateLayout = new QHBoxLayout(state);
    stateLayout->setContentsMargins({});
    stateLayout->addWidget(m_state, 0, Qt::AlignLeft);
    state->setFixedWidth(kStateWidth);
    m_label->setFixedWidth(kLabelWidth);
    m_action->setMinimumWidth(kActionWidth);
    layout->addWidget(m_label);
    layout->addWidget(state);
    layout->addWidget(m_address, 1);
    layout->addWidget(m_explanation, 1);
    for (QWidget *button : QWidgetList{m_copy, m_action, m_off}) {
        layout->addWidget(button);
        keepRoom(button);
    }
    for (QLabel *label : {m_label, m_address, m_explanation})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_address, m_explanation}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_address->setFont(monospace());
    setType(m_explanation, LabelType::Secondary);
    m_off->setAutoRaise(true);
    m_off->setIcon(icon(Icon::Close));
    connect(m_action, &QPushButton::clicked, this, &EndpointRow::act);
    connect(m_off, &QToolButton::clicked, this,
            [this] { emit switchRequested(m_endpoint.name, false); });
}

void EndpointRow::setEndpoint(const model::JobEndpoint &endpoint, model::JobState job,
                              const QString &whyNot)
{
    m_endpoint = endpoint;
    m_job = job;
    m_ssh = SshAddress::of(endpoint);
    m_web = webAddress(endpoint);
    const QString label = EndpointText::label(endpoint);
    setNames(this, endpoint.name + u'-' + endpoint.task, label);
    m_label->setText(label);
    m_state->setChip(chipOf(endpoint.state));
    showAddress();
    showAction(whyNot);
    showOff(whyNot);
}

QWidgetList EndpointRow::controls() const
{
    return {m_copy, m_action, m_off};
}

bool EndpointRow::isPort() const
{
    const auto name = model::EndpointName::fromString(m_endpoint.name);
    return name && !name->kind;
}

void EndpointRow::showAddress()
{
    const bool isReady = m_endpoint.state == EndpointState::Ready;
    const QString address = !isReady ? QString()
                            : m_ssh  ? m_ssh->commandLine()
                            : m_web  ? shownAddress(*m_web)
                                     : QString();
    m_address->setText(address);
    m_address->setVisible(!address.isEmpty());
    const bool isWrong = isReady && address.isEmpty() && !m_endpoint.host.isEmpty();
    m_explanation->setText(isWrong ? EndpointText::unusable()
                                   : EndpointText::explanation(m_endpoint, m_job));
    m_explanation->setVisible(address.isEmpty());
    m_copy->setValue(address.isEmpty() || m_ssh ? address : m_web->toString(QUrl::FullyEncoded));
    m_copy->setVisible(!address.isEmpty());
    m_copy->setAccessibleDescription(m_label->text());
}

EndpointRow::Deed EndpointRow::deed() const
{
    switch (m_endpoint.state) {
    case EndpointState::Ready:
        return m_ssh ? Deed::Terminal : m_web ? Deed::Browser : Deed::None;
    case EndpointState::Failed:
        return Deed::Again;
    case EndpointState::Stopped:
        return isPort() ? Deed::On : Deed::None;
    case EndpointState::Pending:
        return Deed::None;
    }
    Q_UNREACHABLE();
}

void EndpointRow::showAction(const QString &whyNot)
{
    const Deed deed = this->deed();
    const bool switches = deed == Deed::Again || deed == Deed::On;
    const bool isOver = switches && model::isTerminal(m_job);
    m_action->setVisible(deed != Deed::None && !isOver);
    m_action->setEnabled(!switches || whyNot.isEmpty());
    m_action->setToolTip(switches ? whyNot : QString());
    m_action->setText(words(deed));
    m_action->setIcon(icon(pictureOf(deed)));
    //: What a button does, and with what: "Open terminal: SSH to worker0"
    const QString whole = tr("%1: %2").arg(m_action->text(), m_label->text());
    setNames(m_action, objectName() + u"-action"_s, whole);
}

QString EndpointRow::words(Deed deed)
{
    switch (deed) {
    case Deed::Terminal:
        return tr("Open terminal");
    case Deed::Browser:
        return tr("Open in browser");
    case Deed::Again:
        return tr("Try again");
    case Deed::On:
        return tr("Switch on");
    case Deed::None:
        return {};
    }
    Q_UNREACHABLE();
}

Icon EndpointRow::pictureOf(Deed deed)
{
    return deed == Deed::Terminal  ? Icon::Terminal
           : deed == Deed::Browser ? Icon::External
           : deed == Deed::Again   ? Icon::Retry
                                   : Icon::Play;
}

// The kinds have their switches above the rows.
void EndpointRow::showOff(const QString &whyNot)
{
    m_off->setVisible(isPort() && m_endpoint.state != EndpointState::Stopped);
    m_off->setEnabled(whyNot.isEmpty());
    const QString text = tr("Switch off %1").arg(m_label->text());
    m_off->setToolTip(whyNot.isEmpty() ? text : whyNot);
    setNames(m_off, m_endpoint.name + u"-off"_s, text);
}

void EndpointRow::act()
{
    switch (deed()) {
    case Deed::Terminal:
        EndpointOpener::openTerminal(*m_ssh, this);
        break;
    case Deed::Browser:
        EndpointOpener::openBrowser(*m_web, this);
        break;
    case Deed::Again:
    case Deed::On:
        emit switchRequested(m_endpoint.name, true);
        break;
    case Deed::None:
        break;
    }
}
