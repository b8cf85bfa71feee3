// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/clusterstatuspage.h"

#include "ui_clusterstatuspage.h"

#include "app/api/livestore.h"
#include "app/pages/nodespane.h"
#include "app/pages/pagememory.h"
#include "app/pages/savefile.h"
#include "app/pages/tablecsv.h"
#include "app/text/errortext.h"
#include "app/theme/looks.h"
#include "app/widgets/tableview.h"

#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

ClusterStatusPage::ClusterStatusPage(LiveStore &store, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_ui(std::make_unique<Ui::ClusterStatusPage>())
    , m_vcs(new VcUsageList(m_clock, this))
    , m_vcTable(new TableView(u"vcStatusTable"_s))
    , m_nodes(new NodesPane(store))
    , m_stack(new QStackedWidget)
{
    m_ui->setupUi(this);
    arrange();
    listen();
    followVcs();
    followNodes();
    followAccount();
    retranslate();
    pagememory::keepTab(m_ui->viewTabBar, u"cluster/tab"_s);
    pagememory::keepText(m_ui->searchField, u"cluster/text"_s);
}

ClusterStatusPage::~ClusterStatusPage() = default;

QString ClusterStatusPage::title() const
{
    return tr("Cluster Status");
}

void ClusterStatusPage::arrange()
{
    m_stack->addWidget(m_vcTable);
    m_stack->addWidget(m_nodes);
    m_ui->pageStates->setContent(m_stack);
    m_ui->viewTabBar->addTab({});
    m_ui->viewTabBar->addTab({});
    m_ui->viewTabBar->setExpanding(false);
    m_ui->viewTabBar->setDrawBase(false);
    m_ui->exportButton->setIcon(icon(Icon::Download));
    m_vcTable->setModel(m_vcs);
    m_vcTable->setDefaultWidths({0, 180, 140, 120, 80, 140, 96, 104});
    m_vcTable->setStretchColumn(VcUsageList::NameColumn);
    m_vcTable->makeSortable();
    setFocusProxy(m_ui->searchField);
    if (auto *layout = qobject_cast<QBoxLayout *>(this->layout()))
        layout->setStretchFactor(m_ui->pageStates, 1);
}

void ClusterStatusPage::listen()
{
    connect(&m_store, &LiveStore::vcsChanged, this, &ClusterStatusPage::followVcs);
    connect(&m_store, &LiveStore::nodesChanged, this, &ClusterStatusPage::followNodes);
    connect(&m_store, &LiveStore::selectedVcChanged, this, &ClusterStatusPage::followNodes);
    connect(&m_store, &LiveStore::clusterChanged, this, &ClusterStatusPage::followNodes);
    connect(&m_store, &LiveStore::accountChanged, this, &ClusterStatusPage::followAccount);
    connect(&m_store, &LiveStore::loadingChanged, this, &ClusterStatusPage::showState);
    connect(m_ui->viewTabBar, &QTabBar::currentChanged, this, &ClusterStatusPage::showTab);
    connect(m_ui->searchField, &QLineEdit::textChanged, this, &ClusterStatusPage::followFilter);
    connect(m_ui->searchField, &SearchField::left, this, [this] {
        if (isNodes())
            return m_nodes->focusTable();
        m_vcTable->setFocus();
        m_vcTable->selectRow(0);
    });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ClusterStatusPage::chooseFile);
    connect(m_ui->pageStates, &PageStates::retryRequested, &m_store, &LiveStore::reload);
    connect(m_ui->pageStates, &PageStates::emptyActionRequested, m_ui->searchField,
            &QLineEdit::clear);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, &m_store,
            &LiveStore::reload);
    m_vcTable->holdStill(m_vcs);
    connect(m_nodes, &NodesPane::jobOpened, this,
            [this](const QString &id) { emit addressRequested(u"jobs/"_s + id); });
}

void ClusterStatusPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->viewTabBar->setTabText(kVcs, tr("Team Virtual Cluster Status"));
    m_ui->viewTabBar->setTabText(kNodes, tr("Physical Cluster Node Status"));
    m_ui->viewTabBar->setAccessibleName(tr("What of the cluster"));
    m_ui->exportButton->setAccessibleName(m_ui->exportButton->text());
    m_vcTable->setAccessibleName(tr("Team Virtual Cluster Status"));
    m_vcs->retranslate();
    m_nodes->retranslate();
    showTab();
}

void ClusterStatusPage::open(const QStringList &path)
{
    const QString view = path.value(0);
    if (view == "vcs"_L1)
        m_ui->viewTabBar->setCurrentIndex(kVcs);
    else if (view == "nodes"_L1 && m_ui->viewTabBar->isTabVisible(kNodes))
        m_ui->viewTabBar->setCurrentIndex(kNodes);
}

void ClusterStatusPage::followVcs()
{
    m_vcs->setVcs(m_store.vcs());
    showState();
}

void ClusterStatusPage::followNodes()
{
    m_nodes->follow();
    showState();
}

void ClusterStatusPage::followAccount()
{
    const bool maySeeNodes = m_store.account().has(model::Permission::ViewClusterStatus);
    m_ui->viewTabBar->setTabVisible(kNodes, maySeeNodes);
    m_ui->viewTabBar->setVisible(maySeeNodes);
    if (!maySeeNodes)
        m_ui->viewTabBar->setCurrentIndex(kVcs);
    followNodes();
}

bool ClusterStatusPage::isNodes() const
{
    return m_ui->viewTabBar->currentIndex() == kNodes;
}

const QAbstractItemModel &ClusterStatusPage::model() const
{
    if (isNodes())
        return m_nodes->list();
    return *m_vcs;
}

int ClusterStatusPage::shownCount() const
{
    return model().rowCount();
}

int ClusterStatusPage::allCount() const
{
    return int(isNodes() ? m_store.nodes().size() : m_store.vcs().size());
}

void ClusterStatusPage::followFilter()
{
    m_vcs->setText(isNodes() ? QString() : m_ui->searchField->text());
    m_nodes->setText(isNodes() ? m_ui->searchField->text() : QString());
    showState();
}

void ClusterStatusPage::showTab()
{
    m_stack->setCurrentIndex(isNodes() ? kNodes : kVcs);
    m_ui->searchField->setPurpose(isNodes() ? tr("Search by node, job or user")
                                            : tr("Search by name or device type"));
    followFilter();
}

void ClusterStatusPage::showState()
{
    const int shown = shownCount();
    m_ui->countLabel->setText(isNodes() ? tr("%n nodes", nullptr, shown) : QString());
    m_ui->countLabel->setVisible(isNodes() && shown > 0);
    m_ui->exportButton->setEnabled(shown > 0);
    PageStates &states = *m_ui->pageStates;
    if (shown > 0)
        return states.showContent();
    if (allCount() > 0)
        return states.showEmpty(tr("Nothing is like this."), tr("Clear the filter"), Icon::Search);
    if (m_store.loading() == Loading::Failed)
        return states.showError(tr("The cluster's status could not be loaded."),
                                ErrorText::of(m_store.problem()));
    if (m_store.loading() != Loading::Ready)
        return states.showLoading();
    if (isNodes())
        return states.showEmpty(tr("No node has reported yet."), {}, Icon::Cluster);
    states.showEmpty(tr("You are in no virtual cluster yet. An administrator can add you."), {},
                     Icon::Layers);
}

bool ClusterStatusPage::exportTo(const QString &path) const
{
    return SaveFile::write(path, tableCsv(model()));
}

void ClusterStatusPage::chooseFile()
{
    SaveFile::table(this, tr("Export the table"),
                    isNodes() ? u"nodes.csv"_s : u"virtual-clusters.csv"_s,
                    [this](const QString &path) { return exportTo(path); });
}
