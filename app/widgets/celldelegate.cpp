// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/celldelegate.h"

#include "app/theme/cellrole.h"
#include "app/theme/chip.h"
#include "app/theme/looks.h"
#include "app/widgets/tableview.h"

#include <QDateTime>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLine = 20; // of a cell with several
constexpr int kLeastNote = 5; // characters; a shorter piece says nothing

} // namespace

CellDelegate::CellDelegate(TableView *table)
    : QStyledItemDelegate(table)
    , m_table(table)
{ }

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    paintBackground(painter, option, index);
    const QRect rect = option.rect.adjusted(kGrid, 0, -kGrid, 0);
    if (const QVariant chip = index.data(ChipCell); chip.isValid()) {
        // On the colour of the selection a filled chip would not be seen.
        Chip shown = chip.value<Chip>();
        shown.outlined = shown.outlined || option.state.testFlag(QStyle::State_Selected);
        paintChip(painter, rect, shown, option.palette);
        paintNote(painter, rect.adjusted(chipSize(shown).width() + kGrid, 0, 0, 0), index);
        return;
    }
    const Colors &colors = Colors::of(option.palette);
    const bool link = index.data(LinkCell).toBool();
    QFont font = index.data(MonospaceCell).toBool() ? monospace(kSmallSize) : option.font;
    if (link) {
        font.setWeight(QFont::Medium);
        font.setUnderline(m_table->hovered() == index);
    }
    painter->save();
    painter->setFont(font);
    painter->setPen(link && m_table->hovered() == index ? colors.tone(Tone::Accent).text
                    : index.data(MutedCell).toBool()    ? colors.secondary
                                                        : colors.text);
    const int across = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignHorizontal_Mask;
    const QFontMetrics metrics(font);
    QStringList lines;
    if (const QStringList parts = index.data(PartsCell).toStringList(); !parts.isEmpty())
        lines = {fitted(parts, metrics, rect.width())};
    else
        lines = elided(index.data().toString(), metrics, rect.width());
    const int height = std::min(kLine, rect.height() / int(lines.size()));
    QRect place(rect.left(), rect.center().y() - (height * int(lines.size()) - 1) / 2, rect.width(),
                height);
    for (const QString &line : std::as_const(lines)) {
        painter->drawText(place, across | int(Qt::AlignVCenter) | int(Qt::TextSingleLine), line);
        place.translate(0, height);
    }
    painter->restore();
}

QStringList CellDelegate::elided(const QString &text, const QFontMetrics &metrics, int width)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines;
}

QString CellDelegate::fitted(const QStringList &parts, const QFontMetrics &metrics, int width)
{
    const auto others = [&parts](qsizetype shown) {
        const qsizetype left = parts.size() - shown;
        return left > 0 ? QString(u" +"_s % QString::number(left)) : QString();
    };
    for (qsizetype shown = parts.size(); shown > 0; --shown) {
        const QString text = parts.first(shown).join(u' ') % others(shown);
        if (metrics.horizontalAdvance(text) <= width)
            return text;
    }
    const int room = width - metrics.horizontalAdvance(others(1));
    return metrics.elidedText(parts.first(), Qt::ElideRight, room) % others(1);
}

void CellDelegate::paintNote(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QString note = index.data(NoteCell).toString();
    const QFontMetrics metrics(sized(kSmallSize));
    if (note.isEmpty() || rect.width() < metrics.averageCharWidth() * kLeastNote)
        return;
    painter->save();
    painter->setFont(sized(kSmallSize));
    painter->setPen(Colors::of(m_table->palette()).secondary);
    painter->drawText(rect, int(Qt::AlignVCenter) | int(Qt::TextSingleLine),
                      metrics.elidedText(note, Qt::ElideRight, rect.width()));
    painter->restore();
}

void CellDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Colors &colors = Colors::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = m_table->hovered().isValid() && m_table->hovered().row() == index.row();
    painter->fillRect(option.rect, selected  ? colors.selection
                                   : hovered ? colors.raised
                                             : colors.surface);
    const qint64 changed = index.data(GlowCell).toLongLong();
    const qint64 age = QDateTime::currentMSecsSinceEpoch() - changed;
    if (changed > 0 && age >= 0 && age < kGlowMs && m_table->animates()) {
        QColor glow = colors.tone(Tone::Accent).soft;
        glow.setAlphaF(float(1.0 - double(age) / kGlowMs));
        painter->fillRect(option.rect, glow);
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      colors.hairline);
    const bool current = m_table->currentIndex().row() == index.row();
    if (current && m_table->hasFocus() && index.column() == m_table->firstColumn())
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1),
                          colors.tone(Tone::Accent).fill);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (const QVariant chip = index.data(ChipCell); chip.isValid())
        return {chipSize(chip.value<Chip>()).width() + 2 * kGrid, kRowHeight};
    const QFont font = index.data(MonospaceCell).toBool() ? monospace(kSmallSize) : option.font;
    return {QFontMetrics(font).size(0, index.data().toString()).width() + 2 * kGrid + 2,
            kRowHeight};
}
