// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/listframe.h"

#include "app/pages/selectionbar.h"
#include "app/theme/looks.h"
#include "app/widgets/tableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

ListFrame::ListFrame(const QString &name, QAbstractItemModel &model, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_create(new QPushButton)
    , m_search(new SearchField)
    , m_filters(new QHBoxLayout)
    , m_count(new QLabel)
    , m_export(new QPushButton)
    , m_states(new PageStates)
    , m_table(new TableView(name))
    , m_selection(new SelectionBar)
{
    m_title->setObjectName(u"titleLabel"_s);
    m_create->setObjectName(u"createButton"_s);
    m_count->setObjectName(u"countLabel"_s);
    m_export->setObjectName(u"exportButton"_s);
    m_states->setObjectName(u"pageStates"_s);
    m_table->setModel(&model);
    m_states->setContent(m_table);
    setFocusProxy(m_search);
    arrange();
    connect(m_create, &QPushButton::clicked, this, &ListFrame::createRequested);
    connect(m_export, &QPushButton::clicked, this, &ListFrame::exportRequested);
    connect(m_search, &SearchField::left, m_table, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid())
            m_table->selectRow(0);
    });
    connect(m_selection, &SelectionBar::copyRequested, m_table, &TableView::copySelection);
    connect(m_selection, &SelectionBar::clearRequested, m_table, &TableView::clearSelection);
}

void ListFrame::arrange()
{
    setType(m_title, LabelType::Title);
    setType(m_count, LabelType::Secondary);
    setKind(m_create, ButtonKind::Primary);
    setKind(m_export, ButtonKind::Ghost);
    m_create->setIcon(icon(Icon::Plus, Ink::OnFill));
    m_export->setIcon(icon(Icon::Download));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_create);
    m_filters->setSpacing(kGrid);
    m_filters->setContentsMargins(0, kGrid / 2, 0, kGrid / 2);
    m_filters->addWidget(m_search);
    m_filters->addStretch();
    m_filters->addWidget(m_count);
    m_filters->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, 2 * kGrid);
    layout->setSpacing(kGrid);
    layout->addLayout(head);
    layout->addLayout(m_filters);
    layout->addWidget(m_states, 1);
    layout->addWidget(m_selection);
}

void ListFrame::setTitle(const QString &title)
{
    m_title->setText(title);
    m_table->setAccessibleName(title);
}

void ListFrame::setCreateText(const QString &text)
{
    m_create->setText(text);
    m_create->setAccessibleName(text);
    m_create->setVisible(!text.isEmpty());
}

void ListFrame::setCount(const QString &text)
{
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
}

void ListFrame::retranslate()
{
    m_export->setText(tr("Export CSV"));
    m_export->setAccessibleName(m_export->text());
}

void ListFrame::addFilter(QWidget *filter)
{
    const int places = m_filters->count();
    m_filters->insertWidget(places - 3, filter); // before the stretch, the count and the export
}
