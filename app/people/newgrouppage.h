// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/fielderrors.h"
#include "app/people/peoplepage.h"
#include "core/base/result.h"
#include "core/model/group.h"

class PickList;
class QLabel;
class QLineEdit;
class RightsPicker;
class Wizard;

// Create Group: name and description, roles, a look at all of it.
class NewGroupPage final : public PeoplePage
{
    Q_OBJECT

public:
    explicit NewGroupPage(LiveStore &store, QWidget *parent = nullptr);

    QString title() const override;
    void open(const QStringList &path) override;
    bool hasUnsavedInput() const override;
    Question leavingQuestion() const override;
    void discardInput() override;

protected:
    void retranslate() override;
    void read() override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Field
    {
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
        QLabel *error = nullptr;
    };

    QWidget *makeForm();
    Field makeField(const QString &name);
    void check();
    bool mayLeave(int step);
    void showStep(int step);
    model::NewGroup group() const;
    void submit();
    void finish(const Result<model::GroupSummary> &answer);

    Wizard *m_wizard;
    FieldErrors *m_errors;
    Field m_name;
    Field m_description;
    PickList *m_roles;
    QLabel *m_summary;
    RightsPicker *m_picker;
};
