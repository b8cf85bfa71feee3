// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

// Which entries of the audit log: an action, what it was done to, and when.
class AuditFilters : public QWidget
{
    Q_OBJECT

public:
    explicit AuditFilters(QWidget *parent = nullptr);

    void fill(model::AuditQuery &query) const; // all but the text
    bool isSet() const;
    void clear();
    void retranslate();

signals:
    void changed();

private:
    enum Time { Any, Hour, Day, Week, Month, Days };

    void showDays();

    QComboBox *m_action;
    QComboBox *m_subject;
    QComboBox *m_time;
    QDateEdit *m_from;
    QLabel *m_dash;
    QDateEdit *m_until;
};
