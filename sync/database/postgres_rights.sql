-- Who may read and write which scope of a share in PostgreSQL. Run once, by `tertial share create`.
--
-- {member} may use the share; {centre} reads and writes every scope of it. What a login of
-- {member} may do beside reading the central scope stands in tertial.access, one row for each
-- scope. A row there may name a login or a group. Nobody may change or remove a segment.

CREATE TABLE IF NOT EXISTS tertial.access (
    role_name text NOT NULL,
    scope text NOT NULL,
    may_write boolean NOT NULL,
    PRIMARY KEY (role_name, scope)
);

REVOKE ALL ON SCHEMA tertial FROM PUBLIC;
REVOKE ALL ON tertial.share, tertial.segment, tertial.access FROM PUBLIC;
GRANT {member} TO {centre};
GRANT {centre} TO CURRENT_USER;
GRANT USAGE ON SCHEMA tertial TO {member};
GRANT SELECT ON tertial.share, tertial.access TO {member};
GRANT SELECT, INSERT ON tertial.segment TO {member};
REVOKE UPDATE, DELETE, TRUNCATE ON tertial.share, tertial.segment FROM CURRENT_USER;

-- FORCE: the owner is no exception.
ALTER TABLE tertial.segment ENABLE ROW LEVEL SECURITY;
ALTER TABLE tertial.segment FORCE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS reading ON tertial.segment;
CREATE POLICY reading ON tertial.segment FOR SELECT USING (
    scope = 'central'
    OR (SELECT pg_has_role(current_user, {centre_text}, 'member'))
    OR scope = ANY (ARRAY(
        SELECT access.scope FROM tertial.access JOIN pg_roles ON rolname = role_name
        WHERE pg_has_role(current_user, pg_roles.oid, 'member')
    ))
);

DROP POLICY IF EXISTS writing ON tertial.segment;
CREATE POLICY writing ON tertial.segment FOR INSERT WITH CHECK (
    (SELECT pg_has_role(current_user, {centre_text}, 'member'))
    OR scope = ANY (ARRAY(
        SELECT access.scope FROM tertial.access JOIN pg_roles ON rolname = role_name
        WHERE may_write AND pg_has_role(current_user, pg_roles.oid, 'member')
    ))
);
