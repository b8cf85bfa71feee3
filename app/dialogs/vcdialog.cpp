// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/vcdialog.h"

#include "ui_vcdialog.h"

#include "app/dialogs/fielderrors.h"
#include "app/text/format.h"
#include "app/text/vctext.h"
#include "app/theme/looks.h"
#include "app/widgets/taborder.h"

#include <QRegularExpression>
#include <QSpinBox>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostDevices = 1'000'000;
constexpr int kSpinWidth = 132;

// "quotas[1].deviceNumber" → "deviceNumber1"; a word against the type stands at its number.
QString fieldOf(const QString &path)
{
    static const QRegularExpression kQuota(u"^quotas\\[(\\d+)\\](?:\\.(\\w+))?"_s);
    const auto match = kQuota.match(path);
    if (!match.hasMatch())
        return path;
    const bool isMost = match.captured(2) == "maxAvailable"_L1;
    return (isMost ? u"maxAvailable"_s : u"deviceNumber"_s) + match.captured(1);
}

int totalOf(const model::DeviceType &type, const model::VcShares &shares)
{
    for (const model::DeviceShare &device : shares.devices) {
        if (device.deviceType == type)
            return device.total;
    }
    return 0;
}

} // namespace

VcDialog::VcDialog(const model::VcShares &shares, model::VcName vc, QWidget *parent)
    : GrowingDialog(parent)
    , m_ui(std::make_unique<Ui::VcDialog>())
    , m_errors(new FieldErrors(this))
    , m_shares(shares)
    , m_vc(std::move(vc))
{
    m_ui->setupUi(this);
    m_ui->problemLabel->hide();
    setWindowTitle(isNew() ? tr("Add virtual cluster") : tr("Modify virtual cluster"));
    m_ui->saveButton->setText(isNew() ? tr("Add") : tr("Save"));
    m_ui->saveButton->setAccessibleName(m_ui->saveButton->text());
    m_ui->nameEdit->setText(m_vc.value());
    m_ui->nameEdit->setReadOnly(!isNew());
    m_ui->nameHelpLabel->setText(isNew() ? m_ui->nameHelpLabel->text()
                                         : tr("The name of a virtual cluster never changes."));
    m_errors->add(u"name"_s, m_ui->nameEdit, m_ui->nameErrorLabel, m_ui->nameHelpLabel);
    addTypes();
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &VcDialog::follow);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &VcDialog::submit);
    setTabOrder(m_ui->cancelButton, m_ui->saveButton);
    if (!isNew() && !m_types.isEmpty())
        m_types.first().number->setFocus();
    showLeft();
    check();
}

VcDialog::~VcDialog() = default;

// The types of the cluster, and those the VC has from before.
void VcDialog::addTypes()
{
    m_ui->typesLayout->setHorizontalSpacing(2 * kGrid);
    m_ui->typesLayout->setVerticalSpacing(kGrid / 2);
    m_ui->typesLayout->setColumnStretch(0, 1);
    const QStringList heads{tr("DeviceType"), tr("DeviceNumber"), tr("MaxAvailable")};
    for (int column = 0; column < int(heads.size()); ++column) {
        auto *head = new QLabel(heads[column]);
        setType(head, LabelType::Label);
        m_ui->typesLayout->addWidget(head, 0, column);
    }
    std::map<QString, model::VcQuota> types;
    for (const model::DeviceShare &device : m_shares.devices)
        types[device.deviceType.toString()] = {device.deviceType, 0, 0};
    for (const model::VcShare &vc : m_shares.vcs) {
        for (const model::VcQuota &quota : vc.quotas) {
            if (vc.name == m_vc)
                types[quota.deviceType.toString()] = quota;
        }
    }
    for (const auto &[name, quota] : types)
        addType(quota.deviceType, quota);
}

void VcDialog::addType(const model::DeviceType &type, const model::VcQuota &quota)
{
    const QString number = QString::number(m_types.size());
    const int row = 1 + 5 * int(m_types.size());
    auto *name = new QLabel(type.toString());
    name->setTextFormat(Qt::PlainText);
    TypeFields fields{type, new QLabel, nullptr, nullptr};
    fields.left->setObjectName(u"left"_s + number + u"Label"_s);
    setType(fields.left, LabelType::Help);
    m_ui->typesLayout->addWidget(name, row, 0);
    m_ui->typesLayout->addWidget(fields.left, row + 1, 0, 1, 3);
    m_ui->typesLayout->setRowMinimumHeight(row + 4, kGrid / 2);
    //: Of a device type
    fields.number =
        addSpin(u"deviceNumber"_s + number, tr("DeviceNumber of %1").arg(type.value()), row, 1);
    //: Of a device type
    fields.most =
        addSpin(u"maxAvailable"_s + number, tr("MaxAvailable of %1").arg(type.value()), row, 2);
    fields.number->setValue(quota.deviceNumber);
    fields.most->setValue(quota.maxAvailable);
    m_types.append(fields);
    for (auto *spin : {fields.number, fields.most})
        connect(spin, &QSpinBox::valueChanged, this, &VcDialog::follow);
}

QSpinBox *VcDialog::addSpin(const QString &name, const QString &words, int row, int column)
{
    auto *spin = new QSpinBox;
    setNames(spin, name + u"Spin"_s, words);
    spin->setRange(0, kMostDevices);
    spin->setAlignment(Qt::AlignRight);
    spin->setFixedWidth(kSpinWidth);
    auto *error = new QLabel;
    error->setObjectName(name + u"ErrorLabel"_s);
    error->setTextFormat(Qt::PlainText);
    error->setWordWrap(true);
    setType(error, LabelType::Error);
    m_ui->typesLayout->addWidget(spin, row, column);
    m_ui->typesLayout->addWidget(error, row + 1 + column, 0, 1, 3);
    m_errors->add(name, spin, error);
    setTabOrder(m_types.isEmpty() && column == 1 ? static_cast<QWidget *>(m_ui->nameEdit)
                                                 : tabStopBefore(m_ui->cancelButton),
                spin);
    return spin;
}

void VcDialog::setShares(const model::VcShares &shares)
{
    if (std::exchange(m_shares, shares) == shares)
        return;
    showLeft();
    check();
}

void VcDialog::showLeft()
{
    for (const TypeFields &fields : std::as_const(m_types)) {
        const int most = rules::mostDevices(m_vc, fields.type, m_shares);
        fields.left->setText(
            tr("%1 of %2 left")
                .arg(Format::count(most),
                     Format::count(std::max(most, totalOf(fields.type, m_shares)))));
    }
}

void VcDialog::showProblem(const QString &field, const QString &text)
{
    m_ui->saveButton->setEnabled(true);
    if (m_errors->refuse({fieldOf(field), text}))
        return;
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->show();
}

model::VirtualCluster VcDialog::value() const
{
    model::VirtualCluster vc;
    vc.name = isNew() ? model::VcName(m_ui->nameEdit->text().trimmed()) : m_vc;
    for (const TypeFields &fields : m_types)
        vc.quotas.append({fields.type, fields.number->value(), fields.most->value()});
    return vc;
}

void VcDialog::check()
{
    const model::VirtualCluster vc = value();
    const auto violations = isNew() ? rules::check(vc, m_shares)
                                    : rules::check(vc.name, model::VcChange{vc.quotas}, m_shares);
    QList<FieldError> errors;
    for (const rules::VcViolation &violation : violations)
        errors.append({fieldOf(violation.field), VcText::of(violation)});
    m_errors->setErrors(errors);
}

void VcDialog::follow()
{
    check();
    m_ui->problemLabel->hide();
}

void VcDialog::submit()
{
    if (m_errors->reveal())
        return;
    m_ui->saveButton->setEnabled(false);
    emit submitted(value());
}
