-- Ways into jobs, as far as they differ from what the job's specification says. `wish` counts how
-- often one was switched; attempt, state, failure, detail and host are what came of it, the port is
-- kept for the next start.
CREATE TABLE endpoint (
    job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    task TEXT NOT NULL,
    is_on INTEGER NOT NULL,
    wish BIGINT NOT NULL,
    attempt INTEGER NOT NULL,
    state TEXT NOT NULL,
    failure TEXT,
    detail TEXT NOT NULL,
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    PRIMARY KEY (job, name, task)
);

-- The token of an attempt's Jupyter, encrypted.
CREATE TABLE endpoint_token (
    job TEXT PRIMARY KEY NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    attempt INTEGER NOT NULL,
    sealed TEXT NOT NULL
);
