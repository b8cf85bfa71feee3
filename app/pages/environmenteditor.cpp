// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/environmenteditor.h"

#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/fieldblock.h"
#include "core/rules/jobrules.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

bool EnvironmentEditor::Row::isEmpty() const
{
    return name->text().isEmpty() && value->text().isEmpty();
}

EnvironmentEditor::EnvironmentEditor(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(new QWidget(this)))
    , m_add(new QPushButton(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(kGrid);
    m_add->setObjectName("addVariableButton"_L1);
    // The rows come first among the children: a focus proxy puts the editor before the first one,
    // and behind the rows Tab would lead back into them.
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(kGrid);
    column->addWidget(m_layout->parentWidget());
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &EnvironmentEditor::addEmptyRow);
    followCount();
    retranslate();
}

EnvironmentEditor::~EnvironmentEditor() = default;

QList<model::EnvironmentVariable> EnvironmentEditor::variables() const
{
    QList<model::EnvironmentVariable> variables;
    for (const Row &row : m_rows) {
        if (!row.isEmpty())
            variables.append({row.name->text(), row.value->text()});
    }
    return variables;
}

void EnvironmentEditor::setVariables(const QList<model::EnvironmentVariable> &variables)
{
    while (!m_rows.isEmpty())
        dropRow(m_rows.size() - 1);
    for (const auto &variable : variables)
        addRow(variable);
    emit changed();
}

void EnvironmentEditor::setWrong(const QSet<int> &names, const QSet<int> &values)
{
    QWidget *first = nullptr;
    int place = 0;
    for (const Row &row : std::as_const(m_rows)) {
        const bool counts = !row.isEmpty();
        setInvalid(row.name, counts && names.contains(place));
        setInvalid(row.value, counts && values.contains(place));
        if (!first && counts && names.contains(place))
            first = row.name;
        if (!first && counts && values.contains(place))
            first = row.value;
        place += int(counts);
    }
    if (first)
        setFocusProxy(first);
    else
        followCount();
}

QList<model::EnvironmentVariable> EnvironmentEditor::parse(const QString &text)
{
    static const QRegularExpression kLine(uR"(^\s*(?:export\s+)?([^\s=#][^=]*?)\s*=(.*)$)"_s);
    QList<model::EnvironmentVariable> variables;
    for (const QString &line : text.split(u'\n')) {
        const auto match = kLine.match(line);
        if (!match.hasMatch())
            continue;
        QString value = match.captured(2).trimmed();
        const bool isQuoted = value.size() >= 2 && value.front() == value.back()
                              && (value.front() == u'"' || value.front() == u'\'');
        variables.append({match.captured(1), isQuoted ? value.mid(1, value.size() - 2) : value});
    }
    return variables;
}

void EnvironmentEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool EnvironmentEditor::eventFilter(QObject *watched, QEvent *event)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [watched](const Row &each) {
        return each.name == watched || each.value == watched;
    });
    if (event->type() != QEvent::KeyPress || row == m_rows.end())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const qsizetype place = row - m_rows.begin();
    if (key->matches(QKeySequence::Paste))
        return paste(place);
    const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    return isPlain && press(place, qobject_cast<QLineEdit *>(watched), key->key());
}

void EnvironmentEditor::addRow(const model::EnvironmentVariable &variable)
{
    auto *widget = new QWidget(m_layout->parentWidget());
    const Row row{widget, new QLineEdit(variable.name, widget),
                  new QLineEdit(variable.value, widget), new QToolButton(widget)};
    row.name->setObjectName("variableNameEdit"_L1);
    row.value->setObjectName("variableValueEdit"_L1);
    row.remove->setObjectName("removeVariableButton"_L1);
    row.remove->setIcon(icon(Icon::Close));
    row.remove->setAutoRaise(true);
    row.name->setFont(monospace());
    row.value->setFont(monospace());
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addWidget(row.name, 2);
    layout->addWidget(row.value, 3);
    layout->addWidget(row.remove);
    m_layout->addWidget(widget);
    widget->setVisible(true);
    if (m_rows.isEmpty())
        setTabOrder(m_add, row.name);
    else
        setTabOrder(m_rows.last().remove, row.name);
    setTabOrder(row.name, row.value);
    setTabOrder(row.value, row.remove);
    setTabOrder(row.remove, m_add);
    m_rows.append(row);
    followCount();
    retranslate();
    for (auto *editor : {row.name, row.value}) {
        editor->installEventFilter(this);
        connect(editor, &QLineEdit::textChanged, this, &EnvironmentEditor::changed);
        emit editorAdded(editor);
    }
    connect(row.remove, &QToolButton::clicked, this, [this, widget] { removeRow(widget); });
}

void EnvironmentEditor::addEmptyRow()
{
    if (!m_add->isEnabled())
        return;
    addRow({});
    m_rows.last().name->setFocus();
}

void EnvironmentEditor::dropRow(qsizetype place)
{
    const Row row = m_rows.takeAt(place);
    row.widget->hide();
    row.widget->deleteLater();
    followCount();
}

void EnvironmentEditor::removeRow(const QWidget *widget)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [widget](const Row &each) { return each.widget == widget; });
    if (row == m_rows.end())
        return;
    const qsizetype place = row - m_rows.begin();
    dropRow(place);
    if (m_rows.isEmpty())
        m_add->setFocus();
    else
        m_rows.at(std::min(place, m_rows.size() - 1)).name->setFocus();
    emit changed();
}

bool EnvironmentEditor::press(qsizetype place, QLineEdit *editor, int key)
{
    const Row row = m_rows.at(place);
    const bool isName = editor == row.name;
    const auto go = [&](qsizetype to) {
        if (to >= 0 && to < m_rows.size())
            (isName ? m_rows.at(to).name : m_rows.at(to).value)->setFocus();
        return true;
    };
    switch (key) {
    case Qt::Key_Up:
        return go(place - 1);
    case Qt::Key_Down:
        return go(place + 1);
    case Qt::Key_Backspace:
        if (!row.isEmpty())
            return false;
        removeRow(row.widget);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isName)
            row.value->setFocus();
        else if (place + 1 < m_rows.size())
            m_rows.at(place + 1).name->setFocus();
        else if (!row.isEmpty())
            addEmptyRow();
        return true;
    default:
        return false;
    }
}

// Several lines, or one that names a variable. False where the text is only text.
bool EnvironmentEditor::paste(qsizetype place)
{
    const QString text = QGuiApplication::clipboard()->text();
    QList<model::EnvironmentVariable> found = parse(text);
    const Row row = m_rows.at(place);
    if (found.isEmpty() || (found.size() == 1 && !row.isEmpty()))
        return false;
    if (row.isEmpty()) {
        const auto first = found.takeFirst();
        row.name->setText(first.name);
        row.value->setText(first.value);
    }
    // One more than is allowed, so that the form says that there are too many.
    for (const auto &variable : std::as_const(found)) {
        if (m_rows.size() <= rules::kMostVariables)
            addRow(variable);
    }
    m_rows.last().value->setFocus();
    emit changed();
    return true;
}

void EnvironmentEditor::followCount()
{
    m_layout->parentWidget()->setVisible(!m_rows.isEmpty());
    m_add->setEnabled(m_rows.size() < rules::kMostVariables);
    setFocusProxy(m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.first().name);
}

void EnvironmentEditor::retranslate()
{
    m_add->setText(tr("Add variable"));
    m_add->setAccessibleName(m_add->text());
    for (const Row &row : std::as_const(m_rows)) {
        row.name->setPlaceholderText(tr("Name"));
        row.name->setAccessibleName(tr("Variable name"));
        row.value->setPlaceholderText(tr("Value"));
        row.value->setAccessibleName(tr("Variable value"));
        row.remove->setToolTip(tr("Remove"));
        row.remove->setAccessibleName(tr("Remove variable"));
    }
}
