// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/codec.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Colour { Red, DarkBlue };

struct Task
{
    QString name;
    int devices = 0;

    bool operator==(const Task &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{json::field("name"_L1, &Task::name),
                          json::field("devices"_L1, &Task::devices)};
    }
};

struct Everything
{
    Id<struct EverythingTag, QUuid> id;
    Colour colour = Colour::Red;
    QList<Task> tasks;
    std::optional<QDateTime> startedAt;
    int priority = 100;
    QMap<QString, int> counts;

    bool operator==(const Everything &) const = default;
    static constexpr auto fields()
    {
        return std::tuple{json::field("id"_L1, &Everything::id),
                          json::field("colour"_L1, &Everything::colour),
                          json::field("tasks"_L1, &Everything::tasks),
                          json::field("startedAt"_L1, &Everything::startedAt),
                          json::defaulted("priority"_L1, &Everything::priority),
                          json::defaulted("counts"_L1, &Everything::counts)};
    }
};

} // namespace

template <>
struct json::EnumNames<Colour>
{
    static constexpr std::array table{std::pair{Colour::Red, "red"_L1},
                                      std::pair{Colour::DarkBlue, "dark_blue"_L1}};
};

class CodecTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatItWrote();
    void namesTheOffendingPath_data();
    void namesTheOffendingPath();
    void leavesOutWhatIsAbsentAndIgnoresWhatIsUnknown();
    void namesTheByteOfASyntaxError();
};

void CodecTest::readsBackWhatItWrote()
{
    Everything value;
    value.id = decltype(value.id)(QUuid::createUuid());
    value.colour = Colour::DarkBlue;
    value.tasks = {{u"worker0"_s, 8}, {u"工人"_s, 0}};
    value.startedAt = QDateTime::fromString(u"2026-01-31T12:00:00.123Z"_s, Qt::ISODateWithMs);
    value.counts = {{u"a.b"_s, 1}, {u"c"_s, 2}};

    const auto read = json::decodeText<Everything>(json::encodeText(value));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(*read, value);
}

void CodecTest::namesTheOffendingPath_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    const QByteArray id = R"("id":"6f2c0a52-9fd5-4c31-a3a9-0c8b1a5d7e01",)";
    const auto row = [&](const char *name, const char *rest, const QString &field) {
        QTest::newRow(name) << QByteArray("{" + id + rest + "}") << field;
    };
    row("number as text", R"("colour":"red","tasks":[{"name":"a","devices":"1"}])",
        u"tasks[0].devices"_s);
    row("fraction", R"("colour":"red","tasks":[{"name":"a","devices":1.5}])",
        u"tasks[0].devices"_s);
    row("too large", R"("colour":"red","tasks":[{"name":"a","devices":3000000000}])",
        u"tasks[0].devices"_s);
    row("missing", R"("colour":"red","tasks":[{"name":"a","devices":1},{"devices":1}])",
        u"tasks[1].name"_s);
    row("unknown word", R"("colour":"pink","tasks":[])", u"colour"_s);
    row("list is an object", R"("colour":"red","tasks":{})", u"tasks"_s);
    row("no time", R"("colour":"red","tasks":[],"startedAt":"yesterday")", u"startedAt"_s);
    row("NUL in a text", "\"colour\":\"red\",\"tasks\":[{\"name\":\"a\\u0000\",\"devices\":1}]",
        u"tasks[0].name"_s);
    QTest::newRow("bad id") << QByteArray(R"({"id":"{6f2c}","colour":"red","tasks":[]})")
                            << u"id"_s;
}

void CodecTest::namesTheOffendingPath()
{
    QFETCH(const QByteArray, text);
    const auto read = json::decodeText<Everything>(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QTEST(read.error().field, "field");
}

void CodecTest::leavesOutWhatIsAbsentAndIgnoresWhatIsUnknown()
{
    const auto read = json::decodeText<Everything>(
        R"({"id":"6f2c0a52-9fd5-4c31-a3a9-0c8b1a5d7e01","colour":"red","tasks":[],"new":1})");
    QVERIFY(read);
    QCOMPARE(read->priority, 100);
    QVERIFY(!json::encodeText(*read).contains("startedAt"));
}

void CodecTest::namesTheByteOfASyntaxError()
{
    const auto read = json::decodeText<Task>("{\"name\": nonsense}");
    QVERIFY(!read);
    QVERIFY2(read.error().detail.contains(u"byte"), qPrintable(read.error().detail));
}

QTEST_APPLESS_MAIN(CodecTest)
#include "tst_codec.moc"
