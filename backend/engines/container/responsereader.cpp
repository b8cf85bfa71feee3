// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/responsereader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <limits>

using namespace Qt::Literals::StringLiterals;
namespace http = boost::beast::http;

namespace engines {

namespace {

using View = boost::beast::string_view;
using Code = boost::beast::error_code;

constexpr quint32 kHeaderLimit = 64 * 1024;

Error broken(const Code &code)
{
    return {ErrorCode::Unavailable,
            u"the engine's answer is no HTTP: "_s % QString::fromStdString(code.message()),
            {}};
}

} // namespace

class ResponseReader::Parser final : public http::basic_parser<false>
{
public:
    Parser()
    {
        eager(true);
        header_limit(kHeaderLimit);
        body_limit(boost::none);
    }

    int statusCode = 0;
    QByteArray body;

private:
    void take(View part) { body.append(part.data(), qsizetype(part.size())); }

    void on_request_impl(http::verb, View, View, int, Code &) override { }
    void on_response_impl(int code, View, int, Code &) override { statusCode = code; }
    void on_field_impl(http::field, View, View, Code &) override { }
    void on_header_impl(Code &) override { }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, Code &) override { }
    std::size_t on_body_impl(View part, Code &) override
    {
        take(part);
        return part.size();
    }
    void on_chunk_header_impl(std::uint64_t, View, Code &) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, View part, Code &) override
    {
        take(part);
        return part.size();
    }
    void on_finish_impl(Code &) override { }
};

ResponseReader::ResponseReader()
    : m_parser(std::make_unique<Parser>())
{ }

ResponseReader::~ResponseReader() = default;

Result<> ResponseReader::feed(const QByteArray &bytes)
{
    m_unread.append(bytes);
    while (!m_unread.isEmpty() && !m_parser->is_done()) {
        Code code;
        const auto taken = m_parser->put(
            boost::asio::const_buffer(m_unread.constData(), std::size_t(m_unread.size())), code);
        m_unread.remove(0, qsizetype(taken));
        if (code == http::error::need_more || (!code && taken == 0))
            return {};
        if (code)
            return broken(code);
    }
    return {};
}

Result<> ResponseReader::end()
{
    if (m_parser->is_done())
        return {};
    Code code;
    if (m_parser->got_some())
        m_parser->put_eof(code);
    if (m_parser->is_done())
        return {};
    return Error{ErrorCode::Unavailable, u"the engine closed the connection"_s, {}};
}

bool ResponseReader::hasHead() const
{
    return m_parser->is_header_done();
}

bool ResponseReader::isDone() const
{
    return m_parser->is_done();
}

int ResponseReader::status() const
{
    return m_parser->statusCode;
}

QByteArray ResponseReader::takeBody()
{
    return std::exchange(m_parser->body, {});
}

} // namespace engines
