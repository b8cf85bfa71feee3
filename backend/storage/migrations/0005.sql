-- What people say of themselves.
ALTER TABLE account ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN email TEXT NOT NULL DEFAULT '';

-- Identities at providers that lead into accounts: at most one of each provider.
CREATE TABLE account_identity (
    provider TEXT NOT NULL,
    subject TEXT NOT NULL,
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    bound_at BIGINT NOT NULL,
    PRIMARY KEY (provider, subject)
);
CREATE UNIQUE INDEX account_identity_account ON account_identity (account, provider);

-- Public keys by their fingerprint.
CREATE TABLE ssh_key (
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    line TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (account, fingerprint)
);

-- Where a session was opened, as far as its client says.
ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN client TEXT NOT NULL DEFAULT '';
