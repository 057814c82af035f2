-- Version 4: files attached to activities, and their contents.

CREATE TABLE content (
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    is_compressed BOOLEAN NOT NULL,
    data BLOB,
    PRIMARY KEY (sha256)
);

CREATE TABLE attachment (
    id VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (id)
);

CREATE INDEX ix_attachment_owner ON attachment (owner);
