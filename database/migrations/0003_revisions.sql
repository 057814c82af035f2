-- Version 3: approved revisions of the plan. What each fixes follows from the journal.

CREATE TABLE revision (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    order_number VARCHAR NOT NULL,
    order_date DATE,
    approved_on DATE NOT NULL,
    PRIMARY KEY (id)
);
