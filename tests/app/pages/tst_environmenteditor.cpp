// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/environmenteditor.h"
#include "core/rules/jobrules.h"
#include "tests/app/pages/submitbench.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

// The rows of environment variables on the submit page.
class EnvironmentEditorTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SubmitBench> m_bench;

    EnvironmentEditor *editor() const
    {
        return m_bench->find<EnvironmentEditor>("environmentEditor");
    }
    QPushButton *add() const { return m_bench->find<QPushButton>("addVariableButton"); }
    static QWidget *focus() { return QApplication::focusWidget(); }
    void type(const QString &text) const { QTest::keyClicks(focus(), text); }
    void press(Qt::Key key) const { QTest::keyClick(focus(), key); }
    void paste(const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(focus(), QKeySequence::Paste);
    }
    QString shown() const
    {
        QStringList words;
        const auto variables = editor()->variables();
        for (const auto &variable : variables)
            words.append(variable.name + u'=' + variable.value);
        return words.join(u' ');
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<SubmitBench>();
        QVERIFY(m_bench->open());
        m_bench->find<QToolButton>("advancedButton")->click();
    }
    void cleanup() { m_bench.reset(); }

    void takesRowsByKeyboardAlone()
    {
        add()->setFocus();
        press(Qt::Key_Space);
        type(u"EPOCHS"_s);
        press(Qt::Key_Return);
        type(u"5"_s);
        press(Qt::Key_Return);
        type(u"LR"_s);
        press(Qt::Key_Tab);
        type(u"0.1"_s);
        QCOMPARE(shown(), u"EPOCHS=5 LR=0.1"_s);
        press(Qt::Key_Up);
        QCOMPARE(qobject_cast<QLineEdit *>(focus())->text(), u"5"_s);
        press(Qt::Key_Tab);
        QCOMPARE(focus()->objectName(), u"removeVariableButton"_s);
        press(Qt::Key_Space);
        QCOMPARE(shown(), u"LR=0.1"_s);
        QCOMPARE(qobject_cast<QLineEdit *>(focus())->text(), u"LR"_s);
    }

    void removesAnEmptyRowWithBackspace()
    {
        editor()->setVariables({{u"A"_s, u"1"_s}});
        add()->click();
        QCOMPARE(editor()->findChildren<QLineEdit *>(u"variableNameEdit"_s).size(), 2);
        press(Qt::Key_Backspace);
        QCOMPARE(qobject_cast<QLineEdit *>(focus())->text(), u"A"_s);
        QCOMPARE(shown(), u"A=1"_s);
    }

    void takesLinesThatArePasted()
    {
        add()->click();
        paste(u"# settings\nexport EPOCHS=5\nNAME='a b'\n\nURL=http://x/?a=b\nno line\n"_s);
        QCOMPARE(shown(), u"EPOCHS=5 NAME=a b URL=http://x/?a=b"_s);
        add()->click();
        type(u"X"_s);
        press(Qt::Key_Return);
        paste(u"k=v"_s); // only text, where something is written already
        QCOMPARE(shown(), u"EPOCHS=5 NAME=a b URL=http://x/?a=b X=k=v"_s);
    }

    void marksTheRowThatIsWrong()
    {
        editor()->setVariables({{u"A"_s, u"1"_s}, {u"2B"_s, u"2"_s}});
        m_bench->fill();
        m_bench->press();
        QVERIFY(m_bench->shown("environmentErrorLabel").contains("2B"_L1));
        QCOMPARE(qobject_cast<QLineEdit *>(focus())->text(), u"2B"_s);
        QVERIFY(focus()->property("invalid").toBool());
        type(u"B"_s);
        qobject_cast<QLineEdit *>(focus())->setText(u"B2"_s);
        QCOMPARE(m_bench->shown("environmentErrorLabel"), QString());
        QVERIFY(!focus()->property("invalid").toBool());
    }

    void complainsWhenAllOfItWasLeft()
    {
        add()->click();
        type(u"2B"_s);
        press(Qt::Key_Return);
        QCOMPARE(m_bench->shown("environmentErrorLabel"), QString()); // still in the row
        m_bench->find<QLineEdit>("nameEdit")->setFocus();
        QVERIFY(!m_bench->shown("environmentErrorLabel").isEmpty());
    }

    void hasRoomForAHundred()
    {
        QList<model::EnvironmentVariable> many;
        for (int i = 0; i < rules::kMostVariables; ++i)
            many.append({u"V%1"_s.arg(i), u"1"_s});
        editor()->setVariables(many);
        QVERIFY(!add()->isEnabled());
        m_bench->answerWithAJob();
        m_bench->fill();
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
        QCOMPARE(m_bench->sent().environment, many);
    }
};

QTEST_MAIN(EnvironmentEditorTest)
#include "tst_environmenteditor.moc"
