// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/changes.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::AuditAction;
using support::call;

// Nothing is changed unseen: every endpoint that is not just read leaves its record, once. One for
// which nobody has said what it leaves is a failure.
class ChangesTest : public QObject
{
    Q_OBJECT

private:
    QList<model::AuditEntry> newerThan(qint64 sequence) const; // oldest first
    qint64 newest() const;

    std::unique_ptr<support::Changes> m_changes;

private slots:
    void initTestCase();
    void leaveTheirRecords_data();
    void leaveTheirRecords();
    void namesTheConsoleThatBinds();
    void leavesNoRecordOfASubmitTwice();
};

QList<model::AuditEntry> ChangesTest::newerThan(qint64 sequence) const
{
    const auto page = m_changes->contract.platform->people->audit().list({});
    QList<model::AuditEntry> entries;
    for (const model::AuditEntry &entry : page->items) {
        if (entry.sequence > sequence)
            entries.prepend(entry);
    }
    return entries;
}

qint64 ChangesTest::newest() const
{
    const auto page = m_changes->contract.platform->people->audit().list({});
    return page->items.isEmpty() ? 0 : page->items.first().sequence;
}

void ChangesTest::initTestCase()
{
    m_changes = std::make_unique<support::Changes>();
}

void ChangesTest::leaveTheirRecords_data()
{
    QTest::addColumn<QString>("name");
    const auto add = [](const auto &endpoint) {
        if constexpr (requires { endpoint.verb; }) {
            const QString name = support::Changes::nameOf(endpoint);
            if (endpoint.verb != api::Verb::Get)
                QTest::newRow(qPrintable(name)) << name;
        }
    };
    std::apply([&](const auto &...endpoint) { (add(endpoint), ...); }, api::kEverything);
}

void ChangesTest::leaveTheirRecords()
{
    QFETCH(QString, name);
    const auto change = m_changes->find(name);
    QVERIFY2(change, "say in changes.cpp what this endpoint leaves in the audit log");
    const auto act = change->prepare();
    QVERIFY(act);
    const QDateTime began = QDateTime::currentDateTimeUtc().addMSecs(-5);
    const qint64 before = newest();
    const auto done = act();
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    const auto entries = newerThan(before);
    QList<AuditAction> records;
    for (const model::AuditEntry &entry : entries)
        records.append(entry.action);
    QCOMPARE(records, change->records);
    for (const model::AuditEntry &entry : entries) {
        QVERIFY(entry.at >= began && entry.at <= QDateTime::currentDateTimeUtc());
        QVERIFY(!entry.actor.isEmpty() && !entry.actorName.isEmpty());
        QCOMPARE(entry.address, u"127.0.0.1"_s);
        QVERIFY(!entry.subjectId.isEmpty() && !entry.subjectName.isEmpty());
        const bool saysAll = entry.action == AuditAction::SignedIn
                             || entry.action == AuditAction::PasswordChanged
                             || entry.action == AuditAction::PasswordReset;
        QCOMPARE(entry.before.isEmpty() && entry.after.isEmpty(), saysAll);
        QVERIFY(!json::encodeText(entry).contains("-secret"));
    }
}

// The browser that comes back is not where the person decided to bind.
void ChangesTest::namesTheConsoleThatBinds()
{
    auto &platform = *m_changes->contract.platform;
    const auto id = platform.addUser(u"anna"_s, {});
    const QByteArray token = platform.session(u"anna"_s, u"anna-secret"_s)->token.toLatin1();
    support::VisitingConsole console(platform.url());
    const services::Caller anna(*platform.accounts->account(*id), u"192.0.2.7"_s);
    const auto attempt = support::await(
        platform.attempts->startBinding(anna, token, console.begin(model::Provider::Microsoft)));
    const qint64 before = newest();
    m_changes->desk.agree(m_changes->desk.comeBack(*attempt, u"anna"_s));
    const auto entries = newerThan(before);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().action, AuditAction::IdentityBound);
    QCOMPARE(entries.first().address, u"192.0.2.7"_s);
    QCOMPARE(entries.first().after, QJsonObject({{u"provider"_s, u"microsoft"_s}}));
}

void ChangesTest::leavesNoRecordOfASubmitTwice()
{
    const auto anna = m_changes->person();
    const auto first = call(*anna, api::submitJob, {}, support::aSpec(u"one"_s), u"k"_s);
    const qint64 before = newest();
    QCOMPARE(call(*anna, api::submitJob, {}, support::aSpec(u"one"_s), u"k"_s)->id, first->id);
    QVERIFY(newerThan(before).isEmpty());
}

QTEST_GUILESS_MAIN(ChangesTest)
#include "tst_changes.moc"
