// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandpalette.h"

#include "app/api/livestore.h"
#include "app/shell/topbar.h"
#include "app/shell/workbench.h"
#include "app/text/jobtext.h"
#include "app/theme/colors.h"
#include "app/theme/looks.h"
#include "app/widgets/choicelist.h"
#include "core/api/jobs.h"
#include "core/client/apiclient.h"
#include "core/rules/jobactions.h"

#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 560;
constexpr int kMostRows = 9;
constexpr int kMostJobs = 6;

// What kind of thing a row is, at its right end.
class KindDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->setFont(sized(kSmallSize));
        painter->setPen(Colors::of(option.palette).secondary);
        painter->drawText(option.rect.adjusted(0, 0, -kGrid, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(Qt::UserRole).toString());
    }
};

} // namespace

CommandPalette::CommandPalette(Workbench &workbench, LiveStore &store, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_workbench(workbench)
    , m_store(store)
    , m_search(new QLineEdit(this))
    , m_list(new ChoiceList(m_search, this))
{
    setNames(this, u"commandPalette"_s, tr("Go to"));
    setProperty("look", u"card"_s);
    setNames(m_search, u"paletteEdit"_s, tr("Go to"));
    setNames(m_list, u"paletteList"_s, tr("Results"));
    m_search->setPlaceholderText(tr("Go to a page, VC or job, or do something"));
    m_list->setItemDelegate(new KindDelegate(m_list));
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &ChoiceList::chosen, this, &CommandPalette::choose);
    connect(&m_pause, &QTimer::timeout, this, &CommandPalette::askForJobs);
    addFixed();
    filter();
}

void CommandPalette::openOver(const QWidget *widget)
{
    const int width = qMin(kWidth, widget->width() - 4 * kGrid);
    setFixedWidth(width);
    adjustSize();
    move(widget->mapToGlobal(QPoint((widget->width() - width) / 2, 10 * kGrid)));
    show();
    m_search->setFocus();
}

void CommandPalette::addFixed()
{
    for (const PageEntry &entry : m_workbench.pages()) {
        if (!entry.inMenu || !m_workbench.mayOpen(entry))
            continue;
        m_fixed.append({entry.title(), tr("Page"), entry.icon,
                        [this, address = entry.address] { m_workbench.open(address); }});
    }
    for (const auto &name : m_store.usableVcs()) {
        m_fixed.append(
            {name.value(), tr("VC"), Icon::Layers, [this, name] { m_store.selectVc(name); }});
    }
    TopBar &bar = m_workbench.topBar();
    addAction(tr("Change password…"), Icon::Lock, [&bar] { bar.passwordChangeRequested(); });
    addAction(tr("Light theme"), Icon::Sun, [&bar] { bar.themeChosen(Theme::Mode::Light); });
    addAction(tr("Dark theme"), Icon::Moon, [&bar] { bar.themeChosen(Theme::Mode::Dark); });
    addAction(u"English"_s, Icon::Globe, [&bar] { bar.languageChosen(u"en"_s); });
    addAction(u"简体中文"_s, Icon::Globe, [&bar] { bar.languageChosen(u"zh_CN"_s); });
    addAction(tr("Account info"), Icon::User, [&bar] { bar.accountRequested(); });
    addAction(tr("Sign out"), Icon::SignOut, [&bar] { bar.signOutRequested(); });
}

void CommandPalette::addAction(const QString &text, Icon icon, const std::function<void()> &act)
{
    m_fixed.append({text, tr("Action"), icon, act});
}

void CommandPalette::filter()
{
    m_jobs.clear();
    if (!m_search->text().trimmed().isEmpty())
        m_pause.start();
    else
        m_pause.stop();
    showChoices();
}

void CommandPalette::askForJobs()
{
    const QString text = m_search->text().trimmed();
    model::JobQuery query;
    query.scope =
        rules::maySeeAll(m_store.account()) ? model::JobScope::All : model::JobScope::Mine;
    query.text = text;
    query.limit = kMostJobs;
    whenDone(m_store.api().call(api::listJobs, {}, query), this,
             [this, text](const Result<model::Page<model::JobSummary>> &page) {
                 if (page && text == m_search->text().trimmed())
                     takeJobs(*page);
             });
}

void CommandPalette::takeJobs(const model::Page<model::JobSummary> &page)
{
    m_jobs.clear();
    for (const auto &job : page.items) {
        const QString address = u"jobs/"_s % job.id.toString();
        m_jobs.append({job.name, JobText::state(job.state) % u" · " % job.ownerName, Icon::Jobs,
                       [this, address] { m_workbench.open(address); }});
    }
    showChoices();
    if (m_shown.isEmpty())
        m_list->addChoice({}, tr("Nothing is like this."))->setFlags(Qt::NoItemFlags);
}

void CommandPalette::showChoices()
{
    const QString text = m_search->text().trimmed();
    m_shown.clear();
    for (const Choice &choice : std::as_const(m_fixed)) {
        if (choice.text.contains(text, Qt::CaseInsensitive))
            m_shown.append(choice);
    }
    m_shown += m_jobs;
    m_list->clear();
    for (const Choice &choice : std::as_const(m_shown)) {
        auto *item = m_list->addChoice(icon(choice.icon), choice.text);
        item->setData(Qt::UserRole, choice.kind);
        item->setData(Qt::AccessibleDescriptionRole, choice.kind);
    }
    m_list->setCurrentRow(0);
    m_list->fitRows(kMostRows);
    adjustSize();
}

void CommandPalette::choose(int row)
{
    if (row >= m_shown.size())
        return;
    const auto act = m_shown.at(row).act;
    close();
    act();
}
