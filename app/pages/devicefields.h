// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/jobsurroundings.h"
#include "core/model/jobspec.h"

#include <QObject>

namespace Ui {
class JobForm;
}

// The fields of a JobForm that say how many devices of what type, on how many nodes. What a
// specification asks for stays in them, also where the VC does not offer it: the rules say so, and
// nothing is changed behind one's back.
class DeviceFields : public QObject
{
    Q_OBJECT

public:
    explicit DeviceFields(Ui::JobForm &ui, QObject *parent = nullptr);

    void setSurroundings(const JobSurroundings &surroundings);
    void read(model::JobSpec &spec) const;
    void write(const model::JobSpec &spec);
    void retranslate();

signals:
    void changed();

private:
    const model::DeviceTypeInfo *chosenType() const;
    QString chosen() const;
    int perNode() const;
    QString choice(const QString &type) const;
    void watch();
    void followType();
    void showCluster();
    void showTypes();
    void showNumbers();
    void showKind();
    void chooseRunOn();

    Ui::JobForm &m_ui;
    JobSurroundings m_surroundings;
    QString m_asked; // a type that a specification named; the person has chosen no other since
    int m_devices = 0;
    int m_perNode = 0; // that a specification named for its type; 0: what the type says
};
