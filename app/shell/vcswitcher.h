// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/menubutton.h"
#include "core/model/ids.h"

class ChoiceList;
class QFrame;
class QLineEdit;

// The VC the person works in, and a searchable list of the others.
class VcSwitcher : public MenuButton
{
    Q_OBJECT

public:
    explicit VcSwitcher(QWidget *parent = nullptr);

    void setVcs(const QList<model::VcName> &names, const model::VcName &current);
    void openList();

signals:
    void chosen(const model::VcName &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void choose(int row);
    void retranslate();

    QFrame *m_popup;
    QLineEdit *m_search;
    ChoiceList *m_list;
    QList<model::VcName> m_names;
    model::VcName m_current;
};
