-- Version 8: the month's plan: concrete work, and of all work the hour, the place, who takes part, who answers, the state.

CREATE TABLE task (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    direction VARCHAR(40) NOT NULL,
    starts_on DATE,
    ends_on DATE,
    result VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL,
    time VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    participants VARCHAR NOT NULL,
    state VARCHAR(40) NOT NULL,
    reason VARCHAR NOT NULL,
    moved_from VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE task_performer (
    id VARCHAR NOT NULL,
    task_id VARCHAR NOT NULL,
    performer_id VARCHAR NOT NULL,
    position VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_task_performer_task_id FOREIGN KEY(task_id) REFERENCES task (id),
    CONSTRAINT fk_task_performer_performer_id FOREIGN KEY(performer_id) REFERENCES performer (id)
);

CREATE INDEX ix_task_performer_task_id ON task_performer (task_id);

CREATE INDEX ix_task_performer_performer_id ON task_performer (performer_id);

ALTER TABLE meeting ADD COLUMN time VARCHAR NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN participants VARCHAR NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN responsible VARCHAR NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN state VARCHAR(40) NOT NULL DEFAULT 'запланировано';
ALTER TABLE meeting ADD COLUMN reason VARCHAR NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN moved_from VARCHAR NOT NULL DEFAULT '';

ALTER TABLE joint_event ADD COLUMN time VARCHAR NOT NULL DEFAULT '';
ALTER TABLE joint_event ADD COLUMN place VARCHAR NOT NULL DEFAULT '';
ALTER TABLE joint_event ADD COLUMN participants VARCHAR NOT NULL DEFAULT '';
ALTER TABLE joint_event ADD COLUMN responsible VARCHAR NOT NULL DEFAULT '';
ALTER TABLE joint_event ADD COLUMN state VARCHAR(40) NOT NULL DEFAULT 'запланировано';
ALTER TABLE joint_event ADD COLUMN reason VARCHAR NOT NULL DEFAULT '';
ALTER TABLE joint_event ADD COLUMN moved_from VARCHAR NOT NULL DEFAULT '';

ALTER TABLE help_visit ADD COLUMN time VARCHAR NOT NULL DEFAULT '';
ALTER TABLE help_visit ADD COLUMN place VARCHAR NOT NULL DEFAULT '';
ALTER TABLE help_visit ADD COLUMN participants VARCHAR NOT NULL DEFAULT '';
ALTER TABLE help_visit ADD COLUMN responsible VARCHAR NOT NULL DEFAULT '';
ALTER TABLE help_visit ADD COLUMN state VARCHAR(40) NOT NULL DEFAULT 'запланировано';
ALTER TABLE help_visit ADD COLUMN reason VARCHAR NOT NULL DEFAULT '';
ALTER TABLE help_visit ADD COLUMN moved_from VARCHAR NOT NULL DEFAULT '';

ALTER TABLE lesson ADD COLUMN time VARCHAR NOT NULL DEFAULT '';
ALTER TABLE lesson ADD COLUMN place VARCHAR NOT NULL DEFAULT '';
ALTER TABLE lesson ADD COLUMN participants VARCHAR NOT NULL DEFAULT '';
ALTER TABLE lesson ADD COLUMN responsible VARCHAR NOT NULL DEFAULT '';
ALTER TABLE lesson ADD COLUMN state VARCHAR(40) NOT NULL DEFAULT 'запланировано';
ALTER TABLE lesson ADD COLUMN reason VARCHAR NOT NULL DEFAULT '';
ALTER TABLE lesson ADD COLUMN moved_from VARCHAR NOT NULL DEFAULT '';

ALTER TABLE course ADD COLUMN time VARCHAR NOT NULL DEFAULT '';
ALTER TABLE course ADD COLUMN place VARCHAR NOT NULL DEFAULT '';
ALTER TABLE course ADD COLUMN participants VARCHAR NOT NULL DEFAULT '';
ALTER TABLE course ADD COLUMN responsible VARCHAR NOT NULL DEFAULT '';
ALTER TABLE course ADD COLUMN state VARCHAR(40) NOT NULL DEFAULT 'запланировано';
ALTER TABLE course ADD COLUMN reason VARCHAR NOT NULL DEFAULT '';
ALTER TABLE course ADD COLUMN moved_from VARCHAR NOT NULL DEFAULT '';

CREATE TABLE month_report (
    id VARCHAR NOT NULL,
    month VARCHAR NOT NULL,
    conclusions VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
