// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/passworddisplay.h"

#include "app/pages/savefile.h"
#include "app/people/peoplecsv.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/copybutton.h"
#include "app/widgets/taborder.h"
#include "app/widgets/toast.h"

#include <QClipboard>
#include <QDialog>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel *text(const QString &words, const QString &name)
{
    auto *label = new QLabel(words);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

PasswordDisplay::PasswordDisplay(QWidget *parent)
    : QWidget(parent)
    , m_help(new QLabel)
    , m_grid(new QGridLayout)
    , m_copyAll(new QPushButton)
    , m_save(new QPushButton)
{
    m_help->setWordWrap(true);
    m_help->setTextFormat(Qt::PlainText);
    m_copyAll->setIcon(icon(Icon::Copy));
    m_save->setIcon(icon(Icon::Download));
    m_grid->setHorizontalSpacing(3 * kGrid);
    m_grid->setVerticalSpacing(kGrid / 2);
    m_grid->setColumnStretch(3, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_copyAll);
    buttons->addWidget(m_save);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_help);
    layout->addLayout(m_grid);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_copyAll, &QPushButton::clicked, this, &PasswordDisplay::copyAll);
    connect(m_save, &QPushButton::clicked, this, &PasswordDisplay::save);
    retranslate();
}

void PasswordDisplay::setPasswords(const QList<model::NewPassword> &passwords)
{
    m_passwords = passwords;
    m_isKept = passwords.isEmpty();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < int(passwords.size()); ++row) {
        const model::NewPassword &each = passwords[row];
        QLabel *password = text(each.password, u"passwordLabel"_s);
        password->setFont(monospace(kBodySize));
        password->setAccessibleDescription(each.username);
        auto *copy = new CopyButton;
        copy->setValue(each.password);
        copy->setProperty("kind", u"inline"_s);
        connect(copy, &QToolButton::clicked, this,
                [this] { m_isKept = m_isKept || m_passwords.size() == 1; });
        m_grid->addWidget(text(each.username, u"passwordUsernameLabel"_s), row, 0);
        m_grid->addWidget(password, row, 1);
        m_grid->addWidget(copy, row, 2);
        setTabOrder(tabStopBefore(m_copyAll), copy);
    }
    retranslate();
}

void PasswordDisplay::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PasswordDisplay::retranslate()
{
    const int count = int(m_passwords.size());
    m_help->setText(tr("The %n passwords are shown this once. Hand them over now; at the first "
                       "sign-in everyone chooses an own one.",
                       nullptr, count));
    m_copyAll->setText(count == 1 ? tr("Copy username and password") : tr("Copy all"));
    m_save->setText(tr("Save as CSV"));
    setNames(m_copyAll, u"copyAllButton"_s, m_copyAll->text());
    setNames(m_save, u"saveButton"_s, m_save->text());
}

void PasswordDisplay::copyAll()
{
    QStringList lines;
    for (const model::NewPassword &each : std::as_const(m_passwords))
        lines << each.username + u'\t' + each.password;
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    m_isKept = true;
    Toast::say(this, tr("Copied."));
}

void PasswordDisplay::save()
{
    SaveFile::csv(
        this, u"passwords.csv"_s, [this] { return peoplecsv::of(m_passwords); },
        [this] { m_isKept = true; });
}

void PasswordDisplay::showOver(QWidget *widget, const model::NewPassword &password)
{
    auto *dialog = new QDialog(widget);
    dialog->setObjectName(u"newPasswordDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("New password of %1").arg(password.username));
    dialog->setMinimumWidth(440);
    auto *display = new PasswordDisplay;
    display->setPasswords({password});
    auto *done = new QPushButton(tr("Done"));
    setNames(done, u"doneButton"_s, done->text());
    setKind(done, ButtonKind::Primary);
    connect(done, &QPushButton::clicked, dialog, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(done);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 3 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(display);
    layout->addLayout(buttons);
    dialog->open();
}
