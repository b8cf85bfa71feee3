// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/storagetable.h"

#include "app/text/storagetext.h"
#include "app/theme/looks.h"
#include "app/widgets/copybutton.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLine = 20;
constexpr qsizetype kLongest = 48; // characters of a path on one line
constexpr int kWidest = 680; // so that what copies stays near its path

// What the focus comes to before the widget and all that is in it.
QWidget *focusBefore(QWidget *widget)
{
    QWidget *before = widget->previousInFocusChain();
    while (before != widget
           && (!(before->focusPolicy() & Qt::TabFocus) || widget->isAncestorOf(before)))
        before = before->previousInFocusChain();
    return before;
}

} // namespace

StorageTable::StorageTable(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    setObjectName("storageTable"_L1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setMaximumWidth(kWidest);
    m_layout->setContentsMargins({});
    m_layout->setHorizontalSpacing(3 * kGrid);
    m_layout->setVerticalSpacing(kGrid / 2);
    m_layout->setColumnStretch(2, 1);
}

void StorageTable::setMounts(const QList<model::StorageMount> &mounts)
{
    if (m_mounts == mounts)
        return;
    m_mounts = mounts;
    rebuild();
}

void StorageTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void StorageTable::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_mounts.isEmpty())
        return;
    addHead();
    m_last = focusBefore(this);
    for (int i = 0; i < int(m_mounts.size()); ++i) {
        const model::StorageMount &mount = m_mounts.at(i);
        auto *name = new QLabel(StorageText::directory(mount.kind), this);
        setType(name, LabelType::Secondary);
        name->setMinimumHeight(kLine);
        m_layout->addWidget(name, i + 1, 0, Qt::AlignTop);
        addPath(i + 1, 1, mount.target, mount.target);
        addPath(i + 1, 2, StorageText::source(mount), mount.isPattern ? QString() : mount.source);
    }
}

void StorageTable::addHead()
{
    //: Above paths
    const QStringList words{tr("In the container"), tr("On the storage")};
    for (int i = 0; i < int(words.size()); ++i) {
        auto *label = new QLabel(words.at(i), this);
        setType(label, LabelType::Help);
        m_layout->addWidget(label, 0, i + 1);
    }
}

// A path and, where there is something to copy, its button.
void StorageTable::addPath(int row, int column, const QString &path, const QString &copied)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid / 2);
    auto *label = new QLabel(path, line);
    label->setObjectName("pathLabel"_L1);
    label->setTextFormat(Qt::PlainText);
    label->setFont(monospace(kSmallSize));
    const bool isLong = path.size() > kLongest;
    label->setWordWrap(isLong);
    label->setMinimumHeight(kLine);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label, int(isLong));
    if (!copied.isEmpty()) {
        auto *copy = new CopyButton(line);
        copy->setValue(copied);
        copy->setAccessibleDescription(copied);
        copy->setProperty("kind", u"inline"_s);
        copy->setIconSize({14, 14});
        copy->setFixedSize(22, kLine);
        layout->addWidget(copy, 0, Qt::AlignTop);
    }
    if (!isLong)
        layout->addStretch();
    m_layout->addWidget(line, row, column, Qt::AlignTop);
    if (auto *copy = line->findChild<CopyButton *>())
        setTabOrder(std::exchange(m_last, copy), copy);
}
