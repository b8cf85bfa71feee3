// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/startfailure.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

bool holdsOne(const QString &sentence, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(), [&](QLatin1StringView word) {
        return sentence.contains(word, Qt::CaseInsensitive);
    });
}

bool isPassing(const QString &sentence)
{
    return holdsOne(sentence, {"timeout"_L1,
                               "timed out"_L1,
                               "deadline exceeded"_L1,
                               "connection refused"_L1,
                               "connection reset"_L1,
                               "network is unreachable"_L1,
                               "no route to host"_L1,
                               "unexpected eof"_L1,
                               "toomanyrequests"_L1,
                               "too many requests"_L1,
                               "temporary failure"_L1,
                               "server misbehaving"_L1,
                               "bad gateway"_L1,
                               "service unavailable"_L1,
                               "internal server error"_L1,
                               "resource temporarily unavailable"_L1,
                               "resource busy"_L1,
                               "too many open files"_L1,
                               "no space left"_L1,
                               "cannot allocate memory"_L1,
                               "shutting down"_L1,
                               "database is locked"_L1});
}

QString withoutImage(QString sentence, const QString &image)
{
    const QString repository =
        image.left(std::max(image.lastIndexOf(u':'), image.lastIndexOf(u'@')));
    for (const QString &name : {image, repository, repository.section(u'/', 1)}) {
        if (!name.isEmpty())
            sentence.remove(name, Qt::CaseInsensitive);
    }
    return sentence;
}

} // namespace

StartFailure pullFailure(int status, const QString &sentence, const QString &image)
{
    const QString words = withoutImage(sentence, image);
    if (holdsOne(words, {"does not exist"_L1, "manifest unknown"_L1, "name unknown"_L1,
                         "not known"_L1, "no such image"_L1, "invalid reference"_L1}))
        return StartFailure::ImageNotFound;
    if (holdsOne(words,
                 {"unauthorized"_L1, "authentication required"_L1, "denied"_L1, "forbidden"_L1,
                  "credentials"_L1, "invalid username"_L1, "incorrect username"_L1,
                  "no such host"_L1, "x509"_L1, "certificate"_L1, "http response to https"_L1}))
        return StartFailure::RegistryRefused;
    if (isPassing(words) || status == 503)
        return StartFailure::Unavailable;
    if (status == 404 || holdsOne(words, {"not found"_L1}))
        return StartFailure::ImageNotFound;
    return StartFailure::Refused;
}

QString pullAdvice(const QString &sentence, const QString &registry, EngineBrand brand)
{
    const bool podman = brand == EngineBrand::Podman;
    if (sentence.contains("HTTP response to HTTPS"_L1, Qt::CaseInsensitive)) {
        return podman ? u" (the registry speaks plain http: say so in its address)"_s
                      : u" (Docker speaks plain http only with what insecure-registries in its "
                        u"daemon.json names: %1)"_s.arg(registry);
    }
    if (sentence.contains("unknown authority"_L1, Qt::CaseInsensitive)) {
        return u" (the engine looks for the registry's authority in /etc/%1/certs.d/%2/ca.crt)"_s
            .arg(podman ? u"containers"_s : u"docker"_s, registry);
    }
    return {};
}

StartFailure runFailure(int status, const QString &sentence)
{
    if (status == 503 || isPassing(sentence))
        return StartFailure::Unavailable;
    return StartFailure::Refused;
}

bool isNameTaken(int status, const QString &sentence)
{
    return (status == 409 || status == 500) && sentence.contains("already in use"_L1);
}

} // namespace engines
