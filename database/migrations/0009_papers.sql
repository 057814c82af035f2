-- Papers: the items of a meeting's agenda, what a school has for an agreement, the ground of a revision. A meeting's own
-- texts of agenda and of what was heard stay where they are: they are printed where it has no items.

CREATE TABLE agenda_item (
    id VARCHAR NOT NULL,
    meeting_id VARCHAR NOT NULL,
    number INTEGER,
    name VARCHAR NOT NULL,
    speaker VARCHAR NOT NULL,
    heard VARCHAR NOT NULL,
    spoke VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);

ALTER TABLE decision ADD COLUMN item_id VARCHAR CONSTRAINT fk_decision_item_id REFERENCES agenda_item (id);

CREATE INDEX ix_decision_item_id ON decision (item_id);

ALTER TABLE school ADD COLUMN head_post VARCHAR NOT NULL DEFAULT '';

ALTER TABLE school ADD COLUMN head_genitive VARCHAR NOT NULL DEFAULT '';

ALTER TABLE school ADD COLUMN inn VARCHAR NOT NULL DEFAULT '';

ALTER TABLE school ADD COLUMN ogrn VARCHAR NOT NULL DEFAULT '';

ALTER TABLE revision ADD COLUMN ground VARCHAR NOT NULL DEFAULT '';
