// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QListWidget>
#include <QSet>
#include <QWidget>

class QLabel;
class SearchField;

// Something that can be picked from a list.
struct PickChoice
{
    QString key; // a stable word
    QString text;
    QString detail; // beside the text, in secondary
    QString locked = {}; // why it can be neither picked nor left out

    bool operator==(const PickChoice &) const = default;
};

// A list to pick any number from, with a field that narrows it. The arrow keys of the field walk
// through the list, Enter and Space pick; what is picked stays picked when it is out of sight.
class PickList : public QWidget
{
    Q_OBJECT

public:
    // Where the choices come from: all of them are here, or a search brings some.
    enum class Source { Whole, Searched };

    explicit PickList(Source source = Source::Whole, QWidget *parent = nullptr);

    void setPurpose(const QString &purpose); // "Search roles"
    void setChoices(const QList<PickChoice> &choices);
    void setPicked(const QStringList &keys);
    QStringList picked() const { return m_picked; } // in the order they were picked
    // Of what was picked, as far as it was ever a choice.
    QList<PickChoice> pickedChoices() const;
    // In place of the list while there is none: why, or what to do.
    void setNote(const QString &note);
    SearchField &search() const { return *m_search; }

signals:
    void pickedChanged();
    void searched(const QString &text); // with Source::Searched
    void confirmed(); // Enter in the empty field: no more is to be picked

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool takeKey(int key);
    void step(int step);
    void toggle(QListWidgetItem *item);
    void follow(const QListWidgetItem *item);
    void narrow();
    void fill();
    void showCount();

    const Source m_source;
    SearchField *m_search;
    QListWidget *m_list;
    QLabel *m_count;
    QLabel *m_note;
    QList<PickChoice> m_choices;
    QHash<QString, PickChoice> m_known;
    QStringList m_picked;
};
