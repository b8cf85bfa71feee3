// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/signinpage.h"

using namespace Qt::Literals::StringLiterals;
using Kind = services::BrowserStep::Kind;

namespace routes {

namespace {

constexpr char kStyle[] = ":root{color-scheme:light dark}"
                          "body{font:16px/1.5 sans-serif;max-width:32em;margin:4em auto;"
                          "padding:0 1em;text-align:center}"
                          ".code{font:bold 2.5em monospace;letter-spacing:.1em;margin:.5em}"
                          "button{font:inherit;margin:.5em;padding:.5em 1.5em}"
                          ".note{opacity:.7;font-size:.9em}";

struct Words
{
    QLatin1StringView english;
    QStringView chinese;
    int status;
};

Words wordsOf(Kind kind)
{
    switch (kind) {
    case Kind::Confirm:
        return {"Does your Berth window show this code?"_L1, u"您的 Berth 窗口显示的是这个代码吗？",
                200};
    case Kind::Done:
        return {"Done. You can close this window and go on in Berth."_L1,
                u"完成。您可以关闭此窗口，回到 Berth 继续。", 200};
    case Kind::Refused:
        return {"Nobody was signed in. You can close this window."_L1,
                u"未登录。您可以关闭此窗口。", 200};
    case Kind::Failed:
        return {"That did not work; Berth says why. You can close this window."_L1,
                u"未能成功，Berth 中有原因说明。您可以关闭此窗口。", 200};
    case Kind::Unknown:
        return {"This sign-in is over or was used already. Please begin again in Berth."_L1,
                u"此次登录已过期或已被使用，请在 Berth 中重新开始。", 410};
    }
    Q_UNREACHABLE();
}

QString paragraph(const Words &words)
{
    return u"<p>%1</p><p lang=\"zh-CN\">%2</p>"_s.arg(words.english, words.chinese);
}

QString question(const services::BrowserStep &step)
{
    const QString person =
        step.person.isEmpty() ? QString() : u"<p><b>%1</b></p>"_s.arg(step.person.toHtmlEscaped());
    return u"%1<p class=\"code\">%2</p><form method=\"post\" action=\"%3\">"
           "<input type=\"hidden\" name=\"ticket\" value=\"%4\">"
           "<button name=\"answer\" value=\"yes\">Yes, go on · 是，继续</button>"
           "<button name=\"answer\" value=\"no\">No · 不是</button></form>"
           "<p class=\"note\">If you did not begin this in Berth yourself, answer No: somebody else "
           "would come in as you.</p><p class=\"note\" lang=\"zh-CN\">如果不是您本人在 Berth "
           "中发起的，请选“不是”，否则他人会以您的身份登录。</p>"_s.arg(
               person, step.code.toHtmlEscaped(), kAnswerPath, step.ticket.toHtmlEscaped());
}

} // namespace

http::Response signInPage(const services::BrowserStep &step)
{
    const Words words = wordsOf(step.kind);
    QString body = u"<h1>Berth</h1>"_s % paragraph(words);
    if (step.kind == Kind::Confirm)
        body += question(step);
    return http::Response::page(kStyle, body.toUtf8(), words.status);
}

} // namespace routes
