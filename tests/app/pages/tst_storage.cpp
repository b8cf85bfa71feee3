// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/homepage.h"
#include "app/pages/jobbrief.h"
#include "app/pages/storagebar.h"
#include "app/pages/storagetable.h"
#include "app/widgets/copybutton.h"
#include "core/model/page.h"
#include "tests/app/pages/submitbench.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;
using model::StorageKind;

namespace {

const QString kStorage = u"GET /api/v1/storage"_s;

} // namespace

// Directories and the room on their disks, wherever they are shown.
class StorageTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SubmitBench> m_bench;

    static QStringList paths(const QWidget &widget)
    {
        QStringList paths;
        for (const QLabel *label : widget.findChildren<QLabel *>(u"pathLabel"_s))
            paths.append(label->text());
        return paths;
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<SubmitBench>();
        m_bench->server.answer(kStorage, model::Items<model::StorageMount>{samples::storage()});
    }
    void cleanup() { m_bench.reset(); }

    void knowsWhenRoomRunsOut()
    {
        QCOMPARE(StorageBar::tone(0), Tone::Success);
        QCOMPARE(StorageBar::tone(0.799), Tone::Success);
        QCOMPARE(StorageBar::tone(0.8), Tone::Warning);
        QCOMPARE(StorageBar::tone(0.899), Tone::Warning);
        QCOMPARE(StorageBar::tone(0.9), Tone::Danger);
        QCOMPARE(StorageBar::tone(1), Tone::Danger);
    }

    void showsADiskOnce()
    {
        const auto disks = StorageBar::disks(samples::storage());
        QCOMPARE(disks.size(), 2);
        QCOMPARE(disks.first().kinds, (QList<StorageKind>{StorageKind::Work, StorageKind::Home}));
        QCOMPARE(disks.last().used(), 0.95);
    }

    void showsRoomAndPathsAtHome()
    {
        HomePage page(*m_bench->store);
        page.show();
        QTRY_COMPARE(page.findChildren<StorageBar *>().size(), 2);
        const auto *bar = page.findChildren<StorageBar *>().last();
        QCOMPARE(bar->accessibleName(), u"Data"_s);
        QCOMPARE(bar->accessibleDescription(),
                 u"45.0 GiB free of 900.0 GiB, 95 % used, nearly full"_s);
        const auto *table = page.findChild<StorageTable *>();
        QCOMPARE(paths(*table).join(u' '), u"/work /srv/berth/work/alice /data /srv/berth/data"_s);
        table->findChildren<CopyButton *>().last()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/srv/berth/data"_s);
    }

    void putsCardsBelowEachOtherWhereItIsNarrow()
    {
        HomePage page(*m_bench->store);
        page.resize(1000, 800);
        page.show();
        QTRY_COMPARE(page.findChildren<StorageBar *>().size(), 2);
        const QList<StorageBar *> bars = page.findChildren<StorageBar *>();
        QTRY_VERIFY(bars.last()->x() > bars.first()->x());
        page.resize(560, 800);
        QTRY_COMPARE(bars.last()->x(), bars.first()->x());
        QVERIFY(bars.last()->y() > bars.first()->y());
        QVERIFY(!page.findChild<QScrollArea *>()->horizontalScrollBar()->isVisible());
    }

    void saysThatNothingIsKnown()
    {
        m_bench->server.refuse(kStorage, {ErrorCode::Unavailable, {}, {}});
        HomePage page(*m_bench->store);
        page.show();
        const auto *empty = page.findChild<QLabel *>(u"noStorageLabel"_s);
        QTRY_COMPARE(empty->text(), u"The room on the storage is not known now."_s);
        QVERIFY(empty->isVisible());
        m_bench->server.answer(kStorage, model::Items<model::StorageMount>{});
        page.hide();
        page.show();
        QTRY_COMPARE(empty->text(), u"Jobs have no shared directories here."_s);
    }

    void showsWhatANewJobWillSee()
    {
        QVERIFY(m_bench->open());
        auto *field = m_bench->find<QWidget>("storageField");
        QTRY_VERIFY(field->isVisible());
        QCOMPARE(paths(*field).size(), 8);
        QCOMPARE(paths(*field).last(), u"/srv/berth/jobs/alice/<job id>"_s);
        QCOMPARE(field->findChildren<CopyButton *>().size(), 7); // what has no id yet is not copied
        m_bench->find<QWidget>("prioritySpin")->setFocus();
        for (const CopyButton *copy : field->findChildren<CopyButton *>()) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), copy);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"advancedButton"_s);
    }

    void showsTheDirectoriesOfAJob()
    {
        model::Job job;
        static_cast<model::JobSummary &>(job) = samples::job(1);
        m_bench->server.answer(u"GET /api/v1/jobs/"_s % job.id.toString() % u"/storage",
                               model::Items<model::StorageMount>{samples::storage()});
        JobBrief brief(*m_bench->store);
        brief.setJob(job);
        const auto *table = brief.findChild<StorageTable *>();
        QTRY_COMPARE(paths(*table).size(), 8);
        job.id = samples::job(2).id; // of which nothing is known
        brief.setJob(job);
        QVERIFY(table->isEmpty());
    }
};

QTEST_MAIN(StorageTest)
#include "tst_storage.moc"
