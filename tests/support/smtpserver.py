#!/usr/bin/python3
# SPDX-FileCopyrightText: Berth contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""smtpserver.py FOLDER [OPTION=VALUE...]: an SMTP server on loopback, on a free port, which it prints.
Mails are kept in FOLDER as 1.eml, 2.eml, ... with their envelope in 1.json. Options: certificate and
key, PEM files, for STARTTLS (mode=smtps: TLS from the start); user and password, then a login is
needed; rcpt and data, what it answers to a receiver or to a mail, such as "550 no such user";
mode=silent accepts connections and says nothing."""

import asyncio
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Keeper:
    def __init__(self, folder, options):
        self.folder = folder
        self.options = options
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if "rcpt" in self.options:
            return self.options["rcpt"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if "data" in self.options:
            return self.options["data"]
        self.count += 1
        facts = {"from": envelope.mail_from, "to": envelope.rcpt_tos,
                 "tls": session.ssl is not None,
                 "login": getattr(session.auth_data, "login", b"").decode()}
        (self.folder / f"{self.count}.json").write_text(json.dumps(facts))
        (self.folder / f"{self.count}.eml").write_bytes(envelope.original_content)
        return "250 OK"


def tls_of(options):
    if "certificate" not in options:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options["certificate"], options["key"])
    return context


def make(keeper, options, tls):
    def check(server, session, envelope, mechanism, login):
        good = (login.login.decode() == options["user"]
                and login.password.decode() == options["password"])
        return AuthResult(success=good, handled=False, auth_data=login)

    implicit = options.get("mode") == "smtps"
    needs_login = "user" in options
    return SMTP(keeper, hostname="localhost", tls_context=None if implicit else tls,
                authenticator=check if needs_login else None, auth_required=needs_login,
                auth_require_tls=tls is not None and not implicit)


async def serve(folder, options):
    tls = tls_of(options)
    keeper = Keeper(folder, options)
    if options.get("mode") == "silent":
        factory = asyncio.Protocol
    else:
        def factory():
            return make(keeper, options, tls)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(factory, "127.0.0.1", 0,
                                      ssl=tls if options.get("mode") == "smtps" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve(pathlib.Path(sys.argv[1]), dict(word.split("=", 1) for word in sys.argv[2:])))
