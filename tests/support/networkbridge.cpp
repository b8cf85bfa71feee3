// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/networkbridge.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QScopeGuard>

#include <linux/sockios.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace support {

NetworkBridge::~NetworkBridge()
{
    if (m_name.isEmpty())
        return;
    const int handle = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto closing = qScopeGuard([handle] { close(handle); });
    const QByteArray name = m_name.toLatin1();
    ifreq request{};
    std::memcpy(request.ifr_name, name.constData(), std::size_t(name.size()));
    ioctl(handle, SIOCSIFFLAGS, &request); // down, or it cannot be removed
    ioctl(handle, SIOCBRDELBR, name.constData());
}

Result<> NetworkBridge::create()
{
    if (!m_name.isEmpty())
        return {};
    const int handle = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto closing = qScopeGuard([handle] { close(handle); });
    const QByteArray name = "bt-" + QByteArray::number(QRandomGenerator::system()->generate(), 16);
    if (ioctl(handle, SIOCBRADDBR, name.constData()) != 0) {
        return Error{ErrorCode::Unavailable,
                     u"no network bridge can be made: "_s + qt_error_string(errno),
                     {}};
    }
    m_name = QString::fromLatin1(name);
    return {};
}

Result<> NetworkBridge::setAddress(const QString &address)
{
    const int handle = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const auto closing = qScopeGuard([handle] { close(handle); });
    const QByteArray name = m_name.toLatin1();
    ifreq request{};
    std::memcpy(request.ifr_name, name.constData(), std::size_t(name.size()));
    sockaddr_in in{};
    in.sin_family = AF_INET;
    in.sin_addr.s_addr = htonl(QHostAddress(address).toIPv4Address());
    std::memcpy(&request.ifr_addr, &in, sizeof(in));
    bool done = ioctl(handle, SIOCSIFADDR, &request) == 0;
    request.ifr_flags = IFF_UP;
    done = done && ioctl(handle, SIOCSIFFLAGS, &request) == 0;
    return done ? Result<>() : Error{ErrorCode::Unavailable, qt_error_string(errno), {}};
}

} // namespace support
