-- Version 7: who chairs a meeting and writes its protocol, what was heard; the school that a publication is about.

CREATE TABLE meeting_new (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR(40) NOT NULL,
    held_on DATE,
    place VARCHAR NOT NULL,
    community_id VARCHAR,
    agenda VARCHAR NOT NULL,
    chairman VARCHAR NOT NULL,
    secretary VARCHAR NOT NULL,
    present VARCHAR NOT NULL,
    present_count INTEGER,
    heard VARCHAR NOT NULL,
    protocol_number VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_meeting_community_id FOREIGN KEY(community_id) REFERENCES community (id)
);

INSERT INTO meeting_new
SELECT id, name, kind, held_on, place, community_id, agenda, '', '', present, present_count, '', protocol_number
FROM meeting;

DROP TABLE meeting;

ALTER TABLE meeting_new RENAME TO meeting;

CREATE INDEX ix_meeting_community_id ON meeting (community_id);

CREATE TABLE publication_new (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    published_on DATE,
    medium VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    school_id VARCHAR,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_publication_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

INSERT INTO publication_new
SELECT id, name, published_on, medium, address, NULL, note FROM publication;

DROP TABLE publication;

ALTER TABLE publication_new RENAME TO publication;

CREATE INDEX ix_publication_school_id ON publication (school_id);
