// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/endpointswitches.h"

#include "app/dialogs/fielderrors.h"
#include "app/text/jobtext.h"
#include "app/theme/looks.h"
#include "core/rules/jobrules.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kPortField = "port"_L1;
constexpr int kPortWidth = 120;
constexpr int kMostDigits = 16;

bool isOn(const QList<model::JobEndpoint> &endpoints, model::EndpointKind kind)
{
    const QString name = model::EndpointName{kind, 0}.toString();
    return std::ranges::any_of(endpoints, [&name](const model::JobEndpoint &endpoint) {
        return endpoint.name == name && endpoint.state != model::EndpointState::Stopped;
    });
}

} // namespace

EndpointSwitches::EndpointSwitches(PortCheck check, QWidget *parent)
    : QWidget(parent)
    , m_check(std::move(check))
    , m_errors(new FieldErrors(this))
    , m_heading(new QLabel)
    , m_note(new QLabel)
    , m_portLabel(new QLabel)
    , m_port(new QLineEdit)
    , m_open(new QPushButton)
    , m_portHelp(new QLabel)
    , m_portError(new QLabel)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(6 * kGrid);
    layout->addWidget(makeSwitches(), 1);
    layout->addWidget(makePort(), 1);
    m_errors->add(kPortField, m_port, m_portError, m_portHelp);
    connect(m_open, &QPushButton::clicked, this, &EndpointSwitches::requestPort);
    connect(m_port, &QLineEdit::returnPressed, this, &EndpointSwitches::requestPort);
    connect(m_port, &QLineEdit::textChanged, this, &EndpointSwitches::checkPort);
}

QWidget *EndpointSwitches::makeSwitches()
{
    auto *switches = new QWidget;
    auto *column = new QVBoxLayout(switches);
    column->setContentsMargins({});
    column->setSpacing(kGrid / 2);
    setType(m_heading, LabelType::Label);
    column->addWidget(m_heading);
    auto *line = new QHBoxLayout;
    line->setSpacing(3 * kGrid);
    for (const auto &[kind, name] : json::EnumNames<model::EndpointKind>::table) {
        auto *box = new QCheckBox;
        box->setObjectName(name + u"Switch"_s);
        box->setMinimumHeight(kControlHeight);
        connect(box, &QCheckBox::clicked, this,
                [this, name = QString(name)](bool on) { emit switchRequested(name, on); });
        m_switches.insert(kind, box);
        line->addWidget(box);
    }
    line->addStretch();
    column->addLayout(line);
    m_note->setObjectName(u"endpointsNoteLabel"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    setType(m_note, LabelType::Help);
    column->addWidget(m_note);
    column->addStretch();
    return switches;
}

QWidget *EndpointSwitches::makePort()
{
    auto *block = new QWidget;
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins({});
    column->setSpacing(kGrid / 2);
    setType(m_portLabel, LabelType::Label);
    m_portLabel->setBuddy(m_port);
    m_port->setObjectName(u"newPortField"_s);
    m_port->setMaxLength(kMostDigits);
    m_port->setFixedWidth(kPortWidth);
    m_open->setObjectName(u"openPortButton"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(kGrid);
    line->addWidget(m_port);
    line->addWidget(m_open);
    line->addStretch();
    column->addWidget(m_portLabel);
    column->addLayout(line);
    m_portError->setObjectName(u"newPortErrorLabel"_s);
    for (const auto &[note, type] :
         {std::pair{m_portHelp, LabelType::Help}, std::pair{m_portError, LabelType::Error}}) {
        note->setTextFormat(Qt::PlainText);
        note->setWordWrap(true);
        setType(note, type);
        column->addWidget(note);
    }
    column->addStretch();
    return block;
}

void EndpointSwitches::retranslate()
{
    m_heading->setText(tr("Ways into the job"));
    for (auto it = m_switches.cbegin(); it != m_switches.cend(); ++it) {
        it.value()->setText(JobText::endpoint(it.key()));
        it.value()->setAccessibleName(it.value()->text());
    }
    m_portLabel->setText(tr("New interactive port"));
    m_port->setAccessibleName(m_portLabel->text());
    m_open->setText(tr("Open port"));
    m_open->setAccessibleName(m_open->text());
    m_portHelp->setText(
        tr("From %1 to %2. A program in the job has to listen on it.")
            .arg(QString::number(rules::kLeastPort), QString::number(rules::kMostPort)));
    checkPort();
}

void EndpointSwitches::setEndpoints(const QList<model::JobEndpoint> &endpoints)
{
    for (auto it = m_switches.cbegin(); it != m_switches.cend(); ++it)
        it.value()->setChecked(isOn(endpoints, it.key()));
}

void EndpointSwitches::setWhyNot(const QString &whyNot)
{
    QWidgetList controls{m_port, m_open};
    for (QCheckBox *box : std::as_const(m_switches))
        controls << box;
    for (QWidget *control : std::as_const(controls)) {
        control->setEnabled(whyNot.isEmpty());
        control->setToolTip(whyNot);
    }
    m_note->setText(whyNot);
    m_note->setVisible(!whyNot.isEmpty());
}

QString EndpointSwitches::portProblem() const
{
    return m_check(m_port->text().trimmed());
}

// An empty field is no fault until somebody asks for it.
void EndpointSwitches::checkPort()
{
    const QString problem = m_port->text().isEmpty() ? QString() : portProblem();
    m_errors->setErrors(problem.isEmpty() ? QList<FieldError>()
                                          : QList<FieldError>{{kPortField, problem}});
}

void EndpointSwitches::requestPort()
{
    const QString problem = portProblem();
    if (problem.isEmpty()) {
        emit portRequested(m_port->text().trimmed().toInt());
        return;
    }
    m_errors->setErrors({{kPortField, problem}});
    m_errors->reveal();
}

void EndpointSwitches::showPortProblem(const QString &text)
{
    m_errors->refuse({kPortField, text});
}

void EndpointSwitches::clearPort()
{
    m_port->clear();
    m_errors->reset();
}
