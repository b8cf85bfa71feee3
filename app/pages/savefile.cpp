// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/savefile.h"

#include "app/widgets/toast.h"

#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

void SaveFile::csv(QWidget *over, const QString &name, const Content &content,
                   const std::function<void()> &saved)
{
    askPath(over, name, [over, content, saved](const QString &path) {
        const bool done = write(path, content(), Readers::Owner);
        tell(over, path, done);
        if (done && saved)
            saved();
    });
}

void SaveFile::table(QWidget *over, const QString &title, const QString &name,
                     const std::function<bool(const QString &)> &exportTo)
{
    const auto chosen = [over, exportTo](const QString &path) {
        const QString file = QFileInfo(path).fileName();
        Toast::say(over, exportTo(path) ? tr("Exported to %1.").arg(file)
                                        : tr("%1 could not be written.").arg(file));
    };
    askPath(over, name, chosen, title);
}

bool SaveFile::write(const QString &path, const QByteArray &content, Readers readers)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    if (readers == Readers::Owner)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(content);
    return file.commit();
}

void SaveFile::yaml(QWidget *over, const QString &title, const QString &name,
                    const Content &content)
{
    ask(over, name, {title, tr("YAML files (*.yaml *.yml)"), u"yaml"_s},
        [over, content](const QString &path) { tell(over, path, write(path, content())); });
}

void SaveFile::askPath(QWidget *over, const QString &name,
                       const std::function<void(const QString &)> &chosen, const QString &title)
{
    const QString words = title.isEmpty() ? tr("Save as CSV") : title;
    ask(over, name, {words, tr("CSV files (*.csv)"), u"csv"_s}, chosen);
}

void SaveFile::ask(QWidget *over, const QString &name, const Kind &kind,
                   const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(over, kind.title, name, kind.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kind.suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, over, chosen);
    dialog->open();
}

void SaveFile::tell(QWidget *over, const QString &path, bool done)
{
    const QString name = QFileInfo(path).fileName();
    Toast::say(over,
               done ? tr("Saved to %1.").arg(name) : tr("%1 could not be written.").arg(name));
}
