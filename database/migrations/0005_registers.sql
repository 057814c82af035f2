-- Version 5: the registers: schools, partners, teachers, plans, meetings and all else the activities ask for.

CREATE TABLE community (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    leader VARCHAR NOT NULL,
    "plan" VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE course (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    provider VARCHAR NOT NULL,
    audience VARCHAR(40) NOT NULL,
    form VARCHAR(40) NOT NULL,
    hours INTEGER,
    starts_on DATE,
    ends_on DATE,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE document (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR(40) NOT NULL,
    number VARCHAR NOT NULL,
    signed_on DATE,
    issued_by VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE group_member (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    position VARCHAR NOT NULL,
    role VARCHAR(40) NOT NULL,
    contacts VARCHAR NOT NULL,
    order_number VARCHAR NOT NULL,
    order_date DATE,
    PRIMARY KEY (id)
);

CREATE TABLE publication (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    published_on DATE,
    medium VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE school (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    full_name VARCHAR NOT NULL,
    kind VARCHAR(40) NOT NULL,
    head VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    contacts VARCHAR NOT NULL,
    pupils INTEGER,
    teachers INTEGER,
    classes INTEGER,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE acquaintance (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    school_id VARCHAR NOT NULL,
    acquainted_on DATE,
    who VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_acquaintance_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_acquaintance_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

CREATE INDEX ix_acquaintance_document_id ON acquaintance (document_id);

CREATE INDEX ix_acquaintance_school_id ON acquaintance (school_id);

CREATE TABLE agreement (
    id VARCHAR NOT NULL,
    number VARCHAR NOT NULL,
    signed_on DATE,
    school_id VARCHAR NOT NULL,
    partner_id VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    valid_until DATE,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_agreement_school_id FOREIGN KEY(school_id) REFERENCES school (id),
    CONSTRAINT fk_agreement_partner_id FOREIGN KEY(partner_id) REFERENCES school (id)
);

CREATE INDEX ix_agreement_partner_id ON agreement (partner_id);

CREATE INDEX ix_agreement_school_id ON agreement (school_id);

CREATE TABLE meeting (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR(40) NOT NULL,
    held_on DATE,
    place VARCHAR NOT NULL,
    community_id VARCHAR,
    agenda VARCHAR NOT NULL,
    present VARCHAR NOT NULL,
    present_count INTEGER,
    protocol_number VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_meeting_community_id FOREIGN KEY(community_id) REFERENCES community (id)
);

CREATE INDEX ix_meeting_community_id ON meeting (community_id);

CREATE TABLE partnership (
    id VARCHAR NOT NULL,
    school_id VARCHAR NOT NULL,
    partner_id VARCHAR NOT NULL,
    directions VARCHAR NOT NULL,
    site VARCHAR(40) NOT NULL,
    curator VARCHAR NOT NULL,
    order_number VARCHAR NOT NULL,
    order_date DATE,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_partnership_school_id FOREIGN KEY(school_id) REFERENCES school (id),
    CONSTRAINT fk_partnership_partner_id FOREIGN KEY(partner_id) REFERENCES school (id)
);

CREATE INDEX ix_partnership_partner_id ON partnership (partner_id);

CREATE INDEX ix_partnership_school_id ON partnership (school_id);

CREATE TABLE practice (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    school_id VARCHAR,
    author VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    presented_at VARCHAR NOT NULL,
    presented_on DATE,
    PRIMARY KEY (id),
    CONSTRAINT fk_practice_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

CREATE INDEX ix_practice_school_id ON practice (school_id);

CREATE TABLE problem_zone (
    id VARCHAR NOT NULL,
    school_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    cause VARCHAR NOT NULL,
    cause_kind VARCHAR(40) NOT NULL,
    measures VARCHAR NOT NULL,
    due_text VARCHAR NOT NULL,
    state VARCHAR(40) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_problem_zone_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

CREATE INDEX ix_problem_zone_school_id ON problem_zone (school_id);

CREATE TABLE risk_factor (
    id VARCHAR NOT NULL,
    school_id VARCHAR NOT NULL,
    factor VARCHAR(80) NOT NULL,
    level VARCHAR(40) NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_risk_factor_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

CREATE INDEX ix_risk_factor_school_id ON risk_factor (school_id);

CREATE TABLE school_indicator (
    id VARCHAR NOT NULL,
    school_id VARCHAR NOT NULL,
    school_year VARCHAR NOT NULL,
    exam VARCHAR(40) NOT NULL,
    subject VARCHAR NOT NULL,
    below FLOAT,
    mean FLOAT,
    quality FLOAT,
    success FLOAT,
    PRIMARY KEY (id),
    CONSTRAINT fk_school_indicator_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

CREATE INDEX ix_school_indicator_school_id ON school_indicator (school_id);

CREATE TABLE school_membership (
    id VARCHAR NOT NULL,
    school_id VARCHAR NOT NULL,
    school_year VARCHAR NOT NULL,
    grounds VARCHAR NOT NULL,
    details VARCHAR NOT NULL,
    order_number VARCHAR NOT NULL,
    order_date DATE,
    PRIMARY KEY (id),
    CONSTRAINT fk_school_membership_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

CREATE INDEX ix_school_membership_school_id ON school_membership (school_id);

CREATE TABLE teacher (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    school_id VARCHAR,
    subjects VARCHAR NOT NULL,
    position VARCHAR NOT NULL,
    category VARCHAR(40) NOT NULL,
    years INTEGER,
    contacts VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_teacher_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

CREATE INDEX ix_teacher_school_id ON teacher (school_id);

CREATE TABLE activity_link (
    id VARCHAR NOT NULL,
    activity_id VARCHAR NOT NULL,
    owner VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_activity_link_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id)
);

CREATE INDEX ix_activity_link_activity_id ON activity_link (activity_id);

CREATE INDEX ix_activity_link_owner ON activity_link (owner);

CREATE TABLE community_member (
    id VARCHAR NOT NULL,
    community_id VARCHAR NOT NULL,
    teacher_id VARCHAR NOT NULL,
    role VARCHAR(40) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_community_member_community_id FOREIGN KEY(community_id) REFERENCES community (id),
    CONSTRAINT fk_community_member_teacher_id FOREIGN KEY(teacher_id) REFERENCES teacher (id)
);

CREATE INDEX ix_community_member_community_id ON community_member (community_id);

CREATE INDEX ix_community_member_teacher_id ON community_member (teacher_id);

CREATE TABLE course_participant (
    id VARCHAR NOT NULL,
    course_id VARCHAR NOT NULL,
    teacher_id VARCHAR NOT NULL,
    certificate VARCHAR NOT NULL,
    issued_on DATE,
    result VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_course_participant_course_id FOREIGN KEY(course_id) REFERENCES course (id),
    CONSTRAINT fk_course_participant_teacher_id FOREIGN KEY(teacher_id) REFERENCES teacher (id)
);

CREATE INDEX ix_course_participant_course_id ON course_participant (course_id);

CREATE INDEX ix_course_participant_teacher_id ON course_participant (teacher_id);

CREATE TABLE decision (
    id VARCHAR NOT NULL,
    meeting_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    responsible VARCHAR NOT NULL,
    due_text VARCHAR NOT NULL,
    state VARCHAR(40) NOT NULL,
    done VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);

CREATE INDEX ix_decision_meeting_id ON decision (meeting_id);

CREATE TABLE deficit (
    id VARCHAR NOT NULL,
    teacher_id VARCHAR NOT NULL,
    competence VARCHAR(40) NOT NULL,
    name VARCHAR NOT NULL,
    source VARCHAR(40) NOT NULL,
    found_on DATE,
    state VARCHAR(40) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_deficit_teacher_id FOREIGN KEY(teacher_id) REFERENCES teacher (id)
);

CREATE INDEX ix_deficit_teacher_id ON deficit (teacher_id);

CREATE TABLE development_plan (
    id VARCHAR NOT NULL,
    teacher_id VARCHAR NOT NULL,
    goal VARCHAR NOT NULL,
    starts_on DATE,
    ends_on DATE,
    mentor VARCHAR NOT NULL,
    state VARCHAR(40) NOT NULL,
    reflection VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_development_plan_teacher_id FOREIGN KEY(teacher_id) REFERENCES teacher (id)
);

CREATE INDEX ix_development_plan_teacher_id ON development_plan (teacher_id);

CREATE TABLE joint_event (
    id VARCHAR NOT NULL,
    partnership_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    held_on DATE,
    result VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_joint_event_partnership_id FOREIGN KEY(partnership_id) REFERENCES partnership (id)
);

CREATE INDEX ix_joint_event_partnership_id ON joint_event (partnership_id);

CREATE TABLE lesson (
    id VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    exam VARCHAR(40) NOT NULL,
    teacher_id VARCHAR,
    held_on DATE,
    schedule VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_lesson_teacher_id FOREIGN KEY(teacher_id) REFERENCES teacher (id)
);

CREATE INDEX ix_lesson_teacher_id ON lesson (teacher_id);

CREATE TABLE school_progress (
    id VARCHAR NOT NULL,
    activity_id VARCHAR NOT NULL,
    school_id VARCHAR NOT NULL,
    state VARCHAR(40) NOT NULL,
    done_on DATE,
    document VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_school_progress_activity_id FOREIGN KEY(activity_id) REFERENCES activity (id),
    CONSTRAINT fk_school_progress_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

CREATE INDEX ix_school_progress_activity_id ON school_progress (activity_id);

CREATE INDEX ix_school_progress_school_id ON school_progress (school_id);

CREATE TABLE self_assessment (
    id VARCHAR NOT NULL,
    teacher_id VARCHAR NOT NULL,
    competence VARCHAR(40) NOT NULL,
    name VARCHAR NOT NULL,
    score INTEGER,
    assessed_on DATE,
    PRIMARY KEY (id),
    CONSTRAINT fk_self_assessment_teacher_id FOREIGN KEY(teacher_id) REFERENCES teacher (id)
);

CREATE INDEX ix_self_assessment_teacher_id ON self_assessment (teacher_id);

CREATE TABLE targeted_help (
    id VARCHAR NOT NULL,
    tutor VARCHAR NOT NULL,
    school_id VARCHAR,
    teacher_id VARCHAR,
    form VARCHAR(40) NOT NULL,
    theme VARCHAR NOT NULL,
    due_text VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_targeted_help_school_id FOREIGN KEY(school_id) REFERENCES school (id),
    CONSTRAINT fk_targeted_help_teacher_id FOREIGN KEY(teacher_id) REFERENCES teacher (id)
);

CREATE INDEX ix_targeted_help_school_id ON targeted_help (school_id);

CREATE INDEX ix_targeted_help_teacher_id ON targeted_help (teacher_id);

CREATE TABLE help_visit (
    id VARCHAR NOT NULL,
    help_id VARCHAR NOT NULL,
    held_on DATE,
    name VARCHAR NOT NULL,
    hours FLOAT,
    outcome VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_help_visit_help_id FOREIGN KEY(help_id) REFERENCES targeted_help (id)
);

CREATE INDEX ix_help_visit_help_id ON help_visit (help_id);

CREATE TABLE lesson_school (
    id VARCHAR NOT NULL,
    lesson_id VARCHAR NOT NULL,
    school_id VARCHAR NOT NULL,
    pupils INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT fk_lesson_school_lesson_id FOREIGN KEY(lesson_id) REFERENCES lesson (id),
    CONSTRAINT fk_lesson_school_school_id FOREIGN KEY(school_id) REFERENCES school (id)
);

CREATE INDEX ix_lesson_school_lesson_id ON lesson_school (lesson_id);

CREATE INDEX ix_lesson_school_school_id ON lesson_school (school_id);

CREATE TABLE plan_deficit (
    id VARCHAR NOT NULL,
    plan_id VARCHAR NOT NULL,
    deficit_id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_plan_deficit_plan_id FOREIGN KEY(plan_id) REFERENCES development_plan (id),
    CONSTRAINT fk_plan_deficit_deficit_id FOREIGN KEY(deficit_id) REFERENCES deficit (id)
);

CREATE INDEX ix_plan_deficit_deficit_id ON plan_deficit (deficit_id);

CREATE INDEX ix_plan_deficit_plan_id ON plan_deficit (plan_id);

CREATE TABLE plan_step (
    id VARCHAR NOT NULL,
    plan_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    form VARCHAR(40) NOT NULL,
    place VARCHAR NOT NULL,
    due_text VARCHAR NOT NULL,
    hours INTEGER,
    result VARCHAR NOT NULL,
    state VARCHAR(40) NOT NULL,
    certificate VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_plan_step_plan_id FOREIGN KEY(plan_id) REFERENCES development_plan (id)
);

CREATE INDEX ix_plan_step_plan_id ON plan_step (plan_id);
