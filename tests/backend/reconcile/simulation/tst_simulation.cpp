// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The control plane on simulated time: one seed decides what people do, when the engine answers and
// what goes wrong there, and at which turns of the event loop berthd dies, which is before, between
// and after any of its writes. A seed that fails plays the same again:
//   BERTH_SIMULATION_FIRST  the first seed, 1 unless told
//   BERTH_SIMULATION_SEEDS  how many, 1000 unless told
class SimulationTest final : public QObject
{
    Q_OBJECT

public:
    explicit SimulationTest(VirtualTime &time)
        : m_time(time)
    { }

private slots:
    void initTestCase();
    void losesNothingAndRunsNothingTwice();
    void playsTheSameAgain();

private:
    struct Outcome
    {
        QStringList violations;
        qint64 elapsed = 0; // virtual ms
        quint64 turns = 0;
        int runs = 0;
        int deaths = 0;

        bool operator==(const Outcome &) const = default;
    };
    Outcome play(quint64 seed);

    VirtualTime &m_time;
    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {

constexpr int kActions = 40; // of people
constexpr int kShortestRestart = 100; // ms; what was asked of the engine before has arrived by then
constexpr qint64 kLongestEnd = 3600000; // ms until everything must be over when all is calm

int numberOf(const char *variable, int otherwise)
{
    bool given = false;
    const int number = qEnvironmentVariableIntValue(variable, &given);
    return given ? number : otherwise;
}

// Many small writes that nobody needs after a power cut: in memory where there is such a place.
QString folder()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) % u"/berth-XXXXXX"_s;
}

} // namespace

void SimulationTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"berth.*=false"_s);
    m_directory = std::make_unique<QTemporaryDir>(folder());
    QVERIFY(m_directory->isValid());
    prepare(m_directory->filePath(u"fresh"_s));
}

SimulationTest::Outcome SimulationTest::play(quint64 seed)
{
    const QTemporaryDir directory(folder());
    QString data = directory.filePath(u"0"_s);
    copyDirectory(m_directory->filePath(u"fresh"_s), data);
    m_time.restart();
    World world(m_time, seed);
    People people(world, m_time);
    auto life = std::make_unique<Life>(world, m_time, data);
    people.meet(*life);

    Outcome outcome;
    int actions = 0;
    qint64 nextAction = 0;
    auto death = quint64(world.between(5, 300)); // counted in turns
    qint64 calmSince = -1;
    while (world.violations().isEmpty()) {
        if (calmSince < 0 && m_time.elapsed() >= nextAction) {
            people.act();
            nextAction = m_time.elapsed() + world.between(1, 8000);
            if (++actions == kActions) {
                world.setCalm();
                calmSince = m_time.elapsed();
            }
        }
        if (calmSince < 0 && ++outcome.turns == death) {
            const QString left = directory.filePath(QString::number(++outcome.deaths));
            copyDirectory(data, left);
            data = left;
            life.reset();
            const qint64 back = m_time.elapsed() + world.between(kShortestRestart, 3000);
            while (m_time.elapsed() < back)
                m_time.step();
            life = std::make_unique<Life>(world, m_time, data);
            people.meet(*life);
            death += quint64(world.between(5, 300));
        }
        if (calmSince >= 0 && people.isAllOver() && world.isEmpty())
            break;
        if (calmSince >= 0 && m_time.elapsed() > calmSince + kLongestEnd) {
            world.violate(u"it does not come to an end: "_s % people.openEnds());
            break;
        }
        const qint64 before = m_time.elapsed();
        m_time.step();
        constexpr qint64 kMinute = 60000;
        if (calmSince >= 0 && before / kMinute != m_time.elapsed() / kMinute)
            people.goHome();
    }
    if (world.violations().isEmpty())
        people.check();
    outcome.violations = world.violations();
    outcome.elapsed = m_time.elapsed();
    outcome.runs = world.runs();
    life.reset();
    return outcome;
}

void SimulationTest::losesNothingAndRunsNothingTwice()
{
    const int first = numberOf("BERTH_SIMULATION_FIRST", 1);
    const int seeds = numberOf("BERTH_SIMULATION_SEEDS", 1000);
    int runs = 0;
    int deaths = 0;
    for (int seed = first; seed < first + seeds; ++seed) {
        const Outcome outcome = play(quint64(seed));
        QVERIFY2(outcome.violations.isEmpty(),
                 qPrintable(u"seed %1: %2"_s.arg(seed).arg(outcome.violations.join(u"; "_s))));
        runs += outcome.runs;
        deaths += outcome.deaths;
    }
    qInfo("%d seeds: %d commands were run, berthd died %d times", seeds, runs, deaths);
}

void SimulationTest::playsTheSameAgain()
{
    for (quint64 seed = 1; seed <= 3; ++seed)
        QVERIFY(play(seed) == play(seed));
}

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    auto *time = new VirtualTime; // the application takes it
    QCoreApplication::setEventDispatcher(time);
    QCoreApplication application(argc, argv);
    SimulationTest test(*time);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_simulation.moc"
