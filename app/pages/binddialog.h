// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/providerattempt.h"

#include <QDialog>

class AttemptPane;

// Binds an identity of a provider to the person's account: waits for the browser over the page.
class BindDialog : public QDialog
{
    Q_OBJECT

public:
    BindDialog(client::ApiClient &api, model::Provider provider, QWidget *parent = nullptr);

    ProviderAttempt &attempt() { return m_attempt; }

signals:
    void bound();
    void failed(const QString &why);

private:
    void showAttempt(const model::Attempt &attempt);
    void take(const model::AttemptResult &result);
    void fail(const QString &why);

    ProviderAttempt m_attempt;
    AttemptPane *m_pane;
};
