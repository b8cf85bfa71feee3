-- Times are milliseconds since 1970 in UTC, booleans 0 or 1, states and causes their wire words.

CREATE TABLE setting (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);

CREATE TABLE account (
    id INTEGER PRIMARY KEY NOT NULL,
    username TEXT NOT NULL,
    username_lower TEXT NOT NULL UNIQUE,
    nickname TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    must_change_password INTEGER NOT NULL,
    disabled INTEGER NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE role (
    id INTEGER PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE,
    description TEXT NOT NULL,
    preset INTEGER NOT NULL
);

CREATE TABLE role_permission (
    role INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    permission TEXT NOT NULL,
    PRIMARY KEY (role, permission)
);

CREATE TABLE account_role (
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    PRIMARY KEY (account, role)
);

-- follows_cluster: the quotas are all devices of the cluster until somebody changes them.
CREATE TABLE vc (
    name TEXT PRIMARY KEY NOT NULL,
    follows_cluster INTEGER NOT NULL
);

CREATE TABLE vc_quota (
    vc TEXT NOT NULL REFERENCES vc (name) ON DELETE CASCADE,
    device_type TEXT NOT NULL,
    device_number INTEGER NOT NULL,
    max_available INTEGER NOT NULL,
    PRIMARY KEY (vc, device_type)
);

CREATE TABLE account_vc (
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    vc TEXT NOT NULL REFERENCES vc (name) ON DELETE CASCADE,
    PRIMARY KEY (account, vc)
);

-- The token itself is never stored, only its SHA-256 as hexadecimal text.
CREATE TABLE session (
    token_hash TEXT PRIMARY KEY NOT NULL,
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_account ON session (account);

-- Jobs outlive their owner and VC, so neither is a reference.
CREATE TABLE job (
    id TEXT PRIMARY KEY NOT NULL,
    owner INTEGER NOT NULL,
    owner_name TEXT NOT NULL,
    idempotency_key TEXT,
    name TEXT NOT NULL,
    vc TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    active INTEGER NOT NULL,
    reason TEXT,
    device_type TEXT,
    devices INTEGER NOT NULL,
    preemptible INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    submitted_at BIGINT NOT NULL,
    started_at BIGINT,
    finished_at BIGINT,
    revision BIGINT NOT NULL,
    attempt INTEGER NOT NULL,
    placement TEXT NOT NULL,
    exit_code INTEGER,
    spec TEXT NOT NULL
);
CREATE UNIQUE INDEX job_idempotency ON job (owner, idempotency_key);
CREATE INDEX job_owner_submitted ON job (owner, submitted_at, id);
CREATE INDEX job_submitted ON job (submitted_at, id);
CREATE INDEX job_active ON job (id) WHERE active = 1;

CREATE TABLE job_timeline (
    job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    step BIGINT NOT NULL,
    at BIGINT NOT NULL,
    cause TEXT NOT NULL,
    state TEXT NOT NULL,
    actor TEXT,
    reason TEXT,
    priority INTEGER,
    PRIMARY KEY (job, step)
);

-- Registry passwords, encrypted; gone when the job is over.
CREATE TABLE job_secret (
    job TEXT PRIMARY KEY NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    sealed TEXT NOT NULL
);

CREATE TABLE change_log (
    sequence ${SEQUENCE},
    topic TEXT NOT NULL,
    subject TEXT NOT NULL,
    at BIGINT NOT NULL
);

INSERT INTO role (id, name, description, preset) VALUES (1, 'System Admin', 'May do everything', 1);
INSERT INTO role (id, name, description, preset) VALUES (2, 'User', 'Submits jobs and sees the cluster', 1);
INSERT INTO role_permission (role, permission) VALUES
    (1, 'submit_training_job'), (1, 'manage_vc'), (1, 'view_vc'), (1, 'view_all_users_jobs'),
    (1, 'manage_all_users_jobs'), (1, 'view_cluster_status'), (1, 'manager'),
    (2, 'submit_training_job'), (2, 'view_all_users_jobs'), (2, 'view_cluster_status'), (2, 'view_vc');
INSERT INTO vc (name, follows_cluster) VALUES ('platform', 1);
