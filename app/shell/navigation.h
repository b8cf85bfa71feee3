// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

// Where the person is and has been, as addresses such as "jobs/<id>".
class Navigation : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QString &current() const { return m_current; }
    bool canGoBack() const { return !m_back.isEmpty(); }
    bool canGoForward() const { return !m_forward.isEmpty(); }

    // The place before or after, empty when there is none.
    QString previous() const { return m_back.isEmpty() ? QString() : m_back.last(); }
    QString next() const { return m_forward.isEmpty() ? QString() : m_forward.last(); }

    // To a new place; what was ahead is forgotten. The current place again changes nothing.
    void go(const QString &address);
    void goBack();
    void goForward();

signals:
    void currentChanged(const QString &address);

private:
    void setCurrent(const QString &address);

    QString m_current;
    QStringList m_back;
    QStringList m_forward;
};
