// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/cellrole.h"
#include "app/widgets/celldelegate.h"
#include "app/widgets/rowactionbar.h"
#include "app/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

void fill(QStandardItemModel &model, const QStringList &names)
{
    model.clear();
    model.setColumnCount(2);
    for (const QString &name : names) {
        auto *item = new QStandardItem(name);
        item->setData(name, IdCell);
        auto *id = new QStandardItem(name.left(2));
        id->setData(name, CopyCell);
        model.appendRow({item, id});
    }
}

} // namespace

class TestTableView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void enterOpensTheCurrentRow();
    void copyTakesWholeValues();
    void theHoveredRowOffersItsActions();
    void theActionsHaveTheColoursOfTheTheme();
    void theKeyboardReachesTheActions();
    void aHiddenTableIsNotUnderThePointer();
    void theMenuOffersWhatTheSelectionCan();
    void widthsAreKept();
    void columnsShareWhatIsLeft();
    void whatDoesNotFitIsCounted();
    void aColumnMayBeHiddenUntilItIsChosen();
    void orderAndColumnsAreKept();

private:
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<TableView> m_table;
};

void TestTableView::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"BerthTest"_s);
    QCoreApplication::setApplicationName(u"tableview%1"_s.arg(QCoreApplication::applicationPid()));
}

void TestTableView::init()
{
    m_table.reset();
    m_model = std::make_unique<QStandardItemModel>();
    fill(*m_model, {u"bert"_s, u"resnet"_s, u"gpt"_s});
    QSettings().clear();
    m_table = std::make_unique<TableView>(u"testTable"_s);
    m_table->setModel(m_model.get());
    m_table->resize(600, 300);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void TestTableView::enterOpensTheCurrentRow()
{
    const QSignalSpy opened(m_table.get(), &TableView::opened);
    m_table->setCurrentIndex(m_model->index(1, 0));
    QTest::keyClick(m_table.get(), Qt::Key_Down);
    QTest::keyClick(m_table.get(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toModelIndex().data().toString(), u"gpt"_s);
}

void TestTableView::copyTakesWholeValues()
{
    m_table->selectAll();
    QTest::keySequence(m_table.get(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"bert\tbert\nresnet\tresnet\ngpt\tgpt"_s);
}

void TestTableView::theHoveredRowOffersItsActions()
{
    const QSignalSpy triggered(m_table.get(), &TableView::actionTriggered);
    m_table->setRowActions([](const QModelIndexList &rows) {
        RowAction kill;
        kill.id = u"kill"_s;
        kill.text = u"Kill"_s;
        kill.enabled = rows.first().data().toString() != u"bert"_s;
        return QList<RowAction>{kill};
    });
    const auto hover = [this](int row) {
        QTest::mouseMove(m_table->viewport(), m_table->visualRect(m_model->index(row, 0)).center());
        return m_table->findChild<QToolButton *>(u"killRowButton"_s);
    };
    QVERIFY(!hover(0)->isEnabled());
    QTRY_VERIFY(hover(1)->isEnabled() && hover(1)->isVisible());
    QTest::mouseClick(hover(1), Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(triggered[0][1].value<QModelIndexList>().first().row(), 1);
}

void TestTableView::theActionsHaveTheColoursOfTheTheme()
{
    m_table->setRowActions([](const QModelIndexList &) {
        RowAction kill;
        kill.id = kill.text = u"kill"_s;
        return QList<RowAction>{kill};
    });
    QTest::mouseMove(m_table->viewport(), m_table->visualRect(m_model->index(0, 0)).center());
    auto *bar = m_table->findChild<RowActionBar *>();
    QTRY_VERIFY(bar->isVisible());
    const auto fill = [bar] { return bar->grab().toImage().pixelColor(bar->width() - 1, 0); };
    const QColor before = fill();
    QPalette dark = m_table->palette();
    dark.setColor(QPalette::Window, Qt::black);
    m_table->setPalette(dark);
    QTRY_VERIFY(fill() != before);
}

// On a page, where the table has company.
void TestTableView::theKeyboardReachesTheActions()
{
    QWidget page;
    m_table->setParent(&page);
    m_table->setRowActions([](const QModelIndexList &rows) {
        RowAction pause;
        pause.id = u"pause"_s;
        pause.text = u"Pause "_s + rows.first().data().toString();
        RowAction kill;
        kill.id = kill.text = u"kill"_s;
        return QList<RowAction>{pause, kill};
    });
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    const QSignalSpy triggered(m_table.get(), &TableView::actionTriggered);
    m_table->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_table.get(), Qt::Key_Down);
    const auto *bar = page.findChild<RowActionBar *>();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->parentWidget(), &page);
    QTest::keyClick(m_table.get(), Qt::Key_Tab);
    auto *pause = qobject_cast<QToolButton *>(QApplication::focusWidget());
    QVERIFY(pause);
    QCOMPARE(pause->accessibleName(), u"Pause resnet"_s);
    QTest::keyClick(pause, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), m_table.get());
    QTest::keyClick(m_table.get(), Qt::Key_Tab);
    QCOMPARE(pause->accessibleName(), u"Pause gpt"_s);
    QTest::keyClick(pause, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(triggered[0][0].toString(), u"kill"_s);
    QCOMPARE(triggered[0][1].value<QModelIndexList>().first().row(), 2);
    m_table->setParent(nullptr);
}

void TestTableView::aHiddenTableIsNotUnderThePointer()
{
    for (int row : {0, 1})
        QTest::mouseMove(m_table->viewport(), m_table->visualRect(m_model->index(row, 0)).center());
    QVERIFY(m_table->hovered().isValid());
    const QSignalSpy rests(m_table.get(), &TableView::pointerRests);
    m_table->hide();
    QVERIFY(!m_table->hovered().isValid());
    QCOMPARE(rests.last().first().toBool(), false);
}

void TestTableView::theMenuOffersWhatTheSelectionCan()
{
    m_table->setRowActions([](const QModelIndexList &rows) {
        RowAction pause;
        pause.id = u"pause"_s;
        pause.text = u"Pause %1"_s.arg(rows.size());
        return QList<RowAction>{pause};
    });
    m_table->selectAll();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->selectAll();
    QCoreApplication::sendEvent(m_table.get(), &event);
    const auto *menu = m_table->findChild<QMenu *>(u"rowMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().first()->text(), u"Pause 3"_s);
}

void TestTableView::widthsAreKept()
{
    m_table->setColumnWidth(1, 222);
    TableView next(u"testTable"_s);
    next.setModel(m_model.get());
    QCOMPARE(next.columnWidth(1), 222);
}

void TestTableView::columnsShareWhatIsLeft()
{
    m_table->setStretchColumns({{0, 1}, {1, 2}});
    const int width = m_table->viewport()->width();
    QCOMPARE(m_table->columnWidth(0) + m_table->columnWidth(1), width);
    QCOMPARE(m_table->columnWidth(0), width / 3);
    m_table->setColumnWidth(0, 250); // as if it was dragged
    QCOMPARE(m_table->columnWidth(0) + m_table->columnWidth(1), width);
}

void TestTableView::aColumnMayBeHiddenUntilItIsChosen()
{
    const auto open = [this](TableView &table) {
        table.setDefaultHidden({1});
        table.setModel(m_model.get());
        table.makeSortable();
    };
    TableView first(u"testTable"_s);
    open(first);
    QVERIFY(first.isColumnHidden(1));
    emit first.horizontalHeader()->customContextMenuRequested({});
    first.findChild<QMenu *>(u"columnMenu"_s)->actions()[1]->trigger();
    TableView next(u"testTable"_s);
    open(next);
    QVERIFY(!next.isColumnHidden(1));
}

void TestTableView::orderAndColumnsAreKept()
{
    m_table->makeSortable();
    m_table->sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(m_model->index(1, 0).data().toString(), u"gpt"_s);
    emit m_table->horizontalHeader()->customContextMenuRequested({});
    const auto *menu = m_table->findChild<QMenu *>(u"columnMenu"_s);
    QVERIFY(menu);
    menu->actions()[1]->trigger();
    QVERIFY(m_table->isColumnHidden(1));
    TableView next(u"testTable"_s);
    next.setModel(m_model.get());
    next.makeSortable();
    QVERIFY(next.isColumnHidden(1));
    QCOMPARE(next.horizontalHeader()->sortIndicatorSection(), 0);
    QCOMPARE(next.horizontalHeader()->sortIndicatorOrder(), Qt::AscendingOrder);
}

void TestTableView::whatDoesNotFitIsCounted()
{
    const QFontMetrics metrics(m_table->font());
    const QStringList parts{u"[bert : ann]"_s, u"[gpt : bob]"_s, u"[vit : cy]"_s};
    const auto widthOf = [&metrics](const QString &text) {
        return metrics.horizontalAdvance(text);
    };
    const QString all = parts.join(u' ');
    QCOMPARE(CellDelegate::fitted(parts, metrics, widthOf(all)), all);
    QCOMPARE(CellDelegate::fitted(parts, metrics, widthOf(all) - 1),
             u"[bert : ann] [gpt : bob] +1"_s);
    QCOMPARE(CellDelegate::fitted(parts, metrics, widthOf(u"[bert : ann] +2"_s)),
             u"[bert : ann] +2"_s);
    const QString little = CellDelegate::fitted(parts, metrics, widthOf(u"[bert : ann] +2"_s) - 1);
    QVERIFY2(little.startsWith(u"[bert"_s) && little.endsWith(u"… +2"_s), qPrintable(little));
    QVERIFY(widthOf(little) < widthOf(u"[bert : ann] +2"_s));
    const QString one = CellDelegate::fitted({parts[0]}, metrics, widthOf(parts[0]) - 1);
    QVERIFY2(one.endsWith(u'…'), qPrintable(one));
}

QTEST_MAIN(TestTableView)
#include "tst_tableview.moc"
