// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/requestreader.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>

using namespace Qt::Literals::StringLiterals;
namespace beast = boost::beast::http;

namespace http {

namespace {

template <typename View>
QByteArray bytes(const View &view)
{
    return QByteArray(view.data(), qsizetype(view.size()));
}

ErrorCode codeOf(int status)
{
    return status == 400 ? ErrorCode::InvalidInput : ErrorCode::TooLarge;
}

} // namespace

struct RequestReader::Parser
{
    explicit Parser(const Limits &limits)
    {
        beast.eager(true);
        beast.header_limit(std::uint32_t(limits.headerBytes));
        beast.body_limit(std::uint64_t(limits.bodyBytes));
    }

    beast::request_parser<beast::string_body> beast;
};

RequestReader::RequestReader(const Limits &limits)
    : m_limits(limits)
{ }

RequestReader::~RequestReader() = default;

void RequestReader::feed(const QByteArray &bytes)
{
    if (m_state == State::Refused)
        return;
    m_input += bytes;
    if (m_state == State::Idle) {
        while (m_input.startsWith("\r\n"))
            m_input.remove(0, 2);
        if (m_input.isEmpty() || m_input == "\r")
            return;
        m_parser = std::make_unique<Parser>(m_limits);
        m_head.clear();
        m_state = State::Head;
    }
    if (m_state == State::Head || m_state == State::Body)
        parse();
}

void RequestReader::parse()
{
    auto &parser = m_parser->beast;
    boost::system::error_code error;
    const bool inHead = m_state == State::Head;
    const auto used = qsizetype(parser.put(
        boost::asio::const_buffer(m_input.constData(), std::size_t(m_input.size())), error));
    if (inHead)
        m_head += m_input.left(used);
    m_input.remove(0, used);

    if (error == beast::error::body_limit)
        return refuse(413, u"the body is larger than %1 bytes"_s.arg(m_limits.bodyBytes));
    if (error == beast::error::header_limit)
        return refuse(431, u"the header is larger than %1 bytes"_s.arg(m_limits.headerBytes));
    if (error && error != beast::error::need_more)
        return refuse(400, u"not HTTP: "_s + QString::fromStdString(error.message()));
    if (inHead && parser.is_header_done())
        finishHead();
    if (m_state == State::Refused)
        return;
    if (parser.is_done())
        m_state = State::Complete;
    else if (m_input.size() > m_limits.headerBytes)
        refuse(431, u"a line is larger than %1 bytes"_s.arg(m_limits.headerBytes));
}

void RequestReader::finishHead()
{
    m_state = State::Body;
    if (const QString problem = flaw(); !problem.isEmpty())
        return refuse(400, problem);
    const auto &head = m_parser->beast.get();
    m_expectation = head.version() == 11 && !m_parser->beast.is_done()
                    && boost::beast::iequals(head[beast::field::expect], "100-continue");
}

QString RequestReader::flaw() const
{
    const auto &head = m_parser->beast.get();
    if (head.version() != 10 && head.version() != 11)
        return u"expected HTTP/1.1 or HTTP/1.0"_s;
    if (head.target().empty() || head.target().front() != '/')
        return u"expected a path that begins with a slash"_s;
    const auto hosts = head.count(beast::field::host);
    if (hosts > 1 || (hosts == 0 && head.version() == 11))
        return u"expected one header Host"_s;
    const auto codings = head.count(beast::field::transfer_encoding);
    if (codings > 1 || (codings == 1 && head.version() == 10)
        || (codings == 1
            && !boost::beast::iequals(head[beast::field::transfer_encoding], "chunked")))
        return u"expected no Transfer-Encoding but chunked"_s;
    const auto lengths = head.count(beast::field::content_length);
    const auto length = head[beast::field::content_length];
    if (lengths + codings > 1 || length.find_first_not_of("0123456789") != length.npos)
        return u"expected one length of the body"_s;
    return {};
}

void RequestReader::refuse(int status, const QString &detail)
{
    m_state = State::Refused;
    m_refusal = Response::refusal({codeOf(status), detail, {}}, newRequestId());
    m_refusal.status = status;
    m_input.clear();
}

Request RequestReader::take()
{
    Q_ASSERT(m_state == State::Complete);
    auto &parser = m_parser->beast;
    const auto &message = parser.get();
    Request request{.method = bytes(message.method_string()),
                    .target = bytes(message.target()),
                    .headers = {},
                    .body = bytes(message.body()),
                    .peer = {},
                    .keepAlive = parser.keep_alive()};
    for (const auto &field : message)
        request.headers.append({bytes(field.name_string()), bytes(field.value())});
    m_state = State::Idle;
    return request;
}

bool RequestReader::takeExpectation()
{
    return std::exchange(m_expectation, false);
}

QByteArray RequestReader::rewound() const
{
    return m_head + m_input;
}

} // namespace http
