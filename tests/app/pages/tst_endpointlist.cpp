// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/endpointlist.h"
#include "app/widgets/toast.h"
#include "tests/app/support/endpointrows.h"
#include "tests/app/support/endpoints.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

using model::EndpointFailure;
using model::EndpointState;

class EndpointListTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_list.reset(); }
    void rowsStandInTheirOrder();
    void aStateIsSaidWithItsReason();
    void theTokenIsCopiedAndNotShown();
    void aTerminalThatIsNotThereLeavesTheCommand();
    void aPageOpensInTheBrowser();
    void everyControlHasAName();
    void theTabKeyGoesFromAboveToBelow();

public slots:
    void takeUrl(const QUrl &url) { m_opened << url; }

private:
    void show(const QList<model::JobEndpoint> &endpoints)
    {
        m_list->setEndpoints(endpoints, model::JobState::Running, {});
    }
    QStringList rows() const { return rowsOf(*m_list); }
    QPushButton *button(const QString &name) const
    {
        return m_list->findChild<QPushButton *>(name);
    }

    std::unique_ptr<EndpointList> m_list;
    QList<QUrl> m_opened;
};

void EndpointListTest::init()
{
    m_opened.clear();
    m_list = std::make_unique<EndpointList>();
    m_list->retranslate();
    m_list->resize(1000, 400);
    m_list->show();
}

void EndpointListTest::rowsStandInTheirOrder()
{
    show({samples::endpoint(u"port-40002"_s), samples::endpoint(u"tensorboard"_s),
          samples::endpoint(u"port-40001"_s), samples::endpoint(u"jupyter"_s),
          samples::readySsh(u"ps0"_s), samples::readySsh(u"worker0"_s, 40023)});
    QTRY_COMPARE(
        rows(),
        (QStringList{
            u"SSH to ps0 | Ready | ssh -p 40022 alice@10.0.0.1"_s,
            u"SSH to worker0 | Ready | ssh -p 40023 alice@10.0.0.1"_s,
            u"Jupyter | Pending | Is being started in the job."_s,
            u"TensorBoard | Pending | Is being started in the job."_s,
            u"Port 40001 | Pending | Waits for a program in the job that listens on port 40001."_s,
            u"Port 40002 | Pending | Waits for a program in the job that listens on port 40002."_s}));
    QVERIFY(button(u"keysButton"_s)->isVisible());
}

void EndpointListTest::aStateIsSaidWithItsReason()
{
    show({samples::failed(u"ssh"_s, EndpointFailure::NotInImage),
          samples::failed(u"jupyter"_s, EndpointFailure::Exited, u"<b>no space</b>"_s),
          samples::endpoint(u"tensorboard"_s, EndpointState::Stopped)});
    QTRY_COMPARE(rows(), (QStringList{u"SSH | Failed | The job's image has no SSH server."_s,
                                      u"Jupyter | Failed | It ended by itself: <b>no space</b>"_s,
                                      u"TensorBoard | Stopped | Switched off."_s}));
}

void EndpointListTest::theTokenIsCopiedAndNotShown()
{
    show({samples::readyPage(u"jupyter"_s, 40100, u"/lab?token=a1b2"_s)});
    QTRY_COMPARE(rows(), (QStringList{u"Jupyter | Ready | http://10.0.0.1:40100/lab"_s}));
    m_list->findChild<QToolButton *>(u"copyButton"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"http://10.0.0.1:40100/lab?token=a1b2"_s);
}

void EndpointListTest::aTerminalThatIsNotThereLeavesTheCommand()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nonexistent");
    qunsetenv("TERMINAL");
    show({samples::readySsh()});
    QCOMPARE(button(u"ssh-main-action"_s)->text(), u"Open terminal"_s);
    button(u"ssh-main-action"_s)->click();
    qputenv("PATH", path);
    QVERIFY(m_list->findChild<Toast *>()->text().contains(u"No terminal"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"ssh -p 40022 alice@10.0.0.1"_s);
}

void EndpointListTest::aPageOpensInTheBrowser()
{
    auto wrong = samples::readyPage(u"port-40001"_s, 40200);
    wrong.url = u"http://elsewhere.example:40200/"_s;
    show({samples::readyPage(u"tensorboard"_s, 40100), wrong});
    QDesktopServices::setUrlHandler(u"http"_s, this, "takeUrl");
    button(u"tensorboard-main-action"_s)->click();
    QDesktopServices::unsetUrlHandler(u"http"_s);
    QCOMPARE(m_opened, (QList<QUrl>{QUrl(u"http://10.0.0.1:40100/"_s)}));
    QVERIFY(!button(u"port-40001-main-action"_s)->isVisible());
    QVERIFY(rows().last().contains(u"cannot be used"_s));
}

void EndpointListTest::everyControlHasAName()
{
    show({samples::readySsh(), samples::readyPage(u"port-40001"_s, 40100),
          samples::failed(u"jupyter"_s, EndpointFailure::NoAnswer)});
    for (const QWidget *widget : m_list->findChildren<QWidget *>()) {
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus)
            && !qobject_cast<const QAbstractScrollArea *>(widget))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
    QCOMPARE(button(u"ssh-main-action"_s)->accessibleName(), u"Open terminal: SSH"_s);
    QCOMPARE(m_list->findChild<QToolButton *>(u"port-40001-off"_s)->accessibleName(),
             u"Switch off Port 40001"_s);
}

void EndpointListTest::theTabKeyGoesFromAboveToBelow()
{
    const auto port = samples::readyPage(u"port-40001"_s, 40100);
    show({port});
    show({port, samples::readySsh()});
    QTRY_VERIFY(button(u"ssh-main-action"_s)->isVisible());
    QStringList passed;
    m_list->activateWindow();
    button(u"ssh-main-action"_s)->setFocus();
    while (passed.size() < 5) {
        passed << m_list->focusWidget()->objectName();
        QTest::keyClick(m_list->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(passed,
             (QStringList{u"ssh-main-action"_s, u"copyButton"_s, u"port-40001-main-action"_s,
                          u"port-40001-off"_s, u"keysButton"_s}));
}

QTEST_MAIN(EndpointListTest)
#include "tst_endpointlist.moc"
