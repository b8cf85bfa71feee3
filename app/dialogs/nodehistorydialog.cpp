// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/nodehistorydialog.h"

#include "ui_nodehistorydialog.h"

#include "app/text/format.h"
#include "app/text/nodeactiontext.h"
#include "app/theme/looks.h"

#include <QGridLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostHeight = 320;

QLabel *label(const QString &text, LabelType type)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText); // words of others
    label->setText(text);
    setType(label, type);
    return label;
}

} // namespace

NodeHistoryDialog::NodeHistoryDialog(const model::NodeName &node, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NodeHistoryDialog>())
{
    m_ui->setupUi(this);
    //: %1 a node
    setWindowTitle(tr("History of %1").arg(node.toString()));
    m_ui->titleLabel->setText(windowTitle());
    m_ui->stateLabel->setText(tr("The history is being loaded."));
    m_ui->scrollArea->hide();
    m_ui->scrollArea->setMaximumHeight(kMostHeight);
    m_ui->stepsWidget->setAutoFillBackground(false);
    m_ui->scrollArea->viewport()->setAutoFillBackground(false);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->closeButton->setFocus();
}

NodeHistoryDialog::~NodeHistoryDialog() = default;

void NodeHistoryDialog::setSteps(const QList<model::NodeStep> &steps)
{
    m_ui->stateLabel->setText(tr("Nobody has taken this node out of service yet."));
    m_ui->stateLabel->setVisible(steps.isEmpty());
    m_ui->scrollArea->setVisible(!steps.isEmpty());
    for (const model::NodeStep &step : steps)
        addStep(step);
    m_ui->stepsLayout->addStretch();
    m_ui->scrollArea->setMinimumHeight(
        std::min(kMostHeight, m_ui->stepsWidget->sizeHint().height()));
    adjustSize();
}

void NodeHistoryDialog::addStep(const model::NodeStep &step)
{
    auto *row = new QGridLayout;
    row->setSpacing(kGrid / 2);
    row->setColumnStretch(0, 1);
    QLabel *what = label(NodeActionText::step(step), LabelType::Label);
    QLabel *when = label(Format::relative(step.what.at, QDateTime::currentDateTimeUtc()),
                         LabelType::Secondary);
    QLabel *why = label(step.what.reason, LabelType::Secondary);
    when->setToolTip(Format::exact(step.what.at));
    what->setWordWrap(true);
    why->setWordWrap(true);
    row->addWidget(what, 0, 0);
    row->addWidget(when, 0, 1, Qt::AlignTop);
    row->addWidget(why, 1, 0, 1, 2);
    m_ui->stepsLayout->addLayout(row);
}

void NodeHistoryDialog::showProblem(const QString &text)
{
    m_ui->stateLabel->setText(text);
    setType(m_ui->stateLabel, LabelType::Error);
}
