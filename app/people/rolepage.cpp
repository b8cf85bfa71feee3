// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/rolepage.h"

#include "app/api/livestore.h"
#include "app/people/detailhead.h"
#include "app/people/rolecommands.h"
#include "app/people/roleeditor.h"
#include "app/text/errortext.h"
#include "app/text/peopleruletext.h"
#include "app/text/peopletext.h"
#include "app/theme/looks.h"
#include "app/widgets/actionbuttons.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/toast.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

RolePage::RolePage(LiveStore &store, Prompt &prompt, QWidget *parent)
    : PeoplePage(store, parent)
    , m_commands(new RoleCommands(store, prompt, this))
    , m_states(new PageStates)
    , m_head(new DetailHead)
    , m_editor(new RoleEditor)
    , m_save(new QPushButton)
    , m_cancel(new QPushButton)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeContent());
    for (QWidget *widget : {scroll->viewport(), scroll->widget()})
        widget->setAutoFillBackground(false);
    m_states->setContent(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, 2 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_head);
    layout->addWidget(m_states, 1);
    setFocusProxy(m_editor);
    connect(m_head, &DetailHead::backRequested, this, &RolePage::back);
    connect(&m_head->actions(), &ActionButtons::triggered, this, [this](const QString &action) {
        if (m_role)
            m_commands->run(action, QList<model::Role>(1, *m_role));
    });
    connect(m_commands, &RoleCommands::changed, this, &PeoplePage::refresh);
    connect(m_commands, &RoleCommands::deleted, this, &RolePage::leave);
    connect(m_save, &QPushButton::clicked, this, &RolePage::save);
    connect(m_cancel, &QPushButton::clicked, this, &RolePage::back);
    connect(m_states, &PageStates::retryRequested, this, &PeoplePage::refresh);
    connect(m_states, &PageStates::emptyActionRequested, this, &RolePage::leave);
    retranslate();
}

QWidget *RolePage::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_editor);
    setKind(m_save, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addStretch();
    content->setMaximumWidth(640);
    connect(m_editor, &RoleEditor::confirmed, this, &RolePage::save);
    return content;
}

QString RolePage::title() const
{
    return isNew() ? tr("Create Role") : m_role ? m_role->name : tr("Role");
}

// What was typed for a new role stays until it is made or given up.
void RolePage::open(const QStringList &path)
{
    const model::RoleId id = model::RoleId::fromString(path.value(0)).value_or(model::RoleId());
    const bool isOther = id != m_id || (!isNew() && !m_role);
    if (isOther) {
        m_id = id;
        m_role.reset();
        m_editor->setForm({});
        isNew() ? m_states->showContent() : m_states->showLoading();
    }
    showRole();
    refresh();
    emit titleChanged();
}

bool RolePage::hasUnsavedInput() const
{
    return m_editor->isChanged();
}

Question RolePage::leavingQuestion() const
{
    if (isNew())
        return {tr("Discard the new role?"), tr("What you have filled in is lost."), tr("Discard")};
    return {tr("Discard what you have changed?"), tr("The role stays as it is on the server."),
            tr("Discard")};
}

void RolePage::discardInput()
{
    m_id = {};
    m_role.reset();
    m_editor->setForm({});
}

void RolePage::back()
{
    emit addressRequested(u"roles"_s);
}

void RolePage::leave()
{
    discardInput();
    back();
}

void RolePage::read()
{
    if (isNew())
        return m_states->showContent();
    using Roles = Result<model::Items<model::Role>>;
    whenDone(store().api().call(api::listRoles), this, [this](const Roles &roles) { take(roles); });
}

void RolePage::take(const Result<model::Items<model::Role>> &roles)
{
    if (isNew())
        return;
    if (!roles) {
        if (!m_role)
            m_states->showError(tr("The role could not be loaded."), ErrorText::of(roles.error()));
        return;
    }
    const auto found = std::ranges::find(roles->items, m_id, &model::Role::id);
    if (found == roles->items.end()) {
        m_role.reset();
        m_editor->setForm({});
        showRole();
        return m_states->showEmpty(tr("There is no such role."), tr("Roles"), Icon::Shield);
    }
    const bool isUntouched = !m_role || !hasUnsavedInput();
    m_role = *found;
    if (isUntouched)
        m_editor->setForm({found->name, found->description, found->permissions});
    showRole();
    m_states->showContent();
    emit titleChanged();
}

void RolePage::showRole()
{
    const QString whyNot =
        m_role ? m_commands->whyNot(rules::RoleAction::Change, *m_role) : QString();
    const bool mayChange = whyNot.isEmpty() && (isNew() || m_role);
    m_editor->setWhyNot(whyNot, store().account());
    m_save->setVisible(mayChange);
    m_save->setText(isNew() ? tr("Create role") : tr("Save role"));
    m_cancel->setVisible(mayChange);
    setNames(m_save, u"saveButton"_s, m_save->text());
    //: A role's type
    m_head->setName(title(), m_role ? PeopleText::type(*m_role) : QString());
    QList<RowAction> actions =
        m_role ? m_commands->offers(QList<model::Role>(1, *m_role)) : QList<RowAction>();
    actions.removeIf([](const RowAction &action) { return action.id == "edit"_L1; });
    for (RowAction &action : actions) {
        if (action.id == "users"_L1)
            action.text = tr("Related to user (%1)").arg(m_role->users);
        else if (action.id == "groups"_L1)
            action.text = tr("Related to group (%1)").arg(m_role->groups);
    }
    m_head->actions().setActions(actions);
}

void RolePage::save()
{
    if (!m_save->isVisible() || !m_save->isEnabled() || m_editor->reveal())
        return;
    m_save->setEnabled(false);
    const auto answer = [this](const Result<model::Role> &role) { finish(role); };
    if (isNew())
        whenDone(store().api().call(api::createRole, {}, m_editor->form()), this, answer);
    else
        whenDone(store().api().call(api::changeRole, {m_id.toString()}, m_editor->form()), this,
                 answer);
}

void RolePage::finish(const Result<model::Role> &role)
{
    m_save->setEnabled(true);
    if (role) {
        Toast::say(this, isNew() ? tr("The role %1 is there.").arg(role->name)
                                 : tr("The role %1 is saved.").arg(role->name));
        return leave();
    }
    m_editor->refuse({role.error().field, PeopleRuleText::of(role.error())});
}

void RolePage::retranslate()
{
    m_head->setBack(tr("Roles"));
    m_editor->retranslate();
    m_cancel->setText(tr("Cancel"));
    setNames(m_cancel, u"cancelButton"_s, m_cancel->text());
    showRole();
}
