// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include <memory>

class FieldErrors;
class Prompt;

namespace Ui {
class ServerDialog;
}

// A server's name, address and certificate authority.
class ServerDialog : public QDialog
{
    Q_OBJECT

public:
    struct Value
    {
        QString name;
        QString address;
        QString authorityFile;

        bool operator==(const Value &) const = default;
    };

    // A new server when the value's name is empty; otherwise it may be removed if `removable`.
    enum class Removable { No, Yes };
    ServerDialog(const Value &value, QStringList otherNames, Removable removable, Prompt &prompt,
                 QWidget *parent = nullptr);
    ~ServerDialog() override;

signals:
    void saved(const ServerDialog::Value &value);
    void removed();

private:
    Value value() const;
    void check();
    void save();
    void chooseFile();

    const std::unique_ptr<Ui::ServerDialog> m_ui;
    FieldErrors *const m_errors;
    const QStringList m_otherNames;
    Prompt &m_prompt;
};
