-- What administrators say of people. `search` is all of it that is looked for, in lower case.
ALTER TABLE account ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN signed_in_at BIGINT;
ALTER TABLE account ADD COLUMN search TEXT NOT NULL DEFAULT '';
UPDATE account SET search = username_lower || '
' || lower(nickname) || '
' || phone || '
' || lower(email);
CREATE INDEX account_nickname ON account (lower(nickname), id);
CREATE INDEX account_phone ON account (phone, id);
CREATE INDEX account_email ON account (lower(email), id);
CREATE INDEX account_created_at ON account (created_at, id);

-- The newest number of each kind: one that somebody had is never given again.
CREATE TABLE newest_id (
    kind TEXT PRIMARY KEY NOT NULL,
    id INTEGER NOT NULL
);
INSERT INTO newest_id (kind, id) VALUES ('account', 30000), ('role', 1000), ('people_group', 0);
UPDATE newest_id SET id = max(id, coalesce((SELECT max(id) FROM account), 0)) WHERE kind = 'account';
UPDATE newest_id SET id = max(id, coalesce((SELECT max(owner) FROM job), 0)) WHERE kind = 'account';

CREATE TABLE people_group (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE group_member (
    people_group INTEGER NOT NULL REFERENCES people_group (id) ON DELETE CASCADE,
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    PRIMARY KEY (people_group, account)
);
CREATE INDEX group_member_account ON group_member (account);

CREATE TABLE group_role (
    people_group INTEGER NOT NULL REFERENCES people_group (id) ON DELETE CASCADE,
    role INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    PRIMARY KEY (people_group, role)
);
CREATE INDEX group_role_role ON group_role (role);

CREATE TABLE group_vc (
    people_group INTEGER NOT NULL REFERENCES people_group (id) ON DELETE CASCADE,
    vc TEXT NOT NULL REFERENCES vc (name) ON DELETE CASCADE,
    PRIMARY KEY (people_group, vc)
);
CREATE INDEX group_vc_vc ON group_vc (vc);

CREATE INDEX account_role_role ON account_role (role);
CREATE INDEX account_vc_vc ON account_vc (vc);
CREATE INDEX job_active_owner ON job (owner) WHERE active = 1;

-- Roles and VCs that people have, themselves or through a group.
CREATE VIEW held_role (account, role) AS
    SELECT account, role FROM account_role
    UNION SELECT account, role FROM group_member JOIN group_role ON group_role.people_group = group_member.people_group;
CREATE VIEW held_vc (account, vc) AS
    SELECT account, vc FROM account_vc
    UNION SELECT account, vc FROM group_member JOIN group_vc ON group_vc.people_group = group_member.people_group;

-- Who did what to whom. Subjects outlive what they name, so none is a reference.
CREATE TABLE audit (
    sequence ${SEQUENCE},
    at BIGINT NOT NULL,
    actor INTEGER NOT NULL,
    actor_name TEXT NOT NULL,
    address TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    search TEXT NOT NULL
);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_actor ON audit (actor, sequence);
CREATE INDEX audit_action ON audit (action, sequence);
CREATE INDEX audit_subject ON audit (subject, subject_id, sequence);
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit ${REFUSE};
CREATE TRIGGER audit_undeleted BEFORE DELETE ON audit ${REFUSE};
