// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/newuserrows.h"

#include "app/text/peopleruletext.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/scrolltofocus.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAroundFocus = 6 * kGrid; // pixels
constexpr std::array kNames{"username"_L1, "nickname"_L1, "phone"_L1, "email"_L1, "note"_L1};

} // namespace

NewUserRows::NewUserRows(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea)
    , m_grid(new QGridLayout)
    , m_errors(new FieldErrors(this))
    , m_add(new QPushButton)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, kGrid, 0);
    column->addLayout(m_grid);
    m_grid->setHorizontalSpacing(kGrid);
    m_grid->setVerticalSpacing(kGrid / 2);
    m_grid->setColumnMinimumWidth(0, 2 * kGrid);
    for (int field = 0; field < kFields; ++field) {
        m_titles[size_t(field)] = new QLabel;
        setType(m_titles[size_t(field)], LabelType::Label);
        m_grid->addWidget(m_titles[size_t(field)], 0, field + 1);
        m_grid->setColumnStretch(field + 1, field == 3 ? 3 : 2);
    }
    for (int number = 0; number < model::NewUsers::kMost; ++number)
        m_rows << makeRow(number);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    column->addStretch();
    m_add->setIcon(icon(Icon::Plus));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    for (QWidget *widget : {m_scroll->viewport(), content})
        widget->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
    setFocusProxy(m_rows.first().edits[0]);
    connect(m_add, &QPushButton::clicked, this, [this] {
        ++m_count;
        showRows();
        m_rows[m_count - 1].edits[0]->setFocus();
        scrollToFocus(m_scroll, kAroundFocus);
    });
    retranslate();
    showRows();
}

NewUserRows::Row NewUserRows::makeRow(int number)
{
    Row row;
    const int line = 2 * number + 1;
    row.number = new QLabel(QLocale().toString(number + 1));
    setType(row.number, LabelType::Secondary);
    row.number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(row.number, line, 0);
    for (int field = 0; field < kFields; ++field) {
        auto *edit = new QLineEdit;
        auto *error = new QLabel;
        edit->setObjectName(keyOf(number, field) + u"Edit"_s);
        error->setObjectName(keyOf(number, field) + u"ErrorLabel"_s);
        error->setTextFormat(Qt::PlainText);
        error->setWordWrap(true);
        setType(error, LabelType::Error);
        m_grid->addWidget(edit, line, field + 1);
        m_grid->addWidget(error, line + 1, field + 1, Qt::AlignTop);
        m_errors->add(keyOf(number, field), edit, error);
        connect(edit, &QLineEdit::textChanged, this, &NewUserRows::check);
        connect(edit, &QLineEdit::returnPressed, this, &NewUserRows::confirmed);
        row.edits[size_t(field)] = edit;
        row.errors[size_t(field)] = error;
    }
    row.remove = new QToolButton;
    row.remove->setObjectName(u"removeRow%1Button"_s.arg(number + 1));
    row.remove->setIcon(icon(Icon::Close));
    setKind(row.remove, ButtonKind::Ghost);
    m_grid->addWidget(row.remove, line, kFields + 1);
    connect(row.remove, &QToolButton::clicked, this, [this, number] { remove(number); });
    return row;
}

QString NewUserRows::keyOf(int row, int field)
{
    return u"user%1"_s.arg(row + 1) + QString(kNames[size_t(field)]);
}

// "users[6].username" is the field of row 7.
QString NewUserRows::keyOf(const QString &path)
{
    static const QRegularExpression pattern(u"^users\\[(\\d+)\\]\\.(\\w+)$"_s);
    const auto match = pattern.match(path);
    return match.hasMatch() ? u"user%1"_s.arg(match.captured(1).toInt() + 1) + match.captured(2)
                            : QString();
}

QList<model::NewUser> NewUserRows::users() const
{
    QList<model::NewUser> users;
    for (int number = 0; number < m_count; ++number) {
        const auto text = [&](size_t field) { return m_rows[number].edits[field]->text(); };
        users << model::NewUser{text(0).trimmed(), text(1).trimmed(), text(2).trimmed(),
                                text(3).trimmed(), text(4).trimmed()};
    }
    return users;
}

bool NewUserRows::isPristine() const
{
    const QList<model::NewUser> all = users();
    return all.size() == 1 && all.first() == model::NewUser();
}

void NewUserRows::clear()
{
    for (const Row &row : std::as_const(m_rows)) {
        for (QLineEdit *edit : row.edits)
            edit->clear();
    }
    m_count = 1;
    m_errors->reset();
    showRows();
}

void NewUserRows::remove(int number)
{
    for (int each = number; each < m_count; ++each) {
        const bool isLast = each == m_count - 1;
        for (size_t field = 0; field < kFields; ++field)
            m_rows[each].edits[field]->setText(isLast ? QString()
                                                      : m_rows[each + 1].edits[field]->text());
    }
    --m_count;
    showRows();
    m_rows[std::min(number, m_count - 1)].edits[0]->setFocus();
}

void NewUserRows::showRows()
{
    for (int number = 0; number < int(m_rows.size()); ++number) {
        const Row &row = m_rows[number];
        const bool isShown = number < m_count;
        row.number->setVisible(isShown);
        for (QLineEdit *edit : row.edits)
            edit->setVisible(isShown);
        row.remove->setVisible(isShown && m_count > 1);
    }
    m_add->setEnabled(m_count < model::NewUsers::kMost);
    m_add->setToolTip(m_add->isEnabled() ? QString() : tr("At most ten at once."));
    check();
}

void NewUserRows::check()
{
    QList<FieldError> errors;
    for (const rules::PeopleViolation &violation : rules::checkUsers(users()))
        errors << FieldError{keyOf(violation.field), PeopleRuleText::of(violation)};
    m_errors->setErrors(errors);
    emit changed();
}

bool NewUserRows::reveal()
{
    check();
    if (!m_errors->reveal())
        return false;
    scrollToFocus(m_scroll, kAroundFocus);
    return true;
}

bool NewUserRows::refuse(const QString &field, const QString &text)
{
    if (!m_errors->refuse({keyOf(field), text}))
        return false;
    scrollToFocus(m_scroll, kAroundFocus);
    return true;
}

void NewUserRows::retranslate()
{
    const std::array words{tr("Username"), tr("Nickname"), tr("Phone (optional)"),
                           tr("Email (optional)"), tr("Note (optional)")};
    const std::array plain{tr("Username"), tr("Nickname"), tr("Phone"), tr("Email"), tr("Note")};
    for (size_t field = 0; field < kFields; ++field) {
        m_titles[field]->setText(words[field]);
        for (int number = 0; number < int(m_rows.size()); ++number) {
            //: A field of a table with its row
            m_rows[number].edits[field]->setAccessibleName(
                tr("%1, row %2").arg(plain[field], QLocale().toString(number + 1)));
        }
    }
    for (int number = 0; number < int(m_rows.size()); ++number) {
        QToolButton *remove = m_rows[number].remove;
        remove->setToolTip(tr("Remove row %1").arg(QLocale().toString(number + 1)));
        remove->setAccessibleName(remove->toolTip());
    }
    m_add->setText(tr("Add another user"));
    setNames(m_add, u"addRowButton"_s, m_add->text());
    check();
}
