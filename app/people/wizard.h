// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;
class StepBar;

// A form in a few steps: each is checked before the next one, going back loses nothing, and the last
// one submits. Esc and Cancel ask whoever owns it.
class Wizard : public QWidget
{
    Q_OBJECT

public:
    explicit Wizard(QWidget *parent = nullptr);

    void setSteps(const QWidgetList &contents); // once
    // Whether one may leave a step; it shows what is wrong by itself.
    void setCheck(std::function<bool(int step)> check);
    void setWords(const QString &title, const QStringList &steps, const QString &submit);

    int step() const;
    void goTo(int step);
    void next(); // or submit, from the last one
    void setBusy(bool busy); // a submission is under way
    void showProblem(const QString &text); // below the step; empty takes it away

signals:
    void stepShown(int step);
    void submitted();
    void cancelled();

private:
    void showStep();

    QVBoxLayout *m_layout;
    QLabel *m_title;
    StepBar *m_bar;
    QStackedWidget *m_stack;
    QLabel *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_previous;
    QPushButton *m_next;
    std::function<bool(int)> m_check;
    QString m_submit;
    bool m_busy = false;
};
