-- Specifications kept under a name: a user's (`owner`), there in every VC, or a team's (`vc`). The
-- author of a team's may be gone, so that is no reference.
CREATE TABLE job_template (
    id ${SEQUENCE},
    name TEXT NOT NULL,
    owner INTEGER REFERENCES account (id) ON DELETE CASCADE,
    vc TEXT REFERENCES vc (name) ON DELETE CASCADE,
    author INTEGER NOT NULL,
    author_name TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    spec TEXT NOT NULL,
    CHECK ((owner IS NULL) <> (vc IS NULL))
);
CREATE UNIQUE INDEX job_template_owner ON job_template (owner, name);
CREATE UNIQUE INDEX job_template_vc ON job_template (vc, name);

-- Registry passwords of templates, encrypted.
CREATE TABLE template_secret (
    template INTEGER PRIMARY KEY NOT NULL REFERENCES job_template (id) ON DELETE CASCADE,
    sealed TEXT NOT NULL
);
