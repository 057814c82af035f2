-- Version 6: where an agreement is signed.

CREATE TABLE agreement_new (
    id VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    signed_on DATE,
    place VARCHAR NOT NULL,
    school_id VARCHAR NOT NULL,
    partner_id VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    valid_until DATE,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_agreement_school_id FOREIGN KEY(school_id) REFERENCES school (id),
    CONSTRAINT fk_agreement_partner_id FOREIGN KEY(partner_id) REFERENCES school (id)
);

INSERT INTO agreement_new
SELECT id, number, signed_on, '', school_id, partner_id, subject, valid_until, note FROM agreement;

DROP TABLE agreement;

ALTER TABLE agreement_new RENAME TO agreement;

CREATE INDEX ix_agreement_partner_id ON agreement (partner_id);

CREATE INDEX ix_agreement_school_id ON agreement (school_id);
