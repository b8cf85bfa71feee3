// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/deletetemplatedialog.h"
#include "app/pages/templatechooser.h"
#include "app/widgets/toast.h"
#include "app/yaml/templatefile.h"
#include "core/json/codec.h"
#include "tests/app/pages/submitbench.h"

#include <QComboBox>
#include <QFileDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using model::TemplateScope;

namespace {

const QString kList = u"GET /api/v1/templates"_s;
const QString kSave = u"PUT /api/v1/templates"_s;
const QString kDelete = u"DELETE /api/v1/templates"_s;

} // namespace

// Templates on the submit page: filled in, saved, deleted, live.
class SubmitTemplatesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SubmitBench> m_bench;

    void answerList(const QList<model::JobTemplate> &templates) const
    {
        m_bench->server.answer(kList, model::Items<model::JobTemplate>{templates});
        model::Event event;
        event.topic = model::EventTopic::Template;
        m_bench->store->apply(event);
    }
    TemplateChooser *chooser() const { return m_bench->find<TemplateChooser>("templateCombo"); }
    QString image() const { return m_bench->find<QLineEdit>("imageEdit")->text(); }
    QStringList offered() const
    {
        QStringList words;
        for (int i = 1; i < chooser()->count(); ++i)
            words.append(chooser()->itemText(i));
        return words;
    }
    // As a person does it, with the keyboard.
    void pick(int place) const
    {
        chooser()->setFocus();
        while (chooser()->currentIndex() != place)
            QTest::keyClick(chooser(),
                            chooser()->currentIndex() < place ? Qt::Key_Down : Qt::Key_Up);
    }
    void save(const QString &name, TemplateScope scope) const
    {
        auto *fold = m_bench->find<QToolButton>("templateButton");
        if (!fold->isChecked())
            fold->click();
        m_bench->find<QLineEdit>("templateNameEdit")->setText(name);
        auto *scopes = m_bench->find<QComboBox>("templateScopeCombo");
        scopes->setCurrentIndex(scopes->findData(int(scope)));
        m_bench->find<QPushButton>("saveTemplateButton")->click();
    }
    model::SaveTemplate wish() const
    {
        const auto wish =
            json::decodeText<model::SaveTemplate>(m_bench->server.requests().last().body);
        return wish ? *wish : model::SaveTemplate();
    }

    QString write(const QByteArray &text) const
    {
        QFile file(m_folder.filePath(u"in.yaml"_s));
        const bool done = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        return done ? file.fileName() : QString();
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<SubmitBench>();
        QVERIFY(m_bench->open());
        answerList({samples::jobTemplate(u"cpu_test"_s, TemplateScope::User, true),
                    samples::jobTemplate(u"cpu_test"_s, TemplateScope::Team, false)});
        QTRY_COMPARE(offered().join(u' '), u"cpu_test(user) cpu_test(team)"_s);
    }
    void cleanup() { m_bench.reset(); }

    void fillsTheFormAndNoneEmptiesIt()
    {
        pick(2);
        QCOMPARE(image(), u"cpu_test:1"_s);
        QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), u"train-7"_s);
        QVERIFY(m_bench->shown("templateHelpLabel").startsWith("Saved by Ada"_L1));
        QVERIFY(!m_bench->page->hasUnsavedInput());
        pick(0);
        QCOMPARE(image(), QString());
        QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), QString());
        QVERIFY(!m_bench->page->findChild<Toast *>()); // nothing of one's own was lost
    }

    void givesBackWhatWasWritten()
    {
        m_bench->fill();
        pick(1);
        QCOMPARE(image(), u"cpu_test:1"_s);
        QCOMPARE(m_bench->find<QLineEdit>("nameEdit")->text(), u"train-1"_s); // typed before
        auto *toast = m_bench->page->window()->findChild<Toast *>();
        QVERIFY(toast);
        toast->findChild<QPushButton *>()->click();
        QCOMPARE(image(), u"pytorch:2.1"_s);
        QCOMPARE(chooser()->currentIndex(), 0);
        QVERIFY(m_bench->page->hasUnsavedInput());
    }

    void followsTheTeamAndTheVc()
    {
        pick(2);
        answerList({samples::jobTemplate(u"cpu_test"_s, TemplateScope::User, true)});
        QTRY_COMPARE(offered().size(), 1);
        QCOMPARE(chooser()->currentIndex(), 0);
        QCOMPARE(image(), u"cpu_test:1"_s); // what it filled in stays
    }

    void keepsItsPassword()
    {
        model::JobTemplate secret = samples::jobTemplate(u"private"_s, TemplateScope::User, true);
        secret.spec.registry = model::RegistryLogin{u"registry.lab:5000"_s, u"ada"_s, {}};
        secret.hasPassword = true;
        answerList({secret});
        QTRY_COMPARE(offered().join(u' '), u"private(user)"_s);
        pick(1);
        QVERIFY(m_bench->find<QLineEdit>("registryPasswordEdit")
                    ->placeholderText()
                    .startsWith("Kept"_L1));
        m_bench->answerWithAJob();
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
        const model::PasswordSource source{{}, secret.key};
        QCOMPARE(m_bench->sent().registry->passwordFrom, std::optional(source));
    }

    void saysThatThePasswordWasNotSaved()
    {
        model::JobTemplate bare = samples::jobTemplate(u"bare"_s, TemplateScope::User, true);
        bare.spec.registry = model::RegistryLogin{u"registry.lab:5000"_s, u"ada"_s, {}};
        answerList({bare});
        QTRY_COMPARE(offered().join(u' '), u"bare(user)"_s);
        pick(1);
        QCOMPARE(m_bench->shown("registryHelpLabel"),
                 u"The template was saved without the password. Type it."_s);
        m_bench->find<QToolButton>("templateButton")->click();
        m_bench->prompt.file =
            write("key: {name: a}\nspec: {registry: {registry: registry.lab, username: ada}}\n");
        m_bench->find<QPushButton>("importButton")->click();
        QTRY_COMPARE(m_bench->shown("registryHelpLabel"), u"No file holds a password. Type it."_s);
    }

    void savesWhatIsThereSoFar()
    {
        m_bench->find<QLineEdit>("imageEdit")->setText(u"pytorch:2.1"_s);
        m_bench->server.answer(kSave, samples::jobTemplate(u"half"_s, TemplateScope::Team, true));
        save(u"half"_s, TemplateScope::Team);
        QTRY_COMPARE(m_bench->server.count(kSave), 1);
        QCOMPARE(wish().key, (model::TemplateKey{u"half"_s, TemplateScope::Team}));
        QCOMPARE(wish().spec.image, u"pytorch:2.1"_s);
        QVERIFY(!wish().overwrite);
        QVERIFY(m_bench->prompt.questions.isEmpty());
    }

    void asksBeforeItOverwrites()
    {
        m_bench->server.answer(kSave,
                               samples::jobTemplate(u"cpu_test"_s, TemplateScope::User, true));
        save(u"cpu_test"_s, TemplateScope::User);
        QTRY_COMPARE(m_bench->prompt.questions.size(), 1);
        QCOMPARE(m_bench->prompt.questions.first().title,
                 u"Overwrite the template cpu_test(user)?"_s);
        QCOMPARE(m_bench->server.count(kSave), 0);
        m_bench->prompt.confirms = true;
        save(u"cpu_test"_s, TemplateScope::User);
        QTRY_COMPARE(m_bench->server.count(kSave), 1);
        QVERIFY(wish().overwrite);
    }

    void asksWhenSomebodyWasFaster()
    {
        m_bench->server.refuse(kSave, {ErrorCode::Conflict, u"is there"_s, {}});
        save(u"fresh"_s, TemplateScope::Team);
        QTRY_COMPARE(m_bench->prompt.questions.size(), 1);
    }

    void leavesWhatIsNotOnesOwn()
    {
        save(u"cpu_test"_s, TemplateScope::Team);
        QVERIFY(m_bench->shown("templateNameErrorLabel").contains("Ada"_L1));
        QVERIFY(m_bench->find<QLineEdit>("templateNameEdit")->hasFocus());
        QCOMPARE(m_bench->server.count(kSave), 0);
    }

    void saysWhatIsWrongAtItsField()
    {
        save({}, TemplateScope::User);
        QCOMPARE(m_bench->shown("templateNameErrorLabel"), u"Give the template a name."_s);
        m_bench->find<QLineEdit>("portsEdit")->setText(u"80"_s);
        save(u"fresh"_s, TemplateScope::User);
        QVERIFY(m_bench->shown("interactivePortsErrorLabel").contains("80"_L1));
        QVERIFY(m_bench->find<QLineEdit>("portsEdit")->hasFocus());
        QCOMPARE(m_bench->server.count(kSave), 0);
    }

    void readsAFileAndSaysWhatIsWrongInOne()
    {
        m_bench->find<QToolButton>("templateButton")->click();
        auto *button = m_bench->find<QPushButton>("importButton");
        m_bench->prompt.file = write("key: {name: small}\nspec:\n  imge: pytorch:2\n");
        button->click();
        QTRY_COMPARE(m_bench->shown("templateFileErrorLabel"),
                     u"in.yaml was not read: line 3, spec.imge: there is no such key"_s);
        const auto *problem = m_bench->find<QLabel>("templateFileErrorLabel");
        QTRY_COMPARE(problem->visibleRegion().boundingRect(), problem->rect());
        m_bench->prompt.file =
            write("key: {name: small, scope: team}\nspec: {image: 'pytorch:2'}\n");
        button->click();
        QTRY_COMPARE(image(), u"pytorch:2"_s);
        QCOMPARE(m_bench->find<QLineEdit>("templateNameEdit")->text(), u"small"_s);
        QCOMPARE(m_bench->shown("templateFileErrorLabel"), QString());
    }

    void writesAFileWithoutThePassword()
    {
        pick(1);
        m_bench->find<QLineEdit>("registryEdit")->setText(u"registry.lab:5000"_s);
        m_bench->find<QLineEdit>("registryUserEdit")->setText(u"ada"_s);
        m_bench->find<QLineEdit>("registryPasswordEdit")->setText(u"secret"_s);
        m_bench->find<QToolButton>("templateButton")->click();
        m_bench->find<QPushButton>("exportButton")->click();
        auto *dialog = m_bench->page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Export the form"_s);
        const QString path = m_folder.filePath(u"out.yaml"_s);
        dialog->selectFile(path);
        static_cast<QDialog *>(dialog)->accept();
        QFile file(path);
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(!text.contains("secret"));
        const auto read = readTemplate(text);
        const auto *saved = std::get_if<TemplateFile>(&read);
        QVERIFY(saved);
        QCOMPARE(saved->key.name, u"cpu_test"_s);
        QCOMPARE(saved->spec.image, u"cpu_test:1"_s);
        QCOMPARE(saved->spec.registry->username, u"ada"_s);
    }

    void deletesOnlyWhatMayBeDeleted()
    {
        m_bench->find<QToolButton>("templateButton")->click();
        auto *button = m_bench->find<QPushButton>("deleteTemplateButton");
        QVERIFY(button->isVisible());
        button->click();
        auto *dialog = m_bench->page->findChild<DeleteTemplateDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QComboBox *>()->count(), 1);
        m_bench->server.answer(kDelete, model::Nothing{});
        m_bench->server.answer(kList, model::Items<model::JobTemplate>{{samples::jobTemplate(
                                          u"cpu_test"_s, TemplateScope::Team, false)}});
        dialog->findChild<QPushButton *>(u"deleteButton"_s)->click();
        QTRY_COMPARE(m_bench->server.count(kDelete), 1);
        QTRY_COMPARE(offered().join(u' '), u"cpu_test(team)"_s);
        QVERIFY(!button->isVisible()); // nothing is left to delete
    }
};

QTEST_MAIN(SubmitTemplatesTest)
#include "tst_submittemplates.moc"
