// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobtemplate.h"

#include <QComboBox>

#include <optional>

// Chooses one of the templates that the person sees here, or none.
class TemplateChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit TemplateChooser(QWidget *parent = nullptr);

    // What is chosen stays if it is still there.
    void setTemplates(const QList<model::JobTemplate> &templates);
    std::optional<model::TemplateKey> chosen() const;
    void setChosen(const std::optional<model::TemplateKey> &key);

signals:
    void picked(); // by the person; chosen() says what

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    QList<model::TemplateKey> m_keys; // of the items after the first, which is none
};
