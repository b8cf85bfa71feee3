// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QString>

#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

// What can go wrong, in the words of the API. Each has one HTTP status (core/api/errorbody.h).
enum class ErrorCode {
    InvalidInput, // the caller must change what `field` names
    Unauthenticated, // no session, or one that has ended
    Forbidden, // signed in, but without the right
    NotFound, // absent, or its existence is not the caller's to know
    Conflict, // true now, but not in this state of things
    TooLarge, // over a size limit
    TooMany, // over a rate or count limit: later it may work
    Unavailable, // something we depend on does not answer: later it may work
    TimedOut, // no answer in time
    Internal, // our own fault
};

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail; // English, for logs and developers; the console translates by code and field
    QString field; // path of the offending input such as "environment[2].name", or empty

    bool operator==(const Error &) const = default;
};

QDebug operator<<(QDebug debug, const Error &error);

// A value, or the error that took its place. Dropping one unread is a compiler warning.
// Reading the value of a failed result is a programmer's mistake and asserts.
template <typename T = void>
class [[nodiscard]] Result
{
public:
    using Value = T;

    template <typename U = T>
        requires std::convertible_to<U &&, T> && (!std::same_as<std::remove_cvref_t<U>, Result>)
                 && (!std::same_as<std::remove_cvref_t<U>, Error>)
    Result(U &&value)
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    { }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    { }

    explicit operator bool() const { return m_state.index() == 0; }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    // By value, so that `for (… : *call())` holds on to it.
    T operator*() && { return std::move(value()); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const
    {
        Q_ASSERT(!*this);
        return *std::get_if<1>(&m_state);
    }

    // The value passed on to a function that may fail as well.
    template <typename Function>
    auto andThen(Function &&function) const -> std::invoke_result_t<Function, const T &>
    {
        if (!*this)
            return error();
        return std::forward<Function>(function)(value());
    }

    // The value passed through a function that cannot fail.
    template <typename Function>
    auto map(Function &&function) const -> Result<std::invoke_result_t<Function, const T &>>
    {
        if (!*this)
            return error();
        return std::forward<Function>(function)(value());
    }

    bool operator==(const Result &) const = default;

private:
    const T &value() const
    {
        Q_ASSERT(*this);
        return *std::get_if<0>(&m_state);
    }
    T &value()
    {
        Q_ASSERT(*this);
        return *std::get_if<0>(&m_state);
    }

    std::variant<T, Error> m_state;
};

// Success without a value: `return {};`.
template <>
class [[nodiscard]] Result<void>
{
public:
    using Value = void;

    Result() = default;
    Result(Error error)
        : m_state(std::move(error))
    { }

    explicit operator bool() const { return m_state.index() == 0; }
    const Error &error() const
    {
        Q_ASSERT(!*this);
        return *std::get_if<1>(&m_state);
    }
    bool operator==(const Result &) const = default;

private:
    std::variant<std::monostate, Error> m_state;
};

// Leaves the enclosing function with the error, or goes on:
//     TRY_ASSIGN(const auto job, jobs.find(id));
//     TRY_VOID(check(spec));
#define BERTH_JOIN_INNER(a, b) a##b
#define BERTH_JOIN(a, b) BERTH_JOIN_INNER(a, b)
#define BERTH_TRY_ASSIGN(temporary, declaration, expression)                                       \
    auto temporary = (expression);                                                                 \
    if (!temporary)                                                                                \
        return temporary.error();                                                                  \
    declaration = *std::move(temporary)
#define TRY_ASSIGN(declaration, ...)                                                               \
    BERTH_TRY_ASSIGN(BERTH_JOIN(tryResult, __COUNTER__), declaration, (__VA_ARGS__))
#define TRY_VOID(...)                                                                              \
    do {                                                                                           \
        if (auto tryResult = (__VA_ARGS__); !tryResult)                                            \
            return tryResult.error();                                                              \
    } while (false)
