// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobform.h"

#include "ui_jobform.h"

#include "app/dialogs/fielderrors.h"
#include "app/pages/jobfields.h"
#include "app/text/violationtext.h"
#include "app/theme/looks.h"

#include <QEvent>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

JobForm::JobForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::JobForm>())
    , m_errors(new FieldErrors(this))
{
    m_ui->setupUi(this);
    m_ui->commandEdit->setFont(monospace());
    setFocusProxy(m_ui->nameEdit);
    m_pristine = spec();
    nameFields();
    watch();
    showAdvanced(false);
    showKind();
    showErrors();
}

JobForm::~JobForm() = default;

void JobForm::setSurroundings(const JobSurroundings &surroundings)
{
    if (m_surroundings == surroundings)
        return;
    const bool wasPristine = isPristine();
    m_surroundings = surroundings;
    showTypes();
    showCluster();
    showKind();
    if (wasPristine)
        m_pristine = spec();
    followChange();
}

model::JobSpec JobForm::spec() const
{
    model::JobSpec spec = JobFields(*m_ui).read();
    spec.vc = m_surroundings.vc.name;
    if (spec.kind == model::JobKind::Distributed)
        spec.devicesPerNode = chosenType() ? chosenType()->devicesPerNode : 0;
    return spec;
}

QList<rules::JobViolation> JobForm::violations() const
{
    QList<rules::JobViolation> found = rules::check(spec(), m_surroundings.limits());
    // A word that is no number is told as it was written, not as the number it became.
    const auto ports = rules::parsePorts(m_ui->portsEdit->text()).violations;
    if (ports.isEmpty())
        return found;
    found.removeIf([](const auto &each) { return each.field.startsWith("interactivePorts"_L1); });
    return found + ports;
}

bool JobForm::isPristine() const
{
    model::JobSpec now = spec();
    now.vc = m_pristine.vc;
    return now == m_pristine;
}

bool JobForm::revealViolations()
{
    const auto found = violations();
    if (std::any_of(found.begin(), found.end(), [](const auto &each) {
            return each.field.startsWith("registry"_L1) || each.field.startsWith("environment"_L1);
        }))
        m_ui->advancedButton->setChecked(true);
    return m_errors->reveal();
}

bool JobForm::refuse(const QString &field, const QString &text)
{
    return m_errors->refuse({field, text});
}

void JobForm::setSpec(const model::JobSpec &spec)
{
    JobFields(*m_ui).write(spec);
    const bool isAdvanced = spec.registry || !spec.environment.isEmpty();
    m_ui->advancedButton->setChecked(isAdvanced);
    m_errors->reset();
    m_pristine = this->spec();
}

void JobForm::clear()
{
    const QSignalBlocker quiet(this);
    setSpec({});
}

void JobForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showCluster();
        showKind();
        showErrors();
    }
    QWidget::changeEvent(event);
}

void JobForm::nameFields()
{
    const auto add = [this](const QString &field, QWidget *editor) {
        m_errors->add(field, editor, findChild<QLabel *>(field % "ErrorLabel"_L1),
                      findChild<QLabel *>(field % "HelpLabel"_L1));
    };
    add(u"vc"_s, m_ui->clusterLabel);
    add(u"name"_s, m_ui->nameEdit);
    add(u"kind"_s, m_ui->regularRadio);
    add(u"deviceType"_s, m_ui->deviceTypeCombo);
    add(u"devices"_s, m_ui->devicesSpin);
    add(u"nodes"_s, m_ui->nodesSpin);
    add(u"preemptible"_s, m_ui->preemptibleCheck);
    add(u"image"_s, m_ui->imageEdit);
    add(u"command"_s, m_ui->commandEdit);
    add(u"runOn"_s, m_ui->runOnCombo);
    add(u"interactivePorts"_s, m_ui->portsEdit);
    add(u"endpoints"_s, m_ui->sshCheck);
    add(u"priority"_s, m_ui->prioritySpin);
    add(u"registry"_s, m_ui->registryPasswordEdit);
    add(u"environment"_s, m_ui->environmentEditor);
}

void JobForm::watch()
{
    const auto follow = [this](auto *editor, auto signal) {
        connect(editor, signal, this, &JobForm::followChange);
    };
    for (auto *edit : {m_ui->nameEdit, m_ui->imageEdit, m_ui->portsEdit, m_ui->registryEdit,
                       m_ui->registryUserEdit, m_ui->registryPasswordEdit})
        follow(edit, &QLineEdit::textChanged);
    for (auto *spin : {m_ui->devicesSpin, m_ui->nodesSpin, m_ui->prioritySpin})
        follow(spin, &QSpinBox::valueChanged);
    for (auto *combo : {m_ui->devicesCombo, m_ui->runOnCombo})
        follow(combo, &QComboBox::currentIndexChanged);
    for (auto *check :
         {m_ui->preemptibleCheck, m_ui->sshCheck, m_ui->jupyterCheck, m_ui->tensorBoardCheck})
        follow(check, &QCheckBox::toggled);
    follow(m_ui->commandEdit, &QPlainTextEdit::textChanged);
    follow(m_ui->environmentEditor, &EnvironmentEditor::changed);
    follow(m_ui->distributedRadio, &QRadioButton::toggled);
    connect(m_ui->deviceTypeCombo, &QComboBox::currentIndexChanged, this, &JobForm::followType);
    connect(m_ui->advancedButton, &QToolButton::toggled, this, &JobForm::showAdvanced);
}

void JobForm::followChange()
{
    showKind();
    showErrors();
    emit changed();
}

void JobForm::followType()
{
    const bool isNpu = chosenType() && chosenType()->family == model::DeviceFamily::Npu;
    m_ui->runOnCombo->setCurrentIndex(
        int(isNpu ? model::RunOn::AllWorkers : model::RunOn::Launcher));
    showDevices();
    followChange();
}

void JobForm::showCluster()
{
    QStringList lines(m_surroundings.cluster.name);
    for (const auto &usage : std::as_const(m_surroundings.vc.usage)) {
        lines.append(tr("%1 (%2 / %3 to use)")
                         .arg(usage.deviceType.value(), QLocale().toString(usage.available),
                              QLocale().toString(usage.maxAvailable)));
    }
    m_ui->clusterLabel->setText(lines.join(u'\n'));
}

void JobForm::showTypes()
{
    QStringList types;
    for (const auto &usage : std::as_const(m_surroundings.vc.usage))
        types.append(usage.deviceType.value());
    const QString chosen = m_ui->deviceTypeCombo->currentText();
    if (m_ui->deviceTypeCombo->count() != types.size() || !types.contains(chosen)) {
        const QSignalBlocker quiet(m_ui->deviceTypeCombo);
        m_ui->deviceTypeCombo->clear();
        m_ui->deviceTypeCombo->addItems(types);
        m_ui->deviceTypeCombo->setCurrentIndex(std::max(0, int(types.indexOf(chosen))));
        followType();
    }
    showDevices();
}

void JobForm::showDevices()
{
    const rules::JobLimits limits = m_surroundings.limits();
    const model::DeviceTypeInfo *type = chosenType();
    const QList<int> choices = type ? limits.choices(type->name) : QList<int>();
    const int chosen = m_ui->devicesCombo->currentData().toInt();
    const QSignalBlocker quiet(m_ui->devicesCombo);
    m_ui->devicesCombo->clear();
    for (const int choice : choices)
        m_ui->devicesCombo->addItem(QLocale().toString(choice), choice);
    m_ui->devicesCombo->setCurrentIndex(std::max(0, m_ui->devicesCombo->findData(chosen)));
    m_ui->devicesCombo->setVisible(!choices.isEmpty());
    m_ui->devicesSpin->setVisible(choices.isEmpty());
    m_ui->devicesSpin->setMaximum(type ? limits.mostDevices(type->name) : 0);
    m_ui->nodesSpin->setMaximum(type ? std::max(1, limits.mostNodes(type->name)) : 1);
}

void JobForm::showKind()
{
    const bool isDistributed = m_ui->distributedRadio->isChecked();
    const bool hasDevices = m_ui->deviceTypeCombo->count() > 0;
    m_ui->distributedRadio->setEnabled(hasDevices || isDistributed);
    m_ui->devicesField->setVisible(!isDistributed && hasDevices);
    m_ui->nodesField->setVisible(isDistributed);
    m_ui->runOnField->setVisible(isDistributed);
    m_ui->deviceTypeField->setVisible(hasDevices);
    const int perNode = chosenType() ? chosenType()->devicesPerNode : 0;
    m_ui->totalLabel->setText(
        tr("× %1 = %n device(s)", nullptr, m_ui->nodesSpin->value() * perNode).arg(perNode));
    if (const auto *usage = chosenType() ? m_surroundings.findUsage(chosenType()->name) : nullptr) {
        m_ui->devicesHelpLabel->setText(
            tr("%1 of %2 are free for you now. 0 is a job without devices.")
                .arg(QLocale().toString(usage->available),
                     QLocale().toString(usage->maxAvailable)));
    }
}

void JobForm::showErrors()
{
    QList<FieldError> errors;
    const auto found = violations();
    for (const auto &violation : found) {
        const bool isOfNodes = violation.field == "devicesPerNode"_L1;
        errors.append({isOfNodes ? u"nodes"_s : violation.field, ViolationText::of(violation)});
    }
    m_errors->setErrors(errors);
}

void JobForm::showAdvanced(bool shown)
{
    m_ui->advancedBox->setVisible(shown);
    m_ui->advancedButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
}

const model::DeviceTypeInfo *JobForm::chosenType() const
{
    return m_surroundings.findType(model::DeviceType(m_ui->deviceTypeCombo->currentText()));
}
