// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/prompt.h"

#include "app/theme/looks.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPromise>
#include <QPushButton>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
std::shared_ptr<QPromise<T>> begin()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template <typename T>
void finish(const std::shared_ptr<QPromise<T>> &promise, const T &answer)
{
    promise->addResult(answer);
    promise->finish();
}

} // namespace

DialogPrompt::DialogPrompt(QWidget *window)
    : m_window(window)
{ }

void DialogPrompt::setWindow(QWidget *window)
{
    m_window = window;
}

QFuture<bool> DialogPrompt::confirm(const Question &question)
{
    const auto promise = begin<bool>();
    auto *box = new QMessageBox(m_window);
    box->setObjectName("questionBox"_L1);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(question.title);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.title);
    box->setInformativeText(question.text);
    auto *verb = box->addButton(question.verb, QMessageBox::AcceptRole);
    verb->setObjectName("verbButton"_L1);
    setKind(verb, question.dangerous ? ButtonKind::Danger : ButtonKind::Primary);
    auto *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(box, &QDialog::finished, box,
                     [box, verb, promise] { finish(promise, box->clickedButton() == verb); });
    box->open();
    return promise->future();
}

QFuture<QString> DialogPrompt::chooseFile(const QString &title, const QString &filter)
{
    const auto promise = begin<QString>();
    auto *dialog = new QFileDialog(m_window, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, promise](int result) {
        finish(promise, result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
    return promise->future();
}
