-- What people did with nodes; the newest step of a node says whether it takes work.
CREATE TABLE node_step (
    sequence ${SEQUENCE},
    node TEXT NOT NULL,
    action TEXT NOT NULL,
    actor TEXT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    drain TEXT NOT NULL
);
CREATE INDEX node_step_node ON node_step (node, sequence);
