// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/profile.h"

#include <QWidget>

class LiveStore;
class Prompt;
class QGridLayout;
class QLabel;
class QPushButton;

// The ways into the person's account: the password, and each provider bound or not. The last way in
// stays.
class SignInMethods : public QWidget
{
    Q_OBJECT

public:
    SignInMethods(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    // Of the providers those the server knows, and those that are bound.
    void setMethods(const model::Profile &profile, const QList<model::Provider> &providers);
    void retranslate();

signals:
    void changed(); // read the profile again
    void passwordChangeRequested();

private:
    QPushButton *addLine(int line, const QString &name, const QString &state,
                         const QString &button);
    void addProvider(int line, model::Provider provider);
    const model::BoundIdentity *boundAt(model::Provider provider) const;
    bool isLastWay() const;
    void bind(model::Provider provider);
    void askToUnbind(model::Provider provider);
    void unbind(model::Provider provider);
    void showProblem(const QString &text);

    LiveStore &m_store;
    Prompt &m_prompt;
    QGridLayout *m_lines;
    QLabel *m_problem;
    model::Profile m_profile;
    QList<model::Provider> m_providers;
};
