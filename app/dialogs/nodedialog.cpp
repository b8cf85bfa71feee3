// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/nodedialog.h"

#include "ui_nodedialog.h"

#include "app/dialogs/fielderrors.h"
#include "app/text/nodeactiontext.h"
#include "app/theme/looks.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

using model::Drain;
using model::NodeAction;

namespace {

constexpr int kJobHeight = 24;
constexpr int kMostJobsShown = 6; // of more, the list is scrolled

} // namespace

NodeDialog::NodeDialog(NodeAction action, const QList<model::NodeName> &nodes, QWidget *parent)
    : GrowingDialog(parent)
    , m_ui(std::make_unique<Ui::NodeDialog>())
    , m_errors(new FieldErrors(this))
    , m_action(action)
    , m_nodes(nodes)
{
    m_ui->setupUi(this);
    setWindowTitle(NodeActionText::title(action, nodes));
    m_ui->titleLabel->setText(windowTitle());
    m_ui->problemLabel->hide();
    m_ui->jobsList->setProperty("look", u"boxed"_s);
    m_errors->add(u"reason"_s, m_ui->reasonEdit, m_ui->reasonErrorLabel, m_ui->reasonHelpLabel);
    m_ui->dialogLayout->insertStretch(m_ui->dialogLayout->count() - 1);
    connect(m_ui->reasonEdit, &QLineEdit::textChanged, this, &NodeDialog::check);
    connect(m_ui->requeueRadio, &QRadioButton::toggled, this, &NodeDialog::describe);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->verbButton, &QPushButton::clicked, this, &NodeDialog::choose);
    m_ui->cancelButton->setFocus();
    check();
    describe();
}

NodeDialog::~NodeDialog() = default;

void NodeDialog::setCluster(const QList<model::Node> &all)
{
    m_all = all;
    m_load = rules::loadOf(m_nodes, all);
    const bool isWaitedFor = this->isWaitedFor();
    if (isWaitedFor)
        m_ui->requeueRadio->setChecked(true);
    m_ui->waitRadio->setEnabled(!isWaitedFor);
    m_ui->waitRadio->setToolTip(isWaitedFor ? NodeActionText::refusal(rules::NodeRefusal::WaitedFor)
                                            : QString());
    describe();
}

bool NodeDialog::isWaitedFor() const
{
    return m_action == NodeAction::Drain && !m_all.isEmpty()
           && std::ranges::all_of(m_all, [this](const model::Node &node) {
                  return !m_nodes.contains(node.name)
                         || rules::refusalOfDrain(Drain::Wait, node.cordon);
              });
}

Drain NodeDialog::drain() const
{
    if (m_action != NodeAction::Drain)
        return Drain::No;
    // Without jobs nobody is asked: it is all the same, but for a node that waits already.
    const bool requeues = m_load.jobs.isEmpty() ? isWaitedFor() : m_ui->requeueRadio->isChecked();
    return requeues ? Drain::Requeue : Drain::Wait;
}

bool NodeDialog::losesWork() const
{
    return drain() == Drain::Requeue && !m_load.jobs.isEmpty();
}

void NodeDialog::describe()
{
    m_ui->consequenceLabel->setText(NodeActionText::consequence(m_action, drain(), m_load));
    m_ui->verbButton->setText(NodeActionText::verb(m_action, drain(), m_load));
    m_ui->verbButton->setAccessibleName(m_ui->verbButton->text());
    setKind(m_ui->verbButton, losesWork() ? ButtonKind::Danger : ButtonKind::Primary);
    const bool concernsJobs = m_action != NodeAction::Uncordon && !m_load.jobs.isEmpty();
    m_ui->drainField->setVisible(m_action == NodeAction::Drain && concernsJobs);
    m_ui->jobsList->setVisible(concernsJobs);
    showJobs();
}

void NodeDialog::showJobs()
{
    QStringList lines;
    for (const rules::LoadJob &job : std::as_const(m_load.jobs))
        lines << NodeActionText::job(job);
    QListWidget &list = *m_ui->jobsList;
    bool isSame = list.count() == lines.size();
    for (int row = 0; isSame && row < list.count(); ++row)
        isSame = list.item(row)->text() == lines[row];
    if (isSame)
        return;
    list.clear();
    list.addItems(lines);
    for (int row = 0; row < list.count(); ++row)
        list.item(row)->setSizeHint({0, kJobHeight});
    list.setFixedHeight(std::min(list.count(), kMostJobsShown) * kJobHeight + 2);
}

void NodeDialog::showProblem(const QString &field, const QString &text)
{
    m_ui->verbButton->setEnabled(true);
    if (m_errors->refuse({field, text}))
        return;
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->show();
}

void NodeDialog::check()
{
    QList<FieldError> errors;
    if (!rules::checkNodeReason(m_ui->reasonEdit->text()))
        errors.append({u"reason"_s, tr("Say why, for those who ask later.")});
    m_errors->setErrors(errors);
    m_ui->problemLabel->hide();
}

void NodeDialog::choose()
{
    if (m_errors->reveal())
        return;
    m_ui->verbButton->setEnabled(false);
    emit chosen({m_action, m_nodes, m_ui->reasonEdit->text().trimmed(), drain() == Drain::Requeue});
}

void NodeDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enters || qobject_cast<QPushButton *>(focusWidget()))
        return GrowingDialog::keyPressEvent(event);
    if (losesWork())
        m_ui->verbButton->setFocus(Qt::TabFocusReason);
    else
        choose();
}
