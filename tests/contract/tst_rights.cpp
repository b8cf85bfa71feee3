// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/everything.h"
#include "tests/contract/rightstable.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// What is sent: in order, so that nothing but a missing right is in the way.
template <typename Request>
Request aRequest()
{
    return {};
}
template <>
model::SignIn aRequest()
{
    return {u"none"_s, u"none-secret"_s};
}
template <>
model::JobSpec aRequest()
{
    return support::aSpec(u"job"_s);
}
template <>
model::PriorityChange aRequest()
{
    return {7};
}
template <>
model::CordonRequest aRequest()
{
    return {u"because"_s};
}
template <>
model::DrainRequest aRequest()
{
    return {u"because"_s, false};
}
template <>
model::UserChange aRequest()
{
    return {u"Somebody"_s, {}, {}, {}};
}
template <>
model::NewUsers aRequest()
{
    return {{{u"admin"_s, u"Somebody"_s, {}, {}, {}}}, {model::kUserRole}};
}
template <>
model::NewGroup aRequest()
{
    return {u"A group"_s, u"x"_s, {model::kUserRole}};
}
template <>
model::GroupChange aRequest()
{
    return {u"A group"_s, u"x"_s};
}
template <>
model::RoleForm aRequest()
{
    return {u"User"_s, {}, {model::Permission::Manager}};
}
template <>
model::TemplateQuery aRequest()
{
    return {model::VcName(u"platform"_s)};
}
template <>
model::SaveTemplate aRequest()
{
    return {{u"a"_s, model::TemplateScope::User}, support::aSpec(u"job"_s), true};
}
template <>
model::SupportRequest aRequest()
{
    return {u"help"_s};
}
template <>
model::DeleteTemplate aRequest()
{
    return {u"none"_s, model::TemplateScope::User, {}};
}

} // namespace

// Every endpoint of the contract, called by everybody there can be with every object there can be,
// against rights.txt. A row that the table lacks is a failure: nothing is open by accident.
class RightsTest : public QObject
{
    Q_OBJECT

private:
    struct Way
    {
        support::Row row;
        QByteArray input; // the request as it travels
    };
    template <typename Endpoint>
    void add(const Endpoint &endpoint)
    {
        using Request = typename Endpoint::Request;
        api::Verb verb = api::Verb::Get;
        if constexpr (requires { endpoint.verb; })
            verb = endpoint.verb;
        const bool isQuery = verb == api::Verb::Get || verb == api::Verb::Delete;
        QByteArray input =
            isQuery ? json::toQuery(aRequest<Request>()).toString(QUrl::FullyEncoded).toLatin1()
                    : json::encodeText(aRequest<Request>());
        const QString path = endpoint.path;
        for (const QString &object : support::RightsLab::objectsOf(path))
            m_ways.append({{nameOf(verb) % u' ' % path, object}, input});
    }
    // In one line of the table.
    QString lineOf(const Way &way, const QStringList &cells) const
    {
        QString line = way.row.name().leftJustified(56) % u'|';
        for (const QString &cell : cells)
            line += u' ' + cell.leftJustified(4);
        return line.trimmed();
    }

    support::RightsLab m_lab;
    QList<Way> m_ways;
    QStringList m_columns;
    QMap<QString, QStringList> m_expected;

private slots:
    void initTestCase();
    void namesEverybody();
    void hasARowForEveryWay();
    void answersAsTheTableSays_data();
    void answersAsTheTableSays();
    void hidesWhatExists_data();
    void hidesWhatExists();
};

void RightsTest::initTestCase()
{
    std::apply([this](const auto &...endpoint) { (add(endpoint), ...); }, api::kEverything);
    m_expected = support::readRights(QFINDTESTDATA("rights.txt"), &m_columns);
}

void RightsTest::namesEverybody()
{
    QStringList names;
    for (const support::Asker &asker : m_lab.askers())
        names.append(asker.name);
    QCOMPARE(m_columns, names);
}

void RightsTest::hasARowForEveryWay()
{
    QStringList rows;
    for (const Way &way : m_ways)
        rows.append(way.row.name());
    rows.sort();
    QCOMPARE(m_expected.keys(), rows);
}

void RightsTest::answersAsTheTableSays_data()
{
    QTest::addColumn<int>("place");
    for (int i = 0; i < m_ways.size(); ++i)
        QTest::newRow(qPrintable(m_ways.at(i).row.name())) << i;
}

void RightsTest::answersAsTheTableSays()
{
    QFETCH(int, place);
    const Way &way = m_ways.at(place);
    QStringList cells;
    for (const support::Asker &asker : m_lab.askers())
        cells.append(m_lab.outcome(asker, way.row, way.input));
    QCOMPARE(lineOf(way, cells), lineOf(way, m_expected.value(way.row.name())));
}

// Who may not know of a job learns nothing from how its absence is told.
void RightsTest::hidesWhatExists_data()
{
    QTest::addColumn<int>("place");
    for (int i = 0; i < m_ways.size(); ++i) {
        const support::Row &row = m_ways.at(i).row;
        if (row.object == "other"_L1 || row.object == "hidden"_L1)
            QTest::newRow(qPrintable(row.name())) << i;
    }
}

void RightsTest::hidesWhatExists()
{
    QFETCH(int, place);
    const Way &way = m_ways.at(place);
    support::Row absent = way.row;
    absent.object = u"absent"_s;
    for (const support::Asker &asker : m_lab.askers()) {
        QByteArray body;
        QByteArray absentBody;
        if (m_lab.outcome(asker, way.row, way.input, &body) != "404"_L1)
            continue;
        QCOMPARE(m_lab.outcome(asker, absent, way.input, &absentBody), u"404"_s);
        QCOMPARE(body, absentBody);
    }
}

QTEST_GUILESS_MAIN(RightsTest)
#include "tst_rights.moc"
