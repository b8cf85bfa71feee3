// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>

#include <functional>

class QWidget;

// Asks where to, then writes a file and says that it did, or why not.
class SaveFile
{
    Q_DECLARE_TR_FUNCTIONS(SaveFile)

public:
    using Content = std::function<QByteArray()>;

    // The content is asked for when the person has chosen a name.
    static void csv(QWidget *over, const QString &name, const Content &content,
                    const std::function<void()> &saved = {});
    // The same without the question; only the owner may read a private file.
    enum class Readers { All, Owner };
    static bool write(const QString &path, const QByteArray &content,
                      Readers readers = Readers::All);

    static void yaml(QWidget *over, const QString &title, const QString &name,
                     const Content &content);

    // For a page that exports its own table: the title is the question's.
    static void table(QWidget *over, const QString &title, const QString &name,
                      const std::function<bool(const QString &)> &exportTo);

    // Asks for the path of a CSV file alone.
    static void askPath(QWidget *over, const QString &name,
                        const std::function<void(const QString &)> &chosen,
                        const QString &title = {});
    static void tell(QWidget *over, const QString &path, bool done);

private:
    struct Kind
    {
        QString title;
        QString filter;
        QString suffix;
    };
    static void ask(QWidget *over, const QString &name, const Kind &kind,
                    const std::function<void(const QString &)> &chosen);
};
