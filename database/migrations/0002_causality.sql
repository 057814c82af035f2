-- Version 2: each change set names those it was written upon, as the parents of a commit do.
-- Until now a file had one line of history, so the one before is the one it was written upon.

CREATE TABLE change_set_new (
    id VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    target VARCHAR,
    "after" VARCHAR NOT NULL,
    PRIMARY KEY (id)
)
 WITHOUT ROWID;

INSERT INTO change_set_new
SELECT id, at, author, label, kind, target, coalesce(lag(id) OVER (ORDER BY at, id), '') FROM change_set;

DROP TABLE change_set;

ALTER TABLE change_set_new RENAME TO change_set;

CREATE INDEX ix_change_set_at ON change_set (at);

CREATE TABLE head (
    id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_head_id FOREIGN KEY(id) REFERENCES change_set (id)
)
 WITHOUT ROWID;

CREATE TABLE revived (
    table_name VARCHAR NOT NULL,
    record_id VARCHAR NOT NULL,
    PRIMARY KEY (table_name, record_id)
)
 WITHOUT ROWID;
