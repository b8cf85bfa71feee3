// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testimage.h"

#include "backend/engines/container/containers.h"
#include "tests/support/await.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

constexpr qsizetype kBlock = 512;

QByteArray octal(qint64 number, int digits)
{
    return QByteArray::number(number, 8).rightJustified(digits, '0');
}

// One entry of a ustar archive.
QByteArray entry(const QByteArray &name, char type, const QByteArray &content,
                 const QByteArray &link = {})
{
    QByteArray head(kBlock, '\0');
    const auto put = [&](qsizetype at, const QByteArray &text) {
        std::copy(text.begin(), text.end(), head.begin() + at);
    };
    put(0, name);
    put(100, type == '2' ? "0000777" : "0000755");
    put(108, octal(0, 7));
    put(116, octal(0, 7));
    put(124, octal(content.size(), 11));
    put(136, octal(0, 11));
    put(148, "        ");
    head[156] = type;
    put(157, link);
    put(257, "ustar");
    put(263, "00");
    const auto sum = std::accumulate(head.begin(), head.end(), 0,
                                     [](int total, char byte) { return total + int(uchar(byte)); });
    put(148, octal(sum, 6) + '\0' + ' ');
    const qsizetype padding = (kBlock - content.size() % kBlock) % kBlock;
    return head + content + QByteArray(padding, '\0');
}

} // namespace

Result<QByteArray> testImageTar()
{
    const QString path = QStandardPaths::findExecutable(u"busybox"_s);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"busybox is not installed"_s, {}};
    QProcess names;
    names.start(path, {u"--list"_s});
    names.waitForFinished();
    QByteArray tar;
    for (const char *folder : {"bin/", "etc/", "dev/", "proc/", "sys/", "root/"})
        tar += entry(folder, '5', {});
    tar += entry("tmp/", '5', {});
    tar += entry("bin/busybox", '0', file.readAll());
    const auto applets = names.readAllStandardOutput().split('\n');
    for (const QByteArray &applet : applets) {
        if (!applet.isEmpty() && applet != "busybox")
            tar += entry("bin/" + applet, '2', {}, "busybox");
    }
    tar += entry("etc/passwd", '0', "root:x:0:0:root:/root:/bin/sh\n");
    return tar + QByteArray(2 * kBlock, '\0');
}

Result<> importTestImage(const QString &socketPath)
{
    TRY_ASSIGN(const QByteArray tar, testImageTar());
    engines::DockerClient client(socketPath);
    const auto imported = await(
        client.request({.verb = "POST",
                        .path = "/v1.41/images/create?fromSrc=-&repo=localhost/berth-test&tag=1",
                        .body = tar,
                        .contentType = "application/x-tar"}));
    TRY_ASSIGN(const auto answer, engines::accepted(imported));
    const auto lines = answer.body.trimmed().split('\n');
    const QString id = QJsonDocument::fromJson(lines.last()).object().value("status"_L1).toString();
    // Podman 4.3 leaves an imported image without its name.
    const auto tagged = await(client.request(
        {.verb = "POST",
         .path = "/v1.41/images/" + id.toLatin1() + "/tag?repo=localhost/berth-test&tag=1"}));
    TRY_VOID(engines::accepted(tagged));
    return {};
}

} // namespace support
