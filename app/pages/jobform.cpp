// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobform.h"

#include "ui_jobform.h"

#include "app/dialogs/fielderrors.h"
#include "app/pages/devicefields.h"
#include "app/pages/jobfields.h"
#include "app/pages/templatechooser.h"
#include "app/text/violationtext.h"
#include "app/theme/looks.h"

#include <QEvent>
#include <QRegularExpression>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isAdvanced(const QString &field)
{
    return field.startsWith("registry"_L1) || field.startsWith("environment"_L1);
}

} // namespace

JobForm::JobForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::JobForm>())
    , m_errors(new FieldErrors(this))
{
    m_ui->setupUi(this);
    m_devices = new DeviceFields(*m_ui, this);
    m_registry = new RegistryFields(*m_ui, this);
    m_fields = std::make_unique<JobFields>(*m_ui, *m_devices, *m_registry);
    m_ui->commandEdit->setFont(monospace());
    m_ui->storageField->hide();
    setFocusProxy(m_ui->nameEdit);
    m_pristine = spec();
    nameFields();
    watch();
    showAdvanced(false);
    m_registry->show();
    showErrors();
    setTemplateNote({});
}

JobForm::~JobForm() = default;

void JobForm::setSurroundings(const JobSurroundings &surroundings)
{
    if (m_surroundings == surroundings)
        return;
    const bool wasPristine = isPristine();
    m_surroundings = surroundings;
    m_devices->setSurroundings(surroundings);
    if (wasPristine)
        m_pristine = spec();
    followChange();
}

void JobForm::setStorage(const QList<model::StorageMount> &mounts)
{
    m_ui->storageTable->setMounts(mounts);
    m_ui->storageField->setVisible(!mounts.isEmpty());
}

TemplateChooser &JobForm::chooser() const
{
    return *m_ui->templateCombo;
}

void JobForm::setTemplateNote(const QString &text)
{
    m_ui->templateHelpLabel->setText(text);
    m_ui->templateHelpLabel->setVisible(!text.isEmpty());
}

model::JobSpec JobForm::spec() const
{
    model::JobSpec spec = m_fields->read();
    spec.vc = m_surroundings.vc.name;
    return spec;
}

QList<rules::JobViolation> JobForm::violations() const
{
    QList<rules::JobViolation> found = rules::check(spec(), m_surroundings.limits());
    // A word that is no number is told as it was written, not as the number it became.
    const auto ports = portViolations();
    if (ports.isEmpty())
        return found;
    found.removeIf([](const auto &each) { return each.field.startsWith("interactivePorts"_L1); });
    return found + ports;
}

QList<rules::JobViolation> JobForm::portViolations() const
{
    return rules::parsePorts(m_ui->portsEdit->text()).violations;
}

bool JobForm::isPristine() const
{
    model::JobSpec now = spec();
    now.vc = m_pristine.vc;
    return now == m_pristine;
}

JobForm::Draft JobForm::draft() const
{
    return {spec(), m_pristine, chooser().chosen()};
}

void JobForm::setDraft(const Draft &draft)
{
    setSpec(draft.spec);
    m_pristine = draft.pristine;
    chooser().setChosen(draft.chosen);
    emit changed();
}

bool JobForm::revealViolations()
{
    const auto found = violations();
    for (const auto &violation : found)
        openAdvancedFor(violation.field);
    const bool isWrong = m_errors->reveal();
    showVariables(found);
    if (isWrong)
        focusPart(found.first().field);
    return isWrong;
}

bool JobForm::refuse(const QString &field, const QString &text)
{
    openAdvancedFor(field);
    m_registry->refuse(field);
    const bool isKnown = m_errors->refuse({field, m_registry->said(field, text)});
    focusPart(field);
    return isKnown;
}

void JobForm::setSpec(const model::JobSpec &spec, PasswordGap gap)
{
    m_fields->write(spec, gap);
    m_ui->advancedButton->setChecked(spec.registry || !spec.environment.isEmpty());
    m_errors->reset();
    m_pristine = this->spec();
    if (spec.deviceType)
        m_errors->leave({u"deviceType"_s, u"devices"_s, u"nodes"_s});
    followChange();
}

void JobForm::fill(const model::JobSpec &spec, PasswordGap gap)
{
    const QString name = m_ui->nameEdit->text();
    const bool isTyped = !name.isEmpty() && name.trimmed() != m_pristine.name;
    setSpec(spec, gap);
    if (isTyped)
        m_ui->nameEdit->setText(name);
}

void JobForm::clear()
{
    {
        const QSignalBlocker quiet(this);
        setSpec({});
        chooser().setChosen({});
        setTemplateNote({});
    }
    emit changed();
}

void JobForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_devices->retranslate();
        m_registry->show();
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
    add(u"template"_s, m_ui->templateCombo);
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
    for (QWidget *part : {m_ui->registryEdit, m_ui->registryUserEdit})
        m_errors->addPart(u"registry"_s, part);
    connect(m_ui->environmentEditor, &EnvironmentEditor::editorAdded, m_errors,
            [this](QWidget *editor) { m_errors->addPart(u"environment"_s, editor); });
    connect(m_errors, &FieldErrors::fieldLeft, this, [this] { showVariables(violations()); });
}

void JobForm::watch()
{
    const auto follow = [this](auto *editor, auto signal) {
        connect(editor, signal, this, &JobForm::followChange);
    };
    for (auto *edit : {m_ui->nameEdit, m_ui->imageEdit, m_ui->portsEdit, m_ui->registryEdit,
                       m_ui->registryUserEdit, m_ui->registryPasswordEdit})
        follow(edit, &QLineEdit::textChanged);
    follow(m_ui->prioritySpin, &QSpinBox::valueChanged);
    follow(m_devices, &DeviceFields::changed);
    for (auto *check :
         {m_ui->preemptibleCheck, m_ui->sshCheck, m_ui->jupyterCheck, m_ui->tensorBoardCheck})
        follow(check, &QCheckBox::toggled);
    follow(m_ui->commandEdit, &QPlainTextEdit::textChanged);
    follow(m_ui->environmentEditor, &EnvironmentEditor::changed);
    connect(m_ui->advancedButton, &QToolButton::toggled, this, &JobForm::showAdvanced);
}

void JobForm::followChange()
{
    m_registry->show();
    showErrors();
    emit changed();
}

void JobForm::showErrors()
{
    QList<FieldError> errors;
    const auto found = violations();
    for (const auto &violation : found) {
        const bool isOfNodes = violation.field == "devicesPerNode"_L1;
        errors.append({isOfNodes ? u"nodes"_s : violation.field,
                       m_registry->said(violation.field, ViolationText::of(violation))});
    }
    m_errors->setErrors(errors);
    showVariables(found);
}

// The rows that are wrong, once the field's error is shown.
void JobForm::showVariables(const QList<rules::JobViolation> &violations)
{
    static const QRegularExpression kPath(uR"(^environment\[(\d+)\]\.(name|value)$)"_s);
    QSet<int> names;
    QSet<int> values;
    for (const auto &violation : violations) {
        const auto match = kPath.match(violation.field);
        if (match.hasMatch() && !m_ui->environmentErrorLabel->isHidden())
            (match.captured(2) == "name"_L1 ? names : values).insert(match.captured(1).toInt());
    }
    m_ui->environmentEditor->setWrong(names, values);
}

void JobForm::showAdvanced(bool shown)
{
    m_ui->advancedBox->setVisible(shown);
    m_ui->advancedButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
}

// Where a field has several editors, the one that is meant.
void JobForm::focusPart(const QString &field)
{
    if (field == "registry.registry"_L1)
        m_ui->registryEdit->setFocus();
    else if (field == "registry.username"_L1)
        m_ui->registryUserEdit->setFocus();
    else if (field.startsWith("environment"_L1))
        m_ui->environmentEditor->setFocus();
}

void JobForm::openAdvancedFor(const QString &field)
{
    if (isAdvanced(field))
        m_ui->advancedButton->setChecked(true);
}
