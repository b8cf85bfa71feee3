// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/endpointlist.h"

#include "app/pages/endpointrow.h"
#include "app/theme/looks.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

using model::JobEndpoint;

namespace {

// Kinds in their order, then ports in theirs.
int placeOf(const JobEndpoint &endpoint)
{
    constexpr int kPorts = 100;
    const auto name =
        model::EndpointName::fromString(endpoint.name).value_or(model::EndpointName());
    return name.kind ? int(*name.kind) : kPorts + name.port;
}

bool isSsh(const JobEndpoint &endpoint)
{
    const auto name = model::EndpointName::fromString(endpoint.name);
    return name && name->kind == model::EndpointKind::Ssh;
}

} // namespace

EndpointList::EndpointList(QWidget *parent)
    : QScrollArea(parent)
    , m_layout(new QVBoxLayout)
    , m_keysLabel(new QLabel)
    , m_keysButton(new QPushButton)
    , m_keys(makeKeys())
{
    setObjectName(u"endpointList"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, kGrid, kGrid);
    layout->setSpacing(0);
    m_layout->setSpacing(0);
    layout->addLayout(m_layout);
    layout->addWidget(m_keys);
    layout->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QWidget *EndpointList::makeKeys()
{
    auto *keys = new QWidget;
    auto *line = new QHBoxLayout(keys);
    line->setContentsMargins(0, kGrid, 0, 0);
    line->setSpacing(kGrid / 2);
    setType(m_keysLabel, LabelType::Help);
    m_keysButton->setObjectName(u"keysButton"_s);
    setKind(m_keysButton, ButtonKind::Link);
    connect(m_keysButton, &QPushButton::clicked, this, &EndpointList::accountRequested);
    line->addWidget(m_keysLabel);
    line->addWidget(m_keysButton);
    line->addStretch();
    return keys;
}

void EndpointList::retranslate()
{
    m_keysLabel->setText(tr("SSH takes no password: it lets in who has one of your keys."));
    m_keysButton->setText(tr("Your keys"));
    m_keysButton->setAccessibleName(m_keysButton->text());
}

void EndpointList::setEndpoints(const QList<JobEndpoint> &endpoints, model::JobState job,
                                const QString &whyNot)
{
    QList<JobEndpoint> sorted = endpoints;
    std::ranges::stable_sort(sorted, {}, placeOf);
    QList<EndpointRow *> old = std::exchange(m_rows, {});
    for (const JobEndpoint &endpoint : std::as_const(sorted)) {
        EndpointRow *row = takeRow(old, endpoint);
        row->setEndpoint(endpoint, job, whyNot);
        if (m_layout->indexOf(row) != m_rows.size())
            m_layout->insertWidget(int(m_rows.size()), row);
        m_rows << row;
    }
    qDeleteAll(old);
    orderTabs();
    m_keys->setVisible(std::ranges::any_of(sorted, isSsh) && whyNot.isEmpty());
}

// The Tab key goes from above to below, whenever a row came.
void EndpointList::orderTabs()
{
    QWidgetList controls;
    for (const EndpointRow *row : std::as_const(m_rows))
        controls << row->controls();
    controls << m_keysButton;
    for (qsizetype i = 1; i < controls.size(); ++i)
        setTabOrder(controls[i - 1], controls[i]);
}

// Rows stay what they are as long as their endpoints do: the one with the focus keeps it.
EndpointRow *EndpointList::takeRow(QList<EndpointRow *> &rows, const JobEndpoint &endpoint)
{
    const auto found = std::ranges::find_if(rows, [&endpoint](const EndpointRow *row) {
        return row->endpoint().name == endpoint.name && row->endpoint().task == endpoint.task;
    });
    if (found != rows.end()) {
        EndpointRow *row = *found;
        rows.erase(found);
        return row;
    }
    auto *row = new EndpointRow;
    connect(row, &EndpointRow::switchRequested, this, &EndpointList::switchRequested);
    return row;
}
