-- Who is in the demo: the tables' owner, three roles of a shop with one person each, and a man who has no say.

CREATE ROLE shop LOGIN;
CREATE ROLE administrators;
CREATE ROLE sales_managers;
CREATE ROLE sales_team;

CREATE ROLE lena LOGIN IN ROLE administrators;
CREATE ROLE mark LOGIN IN ROLE sales_managers;
CREATE ROLE tom LOGIN IN ROLE sales_team;
CREATE ROLE wim LOGIN; -- of the warehouse

DO $$
DECLARE
    t regclass;
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO shop', t);
    END LOOP;
END $$;

GRANT CREATE ON SCHEMA public TO shop;
GRANT SELECT ON orders, order_details, quotes, quote_lines TO administrators, sales_managers, sales_team, wim;
GRANT INSERT ON orders TO sales_team, wim;
