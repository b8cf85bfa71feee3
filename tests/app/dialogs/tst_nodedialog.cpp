// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/nodedialog.h"
#include "app/dialogs/nodehistorydialog.h"
#include "tests/app/support/nodes.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using model::Drain;
using model::NodeAction;

class NodeDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysInNumbersWhatWillHappen();
    void namesTheJobs();
    void theSafeChoiceHasTheFocus();
    void aReasonIsNeeded();
    void tellsHowTheNodeIsEmptied();
    void enterNeverSendsJobsBack();
    void whatWaitsAlreadyCanOnlyGoBack();
    void followsTheCluster();
    void anEmptyNodeAsksNothingAboutJobs();
    void theHistoryIsShownLiterally();

private:
    void open(NodeAction action);
    QString text(const QString &name) const { return m_dialog->findChild<QLabel *>(name)->text(); }
    QString consequence() const { return text(u"consequenceLabel"_s); }
    QPushButton *button(const QString &name) const
    {
        return m_dialog->findChild<QPushButton *>(name);
    }
    QRadioButton *requeue() const { return m_dialog->findChild<QRadioButton *>(u"requeueRadio"_s); }
    QLineEdit *reason() const { return m_dialog->findChild<QLineEdit *>(u"reasonEdit"_s); }
    QListWidget *jobs() const { return m_dialog->findChild<QListWidget *>(); }

    QList<model::Node> m_nodes;
    std::unique_ptr<NodeDialog> m_dialog;
};

void NodeDialogTest::init()
{
    m_nodes = {samples::node(1), samples::node(2)};
    samples::hold(m_nodes[0], {0, 1, 2, 3}, 1, u"<b>bert</b>"_s, u"alice"_s);
    samples::hold(m_nodes[0], {4, 5}, 2, u"wide"_s, u"bob"_s);
    samples::hold(m_nodes[1], {0, 1}, 2, u"wide"_s, u"bob"_s);
}

void NodeDialogTest::open(NodeAction action)
{
    m_dialog = std::make_unique<NodeDialog>(action, QList{m_nodes[0].name});
    m_dialog->setCluster(m_nodes);
    m_dialog->show();
    m_dialog->activateWindow();
}

void NodeDialogTest::saysInNumbersWhatWillHappen()
{
    open(NodeAction::Cordon);
    QCOMPARE(text(u"titleLabel"_s), u"Cordon node-001"_s);
    for (const auto &number : {u"2 "_s, u" 6 "_s})
        QVERIFY2(consequence().contains(number), qPrintable(consequence()));
    QCOMPARE(button(u"verbButton"_s)->text(), u"Cordon"_s);
    QVERIFY(!requeue()->isVisible());

    open(NodeAction::Uncordon);
    QVERIFY2(consequence().contains(u" 2 "_s), qPrintable(consequence()));
    QVERIFY(!jobs()->isVisible());
}

void NodeDialogTest::namesTheJobs()
{
    open(NodeAction::Drain);
    QCOMPARE(jobs()->count(), 2);
    QVERIFY(jobs()->item(0)->text().startsWith(u"<b>bert</b> of alice"_s));
    QVERIFY(jobs()->item(1)->text().contains(u"other nodes"_s));
}

void NodeDialogTest::theSafeChoiceHasTheFocus()
{
    open(NodeAction::Drain);
    QCOMPARE(m_dialog->focusWidget(), button(u"cancelButton"_s));
    QVERIFY(!requeue()->isChecked());
    const QSignalSpy chosen(m_dialog.get(), &NodeDialog::chosen);
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(chosen.count(), 0);
}

void NodeDialogTest::aReasonIsNeeded()
{
    open(NodeAction::Cordon);
    const QSignalSpy chosen(m_dialog.get(), &NodeDialog::chosen);
    button(u"verbButton"_s)->click();
    QCOMPARE(chosen.count(), 0);
    QVERIFY(!text(u"reasonErrorLabel"_s).isEmpty());
    QCOMPARE(m_dialog->focusWidget(), reason());
    QTest::keyClicks(reason(), u" a new fan "_s);
    QTest::keyClick(reason(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    const NodeOrder order{NodeAction::Cordon, {m_nodes[0].name}, u"a new fan"_s, false};
    QCOMPARE(chosen[0][0].value<NodeOrder>(), order);
    QVERIFY(!button(u"verbButton"_s)->isEnabled());
    m_dialog->showProblem({}, u"Somebody was faster."_s);
    QVERIFY(button(u"verbButton"_s)->isEnabled());
    QCOMPARE(text(u"problemLabel"_s), u"Somebody was faster."_s);
}

void NodeDialogTest::tellsHowTheNodeIsEmptied()
{
    open(NodeAction::Drain);
    QCOMPARE(button(u"verbButton"_s)->text(), u"Drain"_s);
    QCOMPARE(button(u"verbButton"_s)->property("kind").toString(), u"primary"_s);
    const QString waits = consequence();
    requeue()->click();
    QVERIFY(consequence() != waits);
    QVERIFY2(consequence().contains(u"back to the queue"_s), qPrintable(consequence()));
    QVERIFY(button(u"verbButton"_s)->text().contains(u"2"_s));
    QCOMPARE(button(u"verbButton"_s)->property("kind").toString(), u"danger"_s);
}

void NodeDialogTest::enterNeverSendsJobsBack()
{
    open(NodeAction::Drain);
    requeue()->click();
    const QSignalSpy chosen(m_dialog.get(), &NodeDialog::chosen);
    reason()->setFocus();
    QTest::keyClicks(reason(), u"a fan"_s);
    QTest::keyClick(reason(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(m_dialog->focusWidget(), button(u"verbButton"_s));
    QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Space);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(chosen[0][0].value<NodeOrder>().requeue);
}

void NodeDialogTest::whatWaitsAlreadyCanOnlyGoBack()
{
    m_nodes[0].cordon = model::NodeCordon{u"mona"_s, {}, u"a fan"_s, Drain::Wait};
    open(NodeAction::Drain);
    QVERIFY(requeue()->isChecked());
    const auto *wait = m_dialog->findChild<QRadioButton *>(u"waitRadio"_s);
    QVERIFY(!wait->isEnabled());
    QVERIFY(!wait->toolTip().isEmpty());
    // Without jobs it loses nothing.
    m_nodes[0] = samples::node(1);
    m_nodes[0].cordon = model::NodeCordon{u"mona"_s, {}, u"a fan"_s, Drain::Wait};
    m_dialog->setCluster(m_nodes);
    QCOMPARE(button(u"verbButton"_s)->text(), u"Drain"_s);
    const QSignalSpy chosen(m_dialog.get(), &NodeDialog::chosen);
    reason()->setFocus();
    reason()->setText(u"a fan"_s);
    QTest::keyClick(reason(), Qt::Key_Return);
    QVERIFY(chosen[0][0].value<NodeOrder>().requeue);
    // It is back in service.
    m_nodes[0].cordon.reset();
    m_dialog->setCluster(m_nodes);
    QVERIFY(wait->isEnabled());
}

void NodeDialogTest::followsTheCluster()
{
    open(NodeAction::Cordon);
    for (model::Device &device : m_nodes[0].devices)
        device.holder.reset();
    m_dialog->setCluster(m_nodes);
    QVERIFY2(consequence().contains(u"No job runs here"_s), qPrintable(consequence()));
    QVERIFY(!jobs()->isVisible());
}

void NodeDialogTest::anEmptyNodeAsksNothingAboutJobs()
{
    m_nodes[0] = samples::node(1);
    open(NodeAction::Drain);
    QVERIFY(!requeue()->isVisible());
    const QSignalSpy chosen(m_dialog.get(), &NodeDialog::chosen);
    reason()->setText(u"a fan"_s);
    button(u"verbButton"_s)->click();
    QVERIFY(!chosen[0][0].value<NodeOrder>().requeue);
}

void NodeDialogTest::theHistoryIsShownLiterally()
{
    NodeHistoryDialog dialog(m_nodes[0].name);
    const QDateTime at = QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC);
    dialog.setSteps({{NodeAction::Uncordon, {u"mona"_s, at, u"<i>quiet</i>"_s, Drain::No}},
                     {NodeAction::Drain, {u"mona"_s, at, u"a fan"_s, Drain::Requeue}}});
    dialog.show();
    QStringList words;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->isVisible())
            words << label->text();
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY(words.contains(u"<i>quiet</i>"_s));
    QVERIFY(words.indexOf(u"Uncordoned by mona"_s) < words.indexOf(u"a fan"_s));
}

QTEST_MAIN(NodeDialogTest)
#include "tst_nodedialog.moc"
