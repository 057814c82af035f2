-- Version 1: the roadmap, its sections, activities and performers, and the journal.

CREATE TABLE change_set (
    id VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    target VARCHAR,
    PRIMARY KEY (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_change_set_at ON change_set (at);

CREATE TABLE performer (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE roadmap (
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,
    annex_number VARCHAR NOT NULL,
    order_number VARCHAR NOT NULL,
    order_date DATE,
    approving_body VARCHAR NOT NULL,
    head_post VARCHAR NOT NULL,
    head_name VARCHAR NOT NULL,
    numbering VARCHAR(40) NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE section (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE activity (
    id VARCHAR NOT NULL,
    section_id VARCHAR,
    position VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    due_text VARCHAR NOT NULL,
    due_dates VARCHAR NOT NULL,
    expected_result VARCHAR NOT NULL,
    state VARCHAR(40) NOT NULL,
    actual_result VARCHAR NOT NULL,
    completed_on DATE,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_activity_section_id FOREIGN KEY(section_id) REFERENCES section (id)
);

CREATE TABLE change (
    change_set_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    table_name VARCHAR NOT NULL,
    record_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    old VARCHAR,
    new VARCHAR,
    PRIMARY KEY (change_set_id, ordinal),
    CONSTRAINT fk_change_change_set_id FOREIGN KEY(change_set_id) REFERENCES change_set (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_change_record_id ON change (record_id);

CREATE TABLE activity_performer (
    id VARCHAR NOT NULL,
    activity_id VARCHAR NOT NULL,
    performer_id VARCHAR NOT NULL,
    position VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_activity_performer_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id),
    CONSTRAINT fk_activity_performer_performer_id FOREIGN KEY(performer_id) REFERENCES performer (id)
);

CREATE INDEX ix_activity_performer_activity_id ON activity_performer (activity_id);

CREATE INDEX ix_activity_performer_performer_id ON activity_performer (performer_id);
