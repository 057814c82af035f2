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
    activity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_attachment_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id)
);

CREATE INDEX ix_attachment_activity_id ON attachment (activity_id);
