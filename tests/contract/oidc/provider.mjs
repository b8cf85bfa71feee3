// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A provider of OpenID Connect on a free port of loopback, with its own pages for sign-in and
// consent: node provider.mjs REDIRECT_URI. Its first line on stdout is its address.
import http from 'node:http';
import Provider from 'oidc-provider';

const server = http.createServer();
server.listen(0, '127.0.0.1', () => {
    const issuer = `http://127.0.0.1:${server.address().port}`;
    const provider = new Provider(issuer, {
        clients: [{
            client_id: 'berth',
            client_secret: 'a secret of both',
            redirect_uris: [process.argv[2]],
        }],
        claims: { openid: ['sub'], profile: ['name'] },
        conformIdTokenClaims: false,
        pkce: { methods: ['S256'], required: () => true },
        cookies: { keys: ['only for this test'] },
        findAccount: (context, id) => ({
            accountId: id,
            claims: () => ({ sub: id, name: `${id} <Müller>` }),
        }),
    });
    server.on('request', provider.callback());
    console.log(issuer);
});
