SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET search_path = '';
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA pagila;

CREATE DOMAIN pagila."bıgınt" AS bigint;

CREATE TYPE pagila.mpaa_rating AS ENUM (
    'G',
    'PG',
    'PG-13',
    'R',
    'NC-17'
);

CREATE DOMAIN pagila.year AS integer
	CONSTRAINT year_check CHECK (((VALUE >= 1901) AND (VALUE <= 2155)));

CREATE FUNCTION pagila._group_concat(text, text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
SELECT CASE
  WHEN $2 IS NULL THEN $1
  WHEN $1 IS NULL THEN $2
  ELSE $1 || ', ' || $2
END
$_$;

CREATE FUNCTION pagila.film_in_stock(p_film_id integer, p_store_id integer, OUT p_film_count integer) RETURNS SETOF integer
    LANGUAGE sql
    AS $_$
     SELECT inventory_id
     FROM inventory
     WHERE film_id = $1
     AND store_id = $2
     AND inventory_in_stock(inventory_id);
$_$;

CREATE FUNCTION pagila.film_not_in_stock(p_film_id integer, p_store_id integer, OUT p_film_count integer) RETURNS SETOF integer
    LANGUAGE sql
    AS $_$
    SELECT inventory_id
    FROM inventory
    WHERE film_id = $1
    AND store_id = $2
    AND NOT inventory_in_stock(inventory_id);
$_$;

CREATE FUNCTION pagila.get_customer_balance(p_customer_id integer, p_effective_date timestamp with time zone) RETURNS numeric
    LANGUAGE plpgsql
    AS $$
       --#OK, WE NEED TO CALCULATE THE CURRENT BALANCE GIVEN A CUSTOMER_ID AND A DATE
       --#THAT WE WANT THE BALANCE TO BE EFFECTIVE FOR. THE BALANCE IS:
       --#   1) RENTAL FEES FOR ALL PREVIOUS RENTALS
       --#   2) ONE DOLLAR FOR EVERY DAY THE PREVIOUS RENTALS ARE OVERDUE
       --#   3) IF A FILM IS MORE THAN RENTAL_DURATION * 2 OVERDUE, CHARGE THE REPLACEMENT_COST
       --#   4) SUBTRACT ALL PAYMENTS MADE BEFORE THE DATE SPECIFIED
DECLARE
    v_rentfees DECIMAL(5,2); --#FEES PAID TO RENT THE VIDEOS INITIALLY
    v_overfees INTEGER;      --#LATE FEES FOR PRIOR RENTALS
    v_payments DECIMAL(5,2); --#SUM OF PAYMENTS MADE PREVIOUSLY
BEGIN
    SELECT COALESCE(SUM(film.rental_rate),0) INTO v_rentfees
    FROM film, inventory, rental
    WHERE film.film_id = inventory.film_id
      AND inventory.inventory_id = rental.inventory_id
      AND rental.rental_date <= p_effective_date
      AND rental.customer_id = p_customer_id;

    SELECT COALESCE(SUM(IF((rental.return_date - rental.rental_date) > (film.rental_duration * '1 day'::interval),
        ((rental.return_date - rental.rental_date) - (film.rental_duration * '1 day'::interval)),0)),0) INTO v_overfees
    FROM rental, inventory, film
    WHERE film.film_id = inventory.film_id
      AND inventory.inventory_id = rental.inventory_id
      AND rental.rental_date <= p_effective_date
      AND rental.customer_id = p_customer_id;

    SELECT COALESCE(SUM(payment.amount),0) INTO v_payments
    FROM payment
    WHERE payment.payment_date <= p_effective_date
    AND payment.customer_id = p_customer_id;

    RETURN v_rentfees + v_overfees - v_payments;
END
$$;

CREATE FUNCTION pagila.inventory_held_by_customer(p_inventory_id integer) RETURNS integer
    LANGUAGE plpgsql
    AS $$
DECLARE
    v_customer_id INTEGER;
BEGIN

  SELECT customer_id INTO v_customer_id
  FROM rental
  WHERE return_date IS NULL
  AND inventory_id = p_inventory_id;

  RETURN v_customer_id;
END $$;

CREATE FUNCTION pagila.inventory_in_stock(p_inventory_id integer) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
DECLARE
    v_rentals INTEGER;
    v_out     INTEGER;
BEGIN
    -- AN ITEM IS IN-STOCK IF THERE ARE EITHER NO ROWS IN THE rental TABLE
    -- FOR THE ITEM OR ALL ROWS HAVE return_date POPULATED

    SELECT count(*) INTO v_rentals
    FROM rental
    WHERE inventory_id = p_inventory_id;

    IF v_rentals = 0 THEN
      RETURN TRUE;
    END IF;

    SELECT COUNT(rental_id) INTO v_out
    FROM inventory LEFT JOIN rental USING(inventory_id)
    WHERE inventory.inventory_id = p_inventory_id
    AND rental.return_date IS NULL;

    IF v_out > 0 THEN
      RETURN FALSE;
    ELSE
      RETURN TRUE;
    END IF;
END $$;

CREATE FUNCTION pagila.last_day(timestamp with time zone) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT
    AS $_$
  SELECT CASE
    WHEN EXTRACT(MONTH FROM $1) = 12 THEN
      (((EXTRACT(YEAR FROM $1) + 1) operator(pg_catalog.||) '-01-01')::date - INTERVAL '1 day')::date
    ELSE
      ((EXTRACT(YEAR FROM $1) operator(pg_catalog.||) '-' operator(pg_catalog.||) (EXTRACT(MONTH FROM $1) + 1) operator(pg_catalog.||) '-01')::date - INTERVAL '1 day')::date
    END
$_$;

CREATE FUNCTION pagila.last_updated() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.last_update = CURRENT_TIMESTAMP;
    RETURN NEW;
END $$;

CREATE SEQUENCE pagila.customer_customer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE pagila.customer (
    customer_id integer DEFAULT nextval('pagila.customer_customer_id_seq'::regclass) NOT NULL,
    store_id integer NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    email text,
    address_id integer NOT NULL,
    activebool boolean DEFAULT true NOT NULL,
    create_date date DEFAULT CURRENT_DATE NOT NULL,
    last_update timestamp with time zone DEFAULT now(),
    active integer
);

CREATE FUNCTION pagila.rewards_report(min_monthly_purchases integer, min_dollar_amount_purchased numeric) RETURNS SETOF pagila.customer
    LANGUAGE plpgsql SECURITY DEFINER
    AS $_$
DECLARE
    last_month_start DATE;
    last_month_end DATE;
rr RECORD;
tmpSQL TEXT;
BEGIN

    /* Some sanity checks... */
    IF min_monthly_purchases = 0 THEN
        RAISE EXCEPTION 'Minimum monthly purchases parameter must be > 0';
    END IF;
    IF min_dollar_amount_purchased = 0.00 THEN
        RAISE EXCEPTION 'Minimum monthly dollar amount purchased parameter must be > $0.00';
    END IF;

    last_month_start := CURRENT_DATE - '3 month'::interval;
    last_month_start := to_date((extract(YEAR FROM last_month_start) || '-' || extract(MONTH FROM last_month_start) || '-01'),'YYYY-MM-DD');
    last_month_end := LAST_DAY(last_month_start);

    /*
    Create a temporary storage area for Customer IDs.
    */
    CREATE TEMPORARY TABLE tmpCustomer (customer_id INTEGER NOT NULL PRIMARY KEY);

    /*
    Find all customers meeting the monthly purchase requirements
    */

    tmpSQL := 'INSERT INTO tmpCustomer (customer_id)
        SELECT p.customer_id
        FROM payment AS p
        WHERE DATE(p.payment_date) BETWEEN '||quote_literal(last_month_start) ||' AND '|| quote_literal(last_month_end) || '
        GROUP BY customer_id
        HAVING SUM(p.amount) > '|| min_dollar_amount_purchased || '
        AND COUNT(customer_id) > ' ||min_monthly_purchases ;

    EXECUTE tmpSQL;

    /*
    Output ALL customer information of matching rewardees.
    Customize output as needed.
    */
    FOR rr IN EXECUTE 'SELECT c.* FROM tmpCustomer AS t INNER JOIN customer AS c ON t.customer_id = c.customer_id' LOOP
        RETURN NEXT rr;
    END LOOP;

    /* Clean up */
    tmpSQL := 'DROP TABLE tmpCustomer';
    EXECUTE tmpSQL;

RETURN;
END
$_$;

CREATE AGGREGATE pagila.group_concat(text) (
    SFUNC = pagila._group_concat,
    STYPE = text
);

CREATE SEQUENCE pagila.actor_actor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.actor (
    actor_id integer DEFAULT nextval('pagila.actor_actor_id_seq'::regclass) NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE SEQUENCE pagila.category_category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.category (
    category_id integer DEFAULT nextval('pagila.category_category_id_seq'::regclass) NOT NULL,
    name text NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE SEQUENCE pagila.film_film_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.film (
    film_id integer DEFAULT nextval('pagila.film_film_id_seq'::regclass) NOT NULL,
    title text NOT NULL,
    description text,
    release_year pagila.year,
    language_id integer NOT NULL,
    original_language_id integer,
    rental_duration smallint DEFAULT 3 NOT NULL,
    rental_rate numeric(4,2) DEFAULT 4.99 NOT NULL,
    length smallint,
    replacement_cost numeric(5,2) DEFAULT 19.99 NOT NULL,
    rating pagila.mpaa_rating DEFAULT 'G'::pagila.mpaa_rating,
    last_update timestamp with time zone DEFAULT now() NOT NULL,
    special_features text[],
    fulltext tsvector NOT NULL
);

CREATE TABLE pagila.film_actor (
    actor_id integer NOT NULL,
    film_id integer NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE pagila.film_category (
    film_id integer NOT NULL,
    category_id integer NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE VIEW pagila.actor_info AS
 SELECT a.actor_id,
    a.first_name,
    a.last_name,
    pagila.group_concat(DISTINCT ((c.name || ': '::text) || ( SELECT pagila.group_concat(f.title) AS group_concat
           FROM ((pagila.film f
             JOIN pagila.film_category fc_1 ON ((f.film_id = fc_1.film_id)))
             JOIN pagila.film_actor fa_1 ON ((f.film_id = fa_1.film_id)))
          WHERE ((fc_1.category_id = c.category_id) AND (fa_1.actor_id = a.actor_id))
          GROUP BY fa_1.actor_id))) AS film_info
   FROM (((pagila.actor a
     LEFT JOIN pagila.film_actor fa ON ((a.actor_id = fa.actor_id)))
     LEFT JOIN pagila.film_category fc ON ((fa.film_id = fc.film_id)))
     LEFT JOIN pagila.category c ON ((fc.category_id = c.category_id)))
  GROUP BY a.actor_id, a.first_name, a.last_name;

CREATE SEQUENCE pagila.address_address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.address (
    address_id integer DEFAULT nextval('pagila.address_address_id_seq'::regclass) NOT NULL,
    address text NOT NULL,
    address2 text,
    district text NOT NULL,
    city_id integer NOT NULL,
    postal_code text,
    phone text NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE SEQUENCE pagila.city_city_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.city (
    city_id integer DEFAULT nextval('pagila.city_city_id_seq'::regclass) NOT NULL,
    city text NOT NULL,
    country_id integer NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE SEQUENCE pagila.country_country_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.country (
    country_id integer DEFAULT nextval('pagila.country_country_id_seq'::regclass) NOT NULL,
    country text NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE VIEW pagila.customer_list AS
 SELECT cu.customer_id AS id,
    ((cu.first_name || ' '::text) || cu.last_name) AS name,
    a.address,
    a.postal_code AS "zip code",
    a.phone,
    city.city,
    country.country,
        CASE
            WHEN cu.activebool THEN 'active'::text
            ELSE ''::text
        END AS notes,
    cu.store_id AS sid
   FROM (((pagila.customer cu
     JOIN pagila.address a ON ((cu.address_id = a.address_id)))
     JOIN pagila.city ON ((a.city_id = city.city_id)))
     JOIN pagila.country ON ((city.country_id = country.country_id)));

CREATE VIEW pagila.film_list AS
 SELECT film.film_id AS fid,
    film.title,
    film.description,
    category.name AS category,
    film.rental_rate AS price,
    film.length,
    film.rating,
    pagila.group_concat(((actor.first_name || ' '::text) || actor.last_name)) AS actors
   FROM ((((pagila.category
     LEFT JOIN pagila.film_category ON ((category.category_id = film_category.category_id)))
     LEFT JOIN pagila.film ON ((film_category.film_id = film.film_id)))
     JOIN pagila.film_actor ON ((film.film_id = film_actor.film_id)))
     JOIN pagila.actor ON ((film_actor.actor_id = actor.actor_id)))
  GROUP BY film.film_id, film.title, film.description, category.name, film.rental_rate, film.length, film.rating;

CREATE SEQUENCE pagila.inventory_inventory_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.inventory (
    inventory_id integer DEFAULT nextval('pagila.inventory_inventory_id_seq'::regclass) NOT NULL,
    film_id integer NOT NULL,
    store_id integer NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE SEQUENCE pagila.language_language_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.language (
    language_id integer DEFAULT nextval('pagila.language_language_id_seq'::regclass) NOT NULL,
    name character(20) NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE VIEW pagila.nicer_but_slower_film_list AS
 SELECT film.film_id AS fid,
    film.title,
    film.description,
    category.name AS category,
    film.rental_rate AS price,
    film.length,
    film.rating,
    pagila.group_concat((((upper("substring"(actor.first_name, 1, 1)) || lower("substring"(actor.first_name, 2))) || upper("substring"(actor.last_name, 1, 1))) || lower("substring"(actor.last_name, 2)))) AS actors
   FROM ((((pagila.category
     LEFT JOIN pagila.film_category ON ((category.category_id = film_category.category_id)))
     LEFT JOIN pagila.film ON ((film_category.film_id = film.film_id)))
     JOIN pagila.film_actor ON ((film.film_id = film_actor.film_id)))
     JOIN pagila.actor ON ((film_actor.actor_id = actor.actor_id)))
  GROUP BY film.film_id, film.title, film.description, category.name, film.rental_rate, film.length, film.rating;

CREATE SEQUENCE pagila.payment_payment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.payment (
    payment_id integer DEFAULT nextval('pagila.payment_payment_id_seq'::regclass) NOT NULL,
    customer_id integer NOT NULL,
    staff_id integer NOT NULL,
    rental_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    payment_date timestamp with time zone NOT NULL
)
PARTITION BY RANGE (payment_date);

CREATE TABLE pagila.payment_p2022_01 (
    payment_id integer DEFAULT nextval('pagila.payment_payment_id_seq'::regclass) NOT NULL,
    customer_id integer NOT NULL,
    staff_id integer NOT NULL,
    rental_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    payment_date timestamp with time zone NOT NULL
);

CREATE TABLE pagila.payment_p2022_02 (
    payment_id integer DEFAULT nextval('pagila.payment_payment_id_seq'::regclass) NOT NULL,
    customer_id integer NOT NULL,
    staff_id integer NOT NULL,
    rental_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    payment_date timestamp with time zone NOT NULL
);

CREATE TABLE pagila.payment_p2022_03 (
    payment_id integer DEFAULT nextval('pagila.payment_payment_id_seq'::regclass) NOT NULL,
    customer_id integer NOT NULL,
    staff_id integer NOT NULL,
    rental_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    payment_date timestamp with time zone NOT NULL
);

CREATE TABLE pagila.payment_p2022_04 (
    payment_id integer DEFAULT nextval('pagila.payment_payment_id_seq'::regclass) NOT NULL,
    customer_id integer NOT NULL,
    staff_id integer NOT NULL,
    rental_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    payment_date timestamp with time zone NOT NULL
);

CREATE TABLE pagila.payment_p2022_05 (
    payment_id integer DEFAULT nextval('pagila.payment_payment_id_seq'::regclass) NOT NULL,
    customer_id integer NOT NULL,
    staff_id integer NOT NULL,
    rental_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    payment_date timestamp with time zone NOT NULL
);

CREATE TABLE pagila.payment_p2022_06 (
    payment_id integer DEFAULT nextval('pagila.payment_payment_id_seq'::regclass) NOT NULL,
    customer_id integer NOT NULL,
    staff_id integer NOT NULL,
    rental_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    payment_date timestamp with time zone NOT NULL
);

CREATE TABLE pagila.payment_p2022_07 (
    payment_id integer DEFAULT nextval('pagila.payment_payment_id_seq'::regclass) NOT NULL,
    customer_id integer NOT NULL,
    staff_id integer NOT NULL,
    rental_id integer NOT NULL,
    amount numeric(5,2) NOT NULL,
    payment_date timestamp with time zone NOT NULL
);

CREATE SEQUENCE pagila.rental_rental_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.rental (
    rental_id integer DEFAULT nextval('pagila.rental_rental_id_seq'::regclass) NOT NULL,
    rental_date timestamp with time zone NOT NULL,
    inventory_id integer NOT NULL,
    customer_id integer NOT NULL,
    return_date timestamp with time zone,
    staff_id integer NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE MATERIALIZED VIEW pagila.rental_by_category AS
 SELECT c.name AS category,
    sum(p.amount) AS total_sales
   FROM (((((pagila.payment p
     JOIN pagila.rental r ON ((p.rental_id = r.rental_id)))
     JOIN pagila.inventory i ON ((r.inventory_id = i.inventory_id)))
     JOIN pagila.film f ON ((i.film_id = f.film_id)))
     JOIN pagila.film_category fc ON ((f.film_id = fc.film_id)))
     JOIN pagila.category c ON ((fc.category_id = c.category_id)))
  GROUP BY c.name
  ORDER BY (sum(p.amount)) DESC
  WITH NO DATA;

CREATE VIEW pagila.sales_by_film_category AS
 SELECT c.name AS category,
    sum(p.amount) AS total_sales
   FROM (((((pagila.payment p
     JOIN pagila.rental r ON ((p.rental_id = r.rental_id)))
     JOIN pagila.inventory i ON ((r.inventory_id = i.inventory_id)))
     JOIN pagila.film f ON ((i.film_id = f.film_id)))
     JOIN pagila.film_category fc ON ((f.film_id = fc.film_id)))
     JOIN pagila.category c ON ((fc.category_id = c.category_id)))
  GROUP BY c.name
  ORDER BY (sum(p.amount)) DESC;

CREATE SEQUENCE pagila.staff_staff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.staff (
    staff_id integer DEFAULT nextval('pagila.staff_staff_id_seq'::regclass) NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    address_id integer NOT NULL,
    email text,
    store_id integer NOT NULL,
    active boolean DEFAULT true NOT NULL,
    username text NOT NULL,
    password text,
    last_update timestamp with time zone DEFAULT now() NOT NULL,
    picture bytea
);

CREATE SEQUENCE pagila.store_store_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE pagila.store (
    store_id integer DEFAULT nextval('pagila.store_store_id_seq'::regclass) NOT NULL,
    manager_staff_id integer NOT NULL,
    address_id integer NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);

CREATE VIEW pagila.sales_by_store AS
 SELECT ((c.city || ','::text) || cy.country) AS store,
    ((m.first_name || ' '::text) || m.last_name) AS manager,
    sum(p.amount) AS total_sales
   FROM (((((((pagila.payment p
     JOIN pagila.rental r ON ((p.rental_id = r.rental_id)))
     JOIN pagila.inventory i ON ((r.inventory_id = i.inventory_id)))
     JOIN pagila.store s ON ((i.store_id = s.store_id)))
     JOIN pagila.address a ON ((s.address_id = a.address_id)))
     JOIN pagila.city c ON ((a.city_id = c.city_id)))
     JOIN pagila.country cy ON ((c.country_id = cy.country_id)))
     JOIN pagila.staff m ON ((s.manager_staff_id = m.staff_id)))
  GROUP BY cy.country, c.city, s.store_id, m.first_name, m.last_name
  ORDER BY cy.country, c.city;

CREATE VIEW pagila.staff_list AS
 SELECT s.staff_id AS id,
    ((s.first_name || ' '::text) || s.last_name) AS name,
    a.address,
    a.postal_code AS "zip code",
    a.phone,
    city.city,
    country.country,
    s.store_id AS sid
   FROM (((pagila.staff s
     JOIN pagila.address a ON ((s.address_id = a.address_id)))
     JOIN pagila.city ON ((a.city_id = city.city_id)))
     JOIN pagila.country ON ((city.country_id = country.country_id)));

ALTER TABLE ONLY pagila.payment ATTACH PARTITION pagila.payment_p2022_01 FOR VALUES FROM ('2022-01-01 00:00:00+00') TO ('2022-02-01 00:00:00+00');

ALTER TABLE ONLY pagila.payment ATTACH PARTITION pagila.payment_p2022_02 FOR VALUES FROM ('2022-02-01 00:00:00+00') TO ('2022-03-01 00:00:00+00');

ALTER TABLE ONLY pagila.payment ATTACH PARTITION pagila.payment_p2022_03 FOR VALUES FROM ('2022-03-01 00:00:00+00') TO ('2022-04-01 00:00:00+00');

ALTER TABLE ONLY pagila.payment ATTACH PARTITION pagila.payment_p2022_04 FOR VALUES FROM ('2022-04-01 00:00:00+00') TO ('2022-05-01 00:00:00+00');

ALTER TABLE ONLY pagila.payment ATTACH PARTITION pagila.payment_p2022_05 FOR VALUES FROM ('2022-05-01 00:00:00+00') TO ('2022-06-01 00:00:00+00');

ALTER TABLE ONLY pagila.payment ATTACH PARTITION pagila.payment_p2022_06 FOR VALUES FROM ('2022-06-01 00:00:00+00') TO ('2022-07-01 00:00:00+00');

ALTER TABLE ONLY pagila.payment ATTACH PARTITION pagila.payment_p2022_07 FOR VALUES FROM ('2022-07-01 00:00:00+00') TO ('2022-08-01 00:00:00+00');

COPY pagila.actor (actor_id, first_name, last_name, last_update) FROM stdin;
1	PENELOPE	GUINESS	2022-02-15 09:34:33+00
2	NICK	WAHLBERG	2022-02-15 09:34:33+00
3	ED	CHASE	2022-02-15 09:34:33+00
4	JENNIFER	DAVIS	2022-02-15 09:34:33+00
5	JOHNNY	LOLLOBRIGIDA	2022-02-15 09:34:33+00
6	BETTE	NICHOLSON	2022-02-15 09:34:33+00
7	GRACE	MOSTEL	2022-02-15 09:34:33+00
8	MATTHEW	JOHANSSON	2022-02-15 09:34:33+00
9	JOE	SWANK	2022-02-15 09:34:33+00
10	CHRISTIAN	GABLE	2022-02-15 09:34:33+00
11	ZERO	CAGE	2022-02-15 09:34:33+00
12	KARL	BERRY	2022-02-15 09:34:33+00
13	UMA	WOOD	2022-02-15 09:34:33+00
14	VIVIEN	BERGEN	2022-02-15 09:34:33+00
15	CUBA	OLIVIER	2022-02-15 09:34:33+00
16	FRED	COSTNER	2022-02-15 09:34:33+00
17	HELEN	VOIGHT	2022-02-15 09:34:33+00
18	DAN	TORN	2022-02-15 09:34:33+00
19	BOB	FAWCETT	2022-02-15 09:34:33+00
20	LUCILLE	TRACY	2022-02-15 09:34:33+00
21	KIRSTEN	PALTROW	2022-02-15 09:34:33+00
22	ELVIS	MARX	2022-02-15 09:34:33+00
23	SANDRA	KILMER	2022-02-15 09:34:33+00
24	CAMERON	STREEP	2022-02-15 09:34:33+00
25	KEVIN	BLOOM	2022-02-15 09:34:33+00
26	RIP	CRAWFORD	2022-02-15 09:34:33+00
27	JULIA	MCQUEEN	2022-02-15 09:34:33+00
28	WOODY	HOFFMAN	2022-02-15 09:34:33+00
29	ALEC	WAYNE	2022-02-15 09:34:33+00
30	SANDRA	PECK	2022-02-15 09:34:33+00
31	SISSY	SOBIESKI	2022-02-15 09:34:33+00
32	TIM	HACKMAN	2022-02-15 09:34:33+00
33	MILLA	PECK	2022-02-15 09:34:33+00
34	AUDREY	OLIVIER	2022-02-15 09:34:33+00
35	JUDY	DEAN	2022-02-15 09:34:33+00
36	BURT	DUKAKIS	2022-02-15 09:34:33+00
37	VAL	BOLGER	2022-02-15 09:34:33+00
38	TOM	MCKELLEN	2022-02-15 09:34:33+00
39	GOLDIE	BRODY	2022-02-15 09:34:33+00
40	JOHNNY	CAGE	2022-02-15 09:34:33+00
41	JODIE	DEGENERES	2022-02-15 09:34:33+00
42	TOM	MIRANDA	2022-02-15 09:34:33+00
43	KIRK	JOVOVICH	2022-02-15 09:34:33+00
44	NICK	STALLONE	2022-02-15 09:34:33+00
45	REESE	KILMER	2022-02-15 09:34:33+00
46	PARKER	GOLDBERG	2022-02-15 09:34:33+00
47	JULIA	BARRYMORE	2022-02-15 09:34:33+00
48	FRANCES	DAY-LEWIS	2022-02-15 09:34:33+00
49	ANNE	CRONYN	2022-02-15 09:34:33+00
50	NATALIE	HOPKINS	2022-02-15 09:34:33+00
51	GARY	PHOENIX	2022-02-15 09:34:33+00
52	CARMEN	HUNT	2022-02-15 09:34:33+00
53	MENA	TEMPLE	2022-02-15 09:34:33+00
54	PENELOPE	PINKETT	2022-02-15 09:34:33+00
55	FAY	KILMER	2022-02-15 09:34:33+00
56	DAN	HARRIS	2022-02-15 09:34:33+00
57	JUDE	CRUISE	2022-02-15 09:34:33+00
58	CHRISTIAN	AKROYD	2022-02-15 09:34:33+00
59	DUSTIN	TAUTOU	2022-02-15 09:34:33+00
60	HENRY	BERRY	2022-02-15 09:34:33+00
61	CHRISTIAN	NEESON	2022-02-15 09:34:33+00
62	JAYNE	NEESON	2022-02-15 09:34:33+00
63	CAMERON	WRAY	2022-02-15 09:34:33+00
64	RAY	JOHANSSON	2022-02-15 09:34:33+00
65	ANGELA	HUDSON	2022-02-15 09:34:33+00
66	MARY	TANDY	2022-02-15 09:34:33+00
67	JESSICA	BAILEY	2022-02-15 09:34:33+00
68	RIP	WINSLET	2022-02-15 09:34:33+00
69	KENNETH	PALTROW	2022-02-15 09:34:33+00
70	MICHELLE	MCCONAUGHEY	2022-02-15 09:34:33+00
71	ADAM	GRANT	2022-02-15 09:34:33+00
72	SEAN	WILLIAMS	2022-02-15 09:34:33+00
73	GARY	PENN	2022-02-15 09:34:33+00
74	MILLA	KEITEL	2022-02-15 09:34:33+00
75	BURT	POSEY	2022-02-15 09:34:33+00
76	ANGELINA	ASTAIRE	2022-02-15 09:34:33+00
77	CARY	MCCONAUGHEY	2022-02-15 09:34:33+00
78	GROUCHO	SINATRA	2022-02-15 09:34:33+00
79	MAE	HOFFMAN	2022-02-15 09:34:33+00
80	RALPH	CRUZ	2022-02-15 09:34:33+00
81	SCARLETT	DAMON	2022-02-15 09:34:33+00
82	WOODY	JOLIE	2022-02-15 09:34:33+00
83	BEN	WILLIS	2022-02-15 09:34:33+00
84	JAMES	PITT	2022-02-15 09:34:33+00
85	MINNIE	ZELLWEGER	2022-02-15 09:34:33+00
86	GREG	CHAPLIN	2022-02-15 09:34:33+00
87	SPENCER	PECK	2022-02-15 09:34:33+00
88	KENNETH	PESCI	2022-02-15 09:34:33+00
89	CHARLIZE	DENCH	2022-02-15 09:34:33+00
90	SEAN	GUINESS	2022-02-15 09:34:33+00
91	CHRISTOPHER	BERRY	2022-02-15 09:34:33+00
92	KIRSTEN	AKROYD	2022-02-15 09:34:33+00
93	ELLEN	PRESLEY	2022-02-15 09:34:33+00
94	KENNETH	TORN	2022-02-15 09:34:33+00
95	DARYL	WAHLBERG	2022-02-15 09:34:33+00
96	GENE	WILLIS	2022-02-15 09:34:33+00
97	MEG	HAWKE	2022-02-15 09:34:33+00
98	CHRIS	BRIDGES	2022-02-15 09:34:33+00
99	JIM	MOSTEL	2022-02-15 09:34:33+00
100	SPENCER	DEPP	2022-02-15 09:34:33+00
101	SUSAN	DAVIS	2022-02-15 09:34:33+00
102	WALTER	TORN	2022-02-15 09:34:33+00
103	MATTHEW	LEIGH	2022-02-15 09:34:33+00
104	PENELOPE	CRONYN	2022-02-15 09:34:33+00
105	SIDNEY	CROWE	2022-02-15 09:34:33+00
106	GROUCHO	DUNST	2022-02-15 09:34:33+00
107	GINA	DEGENERES	2022-02-15 09:34:33+00
108	WARREN	NOLTE	2022-02-15 09:34:33+00
109	SYLVESTER	DERN	2022-02-15 09:34:33+00
110	SUSAN	DAVIS	2022-02-15 09:34:33+00
111	CAMERON	ZELLWEGER	2022-02-15 09:34:33+00
112	RUSSELL	BACALL	2022-02-15 09:34:33+00
113	MORGAN	HOPKINS	2022-02-15 09:34:33+00
114	MORGAN	MCDORMAND	2022-02-15 09:34:33+00
115	HARRISON	BALE	2022-02-15 09:34:33+00
116	DAN	STREEP	2022-02-15 09:34:33+00
117	RENEE	TRACY	2022-02-15 09:34:33+00
118	CUBA	ALLEN	2022-02-15 09:34:33+00
119	WARREN	JACKMAN	2022-02-15 09:34:33+00
120	PENELOPE	MONROE	2022-02-15 09:34:33+00
121	LIZA	BERGMAN	2022-02-15 09:34:33+00
122	SALMA	NOLTE	2022-02-15 09:34:33+00
123	JULIANNE	DENCH	2022-02-15 09:34:33+00
124	SCARLETT	BENING	2022-02-15 09:34:33+00
125	ALBERT	NOLTE	2022-02-15 09:34:33+00
126	FRANCES	TOMEI	2022-02-15 09:34:33+00
127	KEVIN	GARLAND	2022-02-15 09:34:33+00
128	CATE	MCQUEEN	2022-02-15 09:34:33+00
129	DARYL	CRAWFORD	2022-02-15 09:34:33+00
130	GRETA	KEITEL	2022-02-15 09:34:33+00
131	JANE	JACKMAN	2022-02-15 09:34:33+00
132	ADAM	HOPPER	2022-02-15 09:34:33+00
133	RICHARD	PENN	2022-02-15 09:34:33+00
134	GENE	HOPKINS	2022-02-15 09:34:33+00
135	RITA	REYNOLDS	2022-02-15 09:34:33+00
136	ED	MANSFIELD	2022-02-15 09:34:33+00
137	MORGAN	WILLIAMS	2022-02-15 09:34:33+00
138	LUCILLE	DEE	2022-02-15 09:34:33+00
139	EWAN	GOODING	2022-02-15 09:34:33+00
140	WHOOPI	HURT	2022-02-15 09:34:33+00
141	CATE	HARRIS	2022-02-15 09:34:33+00
142	JADA	RYDER	2022-02-15 09:34:33+00
143	RIVER	DEAN	2022-02-15 09:34:33+00
144	ANGELA	WITHERSPOON	2022-02-15 09:34:33+00
145	KIM	ALLEN	2022-02-15 09:34:33+00
146	ALBERT	JOHANSSON	2022-02-15 09:34:33+00
147	FAY	WINSLET	2022-02-15 09:34:33+00
148	EMILY	DEE	2022-02-15 09:34:33+00
149	RUSSELL	TEMPLE	2022-02-15 09:34:33+00
150	JAYNE	NOLTE	2022-02-15 09:34:33+00
151	GEOFFREY	HESTON	2022-02-15 09:34:33+00
152	BEN	HARRIS	2022-02-15 09:34:33+00
153	MINNIE	KILMER	2022-02-15 09:34:33+00
154	MERYL	GIBSON	2022-02-15 09:34:33+00
155	IAN	TANDY	2022-02-15 09:34:33+00
156	FAY	WOOD	2022-02-15 09:34:33+00
157	GRETA	MALDEN	2022-02-15 09:34:33+00
158	VIVIEN	BASINGER	2022-02-15 09:34:33+00
159	LAURA	BRODY	2022-02-15 09:34:33+00
160	CHRIS	DEPP	2022-02-15 09:34:33+00
161	HARVEY	HOPE	2022-02-15 09:34:33+00
162	OPRAH	KILMER	2022-02-15 09:34:33+00
163	CHRISTOPHER	WEST	2022-02-15 09:34:33+00
164	HUMPHREY	WILLIS	2022-02-15 09:34:33+00
165	AL	GARLAND	2022-02-15 09:34:33+00
166	NICK	DEGENERES	2022-02-15 09:34:33+00
167	LAURENCE	BULLOCK	2022-02-15 09:34:33+00
168	WILL	WILSON	2022-02-15 09:34:33+00
169	KENNETH	HOFFMAN	2022-02-15 09:34:33+00
170	MENA	HOPPER	2022-02-15 09:34:33+00
171	OLYMPIA	PFEIFFER	2022-02-15 09:34:33+00
172	GROUCHO	WILLIAMS	2022-02-15 09:34:33+00
173	ALAN	DREYFUSS	2022-02-15 09:34:33+00
174	MICHAEL	BENING	2022-02-15 09:34:33+00
175	WILLIAM	HACKMAN	2022-02-15 09:34:33+00
176	JON	CHASE	2022-02-15 09:34:33+00
177	GENE	MCKELLEN	2022-02-15 09:34:33+00
178	LISA	MONROE	2022-02-15 09:34:33+00
179	ED	GUINESS	2022-02-15 09:34:33+00
180	JEFF	SILVERSTONE	2022-02-15 09:34:33+00
181	MATTHEW	CARREY	2022-02-15 09:34:33+00
182	DEBBIE	AKROYD	2022-02-15 09:34:33+00
183	RUSSELL	CLOSE	2022-02-15 09:34:33+00
184	HUMPHREY	GARLAND	2022-02-15 09:34:33+00
185	MICHAEL	BOLGER	2022-02-15 09:34:33+00
186	JULIA	ZELLWEGER	2022-02-15 09:34:33+00
187	RENEE	BALL	2022-02-15 09:34:33+00
188	ROCK	DUKAKIS	2022-02-15 09:34:33+00
189	CUBA	BIRCH	2022-02-15 09:34:33+00
190	AUDREY	BAILEY	2022-02-15 09:34:33+00
191	GREGORY	GOODING	2022-02-15 09:34:33+00
192	JOHN	SUVARI	2022-02-15 09:34:33+00
193	BURT	TEMPLE	2022-02-15 09:34:33+00
194	MERYL	ALLEN	2022-02-15 09:34:33+00
195	JAYNE	SILVERSTONE	2022-02-15 09:34:33+00
196	BELA	WALKEN	2022-02-15 09:34:33+00
197	REESE	WEST	2022-02-15 09:34:33+00
198	MARY	KEITEL	2022-02-15 09:34:33+00
199	JULIA	FAWCETT	2022-02-15 09:34:33+00
200	THORA	TEMPLE	2022-02-15 09:34:33+00
\.

COPY pagila.address (address_id, address, address2, district, city_id, postal_code, phone, last_update) FROM stdin;
1	47 MySakila Drive	\N	Alberta	300			2022-02-15 09:45:30+00
2	28 MySQL Boulevard	\N	QLD	576			2022-02-15 09:45:30+00
3	23 Workhaven Lane	\N	Alberta	300		14033335568	2022-02-15 09:45:30+00
4	1411 Lillydale Drive	\N	QLD	576		6172235589	2022-02-15 09:45:30+00
5	1913 Hanoi Way		Nagasaki	463	35200	28303384290	2022-02-15 09:45:30+00
6	1121 Loja Avenue		California	449	17886	838635286649	2022-02-15 09:45:30+00
7	692 Joliet Street		Attika	38	83579	448477190408	2022-02-15 09:45:30+00
8	1566 Inegl Manor		Mandalay	349	53561	705814003527	2022-02-15 09:45:30+00
9	53 Idfu Parkway		Nantou	361	42399	10655648674	2022-02-15 09:45:30+00
10	1795 Santiago de Compostela Way		Texas	295	18743	860452626434	2022-02-15 09:45:30+00
11	900 Santiago de Compostela Parkway		Central Serbia	280	93896	716571220373	2022-02-15 09:45:30+00
12	478 Joliet Way		Hamilton	200	77948	657282285970	2022-02-15 09:45:30+00
13	613 Korolev Drive		Masqat	329	45844	380657522649	2022-02-15 09:45:30+00
14	1531 Sal Drive		Esfahan	162	53628	648856936185	2022-02-15 09:45:30+00
15	1542 Tarlac Parkway		Kanagawa	440	1027	635297277345	2022-02-15 09:45:30+00
16	808 Bhopal Manor		Haryana	582	10672	465887807014	2022-02-15 09:45:30+00
17	270 Amroha Parkway		Osmaniye	384	29610	695479687538	2022-02-15 09:45:30+00
18	770 Bydgoszcz Avenue		California	120	16266	517338314235	2022-02-15 09:45:30+00
19	419 Iligan Lane		Madhya Pradesh	76	72878	990911107354	2022-02-15 09:45:30+00
20	360 Toulouse Parkway		England	495	54308	949312333307	2022-02-15 09:45:30+00
21	270 Toulon Boulevard		Kalmykia	156	81766	407752414682	2022-02-15 09:45:30+00
22	320 Brest Avenue		Kaduna	252	43331	747791594069	2022-02-15 09:45:30+00
23	1417 Lancaster Avenue		Northern Cape	267	72192	272572357893	2022-02-15 09:45:30+00
24	1688 Okara Way		Nothwest Border Prov	327	21954	144453869132	2022-02-15 09:45:30+00
25	262 A Corua (La Corua) Parkway		Dhaka	525	34418	892775750063	2022-02-15 09:45:30+00
26	28 Charlotte Amalie Street		Rabat-Sal-Zammour-Z	443	37551	161968374323	2022-02-15 09:45:30+00
27	1780 Hino Boulevard		Liepaja	303	7716	902731229323	2022-02-15 09:45:30+00
28	96 Tafuna Way		Crdoba	128	99865	934730187245	2022-02-15 09:45:30+00
29	934 San Felipe de Puerto Plata Street		Sind	472	99780	196495945706	2022-02-15 09:45:30+00
30	18 Duisburg Boulevard			121	58327	998009777982	2022-02-15 09:45:30+00
31	217 Botshabelo Place		Southern Mindanao	138	49521	665356572025	2022-02-15 09:45:30+00
32	1425 Shikarpur Manor		Bihar	346	65599	678220867005	2022-02-15 09:45:30+00
33	786 Aurora Avenue		Yamaguchi	474	65750	18461860151	2022-02-15 09:45:30+00
34	1668 Anpolis Street		Taipei	316	50199	525255540978	2022-02-15 09:45:30+00
35	33 Gorontalo Way		West Bengali	257	30348	745994947458	2022-02-15 09:45:30+00
36	176 Mandaluyong Place		Uttar Pradesh	239	65213	627705991774	2022-02-15 09:45:30+00
37	127 Purnea (Purnia) Manor		Piemonte	17	79388	911872220378	2022-02-15 09:45:30+00
38	61 Tama Street		Okayama	284	94065	708403338270	2022-02-15 09:45:30+00
39	391 Callao Drive		Midi-Pyrnes	544	34021	440512153169	2022-02-15 09:45:30+00
40	334 Munger (Monghyr) Lane		Markazi	31	38145	481183273622	2022-02-15 09:45:30+00
41	1440 Fukuyama Loop		Henan	362	47929	912257250465	2022-02-15 09:45:30+00
42	269 Cam Ranh Parkway		Chisinau	115	34689	489783829737	2022-02-15 09:45:30+00
43	306 Antofagasta Place		Esprito Santo	569	3989	378318851631	2022-02-15 09:45:30+00
44	671 Graz Street		Oriental	353	94399	680768868518	2022-02-15 09:45:30+00
45	42 Brindisi Place		Yerevan	586	16744	42384721397	2022-02-15 09:45:30+00
46	1632 Bislig Avenue		Nonthaburi	394	61117	471675840679	2022-02-15 09:45:30+00
47	1447 Imus Way		Tahiti	167	48942	539758313890	2022-02-15 09:45:30+00
48	1998 Halifax Drive		Lipetsk	308	76022	177727722820	2022-02-15 09:45:30+00
49	1718 Valencia Street		Antofagasta	27	37359	675292816413	2022-02-15 09:45:30+00
50	46 Pjatigorsk Lane		Moscow (City)	343	23616	262076994845	2022-02-15 09:45:30+00
51	686 Garland Manor		Cear	247	52535	69493378813	2022-02-15 09:45:30+00
52	909 Garland Manor		Tatarstan	367	69367	705800322606	2022-02-15 09:45:30+00
53	725 Isesaki Place		Mekka	237	74428	876295323994	2022-02-15 09:45:30+00
54	115 Hidalgo Parkway		Khartum	379	80168	307703950263	2022-02-15 09:45:30+00
55	1135 Izumisano Parkway		California	171	48150	171822533480	2022-02-15 09:45:30+00
56	939 Probolinggo Loop		Galicia	1	4166	680428310138	2022-02-15 09:45:30+00
57	17 Kabul Boulevard		Chiba	355	38594	697760867968	2022-02-15 09:45:30+00
58	1964 Allappuzha (Alleppey) Street		Yamaguchi	227	48980	920811325222	2022-02-15 09:45:30+00
59	1697 Kowloon and New Kowloon Loop		Moskova	49	57807	499352017190	2022-02-15 09:45:30+00
60	1668 Saint Louis Place		Tahiti	397	39072	347487831378	2022-02-15 09:45:30+00
61	943 Tokat Street		Vaduz	560	45428	889318963672	2022-02-15 09:45:30+00
62	1114 Liepaja Street		Sarawak	282	69226	212869228936	2022-02-15 09:45:30+00
63	1213 Ranchi Parkway		Karnataka	350	94352	800024380485	2022-02-15 09:45:30+00
64	81 Hodeida Way		Rajasthan	231	55561	250767749542	2022-02-15 09:45:30+00
65	915 Ponce Place		Basel-Stadt	56	83980	1395251317	2022-02-15 09:45:30+00
66	1717 Guadalajara Lane		Missouri	441	85505	914090181665	2022-02-15 09:45:30+00
67	1214 Hanoi Way		Nebraska	306	67055	491001136577	2022-02-15 09:45:30+00
68	1966 Amroha Avenue		Sichuan	139	70385	333489324603	2022-02-15 09:45:30+00
69	698 Otsu Street		Cayenne	105	71110	409983924481	2022-02-15 09:45:30+00
70	1150 Kimchon Manor		Skne ln	321	96109	663449333709	2022-02-15 09:45:30+00
71	1586 Guaruj Place		Hunan	579	5135	947233365992	2022-02-15 09:45:30+00
72	57 Arlington Manor		Madhya Pradesh	475	48960	990214419142	2022-02-15 09:45:30+00
73	1031 Daugavpils Parkway		Bchar	63	59025	107137400143	2022-02-15 09:45:30+00
74	1124 Buenaventura Drive		Mekka	13	6856	407733804223	2022-02-15 09:45:30+00
75	492 Cam Ranh Street		Eastern Visayas	61	50805	565018274456	2022-02-15 09:45:30+00
76	89 Allappuzha (Alleppey) Manor		National Capital Reg	517	75444	255800440636	2022-02-15 09:45:30+00
77	1947 Poos de Caldas Boulevard		Chiayi	114	60951	427454485876	2022-02-15 09:45:30+00
78	1206 Dos Quebradas Place		So Paulo	431	20207	241832790687	2022-02-15 09:45:30+00
79	1551 Rampur Lane		Changhwa	108	72394	251164340471	2022-02-15 09:45:30+00
80	602 Paarl Street		Pavlodar	402	98889	896314772871	2022-02-15 09:45:30+00
81	1692 Ede Loop		So Paulo	30	9223	918711376618	2022-02-15 09:45:30+00
82	936 Salzburg Lane		Uttar Pradesh	425	96709	875756771675	2022-02-15 09:45:30+00
83	586 Tete Way		Kanagawa	256	1079	18581624103	2022-02-15 09:45:30+00
84	1888 Kabul Drive		Oyo & Osun	217	20936	701457319790	2022-02-15 09:45:30+00
85	320 Baiyin Parkway		Mahajanga	319	37307	223664661973	2022-02-15 09:45:30+00
86	927 Baha Blanca Parkway		Krim	479	9495	821972242086	2022-02-15 09:45:30+00
87	929 Tallahassee Loop		Gauteng	497	74671	800716535041	2022-02-15 09:45:30+00
88	125 Citt del Vaticano Boulevard		Puebla	40	67912	48417642933	2022-02-15 09:45:30+00
89	1557 Ktahya Boulevard		England	88	88002	720998247660	2022-02-15 09:45:30+00
90	870 Ashqelon Loop		Songkhla	489	84931	135117278909	2022-02-15 09:45:30+00
91	1740 Portoviejo Avenue		Sucre	480	29932	198123170793	2022-02-15 09:45:30+00
92	1942 Ciparay Parkway		Cheju	113	82624	978987363654	2022-02-15 09:45:30+00
93	1926 El Alto Avenue		Buenos Aires	289	75543	846225459260	2022-02-15 09:45:30+00
94	1952 Chatsworth Drive		Guangdong	332	25958	991562402283	2022-02-15 09:45:30+00
95	1370 Le Mans Avenue		Brunei and Muara	53	52163	345679835036	2022-02-15 09:45:30+00
96	984 Effon-Alaiye Avenue		Gois	183	17119	132986892228	2022-02-15 09:45:30+00
97	832 Nakhon Sawan Manor		Inner Mongolia	592	49021	275595571388	2022-02-15 09:45:30+00
98	152 Kitwe Parkway		Caraga	82	53182	835433605312	2022-02-15 09:45:30+00
99	1697 Tanauan Lane		Punjab	399	22870	4764773857	2022-02-15 09:45:30+00
100	1308 Arecibo Way		Georgia	41	30695	6171054059	2022-02-15 09:45:30+00
101	1599 Plock Drive		Tete	534	71986	817248913162	2022-02-15 09:45:30+00
102	669 Firozabad Loop		Abu Dhabi	12	92265	412903167998	2022-02-15 09:45:30+00
103	588 Vila Velha Manor		Kyongsangbuk	268	51540	333339908719	2022-02-15 09:45:30+00
104	1913 Kamakura Place		Lipetsk	238	97287	942570536750	2022-02-15 09:45:30+00
105	733 Mandaluyong Place		Asir	2	77459	196568435814	2022-02-15 09:45:30+00
106	659 Vaduz Drive		Ha Darom	34	49708	709935135487	2022-02-15 09:45:30+00
107	1177 Jelets Way		Kwara & Kogi	220	3305	484292626944	2022-02-15 09:45:30+00
108	1386 Yangor Avenue		Provence-Alpes-Cte	543	80720	449216226468	2022-02-15 09:45:30+00
109	454 Nakhon Sawan Boulevard		Funafuti	173	76383	963887147572	2022-02-15 09:45:30+00
110	1867 San Juan Bautista Tuxtepec Avenue		Ivanovo	225	78311	547003310357	2022-02-15 09:45:30+00
111	1532 Dzerzinsk Way		Buenos Aires	334	9599	330838016880	2022-02-15 09:45:30+00
112	1002 Ahmadnagar Manor		Mxico	213	93026	371490777743	2022-02-15 09:45:30+00
113	682 Junan Way		North West	273	30418	622255216127	2022-02-15 09:45:30+00
114	804 Elista Drive		Hubei	159	61069	379804592943	2022-02-15 09:45:30+00
115	1378 Alvorada Avenue		Distrito Federal	102	75834	272234298332	2022-02-15 09:45:30+00
116	793 Cam Ranh Avenue		California	292	87057	824370924746	2022-02-15 09:45:30+00
117	1079 Tel Aviv-Jaffa Boulevard		Sucre	132	10885	358178933857	2022-02-15 09:45:30+00
118	442 Rae Bareli Place		Nordrhein-Westfalen	148	24321	886636413768	2022-02-15 09:45:30+00
119	1107 Nakhon Sawan Avenue		Mxico	365	75149	867546627903	2022-02-15 09:45:30+00
120	544 Malm Parkway		Central Java	403	63502	386759646229	2022-02-15 09:45:30+00
121	1967 Sincelejo Place		Gujarat	176	73644	577812616052	2022-02-15 09:45:30+00
122	333 Goinia Way		Texas	185	78625	909029256431	2022-02-15 09:45:30+00
123	1987 Coacalco de Berriozbal Loop		al-Qalyubiya	476	96065	787654415858	2022-02-15 09:45:30+00
124	241 Mosul Lane		Risaralda	147	76157	765345144779	2022-02-15 09:45:30+00
125	211 Chiayi Drive		Uttar Pradesh	164	58186	665993880048	2022-02-15 09:45:30+00
126	1175 Tanauan Way		Lima	305	64615	937222955822	2022-02-15 09:45:30+00
127	117 Boa Vista Way		Uttar Pradesh	566	6804	677976133614	2022-02-15 09:45:30+00
128	848 Tafuna Manor		Ktahya	281	45142	614935229095	2022-02-15 09:45:30+00
129	569 Baicheng Lane		Gauteng	85	60304	490211944645	2022-02-15 09:45:30+00
130	1666 Qomsheh Drive		So Paulo	410	66255	582835362905	2022-02-15 09:45:30+00
131	801 Hagonoy Drive		Smolensk	484	8439	237426099212	2022-02-15 09:45:30+00
132	1050 Garden Grove Avenue		Slaskie	236	4999	973047364353	2022-02-15 09:45:30+00
133	1854 Tieli Street		Shandong	302	15819	509492324775	2022-02-15 09:45:30+00
134	758 Junan Lane		Gois	190	82639	935448624185	2022-02-15 09:45:30+00
135	1752 So Leopoldo Parkway		Taka-Karpatia	345	14014	252265130067	2022-02-15 09:45:30+00
136	898 Belm Manor		Free State	87	49757	707169393853	2022-02-15 09:45:30+00
137	261 Saint Louis Way		Coahuila de Zaragoza	541	83401	321944036800	2022-02-15 09:45:30+00
138	765 Southampton Drive		al-Qalyubiya	421	4285	23712411567	2022-02-15 09:45:30+00
139	943 Johannesburg Avenue		Maharashtra	417	5892	90921003005	2022-02-15 09:45:30+00
140	788 Atinsk Street		Karnataka	211	81691	146497509724	2022-02-15 09:45:30+00
141	1749 Daxian Place		Gelderland	29	11044	963369996279	2022-02-15 09:45:30+00
142	1587 Sullana Lane		Inner Mongolia	207	85769	468060467018	2022-02-15 09:45:30+00
143	1029 Dzerzinsk Manor		Ynlin	542	57519	33173584456	2022-02-15 09:45:30+00
144	1666 Beni-Mellal Place		Tennessee	123	13377	9099941466	2022-02-15 09:45:30+00
145	928 Jaffna Loop		Hiroshima	172	93762	581852137991	2022-02-15 09:45:30+00
146	483 Ljubertsy Parkway		Scotland	149	60562	581174211853	2022-02-15 09:45:30+00
147	374 Bat Yam Boulevard		Kilis	266	97700	923261616249	2022-02-15 09:45:30+00
148	1027 Songkhla Manor		Minsk	340	30861	563660187896	2022-02-15 09:45:30+00
149	999 Sanaa Loop		Gauteng	491	3439	918032330119	2022-02-15 09:45:30+00
150	879 Newcastle Way		Michigan	499	90732	206841104594	2022-02-15 09:45:30+00
151	1337 Lincoln Parkway		Saitama	555	99457	597815221267	2022-02-15 09:45:30+00
152	1952 Pune Lane		Saint-Denis	442	92150	354615066969	2022-02-15 09:45:30+00
153	782 Mosul Street		Massachusetts	94	25545	885899703621	2022-02-15 09:45:30+00
154	781 Shimonoseki Drive		Michoacn de Ocampo	202	95444	632316273199	2022-02-15 09:45:30+00
155	1560 Jelets Boulevard		Shandong	291	77777	189446090264	2022-02-15 09:45:30+00
156	1963 Moscow Place		Assam	354	64863	761379480249	2022-02-15 09:45:30+00
157	456 Escobar Way		Jakarta Raya	232	36061	719202533520	2022-02-15 09:45:30+00
158	798 Cianjur Avenue		Shanxi	590	76990	499408708580	2022-02-15 09:45:30+00
159	185 Novi Sad Place		Bern	72	41778	904253967161	2022-02-15 09:45:30+00
160	1367 Yantai Manor		Ondo & Ekiti	381	21294	889538496300	2022-02-15 09:45:30+00
161	1386 Nakhon Sawan Boulevard		Pyongyang-si	420	53502	368899174225	2022-02-15 09:45:30+00
162	369 Papeete Way		North Carolina	187	66639	170117068815	2022-02-15 09:45:30+00
163	1440 Compton Place		North Austria	307	81037	931059836497	2022-02-15 09:45:30+00
164	1623 Baha Blanca Manor		Moskova	310	81511	149981248346	2022-02-15 09:45:30+00
165	97 Shimoga Avenue		Tel Aviv	533	44660	177167004331	2022-02-15 09:45:30+00
166	1740 Le Mans Loop		Pays de la Loire	297	22853	168476538960	2022-02-15 09:45:30+00
167	1287 Xiangfan Boulevard		Gifu	253	57844	819416131190	2022-02-15 09:45:30+00
168	842 Salzburg Lane		Adana	529	3313	697151428760	2022-02-15 09:45:30+00
169	154 Tallahassee Loop		Xinxiang	199	62250	935508855935	2022-02-15 09:45:30+00
170	710 San Felipe del Progreso Avenue		Lilongwe	304	76901	843801144113	2022-02-15 09:45:30+00
171	1540 Wroclaw Drive		Maharashtra	107	62686	182363341674	2022-02-15 09:45:30+00
172	475 Atinsk Way		Gansu	240	59571	201705577290	2022-02-15 09:45:30+00
173	1294 Firozabad Drive		Jiangxi	407	70618	161801569569	2022-02-15 09:45:30+00
174	1877 Ezhou Lane		Rajasthan	550	63337	264541743403	2022-02-15 09:45:30+00
175	316 Uruapan Street		Perak	223	58194	275788967899	2022-02-15 09:45:30+00
176	29 Pyongyang Loop		Batman	58	47753	734780743462	2022-02-15 09:45:30+00
177	1010 Klerksdorp Way		Steiermark	186	6802	493008546874	2022-02-15 09:45:30+00
178	1848 Salala Boulevard		Miranda	373	25220	48265851133	2022-02-15 09:45:30+00
179	431 Xiangtan Avenue		Kerala	18	4854	230250973122	2022-02-15 09:45:30+00
180	757 Rustenburg Avenue		Skikda	483	89668	506134035434	2022-02-15 09:45:30+00
181	146 Johannesburg Way		Tamaulipas	330	54132	953689007081	2022-02-15 09:45:30+00
182	1891 Rizhao Boulevard		So Paulo	456	47288	391065549876	2022-02-15 09:45:30+00
183	1089 Iwatsuki Avenue		Kirov	270	35109	866092335135	2022-02-15 09:45:30+00
184	1410 Benin City Parkway		Risaralda	405	29747	104150372603	2022-02-15 09:45:30+00
185	682 Garden Grove Place		Tennessee	333	67497	72136330362	2022-02-15 09:45:30+00
186	533 al-Ayn Boulevard		California	126	8862	662227486184	2022-02-15 09:45:30+00
187	1839 Szkesfehrvr Parkway		Gois	317	55709	947468818183	2022-02-15 09:45:30+00
188	741 Ambattur Manor		Noord-Brabant	438	43310	302590383819	2022-02-15 09:45:30+00
189	927 Barcelona Street		Chaharmahal va Bakht	467	65121	951486492670	2022-02-15 09:45:30+00
190	435 0 Way		West Bengali	195	74750	760171523969	2022-02-15 09:45:30+00
191	140 Chiayi Parkway		Sumy	506	38982	855863906434	2022-02-15 09:45:30+00
192	1166 Changhwa Street		Caraga	62	58852	650752094490	2022-02-15 09:45:30+00
193	891 Novi Sad Manor		Ontario	383	5379	247646995453	2022-02-15 09:45:30+00
194	605 Rio Claro Parkway		Tabora	513	49348	352469351088	2022-02-15 09:45:30+00
195	1077 San Felipe de Puerto Plata Place		Rostov-na-Donu	369	65387	812824036424	2022-02-15 09:45:30+00
196	9 San Miguel de Tucumn Manor		Uttar Pradesh	169	90845	956188728558	2022-02-15 09:45:30+00
197	447 Surakarta Loop		Nyanza	271	10428	940830176580	2022-02-15 09:45:30+00
198	345 Oshawa Boulevard		Tokyo-to	204	32114	104491201771	2022-02-15 09:45:30+00
199	1792 Valle de la Pascua Place		Nordrhein-Westfalen	477	15540	419419591240	2022-02-15 09:45:30+00
200	1074 Binzhou Manor		Baden-Wrttemberg	325	36490	331132568928	2022-02-15 09:45:30+00
201	817 Bradford Loop		Jiangsu	109	89459	264286442804	2022-02-15 09:45:30+00
202	955 Bamenda Way		Ondo & Ekiti	218	1545	768481779568	2022-02-15 09:45:30+00
203	1149 A Corua (La Corua) Boulevard		Haiphong	194	95824	470884141195	2022-02-15 09:45:30+00
204	387 Mwene-Ditu Drive		Ahal	35	8073	764477681869	2022-02-15 09:45:30+00
205	68 Molodetno Manor		Nordrhein-Westfalen	575	4662	146640639760	2022-02-15 09:45:30+00
206	642 Nador Drive		Maharashtra	77	3924	369050085652	2022-02-15 09:45:30+00
207	1688 Nador Lane		Sulawesi Utara	184	61613	652218196731	2022-02-15 09:45:30+00
208	1215 Pyongyang Parkway		Usak	557	25238	646237101779	2022-02-15 09:45:30+00
209	1679 Antofagasta Street		Alto Paran	122	86599	905903574913	2022-02-15 09:45:30+00
210	1304 s-Hertogenbosch Way		Santa Catarina	83	10925	90336226227	2022-02-15 09:45:30+00
211	850 Salala Loop		Kitaa	371	10800	403404780639	2022-02-15 09:45:30+00
212	624 Oshawa Boulevard		West Bengali	51	89959	49677664184	2022-02-15 09:45:30+00
213	43 Dadu Avenue		Rajasthan	74	4855	95666951770	2022-02-15 09:45:30+00
214	751 Lima Loop		Aden	7	99405	756460337785	2022-02-15 09:45:30+00
215	1333 Haldia Street		Jilin	174	82161	408304391718	2022-02-15 09:45:30+00
216	660 Jedda Boulevard		Washington	65	25053	168758068397	2022-02-15 09:45:30+00
217	1001 Miyakonojo Lane		Taizz	518	67924	584316724815	2022-02-15 09:45:30+00
218	226 Brest Manor		California	508	2299	785881412500	2022-02-15 09:45:30+00
219	1229 Valencia Parkway		Haskovo	498	99124	352679173732	2022-02-15 09:45:30+00
220	1201 Qomsheh Manor		Gois	28	21464	873492228462	2022-02-15 09:45:30+00
221	866 Shivapuri Manor		Uttar Pradesh	448	22474	778502731092	2022-02-15 09:45:30+00
222	1168 Najafabad Parkway		Kabol	251	40301	886649065861	2022-02-15 09:45:30+00
223	1244 Allappuzha (Alleppey) Place		Buenos Aires	567	20657	991802825778	2022-02-15 09:45:30+00
224	1842 Luzinia Boulevard		Zanzibar West	593	94420	706878974831	2022-02-15 09:45:30+00
225	1926 Gingoog Street		Sisilia	511	22824	469738825391	2022-02-15 09:45:30+00
226	810 Palghat (Palakkad) Boulevard		Jaroslavl	235	73431	516331171356	2022-02-15 09:45:30+00
227	1820 Maring Parkway		Punjab	324	88307	99760893676	2022-02-15 09:45:30+00
228	60 Poos de Caldas Street		Rajasthan	243	82338	963063788669	2022-02-15 09:45:30+00
229	1014 Loja Manor		Tamil Nadu	22	66851	460795526514	2022-02-15 09:45:30+00
230	201 Effon-Alaiye Way		Asuncin	37	64344	684192903087	2022-02-15 09:45:30+00
231	430 Alessandria Loop		Saarland	439	47446	669828224459	2022-02-15 09:45:30+00
232	754 Valencia Place		Phnom Penh	406	87911	594319417514	2022-02-15 09:45:30+00
233	356 Olomouc Manor		Gois	26	93323	22326410776	2022-02-15 09:45:30+00
234	1256 Bislig Boulevard		Botosani	86	50598	479007229460	2022-02-15 09:45:30+00
235	954 Kimchon Place		West Bengali	559	42420	541327526474	2022-02-15 09:45:30+00
236	885 Yingkou Manor		Kaduna	596	31390	588964509072	2022-02-15 09:45:30+00
237	1736 Cavite Place		Qina	216	98775	431770603551	2022-02-15 09:45:30+00
238	346 Skikda Parkway		Hawalli	233	90628	630424482919	2022-02-15 09:45:30+00
239	98 Stara Zagora Boulevard		Valle	96	76448	610173756082	2022-02-15 09:45:30+00
240	1479 Rustenburg Boulevard		Southern Tagalog	527	18727	727785483194	2022-02-15 09:45:30+00
241	647 A Corua (La Corua) Street		Chollanam	357	36971	792557457753	2022-02-15 09:45:30+00
242	1964 Gijn Manor		Karnataka	473	14408	918119601885	2022-02-15 09:45:30+00
243	47 Syktyvkar Lane		West Java	118	22236	63937119031	2022-02-15 09:45:30+00
244	1148 Saarbrcken Parkway		Fukushima	226	1921	137773001988	2022-02-15 09:45:30+00
245	1103 Bilbays Parkway		Hubei	578	87660	279979529227	2022-02-15 09:45:30+00
246	1246 Boksburg Parkway		Hebei	422	28349	890283544295	2022-02-15 09:45:30+00
247	1483 Pathankot Street		Tucumn	454	37288	686015532180	2022-02-15 09:45:30+00
248	582 Papeete Loop		Central Visayas	294	27722	569868543137	2022-02-15 09:45:30+00
249	300 Junan Street		Kyonggi	553	81314	890289150158	2022-02-15 09:45:30+00
250	829 Grand Prairie Way		Paran	328	6461	741070712873	2022-02-15 09:45:30+00
251	1473 Changhwa Parkway		Mxico	124	75933	266798132374	2022-02-15 09:45:30+00
252	1309 Weifang Street		Florida	520	57338	435785045362	2022-02-15 09:45:30+00
253	1760 Oshawa Manor		Tianjin	535	38140	56257502250	2022-02-15 09:45:30+00
254	786 Stara Zagora Way		Oyo & Osun	390	98332	716256596301	2022-02-15 09:45:30+00
255	1966 Tonghae Street		Anhalt Sachsen	198	36481	567359279425	2022-02-15 09:45:30+00
256	1497 Yuzhou Drive		England	312	3433	246810237916	2022-02-15 09:45:30+00
258	752 Ondo Loop		Miyazaki	338	32474	134673576619	2022-02-15 09:45:30+00
259	1338 Zalantun Lane		Minas Gerais	413	45403	840522972766	2022-02-15 09:45:30+00
260	127 Iwakuni Boulevard		Central Luzon	192	20777	987442542471	2022-02-15 09:45:30+00
261	51 Laredo Avenue		Sagaing	342	68146	884536620568	2022-02-15 09:45:30+00
262	771 Yaound Manor		Sofala	64	86768	245477603573	2022-02-15 09:45:30+00
263	532 Toulon Street		Santiago	460	69517	46871694740	2022-02-15 09:45:30+00
264	1027 Banjul Place		West Bengali	197	50390	538241037443	2022-02-15 09:45:30+00
265	1158 Mandi Bahauddin Parkway		Shanxi	136	98484	276555730211	2022-02-15 09:45:30+00
266	862 Xintai Lane		Cagayan Valley	548	30065	265153400632	2022-02-15 09:45:30+00
267	816 Cayenne Parkway		Manab	414	93629	282874611748	2022-02-15 09:45:30+00
268	1831 Nam Dinh Loop		National Capital Reg	323	51990	322888976727	2022-02-15 09:45:30+00
269	446 Kirovo-Tepetsk Lane		Osaka	203	19428	303967439816	2022-02-15 09:45:30+00
270	682 Halisahar Place		Severn Morava	378	20536	475553436330	2022-02-15 09:45:30+00
271	1587 Loja Manor		Salzburg	447	5410	621625204422	2022-02-15 09:45:30+00
272	1762 Paarl Parkway		Hunan	298	53928	192459639410	2022-02-15 09:45:30+00
273	1519 Ilorin Place		Kerala	395	49298	357445645426	2022-02-15 09:45:30+00
274	920 Kumbakonam Loop		California	446	75090	685010736240	2022-02-15 09:45:30+00
275	906 Goinia Way		Wielkopolskie	255	83565	701767622697	2022-02-15 09:45:30+00
276	1675 Xiangfan Manor		Tamil Nadu	283	11763	271149517630	2022-02-15 09:45:30+00
277	85 San Felipe de Puerto Plata Drive		Shandong	584	46063	170739645687	2022-02-15 09:45:30+00
278	144 South Hill Loop		Guanajuato	445	2012	45387294817	2022-02-15 09:45:30+00
279	1884 Shikarpur Avenue		Haryana	263	85548	959949395183	2022-02-15 09:45:30+00
280	1980 Kamjanets-Podilskyi Street		Illinois	404	89502	874337098891	2022-02-15 09:45:30+00
281	1944 Bamenda Way		Michigan	573	24645	75975221996	2022-02-15 09:45:30+00
282	556 Baybay Manor		Oyo & Osun	374	55802	363982224739	2022-02-15 09:45:30+00
283	457 Tongliao Loop		Bursa	222	56254	880756161823	2022-02-15 09:45:30+00
284	600 Bradford Street		East Azerbaidzan	514	96204	117592274996	2022-02-15 09:45:30+00
285	1006 Santa Brbara dOeste Manor		Ondo & Ekiti	389	36229	85059738746	2022-02-15 09:45:30+00
286	1308 Sumy Loop		Fujian	175	30657	583021225407	2022-02-15 09:45:30+00
287	1405 Chisinau Place		Ponce	411	8160	62781725285	2022-02-15 09:45:30+00
288	226 Halifax Street		Xinxiang	277	58492	790651020929	2022-02-15 09:45:30+00
289	1279 Udine Parkway		Edo & Delta	69	75860	195003555232	2022-02-15 09:45:30+00
290	1336 Benin City Drive		Shiga	386	46044	341242939532	2022-02-15 09:45:30+00
291	1155 Liaocheng Place		Oyo & Osun	152	22650	558236142492	2022-02-15 09:45:30+00
292	1993 Tabuk Lane		Tamil Nadu	522	64221	648482415405	2022-02-15 09:45:30+00
293	86 Higashiosaka Lane		Guanajuato	563	33768	957128697225	2022-02-15 09:45:30+00
294	1912 Allende Manor		Kowloon and New Kowl	279	58124	172262454487	2022-02-15 09:45:30+00
295	544 Tarsus Boulevard		Gurico	562	53145	892523334	2022-02-15 09:45:30+00
296	1936 Cuman Avenue		Virginia	433	61195	976798660411	2022-02-15 09:45:30+00
297	1192 Tongliao Street		Sharja	470	19065	350970907017	2022-02-15 09:45:30+00
298	44 Najafabad Way		Baskimaa	146	61391	96604821070	2022-02-15 09:45:30+00
299	32 Pudukkottai Lane		Ohio	140	38834	967274728547	2022-02-15 09:45:30+00
300	661 Chisinau Lane		Pietari	274	8856	816436065431	2022-02-15 09:45:30+00
301	951 Stara Zagora Manor		Punjab	400	98573	429925609431	2022-02-15 09:45:30+00
302	922 Vila Velha Loop		Maharashtra	9	4085	510737228015	2022-02-15 09:45:30+00
303	898 Jining Lane		Pohjois-Pohjanmaa	387	40070	161643343536	2022-02-15 09:45:30+00
304	1635 Kuwana Boulevard		Hiroshima	205	52137	710603868323	2022-02-15 09:45:30+00
305	41 El Alto Parkway		Maharashtra	398	56883	51917807050	2022-02-15 09:45:30+00
306	1883 Maikop Lane		Kaliningrad	254	68469	96110042435	2022-02-15 09:45:30+00
307	1908 Gaziantep Place		Liaoning	536	58979	108053751300	2022-02-15 09:45:30+00
308	687 Alessandria Parkway		Sanaa	455	57587	407218522294	2022-02-15 09:45:30+00
309	827 Yuncheng Drive		Callao	99	79047	504434452842	2022-02-15 09:45:30+00
310	913 Coacalco de Berriozbal Loop		Texas	33	42141	262088367001	2022-02-15 09:45:30+00
311	715 So Bernardo do Campo Lane		Kedah	507	84804	181179321332	2022-02-15 09:45:30+00
312	1354 Siegen Street		Rio de Janeiro	25	80184	573441801529	2022-02-15 09:45:30+00
313	1191 Sungai Petani Boulevard		Missouri	262	9668	983259819766	2022-02-15 09:45:30+00
314	1224 Huejutla de Reyes Boulevard		Lombardia	91	70923	806016930576	2022-02-15 09:45:30+00
315	543 Bergamo Avenue		Minas Gerais	215	59686	103602195112	2022-02-15 09:45:30+00
316	746 Joliet Lane		Kursk	286	94878	688485191923	2022-02-15 09:45:30+00
317	780 Kimberley Way		Tabuk	515	17032	824396883951	2022-02-15 09:45:30+00
318	1774 Yaound Place		Hubei	166	91400	613124286867	2022-02-15 09:45:30+00
319	1957 Yantai Lane		So Paulo	490	59255	704948322302	2022-02-15 09:45:30+00
320	1542 Lubumbashi Boulevard		Tel Aviv	57	62472	508800331065	2022-02-15 09:45:30+00
321	651 Pathankot Loop		Maharashtra	336	59811	139378397418	2022-02-15 09:45:30+00
322	1359 Zhoushan Parkway		Streymoyar	545	29763	46568045367	2022-02-15 09:45:30+00
323	1769 Iwaki Lane		Kujawsko-Pomorskie	97	25787	556100547674	2022-02-15 09:45:30+00
324	1145 Vilnius Manor		Mxico	451	73170	674805712553	2022-02-15 09:45:30+00
325	1892 Nabereznyje Telny Lane		Tutuila	516	28396	478229987054	2022-02-15 09:45:30+00
326	470 Boksburg Street		Central	81	97960	908029859266	2022-02-15 09:45:30+00
327	1427 A Corua (La Corua) Place		Buenos Aires	45	85799	972574862516	2022-02-15 09:45:30+00
328	479 San Felipe del Progreso Avenue		Morelos	130	54949	869051782691	2022-02-15 09:45:30+00
329	867 Benin City Avenue		Henan	591	78543	168884817145	2022-02-15 09:45:30+00
330	981 Kumbakonam Place		Distrito Federal	89	87611	829116184079	2022-02-15 09:45:30+00
331	1016 Iwakuni Street		St George	269	49833	961370847344	2022-02-15 09:45:30+00
332	663 Baha Blanca Parkway		Adana	5	33463	834418779292	2022-02-15 09:45:30+00
333	1860 Taguig Loop		West Java	119	59550	38158430589	2022-02-15 09:45:30+00
334	1816 Bydgoszcz Loop		Dhaka	234	64308	965273813662	2022-02-15 09:45:30+00
335	587 Benguela Manor		Illinois	42	91590	165450987037	2022-02-15 09:45:30+00
336	430 Kumbakonam Drive		Santa F	457	28814	105470691550	2022-02-15 09:45:30+00
337	1838 Tabriz Lane		Dhaka	143	1195	38988715447	2022-02-15 09:45:30+00
338	431 Szkesfehrvr Avenue		Baki	48	57828	119501405123	2022-02-15 09:45:30+00
339	503 Sogamoso Loop		Sumqayit	505	49812	834626715837	2022-02-15 09:45:30+00
340	507 Smolensk Loop		Sousse	492	22971	80303246192	2022-02-15 09:45:30+00
341	1920 Weifang Avenue		Uttar Pradesh	427	15643	869507847714	2022-02-15 09:45:30+00
342	124 al-Manama Way		Hiroshima	382	52368	647899404952	2022-02-15 09:45:30+00
343	1443 Mardan Street		Western Cape	392	31483	231383037471	2022-02-15 09:45:30+00
344	1909 Benguela Lane		Henan	581	19913	624138001031	2022-02-15 09:45:30+00
345	68 Ponce Parkway		Hanoi	201	85926	870635127812	2022-02-15 09:45:30+00
346	1217 Konotop Avenue		Gelderland	151	504	718917251754	2022-02-15 09:45:30+00
347	1293 Nam Dinh Way		Roraima	84	71583	697656479977	2022-02-15 09:45:30+00
348	785 Vaduz Street		Baja California	335	36170	895616862749	2022-02-15 09:45:30+00
349	1516 Escobar Drive		Tongatapu	370	46069	64536069371	2022-02-15 09:45:30+00
350	1628 Nagareyama Lane		Central	453	60079	20064292617	2022-02-15 09:45:30+00
351	1157 Nyeri Loop		Adygea	320	56380	262744791493	2022-02-15 09:45:30+00
352	1673 Tangail Drive		Daugavpils	137	26857	627924259271	2022-02-15 09:45:30+00
353	381 Kabul Way		Taipei	209	87272	55477302294	2022-02-15 09:45:30+00
354	953 Hodeida Street		Southern Tagalog	221	18841	53912826864	2022-02-15 09:45:30+00
355	469 Nakhon Sawan Street		Tuvassia	531	58866	689199636560	2022-02-15 09:45:30+00
356	1378 Beira Loop		Krasnojarsk	597	40792	840957664136	2022-02-15 09:45:30+00
357	1641 Changhwa Place		Nord-Ouest	52	37636	256546485220	2022-02-15 09:45:30+00
358	1698 Southport Loop		Hidalgo	393	49009	754358349853	2022-02-15 09:45:30+00
359	519 Nyeri Manor		So Paulo	461	37650	764680915323	2022-02-15 09:45:30+00
360	619 Hunuco Avenue		Shimane	331	81508	142596392389	2022-02-15 09:45:30+00
361	45 Aparecida de Goinia Place		Madhya Pradesh	464	7431	650496654258	2022-02-15 09:45:30+00
362	482 Kowloon and New Kowloon Manor		Bratislava	90	97056	738968474939	2022-02-15 09:45:30+00
363	604 Bern Place		Jharkhand	429	5373	620719383725	2022-02-15 09:45:30+00
364	1623 Kingstown Drive		Buenos Aires	20	91299	296394569728	2022-02-15 09:45:30+00
365	1009 Zanzibar Lane		Arecibo	32	64875	102396298916	2022-02-15 09:45:30+00
366	114 Jalib al-Shuyukh Manor		Centre	585	60440	845378657301	2022-02-15 09:45:30+00
367	1163 London Parkway		Par	66	6066	675120358494	2022-02-15 09:45:30+00
368	1658 Jastrzebie-Zdrj Loop		Central	372	96584	568367775448	2022-02-15 09:45:30+00
369	817 Laredo Avenue		Jalisco	188	77449	151249681135	2022-02-15 09:45:30+00
370	1565 Tangail Manor		Okinawa	377	45750	634445428822	2022-02-15 09:45:30+00
371	1912 Emeishan Drive		Balikesir	50	33050	99883471275	2022-02-15 09:45:30+00
372	230 Urawa Drive		Andhra Pradesh	8	2738	166898395731	2022-02-15 09:45:30+00
373	1922 Miraj Way		Esfahan	356	13203	320471479776	2022-02-15 09:45:30+00
374	433 Florencia Street		Chihuahua	250	91330	561729882725	2022-02-15 09:45:30+00
375	1049 Matamoros Parkway		Karnataka	191	69640	960505250340	2022-02-15 09:45:30+00
376	1061 Ede Avenue		Southern Tagalog	98	57810	333390595558	2022-02-15 09:45:30+00
377	154 Oshawa Manor		East Java	415	72771	440365973660	2022-02-15 09:45:30+00
378	1191 Tandil Drive		Southern Tagalog	523	6362	45554316010	2022-02-15 09:45:30+00
379	1133 Rizhao Avenue		Pernambuco	572	2800	600264533987	2022-02-15 09:45:30+00
380	1519 Santiago de los Caballeros Loop		East Kasai	348	22025	409315295763	2022-02-15 09:45:30+00
381	1618 Olomouc Manor		Kurgan	285	26385	96846695220	2022-02-15 09:45:30+00
382	220 Hidalgo Drive		Kermanshah	265	45298	342720754566	2022-02-15 09:45:30+00
383	686 Donostia-San Sebastin Lane		Guangdong	471	97390	71857599858	2022-02-15 09:45:30+00
384	97 Mogiljov Lane		Gujarat	73	89294	924815207181	2022-02-15 09:45:30+00
385	1642 Charlotte Amalie Drive		Slaskie	549	75442	821476736117	2022-02-15 09:45:30+00
386	1368 Maracabo Boulevard			493	32716	934352415130	2022-02-15 09:45:30+00
387	401 Sucre Boulevard		New Hampshire	322	25007	486395999608	2022-02-15 09:45:30+00
388	368 Hunuco Boulevard		Namibe	360	17165	106439158941	2022-02-15 09:45:30+00
389	500 Lincoln Parkway		Jiangsu	210	95509	550306965159	2022-02-15 09:45:30+00
390	102 Chapra Drive		Ibaragi	521	14073	776031833752	2022-02-15 09:45:30+00
391	1793 Meixian Place		Hmelnytskyi	258	33535	619966287415	2022-02-15 09:45:30+00
392	514 Ife Way		Shaba	315	69973	900235712074	2022-02-15 09:45:30+00
393	717 Changzhou Lane		Southern Tagalog	104	21615	426255288071	2022-02-15 09:45:30+00
394	753 Ilorin Avenue		Sichuan	157	3656	464511145118	2022-02-15 09:45:30+00
395	1337 Mit Ghamr Avenue		Nakhon Sawan	358	29810	175283210378	2022-02-15 09:45:30+00
396	767 Pyongyang Drive		Osaka	229	83536	667736124769	2022-02-15 09:45:30+00
397	614 Pak Kret Street		Addis Abeba	6	27796	47808359842	2022-02-15 09:45:30+00
398	954 Lapu-Lapu Way		Moskova	278	8816	737229003916	2022-02-15 09:45:30+00
399	331 Bydgoszcz Parkway		Asturia	181	966	537374465982	2022-02-15 09:45:30+00
400	1152 Citrus Heights Manor		al-Qadarif	15	5239	765957414528	2022-02-15 09:45:30+00
401	168 Cianjur Manor		Saitama	228	73824	679095087143	2022-02-15 09:45:30+00
402	616 Hagonoy Avenue		Krasnojarsk	39	46043	604177838256	2022-02-15 09:45:30+00
403	1190 0 Place		Rio Grande do Sul	44	10417	841876514789	2022-02-15 09:45:30+00
404	734 Bchar Place		Punjab	375	30586	280578750435	2022-02-15 09:45:30+00
405	530 Lausanne Lane		Texas	135	11067	775235029633	2022-02-15 09:45:30+00
406	454 Patiala Lane		Fukushima	276	13496	794553031307	2022-02-15 09:45:30+00
407	1346 Mysore Drive		Bretagne	92	61507	516647474029	2022-02-15 09:45:30+00
408	990 Etawah Loop		Tamil Nadu	564	79940	206169448769	2022-02-15 09:45:30+00
409	1266 Laredo Parkway		Saitama	380	7664	1483365694	2022-02-15 09:45:30+00
410	88 Nagaon Manor		Buenos Aires	524	86868	779461480495	2022-02-15 09:45:30+00
411	264 Bhimavaram Manor		St Thomas	111	54749	302526949177	2022-02-15 09:45:30+00
412	1639 Saarbrcken Drive		North West	437	9827	328494873422	2022-02-15 09:45:30+00
413	692 Amroha Drive		Northern	230	35575	359478883004	2022-02-15 09:45:30+00
414	1936 Lapu-Lapu Parkway		Bauchi & Gombe	141	7122	653436985797	2022-02-15 09:45:30+00
415	432 Garden Grove Street		Ontario	430	65630	615964523510	2022-02-15 09:45:30+00
416	1445 Carmen Parkway		West Java	117	70809	598912394463	2022-02-15 09:45:30+00
417	791 Salinas Street		Punjab	208	40509	129953030512	2022-02-15 09:45:30+00
418	126 Acua Parkway		West Bengali	71	58888	480039662421	2022-02-15 09:45:30+00
419	397 Sunnyvale Avenue		Guanajuato	19	55566	680851640676	2022-02-15 09:45:30+00
420	992 Klerksdorp Loop		Utrecht	23	33711	855290087237	2022-02-15 09:45:30+00
421	966 Arecibo Loop		Sind	134	94018	15273765306	2022-02-15 09:45:30+00
422	289 Santo Andr Manor		al-Sharqiya	16	72410	214976066017	2022-02-15 09:45:30+00
423	437 Chungho Drive		Puerto Plata	450	59489	491271355190	2022-02-15 09:45:30+00
424	1948 Bayugan Parkway		Bihar	264	60622	987306329957	2022-02-15 09:45:30+00
425	1866 al-Qatif Avenue		California	155	89420	546793516940	2022-02-15 09:45:30+00
426	1661 Abha Drive		Tamil Nadu	416	14400	270456873752	2022-02-15 09:45:30+00
427	1557 Cape Coral Parkway		Hubei	293	46875	368284120423	2022-02-15 09:45:30+00
428	1727 Matamoros Place		Sawhaj	465	78813	129673677866	2022-02-15 09:45:30+00
429	1269 Botosani Manor		Guangdong	468	47394	736517327853	2022-02-15 09:45:30+00
430	355 Vitria de Santo Anto Way		Oaxaca	452	81758	548003849552	2022-02-15 09:45:30+00
431	1596 Acua Parkway		Jharkhand	418	70425	157133457169	2022-02-15 09:45:30+00
432	259 Ipoh Drive		So Paulo	189	64964	419009857119	2022-02-15 09:45:30+00
433	1823 Hoshiarpur Lane		Komi	510	33191	307133768620	2022-02-15 09:45:30+00
434	1404 Taguig Drive		Okayama	547	87212	572068624538	2022-02-15 09:45:30+00
435	740 Udaipur Lane		Nizni Novgorod	150	33505	497288595103	2022-02-15 09:45:30+00
436	287 Cuautla Boulevard		Chuquisaca	501	72736	82619513349	2022-02-15 09:45:30+00
437	1766 Almirante Brown Street		KwaZulu-Natal	364	63104	617567598243	2022-02-15 09:45:30+00
438	596 Huixquilucan Place		Nampula	351	65892	342709348083	2022-02-15 09:45:30+00
439	1351 Aparecida de Goinia Parkway		Northern Mindanao	391	41775	959834530529	2022-02-15 09:45:30+00
440	722 Bradford Lane		Shandong	249	90920	746251338300	2022-02-15 09:45:30+00
441	983 Santa F Way		British Colombia	565	47472	145720452260	2022-02-15 09:45:30+00
442	1245 Ibirit Way		La Romana	290	40926	331888642162	2022-02-15 09:45:30+00
443	1836 Korla Parkway		Copperbelt	272	55405	689681677428	2022-02-15 09:45:30+00
444	231 Kaliningrad Place		Lombardia	70	57833	575081026569	2022-02-15 09:45:30+00
445	495 Bhimavaram Lane		Maharashtra	144	3	82088937724	2022-02-15 09:45:30+00
446	1924 Shimonoseki Drive		Batna	59	52625	406784385440	2022-02-15 09:45:30+00
447	105 Dzerzinsk Manor		Inner Mongolia	540	48570	240776414296	2022-02-15 09:45:30+00
448	614 Denizli Parkway		Rio Grande do Sul	486	29444	876491807547	2022-02-15 09:45:30+00
449	1289 Belm Boulevard		Tartumaa	530	88306	237368926031	2022-02-15 09:45:30+00
450	203 Tambaram Street		Buenos Aires	161	73942	411549550611	2022-02-15 09:45:30+00
451	1704 Tambaram Manor		West Bengali	554	2834	39463554936	2022-02-15 09:45:30+00
452	207 Cuernavaca Loop		Tatarstan	352	52671	782900030287	2022-02-15 09:45:30+00
453	319 Springs Loop		Baijeri	160	99552	72524459905	2022-02-15 09:45:30+00
454	956 Nam Dinh Manor		Kerman	481	21872	474047727727	2022-02-15 09:45:30+00
455	1947 Paarl Way		Central Java	509	23636	834061016202	2022-02-15 09:45:30+00
456	814 Simferopol Loop		Sinaloa	154	48745	524567129902	2022-02-15 09:45:30+00
457	535 Ahmadnagar Manor		Abu Dhabi	3	41136	985109775584	2022-02-15 09:45:30+00
458	138 Caracas Boulevard		Zulia	326	16790	974433019532	2022-02-15 09:45:30+00
459	251 Florencia Drive		Michoacn de Ocampo	556	16119	118011831565	2022-02-15 09:45:30+00
460	659 Gatineau Boulevard		La Paz	153	28587	205524798287	2022-02-15 09:45:30+00
461	1889 Valparai Way		Ziguinchor	600	75559	670370974122	2022-02-15 09:45:30+00
462	1485 Bratislava Place		Illinois	435	83183	924663855568	2022-02-15 09:45:30+00
463	935 Aden Boulevard		Central Java	532	64709	335052544020	2022-02-15 09:45:30+00
464	76 Kermanshah Manor		Esfahan	423	23343	762361821578	2022-02-15 09:45:30+00
465	734 Tanshui Avenue		Caquet	170	70664	366776723320	2022-02-15 09:45:30+00
466	118 Jaffna Loop		Northern Mindanao	182	10447	325526730021	2022-02-15 09:45:30+00
467	1621 Tongliao Avenue		Irkutsk	558	22173	209342540247	2022-02-15 09:45:30+00
468	1844 Usak Avenue		Nova Scotia	196	84461	164414772677	2022-02-15 09:45:30+00
469	1872 Toulon Loop		OHiggins	428	7939	928809465153	2022-02-15 09:45:30+00
470	1088 Ibirit Place		Jalisco	595	88502	49084281333	2022-02-15 09:45:30+00
471	1322 Mosul Parkway		Shandong	145	95400	268053970382	2022-02-15 09:45:30+00
472	1447 Chatsworth Place		Chihuahua	129	41545	769370126331	2022-02-15 09:45:30+00
473	1257 Guadalajara Street		Karnataka	78	33599	195337700615	2022-02-15 09:45:30+00
474	1469 Plock Lane		Galicia	388	95835	622884741180	2022-02-15 09:45:30+00
475	434 Ourense (Orense) Manor		Hodeida	206	14122	562370137426	2022-02-15 09:45:30+00
476	270 Tambaram Parkway		Gauteng	244	9668	248446668735	2022-02-15 09:45:30+00
477	1786 Salinas Place		Nam Ha	359	66546	206060652238	2022-02-15 09:45:30+00
478	1078 Stara Zagora Drive		Aceh	301	69221	932992626595	2022-02-15 09:45:30+00
479	1854 Okara Boulevard		Drenthe	158	42123	131912793873	2022-02-15 09:45:30+00
480	421 Yaound Street		Sumy	385	11363	726875628268	2022-02-15 09:45:30+00
481	1153 Allende Way		Qubec	179	20336	856872225376	2022-02-15 09:45:30+00
482	808 Naala-Porto Parkway		England	500	41060	553452430707	2022-02-15 09:45:30+00
483	632 Usolje-Sibirskoje Parkway		Ha Darom	36	73085	667648979883	2022-02-15 09:45:30+00
484	98 Pyongyang Boulevard		Ohio	11	88749	191958435142	2022-02-15 09:45:30+00
485	984 Novoterkassk Loop		Gaziantep	180	28165	435118527255	2022-02-15 09:45:30+00
486	64 Korla Street		Mwanza	347	25145	510383179153	2022-02-15 09:45:30+00
487	1785 So Bernardo do Campo Street		Veracruz	125	71182	684529463244	2022-02-15 09:45:30+00
488	698 Jelets Boulevard		Denizli	142	2596	975185523021	2022-02-15 09:45:30+00
489	1297 Alvorada Parkway		Ningxia	587	11839	508348602835	2022-02-15 09:45:30+00
490	1909 Dayton Avenue		Guangdong	469	88513	702955450528	2022-02-15 09:45:30+00
491	1789 Saint-Denis Parkway		Coahuila de Zaragoza	4	8268	936806643983	2022-02-15 09:45:30+00
492	185 Mannheim Lane		Stavropol	408	23661	589377568313	2022-02-15 09:45:30+00
493	184 Mandaluyong Street		Baja California Sur	288	94239	488425406814	2022-02-15 09:45:30+00
494	591 Sungai Petani Drive		Okayama	376	46400	37247325001	2022-02-15 09:45:30+00
495	656 Matamoros Drive		Boyac	487	19489	17305839123	2022-02-15 09:45:30+00
496	775 ostka Drive		al-Daqahliya	337	22358	171973024401	2022-02-15 09:45:30+00
497	1013 Tabuk Boulevard		West Bengali	261	96203	158399646978	2022-02-15 09:45:30+00
498	319 Plock Parkway		Istanbul	504	26101	854259976812	2022-02-15 09:45:30+00
499	1954 Kowloon and New Kowloon Way		Chimborazo	434	63667	898559280434	2022-02-15 09:45:30+00
500	362 Rajkot Lane		Gansu	47	98030	962020153680	2022-02-15 09:45:30+00
501	1060 Tandil Lane		Shandong	432	72349	211256301880	2022-02-15 09:45:30+00
502	1515 Korla Way		England	589	57197	959467760895	2022-02-15 09:45:30+00
503	1416 San Juan Bautista Tuxtepec Avenue		Zufar	444	50592	144206758053	2022-02-15 09:45:30+00
504	1 Valle de Santiago Avenue		Apulia	93	86208	465897838272	2022-02-15 09:45:30+00
505	519 Brescia Parkway		East Java	318	69504	793996678771	2022-02-15 09:45:30+00
506	414 Mandaluyong Street		Lubelskie	314	16370	52709222667	2022-02-15 09:45:30+00
507	1197 Sokoto Boulevard		West Bengali	478	87687	868602816371	2022-02-15 09:45:30+00
508	496 Celaya Drive		Nagano	552	90797	759586584889	2022-02-15 09:45:30+00
509	786 Matsue Way		Illinois	245	37469	111177206479	2022-02-15 09:45:30+00
510	48 Maracabo Place		Central Luzon	519	1570	82671830126	2022-02-15 09:45:30+00
511	1152 al-Qatif Lane		Kalimantan Barat	412	44816	131370665218	2022-02-15 09:45:30+00
512	1269 Ipoh Avenue		Eskisehir	163	54674	402630109080	2022-02-15 09:45:30+00
513	758 Korolev Parkway		Andhra Pradesh	568	75474	441628280920	2022-02-15 09:45:30+00
514	1747 Rustenburg Place		Bihar	110	51369	442673923363	2022-02-15 09:45:30+00
515	886 Tonghae Place		Volgograd	259	19450	711928348157	2022-02-15 09:45:30+00
516	1574 Goinia Boulevard		Heilongjiang	502	39529	59634255214	2022-02-15 09:45:30+00
517	548 Uruapan Street		Ontario	312	35653	879347453467	2022-02-15 09:45:30+00
519	962 Tama Loop			583	65952	282667506728	2022-02-15 09:45:30+00
520	1778 Gijn Manor		Hubei	594	35156	288910576761	2022-02-15 09:45:30+00
521	568 Dhule (Dhulia) Loop		Coquimbo	127	92568	602101369463	2022-02-15 09:45:30+00
522	1768 Udine Loop		Battambang	60	32347	448876499197	2022-02-15 09:45:30+00
523	608 Birgunj Parkway		Taipei	116	400	627425618482	2022-02-15 09:45:30+00
524	680 A Corua (La Corua) Manor		Sivas	482	49806	158326114853	2022-02-15 09:45:30+00
525	1949 Sanya Street		Gumma	224	61244	132100972047	2022-02-15 09:45:30+00
526	617 Klerksdorp Place		Khanh Hoa	366	94707	574973479129	2022-02-15 09:45:30+00
527	1993 0 Loop		Liaoning	588	41214	25865528181	2022-02-15 09:45:30+00
528	1176 Southend-on-Sea Manor		Southern Tagalog	458	81651	236679267178	2022-02-15 09:45:30+00
529	600 Purnea (Purnia) Avenue		Nghe An	571	18043	638409958875	2022-02-15 09:45:30+00
530	1003 Qinhuangdao Street		West Java	419	25972	35533115997	2022-02-15 09:45:30+00
531	1986 Sivas Place		Friuli-Venezia Giuli	551	95775	182059202712	2022-02-15 09:45:30+00
532	1427 Tabuk Place		Florida	101	31342	214756839122	2022-02-15 09:45:30+00
533	556 Asuncin Way		Mogiljov	339	35364	338244023543	2022-02-15 09:45:30+00
534	486 Ondo Parkway		Benguela	67	35202	105882218332	2022-02-15 09:45:30+00
535	635 Brest Manor		Andhra Pradesh	75	40899	80593242951	2022-02-15 09:45:30+00
536	166 Jinchang Street		Buenos Aires	165	86760	717566026669	2022-02-15 09:45:30+00
537	958 Sagamihara Lane		Mie	287	88408	427274926505	2022-02-15 09:45:30+00
538	1817 Livorno Way		Khanh Hoa	100	79401	478380208348	2022-02-15 09:45:30+00
539	1332 Gaziantep Lane		Shandong	80	22813	383353187467	2022-02-15 09:45:30+00
540	949 Allende Lane		Uttar Pradesh	24	67521	122981120653	2022-02-15 09:45:30+00
541	195 Ilorin Street		Chari-Baguirmi	363	49250	8912935608	2022-02-15 09:45:30+00
542	193 Bhusawal Place		Kang-won	539	9750	745267607502	2022-02-15 09:45:30+00
543	43 Vilnius Manor		Colorado	42	79814	484500282381	2022-02-15 09:45:30+00
544	183 Haiphong Street		Jilin	46	69953	488600270038	2022-02-15 09:45:30+00
545	163 Augusta-Richmond County Loop		Carabobo	561	33030	754579047924	2022-02-15 09:45:30+00
546	191 Jos Azueta Parkway		Ruse	436	13629	932156667696	2022-02-15 09:45:30+00
547	379 Lublin Parkway		Toscana	309	74568	921960450089	2022-02-15 09:45:30+00
548	1658 Cuman Loop		Sumatera Selatan	396	51309	784907335610	2022-02-15 09:45:30+00
549	454 Qinhuangdao Drive		Tadla-Azilal	68	25866	786270036240	2022-02-15 09:45:30+00
550	1715 Okayama Street		So Paulo	485	55676	169352919175	2022-02-15 09:45:30+00
551	182 Nukualofa Drive		Sumy	275	15414	426346224043	2022-02-15 09:45:30+00
552	390 Wroclaw Way		Hainan	462	5753	357593328658	2022-02-15 09:45:30+00
553	1421 Quilmes Lane		Ishikawa	260	19151	135407755975	2022-02-15 09:45:30+00
554	947 Trshavn Place		Central Luzon	528	841	50898428626	2022-02-15 09:45:30+00
555	1764 Jalib al-Shuyukh Parkway		Galicia	459	77642	84794532510	2022-02-15 09:45:30+00
556	346 Cam Ranh Avenue		Zhejiang	599	39976	978430786151	2022-02-15 09:45:30+00
557	1407 Pachuca de Soto Place		Rio Grande do Sul	21	26284	380077794770	2022-02-15 09:45:30+00
558	904 Clarksville Drive		Zhejiang	193	52234	955349440539	2022-02-15 09:45:30+00
559	1917 Kumbakonam Parkway		Vojvodina	368	11892	698182547686	2022-02-15 09:45:30+00
560	1447 Imus Place		Gujarat	426	12905	62127829280	2022-02-15 09:45:30+00
561	1497 Fengshan Drive		KwaZulu-Natal	112	63022	368738360376	2022-02-15 09:45:30+00
562	869 Shikarpur Way		England	496	57380	590764256785	2022-02-15 09:45:30+00
563	1059 Yuncheng Avenue		Vilna	570	47498	107092893983	2022-02-15 09:45:30+00
564	505 Madiun Boulevard		Dolnoslaskie	577	97271	970638808606	2022-02-15 09:45:30+00
565	1741 Hoshiarpur Boulevard		al-Sharqiya	79	22372	855066328617	2022-02-15 09:45:30+00
566	1229 Varanasi (Benares) Manor		Buenos Aires	43	40195	817740355461	2022-02-15 09:45:30+00
567	1894 Boa Vista Way		Texas	178	77464	239357986667	2022-02-15 09:45:30+00
568	1342 Sharja Way		Sokoto & Kebbi & Zam	488	93655	946114054231	2022-02-15 09:45:30+00
569	1342 Abha Boulevard		Bukarest	95	10714	997453607116	2022-02-15 09:45:30+00
570	415 Pune Avenue		Shandong	580	44274	203202500108	2022-02-15 09:45:30+00
571	1746 Faaa Way		Huanuco	214	32515	863080561151	2022-02-15 09:45:30+00
572	539 Hami Way		Tokat	538	52196	525518075499	2022-02-15 09:45:30+00
573	1407 Surakarta Manor		Moskova	466	33224	324346485054	2022-02-15 09:45:30+00
574	502 Mandi Bahauddin Parkway		Anzotegui	55	15992	618156722572	2022-02-15 09:45:30+00
575	1052 Pathankot Avenue		Sichuan	299	77397	128499386727	2022-02-15 09:45:30+00
576	1351 Sousse Lane		Coahuila de Zaragoza	341	37815	203804046132	2022-02-15 09:45:30+00
577	1501 Pangkal Pinang Avenue		Mazowieckie	409	943	770864062795	2022-02-15 09:45:30+00
578	1405 Hagonoy Avenue		Slaskie	133	86587	867287719310	2022-02-15 09:45:30+00
579	521 San Juan Bautista Tuxtepec Place		Qaraghandy	598	95093	844018348565	2022-02-15 09:45:30+00
580	923 Tangail Boulevard		Tokyo-to	10	33384	315528269898	2022-02-15 09:45:30+00
581	186 Skikda Lane		Morelos	131	89422	14465669789	2022-02-15 09:45:30+00
582	1568 Celaya Parkway		Kaohsiung	168	34750	278669994384	2022-02-15 09:45:30+00
583	1489 Kakamigahara Lane		Taipei	526	98883	29341849811	2022-02-15 09:45:30+00
584	1819 Alessandria Loop		Campeche	103	53829	377633994405	2022-02-15 09:45:30+00
585	1208 Tama Loop		Ninawa	344	73605	954786054144	2022-02-15 09:45:30+00
586	951 Springs Lane		Central Mindanao	219	96115	165164761435	2022-02-15 09:45:30+00
587	760 Miyakonojo Drive		Guerrero	246	64682	294449058179	2022-02-15 09:45:30+00
588	966 Asuncin Way		Hidalgo	212	62703	995527378381	2022-02-15 09:45:30+00
589	1584 Ljubertsy Lane		England	494	22954	285710089439	2022-02-15 09:45:30+00
590	247 Jining Parkway		Banjul	54	53446	170115379190	2022-02-15 09:45:30+00
591	773 Dallas Manor		Buenos Aires	424	12664	914466027044	2022-02-15 09:45:30+00
592	1923 Stara Zagora Lane		Nantou	546	95179	182178609211	2022-02-15 09:45:30+00
593	1402 Zanzibar Boulevard		Guanajuato	106	71102	387448063440	2022-02-15 09:45:30+00
594	1464 Kursk Parkway		Shandong	574	17381	338758048786	2022-02-15 09:45:30+00
595	1074 Sanaa Parkway		Loja	311	22474	154124128457	2022-02-15 09:45:30+00
596	1759 Niznekamsk Avenue		al-Manama	14	39414	864392582257	2022-02-15 09:45:30+00
597	32 Liaocheng Way		Minas Gerais	248	1944	410877354933	2022-02-15 09:45:30+00
598	42 Fontana Avenue		Fejr	512	14684	437829801725	2022-02-15 09:45:30+00
599	1895 Zhezqazghan Drive		California	177	36693	137809746111	2022-02-15 09:45:30+00
600	1837 Kaduna Parkway		Inner Mongolia	241	82580	640843562301	2022-02-15 09:45:30+00
601	844 Bucuresti Place		Liaoning	242	36603	935952366111	2022-02-15 09:45:30+00
602	1101 Bucuresti Boulevard		West Greece	401	97661	199514580428	2022-02-15 09:45:30+00
603	1103 Quilmes Boulevard		Piura	503	52137	644021380889	2022-02-15 09:45:30+00
604	1331 Usak Boulevard		Vaud	296	61960	145308717464	2022-02-15 09:45:30+00
605	1325 Fukuyama Street		Heilongjiang	537	27107	288241215394	2022-02-15 09:45:30+00
\.

COPY pagila.category (category_id, name, last_update) FROM stdin;
1	Action	2022-02-15 09:46:27+00
2	Animation	2022-02-15 09:46:27+00
3	Children	2022-02-15 09:46:27+00
4	Classics	2022-02-15 09:46:27+00
5	Comedy	2022-02-15 09:46:27+00
6	Documentary	2022-02-15 09:46:27+00
7	Drama	2022-02-15 09:46:27+00
8	Family	2022-02-15 09:46:27+00
9	Foreign	2022-02-15 09:46:27+00
10	Games	2022-02-15 09:46:27+00
11	Horror	2022-02-15 09:46:27+00
12	Music	2022-02-15 09:46:27+00
13	New	2022-02-15 09:46:27+00
14	Sci-Fi	2022-02-15 09:46:27+00
15	Sports	2022-02-15 09:46:27+00
16	Travel	2022-02-15 09:46:27+00
\.

COPY pagila.city (city_id, city, country_id, last_update) FROM stdin;
1	A Corua (La Corua)	87	2022-02-15 09:45:25+00
2	Abha	82	2022-02-15 09:45:25+00
3	Abu Dhabi	101	2022-02-15 09:45:25+00
4	Acua	60	2022-02-15 09:45:25+00
5	Adana	97	2022-02-15 09:45:25+00
6	Addis Abeba	31	2022-02-15 09:45:25+00
7	Aden	107	2022-02-15 09:45:25+00
8	Adoni	44	2022-02-15 09:45:25+00
9	Ahmadnagar	44	2022-02-15 09:45:25+00
10	Akishima	50	2022-02-15 09:45:25+00
11	Akron	103	2022-02-15 09:45:25+00
12	al-Ayn	101	2022-02-15 09:45:25+00
13	al-Hawiya	82	2022-02-15 09:45:25+00
14	al-Manama	11	2022-02-15 09:45:25+00
15	al-Qadarif	89	2022-02-15 09:45:25+00
16	al-Qatif	82	2022-02-15 09:45:25+00
17	Alessandria	49	2022-02-15 09:45:25+00
18	Allappuzha (Alleppey)	44	2022-02-15 09:45:25+00
19	Allende	60	2022-02-15 09:45:25+00
20	Almirante Brown	6	2022-02-15 09:45:25+00
21	Alvorada	15	2022-02-15 09:45:25+00
22	Ambattur	44	2022-02-15 09:45:25+00
23	Amersfoort	67	2022-02-15 09:45:25+00
24	Amroha	44	2022-02-15 09:45:25+00
25	Angra dos Reis	15	2022-02-15 09:45:25+00
26	Anpolis	15	2022-02-15 09:45:25+00
27	Antofagasta	22	2022-02-15 09:45:25+00
28	Aparecida de Goinia	15	2022-02-15 09:45:25+00
29	Apeldoorn	67	2022-02-15 09:45:25+00
30	Araatuba	15	2022-02-15 09:45:25+00
31	Arak	46	2022-02-15 09:45:25+00
32	Arecibo	77	2022-02-15 09:45:25+00
33	Arlington	103	2022-02-15 09:45:25+00
34	Ashdod	48	2022-02-15 09:45:25+00
35	Ashgabat	98	2022-02-15 09:45:25+00
36	Ashqelon	48	2022-02-15 09:45:25+00
37	Asuncin	73	2022-02-15 09:45:25+00
38	Athenai	39	2022-02-15 09:45:25+00
39	Atinsk	80	2022-02-15 09:45:25+00
40	Atlixco	60	2022-02-15 09:45:25+00
41	Augusta-Richmond County	103	2022-02-15 09:45:25+00
42	Aurora	103	2022-02-15 09:45:25+00
43	Avellaneda	6	2022-02-15 09:45:25+00
44	Bag	15	2022-02-15 09:45:25+00
45	Baha Blanca	6	2022-02-15 09:45:25+00
46	Baicheng	23	2022-02-15 09:45:25+00
47	Baiyin	23	2022-02-15 09:45:25+00
48	Baku	10	2022-02-15 09:45:25+00
49	Balaiha	80	2022-02-15 09:45:25+00
50	Balikesir	97	2022-02-15 09:45:25+00
51	Balurghat	44	2022-02-15 09:45:25+00
52	Bamenda	19	2022-02-15 09:45:25+00
53	Bandar Seri Begawan	16	2022-02-15 09:45:25+00
54	Banjul	37	2022-02-15 09:45:25+00
55	Barcelona	104	2022-02-15 09:45:25+00
56	Basel	91	2022-02-15 09:45:25+00
57	Bat Yam	48	2022-02-15 09:45:25+00
58	Batman	97	2022-02-15 09:45:25+00
59	Batna	2	2022-02-15 09:45:25+00
60	Battambang	18	2022-02-15 09:45:25+00
61	Baybay	75	2022-02-15 09:45:25+00
62	Bayugan	75	2022-02-15 09:45:25+00
63	Bchar	2	2022-02-15 09:45:25+00
64	Beira	63	2022-02-15 09:45:25+00
65	Bellevue	103	2022-02-15 09:45:25+00
66	Belm	15	2022-02-15 09:45:25+00
67	Benguela	4	2022-02-15 09:45:25+00
68	Beni-Mellal	62	2022-02-15 09:45:25+00
69	Benin City	69	2022-02-15 09:45:25+00
70	Bergamo	49	2022-02-15 09:45:25+00
71	Berhampore (Baharampur)	44	2022-02-15 09:45:25+00
72	Bern	91	2022-02-15 09:45:25+00
73	Bhavnagar	44	2022-02-15 09:45:25+00
74	Bhilwara	44	2022-02-15 09:45:25+00
75	Bhimavaram	44	2022-02-15 09:45:25+00
76	Bhopal	44	2022-02-15 09:45:25+00
77	Bhusawal	44	2022-02-15 09:45:25+00
78	Bijapur	44	2022-02-15 09:45:25+00
79	Bilbays	29	2022-02-15 09:45:25+00
80	Binzhou	23	2022-02-15 09:45:25+00
81	Birgunj	66	2022-02-15 09:45:25+00
82	Bislig	75	2022-02-15 09:45:25+00
83	Blumenau	15	2022-02-15 09:45:25+00
84	Boa Vista	15	2022-02-15 09:45:25+00
85	Boksburg	85	2022-02-15 09:45:25+00
86	Botosani	78	2022-02-15 09:45:25+00
87	Botshabelo	85	2022-02-15 09:45:25+00
88	Bradford	102	2022-02-15 09:45:25+00
89	Braslia	15	2022-02-15 09:45:25+00
90	Bratislava	84	2022-02-15 09:45:25+00
91	Brescia	49	2022-02-15 09:45:25+00
92	Brest	34	2022-02-15 09:45:25+00
93	Brindisi	49	2022-02-15 09:45:25+00
94	Brockton	103	2022-02-15 09:45:25+00
95	Bucuresti	78	2022-02-15 09:45:25+00
96	Buenaventura	24	2022-02-15 09:45:25+00
97	Bydgoszcz	76	2022-02-15 09:45:25+00
98	Cabuyao	75	2022-02-15 09:45:25+00
99	Callao	74	2022-02-15 09:45:25+00
100	Cam Ranh	105	2022-02-15 09:45:25+00
101	Cape Coral	103	2022-02-15 09:45:25+00
102	Caracas	104	2022-02-15 09:45:25+00
103	Carmen	60	2022-02-15 09:45:25+00
104	Cavite	75	2022-02-15 09:45:25+00
105	Cayenne	35	2022-02-15 09:45:25+00
106	Celaya	60	2022-02-15 09:45:25+00
107	Chandrapur	44	2022-02-15 09:45:25+00
108	Changhwa	92	2022-02-15 09:45:25+00
109	Changzhou	23	2022-02-15 09:45:25+00
110	Chapra	44	2022-02-15 09:45:25+00
111	Charlotte Amalie	106	2022-02-15 09:45:25+00
112	Chatsworth	85	2022-02-15 09:45:25+00
113	Cheju	86	2022-02-15 09:45:25+00
114	Chiayi	92	2022-02-15 09:45:25+00
115	Chisinau	61	2022-02-15 09:45:25+00
116	Chungho	92	2022-02-15 09:45:25+00
117	Cianjur	45	2022-02-15 09:45:25+00
118	Ciomas	45	2022-02-15 09:45:25+00
119	Ciparay	45	2022-02-15 09:45:25+00
120	Citrus Heights	103	2022-02-15 09:45:25+00
121	Citt del Vaticano	41	2022-02-15 09:45:25+00
122	Ciudad del Este	73	2022-02-15 09:45:25+00
123	Clarksville	103	2022-02-15 09:45:25+00
124	Coacalco de Berriozbal	60	2022-02-15 09:45:25+00
125	Coatzacoalcos	60	2022-02-15 09:45:25+00
126	Compton	103	2022-02-15 09:45:25+00
127	Coquimbo	22	2022-02-15 09:45:25+00
128	Crdoba	6	2022-02-15 09:45:25+00
129	Cuauhtmoc	60	2022-02-15 09:45:25+00
130	Cuautla	60	2022-02-15 09:45:25+00
131	Cuernavaca	60	2022-02-15 09:45:25+00
132	Cuman	104	2022-02-15 09:45:25+00
133	Czestochowa	76	2022-02-15 09:45:25+00
134	Dadu	72	2022-02-15 09:45:25+00
135	Dallas	103	2022-02-15 09:45:25+00
136	Datong	23	2022-02-15 09:45:25+00
137	Daugavpils	54	2022-02-15 09:45:25+00
138	Davao	75	2022-02-15 09:45:25+00
139	Daxian	23	2022-02-15 09:45:25+00
140	Dayton	103	2022-02-15 09:45:25+00
141	Deba Habe	69	2022-02-15 09:45:25+00
142	Denizli	97	2022-02-15 09:45:25+00
143	Dhaka	12	2022-02-15 09:45:25+00
144	Dhule (Dhulia)	44	2022-02-15 09:45:25+00
145	Dongying	23	2022-02-15 09:45:25+00
146	Donostia-San Sebastin	87	2022-02-15 09:45:25+00
147	Dos Quebradas	24	2022-02-15 09:45:25+00
148	Duisburg	38	2022-02-15 09:45:25+00
149	Dundee	102	2022-02-15 09:45:25+00
150	Dzerzinsk	80	2022-02-15 09:45:25+00
151	Ede	67	2022-02-15 09:45:25+00
152	Effon-Alaiye	69	2022-02-15 09:45:25+00
153	El Alto	14	2022-02-15 09:45:25+00
154	El Fuerte	60	2022-02-15 09:45:25+00
155	El Monte	103	2022-02-15 09:45:25+00
156	Elista	80	2022-02-15 09:45:25+00
157	Emeishan	23	2022-02-15 09:45:25+00
158	Emmen	67	2022-02-15 09:45:25+00
159	Enshi	23	2022-02-15 09:45:25+00
160	Erlangen	38	2022-02-15 09:45:25+00
161	Escobar	6	2022-02-15 09:45:25+00
162	Esfahan	46	2022-02-15 09:45:25+00
163	Eskisehir	97	2022-02-15 09:45:25+00
164	Etawah	44	2022-02-15 09:45:25+00
165	Ezeiza	6	2022-02-15 09:45:25+00
166	Ezhou	23	2022-02-15 09:45:25+00
167	Faaa	36	2022-02-15 09:45:25+00
168	Fengshan	92	2022-02-15 09:45:25+00
169	Firozabad	44	2022-02-15 09:45:25+00
170	Florencia	24	2022-02-15 09:45:25+00
171	Fontana	103	2022-02-15 09:45:25+00
172	Fukuyama	50	2022-02-15 09:45:25+00
173	Funafuti	99	2022-02-15 09:45:25+00
174	Fuyu	23	2022-02-15 09:45:25+00
175	Fuzhou	23	2022-02-15 09:45:25+00
176	Gandhinagar	44	2022-02-15 09:45:25+00
177	Garden Grove	103	2022-02-15 09:45:25+00
178	Garland	103	2022-02-15 09:45:25+00
179	Gatineau	20	2022-02-15 09:45:25+00
180	Gaziantep	97	2022-02-15 09:45:25+00
181	Gijn	87	2022-02-15 09:45:25+00
182	Gingoog	75	2022-02-15 09:45:25+00
183	Goinia	15	2022-02-15 09:45:25+00
184	Gorontalo	45	2022-02-15 09:45:25+00
185	Grand Prairie	103	2022-02-15 09:45:25+00
186	Graz	9	2022-02-15 09:45:25+00
187	Greensboro	103	2022-02-15 09:45:25+00
188	Guadalajara	60	2022-02-15 09:45:25+00
189	Guaruj	15	2022-02-15 09:45:25+00
190	guas Lindas de Gois	15	2022-02-15 09:45:25+00
191	Gulbarga	44	2022-02-15 09:45:25+00
192	Hagonoy	75	2022-02-15 09:45:25+00
193	Haining	23	2022-02-15 09:45:25+00
194	Haiphong	105	2022-02-15 09:45:25+00
195	Haldia	44	2022-02-15 09:45:25+00
196	Halifax	20	2022-02-15 09:45:25+00
197	Halisahar	44	2022-02-15 09:45:25+00
198	Halle/Saale	38	2022-02-15 09:45:25+00
199	Hami	23	2022-02-15 09:45:25+00
200	Hamilton	68	2022-02-15 09:45:25+00
201	Hanoi	105	2022-02-15 09:45:25+00
202	Hidalgo	60	2022-02-15 09:45:25+00
203	Higashiosaka	50	2022-02-15 09:45:25+00
204	Hino	50	2022-02-15 09:45:25+00
205	Hiroshima	50	2022-02-15 09:45:25+00
206	Hodeida	107	2022-02-15 09:45:25+00
207	Hohhot	23	2022-02-15 09:45:25+00
208	Hoshiarpur	44	2022-02-15 09:45:25+00
209	Hsichuh	92	2022-02-15 09:45:25+00
210	Huaian	23	2022-02-15 09:45:25+00
211	Hubli-Dharwad	44	2022-02-15 09:45:25+00
212	Huejutla de Reyes	60	2022-02-15 09:45:25+00
213	Huixquilucan	60	2022-02-15 09:45:25+00
214	Hunuco	74	2022-02-15 09:45:25+00
215	Ibirit	15	2022-02-15 09:45:25+00
216	Idfu	29	2022-02-15 09:45:25+00
217	Ife	69	2022-02-15 09:45:25+00
218	Ikerre	69	2022-02-15 09:45:25+00
219	Iligan	75	2022-02-15 09:45:25+00
220	Ilorin	69	2022-02-15 09:45:25+00
221	Imus	75	2022-02-15 09:45:25+00
222	Inegl	97	2022-02-15 09:45:25+00
223	Ipoh	59	2022-02-15 09:45:25+00
224	Isesaki	50	2022-02-15 09:45:25+00
225	Ivanovo	80	2022-02-15 09:45:25+00
226	Iwaki	50	2022-02-15 09:45:25+00
227	Iwakuni	50	2022-02-15 09:45:25+00
228	Iwatsuki	50	2022-02-15 09:45:25+00
229	Izumisano	50	2022-02-15 09:45:25+00
230	Jaffna	88	2022-02-15 09:45:25+00
231	Jaipur	44	2022-02-15 09:45:25+00
232	Jakarta	45	2022-02-15 09:45:25+00
233	Jalib al-Shuyukh	53	2022-02-15 09:45:25+00
234	Jamalpur	12	2022-02-15 09:45:25+00
235	Jaroslavl	80	2022-02-15 09:45:25+00
236	Jastrzebie-Zdrj	76	2022-02-15 09:45:25+00
237	Jedda	82	2022-02-15 09:45:25+00
238	Jelets	80	2022-02-15 09:45:25+00
239	Jhansi	44	2022-02-15 09:45:25+00
240	Jinchang	23	2022-02-15 09:45:25+00
241	Jining	23	2022-02-15 09:45:25+00
242	Jinzhou	23	2022-02-15 09:45:25+00
243	Jodhpur	44	2022-02-15 09:45:25+00
244	Johannesburg	85	2022-02-15 09:45:25+00
245	Joliet	103	2022-02-15 09:45:25+00
246	Jos Azueta	60	2022-02-15 09:45:25+00
247	Juazeiro do Norte	15	2022-02-15 09:45:25+00
248	Juiz de Fora	15	2022-02-15 09:45:25+00
249	Junan	23	2022-02-15 09:45:25+00
250	Jurez	60	2022-02-15 09:45:25+00
251	Kabul	1	2022-02-15 09:45:25+00
252	Kaduna	69	2022-02-15 09:45:25+00
253	Kakamigahara	50	2022-02-15 09:45:25+00
254	Kaliningrad	80	2022-02-15 09:45:25+00
255	Kalisz	76	2022-02-15 09:45:25+00
256	Kamakura	50	2022-02-15 09:45:25+00
257	Kamarhati	44	2022-02-15 09:45:25+00
258	Kamjanets-Podilskyi	100	2022-02-15 09:45:25+00
259	Kamyin	80	2022-02-15 09:45:25+00
260	Kanazawa	50	2022-02-15 09:45:25+00
261	Kanchrapara	44	2022-02-15 09:45:25+00
262	Kansas City	103	2022-02-15 09:45:25+00
263	Karnal	44	2022-02-15 09:45:25+00
264	Katihar	44	2022-02-15 09:45:25+00
265	Kermanshah	46	2022-02-15 09:45:25+00
266	Kilis	97	2022-02-15 09:45:25+00
267	Kimberley	85	2022-02-15 09:45:25+00
268	Kimchon	86	2022-02-15 09:45:25+00
269	Kingstown	81	2022-02-15 09:45:25+00
270	Kirovo-Tepetsk	80	2022-02-15 09:45:25+00
271	Kisumu	52	2022-02-15 09:45:25+00
272	Kitwe	109	2022-02-15 09:45:25+00
273	Klerksdorp	85	2022-02-15 09:45:25+00
274	Kolpino	80	2022-02-15 09:45:25+00
275	Konotop	100	2022-02-15 09:45:25+00
276	Koriyama	50	2022-02-15 09:45:25+00
277	Korla	23	2022-02-15 09:45:25+00
278	Korolev	80	2022-02-15 09:45:25+00
279	Kowloon and New Kowloon	42	2022-02-15 09:45:25+00
280	Kragujevac	108	2022-02-15 09:45:25+00
281	Ktahya	97	2022-02-15 09:45:25+00
282	Kuching	59	2022-02-15 09:45:25+00
283	Kumbakonam	44	2022-02-15 09:45:25+00
284	Kurashiki	50	2022-02-15 09:45:25+00
285	Kurgan	80	2022-02-15 09:45:25+00
286	Kursk	80	2022-02-15 09:45:25+00
287	Kuwana	50	2022-02-15 09:45:25+00
288	La Paz	60	2022-02-15 09:45:25+00
289	La Plata	6	2022-02-15 09:45:25+00
290	La Romana	27	2022-02-15 09:45:25+00
291	Laiwu	23	2022-02-15 09:45:25+00
292	Lancaster	103	2022-02-15 09:45:25+00
293	Laohekou	23	2022-02-15 09:45:25+00
294	Lapu-Lapu	75	2022-02-15 09:45:25+00
295	Laredo	103	2022-02-15 09:45:25+00
296	Lausanne	91	2022-02-15 09:45:25+00
297	Le Mans	34	2022-02-15 09:45:25+00
298	Lengshuijiang	23	2022-02-15 09:45:25+00
299	Leshan	23	2022-02-15 09:45:25+00
300	Lethbridge	20	2022-02-15 09:45:25+00
301	Lhokseumawe	45	2022-02-15 09:45:25+00
302	Liaocheng	23	2022-02-15 09:45:25+00
303	Liepaja	54	2022-02-15 09:45:25+00
304	Lilongwe	58	2022-02-15 09:45:25+00
305	Lima	74	2022-02-15 09:45:25+00
306	Lincoln	103	2022-02-15 09:45:25+00
307	Linz	9	2022-02-15 09:45:25+00
308	Lipetsk	80	2022-02-15 09:45:25+00
309	Livorno	49	2022-02-15 09:45:25+00
310	Ljubertsy	80	2022-02-15 09:45:25+00
311	Loja	28	2022-02-15 09:45:25+00
312	London	102	2022-02-15 09:45:25+00
313	London	20	2022-02-15 09:45:25+00
314	Lublin	76	2022-02-15 09:45:25+00
315	Lubumbashi	25	2022-02-15 09:45:25+00
316	Lungtan	92	2022-02-15 09:45:25+00
317	Luzinia	15	2022-02-15 09:45:25+00
318	Madiun	45	2022-02-15 09:45:25+00
319	Mahajanga	57	2022-02-15 09:45:25+00
320	Maikop	80	2022-02-15 09:45:25+00
321	Malm	90	2022-02-15 09:45:25+00
322	Manchester	103	2022-02-15 09:45:25+00
323	Mandaluyong	75	2022-02-15 09:45:25+00
324	Mandi Bahauddin	72	2022-02-15 09:45:25+00
325	Mannheim	38	2022-02-15 09:45:25+00
326	Maracabo	104	2022-02-15 09:45:25+00
327	Mardan	72	2022-02-15 09:45:25+00
328	Maring	15	2022-02-15 09:45:25+00
329	Masqat	71	2022-02-15 09:45:25+00
330	Matamoros	60	2022-02-15 09:45:25+00
331	Matsue	50	2022-02-15 09:45:25+00
332	Meixian	23	2022-02-15 09:45:25+00
333	Memphis	103	2022-02-15 09:45:25+00
334	Merlo	6	2022-02-15 09:45:25+00
335	Mexicali	60	2022-02-15 09:45:25+00
336	Miraj	44	2022-02-15 09:45:25+00
337	Mit Ghamr	29	2022-02-15 09:45:25+00
338	Miyakonojo	50	2022-02-15 09:45:25+00
339	Mogiljov	13	2022-02-15 09:45:25+00
340	Molodetno	13	2022-02-15 09:45:25+00
341	Monclova	60	2022-02-15 09:45:25+00
342	Monywa	64	2022-02-15 09:45:25+00
343	Moscow	80	2022-02-15 09:45:25+00
344	Mosul	47	2022-02-15 09:45:25+00
345	Mukateve	100	2022-02-15 09:45:25+00
346	Munger (Monghyr)	44	2022-02-15 09:45:25+00
347	Mwanza	93	2022-02-15 09:45:25+00
348	Mwene-Ditu	25	2022-02-15 09:45:25+00
349	Myingyan	64	2022-02-15 09:45:25+00
350	Mysore	44	2022-02-15 09:45:25+00
351	Naala-Porto	63	2022-02-15 09:45:25+00
352	Nabereznyje Telny	80	2022-02-15 09:45:25+00
353	Nador	62	2022-02-15 09:45:25+00
354	Nagaon	44	2022-02-15 09:45:25+00
355	Nagareyama	50	2022-02-15 09:45:25+00
356	Najafabad	46	2022-02-15 09:45:25+00
357	Naju	86	2022-02-15 09:45:25+00
358	Nakhon Sawan	94	2022-02-15 09:45:25+00
359	Nam Dinh	105	2022-02-15 09:45:25+00
360	Namibe	4	2022-02-15 09:45:25+00
361	Nantou	92	2022-02-15 09:45:25+00
362	Nanyang	23	2022-02-15 09:45:25+00
363	NDjamna	21	2022-02-15 09:45:25+00
364	Newcastle	85	2022-02-15 09:45:25+00
365	Nezahualcyotl	60	2022-02-15 09:45:25+00
366	Nha Trang	105	2022-02-15 09:45:25+00
367	Niznekamsk	80	2022-02-15 09:45:25+00
368	Novi Sad	108	2022-02-15 09:45:25+00
369	Novoterkassk	80	2022-02-15 09:45:25+00
370	Nukualofa	95	2022-02-15 09:45:25+00
371	Nuuk	40	2022-02-15 09:45:25+00
372	Nyeri	52	2022-02-15 09:45:25+00
373	Ocumare del Tuy	104	2022-02-15 09:45:25+00
374	Ogbomosho	69	2022-02-15 09:45:25+00
375	Okara	72	2022-02-15 09:45:25+00
376	Okayama	50	2022-02-15 09:45:25+00
377	Okinawa	50	2022-02-15 09:45:25+00
378	Olomouc	26	2022-02-15 09:45:25+00
379	Omdurman	89	2022-02-15 09:45:25+00
380	Omiya	50	2022-02-15 09:45:25+00
381	Ondo	69	2022-02-15 09:45:25+00
382	Onomichi	50	2022-02-15 09:45:25+00
383	Oshawa	20	2022-02-15 09:45:25+00
384	Osmaniye	97	2022-02-15 09:45:25+00
385	ostka	100	2022-02-15 09:45:25+00
386	Otsu	50	2022-02-15 09:45:25+00
387	Oulu	33	2022-02-15 09:45:25+00
388	Ourense (Orense)	87	2022-02-15 09:45:25+00
389	Owo	69	2022-02-15 09:45:25+00
390	Oyo	69	2022-02-15 09:45:25+00
391	Ozamis	75	2022-02-15 09:45:25+00
392	Paarl	85	2022-02-15 09:45:25+00
393	Pachuca de Soto	60	2022-02-15 09:45:25+00
394	Pak Kret	94	2022-02-15 09:45:25+00
395	Palghat (Palakkad)	44	2022-02-15 09:45:25+00
396	Pangkal Pinang	45	2022-02-15 09:45:25+00
397	Papeete	36	2022-02-15 09:45:25+00
398	Parbhani	44	2022-02-15 09:45:25+00
399	Pathankot	44	2022-02-15 09:45:25+00
400	Patiala	44	2022-02-15 09:45:25+00
401	Patras	39	2022-02-15 09:45:25+00
402	Pavlodar	51	2022-02-15 09:45:25+00
403	Pemalang	45	2022-02-15 09:45:25+00
404	Peoria	103	2022-02-15 09:45:25+00
405	Pereira	24	2022-02-15 09:45:25+00
406	Phnom Penh	18	2022-02-15 09:45:25+00
407	Pingxiang	23	2022-02-15 09:45:25+00
408	Pjatigorsk	80	2022-02-15 09:45:25+00
409	Plock	76	2022-02-15 09:45:25+00
410	Po	15	2022-02-15 09:45:25+00
411	Ponce	77	2022-02-15 09:45:25+00
412	Pontianak	45	2022-02-15 09:45:25+00
413	Poos de Caldas	15	2022-02-15 09:45:25+00
414	Portoviejo	28	2022-02-15 09:45:25+00
415	Probolinggo	45	2022-02-15 09:45:25+00
416	Pudukkottai	44	2022-02-15 09:45:25+00
417	Pune	44	2022-02-15 09:45:25+00
418	Purnea (Purnia)	44	2022-02-15 09:45:25+00
419	Purwakarta	45	2022-02-15 09:45:25+00
420	Pyongyang	70	2022-02-15 09:45:25+00
421	Qalyub	29	2022-02-15 09:45:25+00
422	Qinhuangdao	23	2022-02-15 09:45:25+00
423	Qomsheh	46	2022-02-15 09:45:25+00
424	Quilmes	6	2022-02-15 09:45:25+00
425	Rae Bareli	44	2022-02-15 09:45:25+00
426	Rajkot	44	2022-02-15 09:45:25+00
427	Rampur	44	2022-02-15 09:45:25+00
428	Rancagua	22	2022-02-15 09:45:25+00
429	Ranchi	44	2022-02-15 09:45:25+00
430	Richmond Hill	20	2022-02-15 09:45:25+00
431	Rio Claro	15	2022-02-15 09:45:25+00
432	Rizhao	23	2022-02-15 09:45:25+00
433	Roanoke	103	2022-02-15 09:45:25+00
434	Robamba	28	2022-02-15 09:45:25+00
435	Rockford	103	2022-02-15 09:45:25+00
436	Ruse	17	2022-02-15 09:45:25+00
437	Rustenburg	85	2022-02-15 09:45:25+00
438	s-Hertogenbosch	67	2022-02-15 09:45:25+00
439	Saarbrcken	38	2022-02-15 09:45:25+00
440	Sagamihara	50	2022-02-15 09:45:25+00
441	Saint Louis	103	2022-02-15 09:45:25+00
442	Saint-Denis	79	2022-02-15 09:45:25+00
443	Sal	62	2022-02-15 09:45:25+00
444	Salala	71	2022-02-15 09:45:25+00
445	Salamanca	60	2022-02-15 09:45:25+00
446	Salinas	103	2022-02-15 09:45:25+00
447	Salzburg	9	2022-02-15 09:45:25+00
448	Sambhal	44	2022-02-15 09:45:25+00
449	San Bernardino	103	2022-02-15 09:45:25+00
450	San Felipe de Puerto Plata	27	2022-02-15 09:45:25+00
451	San Felipe del Progreso	60	2022-02-15 09:45:25+00
452	San Juan Bautista Tuxtepec	60	2022-02-15 09:45:25+00
453	San Lorenzo	73	2022-02-15 09:45:25+00
454	San Miguel de Tucumn	6	2022-02-15 09:45:25+00
455	Sanaa	107	2022-02-15 09:45:25+00
456	Santa Brbara dOeste	15	2022-02-15 09:45:25+00
457	Santa F	6	2022-02-15 09:45:25+00
458	Santa Rosa	75	2022-02-15 09:45:25+00
459	Santiago de Compostela	87	2022-02-15 09:45:25+00
460	Santiago de los Caballeros	27	2022-02-15 09:45:25+00
461	Santo Andr	15	2022-02-15 09:45:25+00
462	Sanya	23	2022-02-15 09:45:25+00
463	Sasebo	50	2022-02-15 09:45:25+00
464	Satna	44	2022-02-15 09:45:25+00
465	Sawhaj	29	2022-02-15 09:45:25+00
466	Serpuhov	80	2022-02-15 09:45:25+00
467	Shahr-e Kord	46	2022-02-15 09:45:25+00
468	Shanwei	23	2022-02-15 09:45:25+00
469	Shaoguan	23	2022-02-15 09:45:25+00
470	Sharja	101	2022-02-15 09:45:25+00
471	Shenzhen	23	2022-02-15 09:45:25+00
472	Shikarpur	72	2022-02-15 09:45:25+00
473	Shimoga	44	2022-02-15 09:45:25+00
474	Shimonoseki	50	2022-02-15 09:45:25+00
475	Shivapuri	44	2022-02-15 09:45:25+00
476	Shubra al-Khayma	29	2022-02-15 09:45:25+00
477	Siegen	38	2022-02-15 09:45:25+00
478	Siliguri (Shiliguri)	44	2022-02-15 09:45:25+00
479	Simferopol	100	2022-02-15 09:45:25+00
480	Sincelejo	24	2022-02-15 09:45:25+00
481	Sirjan	46	2022-02-15 09:45:25+00
482	Sivas	97	2022-02-15 09:45:25+00
483	Skikda	2	2022-02-15 09:45:25+00
484	Smolensk	80	2022-02-15 09:45:25+00
485	So Bernardo do Campo	15	2022-02-15 09:45:25+00
486	So Leopoldo	15	2022-02-15 09:45:25+00
487	Sogamoso	24	2022-02-15 09:45:25+00
488	Sokoto	69	2022-02-15 09:45:25+00
489	Songkhla	94	2022-02-15 09:45:25+00
490	Sorocaba	15	2022-02-15 09:45:25+00
491	Soshanguve	85	2022-02-15 09:45:25+00
492	Sousse	96	2022-02-15 09:45:25+00
493	South Hill	5	2022-02-15 09:45:25+00
494	Southampton	102	2022-02-15 09:45:25+00
495	Southend-on-Sea	102	2022-02-15 09:45:25+00
496	Southport	102	2022-02-15 09:45:25+00
497	Springs	85	2022-02-15 09:45:25+00
498	Stara Zagora	17	2022-02-15 09:45:25+00
499	Sterling Heights	103	2022-02-15 09:45:25+00
500	Stockport	102	2022-02-15 09:45:25+00
501	Sucre	14	2022-02-15 09:45:25+00
502	Suihua	23	2022-02-15 09:45:25+00
503	Sullana	74	2022-02-15 09:45:25+00
504	Sultanbeyli	97	2022-02-15 09:45:25+00
505	Sumqayit	10	2022-02-15 09:45:25+00
506	Sumy	100	2022-02-15 09:45:25+00
507	Sungai Petani	59	2022-02-15 09:45:25+00
508	Sunnyvale	103	2022-02-15 09:45:25+00
509	Surakarta	45	2022-02-15 09:45:25+00
510	Syktyvkar	80	2022-02-15 09:45:25+00
511	Syrakusa	49	2022-02-15 09:45:25+00
512	Szkesfehrvr	43	2022-02-15 09:45:25+00
513	Tabora	93	2022-02-15 09:45:25+00
514	Tabriz	46	2022-02-15 09:45:25+00
515	Tabuk	82	2022-02-15 09:45:25+00
516	Tafuna	3	2022-02-15 09:45:25+00
517	Taguig	75	2022-02-15 09:45:25+00
518	Taizz	107	2022-02-15 09:45:25+00
519	Talavera	75	2022-02-15 09:45:25+00
520	Tallahassee	103	2022-02-15 09:45:25+00
521	Tama	50	2022-02-15 09:45:25+00
522	Tambaram	44	2022-02-15 09:45:25+00
523	Tanauan	75	2022-02-15 09:45:25+00
524	Tandil	6	2022-02-15 09:45:25+00
525	Tangail	12	2022-02-15 09:45:25+00
526	Tanshui	92	2022-02-15 09:45:25+00
527	Tanza	75	2022-02-15 09:45:25+00
528	Tarlac	75	2022-02-15 09:45:25+00
529	Tarsus	97	2022-02-15 09:45:25+00
530	Tartu	30	2022-02-15 09:45:25+00
531	Teboksary	80	2022-02-15 09:45:25+00
532	Tegal	45	2022-02-15 09:45:25+00
533	Tel Aviv-Jaffa	48	2022-02-15 09:45:25+00
534	Tete	63	2022-02-15 09:45:25+00
535	Tianjin	23	2022-02-15 09:45:25+00
536	Tiefa	23	2022-02-15 09:45:25+00
537	Tieli	23	2022-02-15 09:45:25+00
538	Tokat	97	2022-02-15 09:45:25+00
539	Tonghae	86	2022-02-15 09:45:25+00
540	Tongliao	23	2022-02-15 09:45:25+00
541	Torren	60	2022-02-15 09:45:25+00
542	Touliu	92	2022-02-15 09:45:25+00
543	Toulon	34	2022-02-15 09:45:25+00
544	Toulouse	34	2022-02-15 09:45:25+00
545	Trshavn	32	2022-02-15 09:45:25+00
546	Tsaotun	92	2022-02-15 09:45:25+00
547	Tsuyama	50	2022-02-15 09:45:25+00
548	Tuguegarao	75	2022-02-15 09:45:25+00
549	Tychy	76	2022-02-15 09:45:25+00
550	Udaipur	44	2022-02-15 09:45:25+00
551	Udine	49	2022-02-15 09:45:25+00
552	Ueda	50	2022-02-15 09:45:25+00
553	Uijongbu	86	2022-02-15 09:45:25+00
554	Uluberia	44	2022-02-15 09:45:25+00
555	Urawa	50	2022-02-15 09:45:25+00
556	Uruapan	60	2022-02-15 09:45:25+00
557	Usak	97	2022-02-15 09:45:25+00
558	Usolje-Sibirskoje	80	2022-02-15 09:45:25+00
559	Uttarpara-Kotrung	44	2022-02-15 09:45:25+00
560	Vaduz	55	2022-02-15 09:45:25+00
561	Valencia	104	2022-02-15 09:45:25+00
562	Valle de la Pascua	104	2022-02-15 09:45:25+00
563	Valle de Santiago	60	2022-02-15 09:45:25+00
564	Valparai	44	2022-02-15 09:45:25+00
565	Vancouver	20	2022-02-15 09:45:25+00
566	Varanasi (Benares)	44	2022-02-15 09:45:25+00
567	Vicente Lpez	6	2022-02-15 09:45:25+00
568	Vijayawada	44	2022-02-15 09:45:25+00
569	Vila Velha	15	2022-02-15 09:45:25+00
570	Vilnius	56	2022-02-15 09:45:25+00
571	Vinh	105	2022-02-15 09:45:25+00
572	Vitria de Santo Anto	15	2022-02-15 09:45:25+00
573	Warren	103	2022-02-15 09:45:25+00
574	Weifang	23	2022-02-15 09:45:25+00
575	Witten	38	2022-02-15 09:45:25+00
576	Woodridge	8	2022-02-15 09:45:25+00
577	Wroclaw	76	2022-02-15 09:45:25+00
578	Xiangfan	23	2022-02-15 09:45:25+00
579	Xiangtan	23	2022-02-15 09:45:25+00
580	Xintai	23	2022-02-15 09:45:25+00
581	Xinxiang	23	2022-02-15 09:45:25+00
582	Yamuna Nagar	44	2022-02-15 09:45:25+00
583	Yangor	65	2022-02-15 09:45:25+00
584	Yantai	23	2022-02-15 09:45:25+00
585	Yaound	19	2022-02-15 09:45:25+00
586	Yerevan	7	2022-02-15 09:45:25+00
587	Yinchuan	23	2022-02-15 09:45:25+00
588	Yingkou	23	2022-02-15 09:45:25+00
589	York	102	2022-02-15 09:45:25+00
590	Yuncheng	23	2022-02-15 09:45:25+00
591	Yuzhou	23	2022-02-15 09:45:25+00
592	Zalantun	23	2022-02-15 09:45:25+00
593	Zanzibar	93	2022-02-15 09:45:25+00
594	Zaoyang	23	2022-02-15 09:45:25+00
595	Zapopan	60	2022-02-15 09:45:25+00
596	Zaria	69	2022-02-15 09:45:25+00
597	Zeleznogorsk	80	2022-02-15 09:45:25+00
598	Zhezqazghan	51	2022-02-15 09:45:25+00
599	Zhoushan	23	2022-02-15 09:45:25+00
600	Ziguinchor	83	2022-02-15 09:45:25+00
\.

COPY pagila.country (country_id, country, last_update) FROM stdin;
1	Afghanistan	2022-02-15 09:44:00+00
2	Algeria	2022-02-15 09:44:00+00
3	American Samoa	2022-02-15 09:44:00+00
4	Angola	2022-02-15 09:44:00+00
5	Anguilla	2022-02-15 09:44:00+00
6	Argentina	2022-02-15 09:44:00+00
7	Armenia	2022-02-15 09:44:00+00
8	Australia	2022-02-15 09:44:00+00
9	Austria	2022-02-15 09:44:00+00
10	Azerbaijan	2022-02-15 09:44:00+00
11	Bahrain	2022-02-15 09:44:00+00
12	Bangladesh	2022-02-15 09:44:00+00
13	Belarus	2022-02-15 09:44:00+00
14	Bolivia	2022-02-15 09:44:00+00
15	Brazil	2022-02-15 09:44:00+00
16	Brunei	2022-02-15 09:44:00+00
17	Bulgaria	2022-02-15 09:44:00+00
18	Cambodia	2022-02-15 09:44:00+00
19	Cameroon	2022-02-15 09:44:00+00
20	Canada	2022-02-15 09:44:00+00
21	Chad	2022-02-15 09:44:00+00
22	Chile	2022-02-15 09:44:00+00
23	China	2022-02-15 09:44:00+00
24	Colombia	2022-02-15 09:44:00+00
25	Congo, The Democratic Republic of the	2022-02-15 09:44:00+00
26	Czech Republic	2022-02-15 09:44:00+00
27	Dominican Republic	2022-02-15 09:44:00+00
28	Ecuador	2022-02-15 09:44:00+00
29	Egypt	2022-02-15 09:44:00+00
30	Estonia	2022-02-15 09:44:00+00
31	Ethiopia	2022-02-15 09:44:00+00
32	Faroe Islands	2022-02-15 09:44:00+00
33	Finland	2022-02-15 09:44:00+00
34	France	2022-02-15 09:44:00+00
35	French Guiana	2022-02-15 09:44:00+00
36	French Polynesia	2022-02-15 09:44:00+00
37	Gambia	2022-02-15 09:44:00+00
38	Germany	2022-02-15 09:44:00+00
39	Greece	2022-02-15 09:44:00+00
40	Greenland	2022-02-15 09:44:00+00
41	Holy See (Vatican City State)	2022-02-15 09:44:00+00
42	Hong Kong	2022-02-15 09:44:00+00
43	Hungary	2022-02-15 09:44:00+00
44	India	2022-02-15 09:44:00+00
45	Indonesia	2022-02-15 09:44:00+00
46	Iran	2022-02-15 09:44:00+00
47	Iraq	2022-02-15 09:44:00+00
48	Israel	2022-02-15 09:44:00+00
49	Italy	2022-02-15 09:44:00+00
50	Japan	2022-02-15 09:44:00+00
51	Kazakstan	2022-02-15 09:44:00+00
52	Kenya	2022-02-15 09:44:00+00
53	Kuwait	2022-02-15 09:44:00+00
54	Latvia	2022-02-15 09:44:00+00
55	Liechtenstein	2022-02-15 09:44:00+00
56	Lithuania	2022-02-15 09:44:00+00
57	Madagascar	2022-02-15 09:44:00+00
58	Malawi	2022-02-15 09:44:00+00
59	Malaysia	2022-02-15 09:44:00+00
60	Mexico	2022-02-15 09:44:00+00
61	Moldova	2022-02-15 09:44:00+00
62	Morocco	2022-02-15 09:44:00+00
63	Mozambique	2022-02-15 09:44:00+00
64	Myanmar	2022-02-15 09:44:00+00
65	Nauru	2022-02-15 09:44:00+00
66	Nepal	2022-02-15 09:44:00+00
67	Netherlands	2022-02-15 09:44:00+00
68	New Zealand	2022-02-15 09:44:00+00
69	Nigeria	2022-02-15 09:44:00+00
70	North Korea	2022-02-15 09:44:00+00
71	Oman	2022-02-15 09:44:00+00
72	Pakistan	2022-02-15 09:44:00+00
73	Paraguay	2022-02-15 09:44:00+00
74	Peru	2022-02-15 09:44:00+00
75	Philippines	2022-02-15 09:44:00+00
76	Poland	2022-02-15 09:44:00+00
77	Puerto Rico	2022-02-15 09:44:00+00
78	Romania	2022-02-15 09:44:00+00
79	Runion	2022-02-15 09:44:00+00
80	Russian Federation	2022-02-15 09:44:00+00
81	Saint Vincent and the Grenadines	2022-02-15 09:44:00+00
82	Saudi Arabia	2022-02-15 09:44:00+00
83	Senegal	2022-02-15 09:44:00+00
84	Slovakia	2022-02-15 09:44:00+00
85	South Africa	2022-02-15 09:44:00+00
86	South Korea	2022-02-15 09:44:00+00
87	Spain	2022-02-15 09:44:00+00
88	Sri Lanka	2022-02-15 09:44:00+00
89	Sudan	2022-02-15 09:44:00+00
90	Sweden	2022-02-15 09:44:00+00
91	Switzerland	2022-02-15 09:44:00+00
92	Taiwan	2022-02-15 09:44:00+00
93	Tanzania	2022-02-15 09:44:00+00
94	Thailand	2022-02-15 09:44:00+00
95	Tonga	2022-02-15 09:44:00+00
96	Tunisia	2022-02-15 09:44:00+00
97	Turkey	2022-02-15 09:44:00+00
98	Turkmenistan	2022-02-15 09:44:00+00
99	Tuvalu	2022-02-15 09:44:00+00
100	Ukraine	2022-02-15 09:44:00+00
101	United Arab Emirates	2022-02-15 09:44:00+00
102	United Kingdom	2022-02-15 09:44:00+00
103	United States	2022-02-15 09:44:00+00
104	Venezuela	2022-02-15 09:44:00+00
105	Vietnam	2022-02-15 09:44:00+00
106	Virgin Islands, U.S.	2022-02-15 09:44:00+00
107	Yemen	2022-02-15 09:44:00+00
108	Yugoslavia	2022-02-15 09:44:00+00
109	Zambia	2022-02-15 09:44:00+00
\.

COPY pagila.customer (customer_id, store_id, first_name, last_name, email, address_id, activebool, create_date, last_update, active) FROM stdin;
1	1	MARY	SMITH	MARY.SMITH@sakilacustomer.org	5	t	2022-02-14	2022-02-15 09:57:20+00	1
2	1	PATRICIA	JOHNSON	PATRICIA.JOHNSON@sakilacustomer.org	6	t	2022-02-14	2022-02-15 09:57:20+00	1
3	1	LINDA	WILLIAMS	LINDA.WILLIAMS@sakilacustomer.org	7	t	2022-02-14	2022-02-15 09:57:20+00	1
4	2	BARBARA	JONES	BARBARA.JONES@sakilacustomer.org	8	t	2022-02-14	2022-02-15 09:57:20+00	1
5	1	ELIZABETH	BROWN	ELIZABETH.BROWN@sakilacustomer.org	9	t	2022-02-14	2022-02-15 09:57:20+00	1
6	2	JENNIFER	DAVIS	JENNIFER.DAVIS@sakilacustomer.org	10	t	2022-02-14	2022-02-15 09:57:20+00	1
7	1	MARIA	MILLER	MARIA.MILLER@sakilacustomer.org	11	t	2022-02-14	2022-02-15 09:57:20+00	1
8	2	SUSAN	WILSON	SUSAN.WILSON@sakilacustomer.org	12	t	2022-02-14	2022-02-15 09:57:20+00	1
9	2	MARGARET	MOORE	MARGARET.MOORE@sakilacustomer.org	13	t	2022-02-14	2022-02-15 09:57:20+00	1
10	1	DOROTHY	TAYLOR	DOROTHY.TAYLOR@sakilacustomer.org	14	t	2022-02-14	2022-02-15 09:57:20+00	1
11	2	LISA	ANDERSON	LISA.ANDERSON@sakilacustomer.org	15	t	2022-02-14	2022-02-15 09:57:20+00	1
12	1	NANCY	THOMAS	NANCY.THOMAS@sakilacustomer.org	16	t	2022-02-14	2022-02-15 09:57:20+00	1
13	2	KAREN	JACKSON	KAREN.JACKSON@sakilacustomer.org	17	t	2022-02-14	2022-02-15 09:57:20+00	1
14	2	BETTY	WHITE	BETTY.WHITE@sakilacustomer.org	18	t	2022-02-14	2022-02-15 09:57:20+00	1
15	1	HELEN	HARRIS	HELEN.HARRIS@sakilacustomer.org	19	t	2022-02-14	2022-02-15 09:57:20+00	1
16	2	SANDRA	MARTIN	SANDRA.MARTIN@sakilacustomer.org	20	t	2022-02-14	2022-02-15 09:57:20+00	0
17	1	DONNA	THOMPSON	DONNA.THOMPSON@sakilacustomer.org	21	t	2022-02-14	2022-02-15 09:57:20+00	1
18	2	CAROL	GARCIA	CAROL.GARCIA@sakilacustomer.org	22	t	2022-02-14	2022-02-15 09:57:20+00	1
19	1	RUTH	MARTINEZ	RUTH.MARTINEZ@sakilacustomer.org	23	t	2022-02-14	2022-02-15 09:57:20+00	1
20	2	SHARON	ROBINSON	SHARON.ROBINSON@sakilacustomer.org	24	t	2022-02-14	2022-02-15 09:57:20+00	1
21	1	MICHELLE	CLARK	MICHELLE.CLARK@sakilacustomer.org	25	t	2022-02-14	2022-02-15 09:57:20+00	1
22	1	LAURA	RODRIGUEZ	LAURA.RODRIGUEZ@sakilacustomer.org	26	t	2022-02-14	2022-02-15 09:57:20+00	1
23	2	SARAH	LEWIS	SARAH.LEWIS@sakilacustomer.org	27	t	2022-02-14	2022-02-15 09:57:20+00	1
24	2	KIMBERLY	LEE	KIMBERLY.LEE@sakilacustomer.org	28	t	2022-02-14	2022-02-15 09:57:20+00	1
25	1	DEBORAH	WALKER	DEBORAH.WALKER@sakilacustomer.org	29	t	2022-02-14	2022-02-15 09:57:20+00	1
26	2	JESSICA	HALL	JESSICA.HALL@sakilacustomer.org	30	t	2022-02-14	2022-02-15 09:57:20+00	1
27	2	SHIRLEY	ALLEN	SHIRLEY.ALLEN@sakilacustomer.org	31	t	2022-02-14	2022-02-15 09:57:20+00	1
28	1	CYNTHIA	YOUNG	CYNTHIA.YOUNG@sakilacustomer.org	32	t	2022-02-14	2022-02-15 09:57:20+00	1
29	2	ANGELA	HERNANDEZ	ANGELA.HERNANDEZ@sakilacustomer.org	33	t	2022-02-14	2022-02-15 09:57:20+00	1
30	1	MELISSA	KING	MELISSA.KING@sakilacustomer.org	34	t	2022-02-14	2022-02-15 09:57:20+00	1
31	2	BRENDA	WRIGHT	BRENDA.WRIGHT@sakilacustomer.org	35	t	2022-02-14	2022-02-15 09:57:20+00	1
32	1	AMY	LOPEZ	AMY.LOPEZ@sakilacustomer.org	36	t	2022-02-14	2022-02-15 09:57:20+00	1
33	2	ANNA	HILL	ANNA.HILL@sakilacustomer.org	37	t	2022-02-14	2022-02-15 09:57:20+00	1
34	2	REBECCA	SCOTT	REBECCA.SCOTT@sakilacustomer.org	38	t	2022-02-14	2022-02-15 09:57:20+00	1
35	2	VIRGINIA	GREEN	VIRGINIA.GREEN@sakilacustomer.org	39	t	2022-02-14	2022-02-15 09:57:20+00	1
36	2	KATHLEEN	ADAMS	KATHLEEN.ADAMS@sakilacustomer.org	40	t	2022-02-14	2022-02-15 09:57:20+00	1
37	1	PAMELA	BAKER	PAMELA.BAKER@sakilacustomer.org	41	t	2022-02-14	2022-02-15 09:57:20+00	1
38	1	MARTHA	GONZALEZ	MARTHA.GONZALEZ@sakilacustomer.org	42	t	2022-02-14	2022-02-15 09:57:20+00	1
39	1	DEBRA	NELSON	DEBRA.NELSON@sakilacustomer.org	43	t	2022-02-14	2022-02-15 09:57:20+00	1
40	2	AMANDA	CARTER	AMANDA.CARTER@sakilacustomer.org	44	t	2022-02-14	2022-02-15 09:57:20+00	1
41	1	STEPHANIE	MITCHELL	STEPHANIE.MITCHELL@sakilacustomer.org	45	t	2022-02-14	2022-02-15 09:57:20+00	1
42	2	CAROLYN	PEREZ	CAROLYN.PEREZ@sakilacustomer.org	46	t	2022-02-14	2022-02-15 09:57:20+00	1
43	2	CHRISTINE	ROBERTS	CHRISTINE.ROBERTS@sakilacustomer.org	47	t	2022-02-14	2022-02-15 09:57:20+00	1
44	1	MARIE	TURNER	MARIE.TURNER@sakilacustomer.org	48	t	2022-02-14	2022-02-15 09:57:20+00	1
45	1	JANET	PHILLIPS	JANET.PHILLIPS@sakilacustomer.org	49	t	2022-02-14	2022-02-15 09:57:20+00	1
46	2	CATHERINE	CAMPBELL	CATHERINE.CAMPBELL@sakilacustomer.org	50	t	2022-02-14	2022-02-15 09:57:20+00	1
47	1	FRANCES	PARKER	FRANCES.PARKER@sakilacustomer.org	51	t	2022-02-14	2022-02-15 09:57:20+00	1
48	1	ANN	EVANS	ANN.EVANS@sakilacustomer.org	52	t	2022-02-14	2022-02-15 09:57:20+00	1
49	2	JOYCE	EDWARDS	JOYCE.EDWARDS@sakilacustomer.org	53	t	2022-02-14	2022-02-15 09:57:20+00	1
50	1	DIANE	COLLINS	DIANE.COLLINS@sakilacustomer.org	54	t	2022-02-14	2022-02-15 09:57:20+00	1
51	1	ALICE	STEWART	ALICE.STEWART@sakilacustomer.org	55	t	2022-02-14	2022-02-15 09:57:20+00	1
52	1	JULIE	SANCHEZ	JULIE.SANCHEZ@sakilacustomer.org	56	t	2022-02-14	2022-02-15 09:57:20+00	1
53	1	HEATHER	MORRIS	HEATHER.MORRIS@sakilacustomer.org	57	t	2022-02-14	2022-02-15 09:57:20+00	1
54	1	TERESA	ROGERS	TERESA.ROGERS@sakilacustomer.org	58	t	2022-02-14	2022-02-15 09:57:20+00	1
55	2	DORIS	REED	DORIS.REED@sakilacustomer.org	59	t	2022-02-14	2022-02-15 09:57:20+00	1
56	1	GLORIA	COOK	GLORIA.COOK@sakilacustomer.org	60	t	2022-02-14	2022-02-15 09:57:20+00	1
57	2	EVELYN	MORGAN	EVELYN.MORGAN@sakilacustomer.org	61	t	2022-02-14	2022-02-15 09:57:20+00	1
58	1	JEAN	BELL	JEAN.BELL@sakilacustomer.org	62	t	2022-02-14	2022-02-15 09:57:20+00	1
59	1	CHERYL	MURPHY	CHERYL.MURPHY@sakilacustomer.org	63	t	2022-02-14	2022-02-15 09:57:20+00	1
60	1	MILDRED	BAILEY	MILDRED.BAILEY@sakilacustomer.org	64	t	2022-02-14	2022-02-15 09:57:20+00	1
61	2	KATHERINE	RIVERA	KATHERINE.RIVERA@sakilacustomer.org	65	t	2022-02-14	2022-02-15 09:57:20+00	1
62	1	JOAN	COOPER	JOAN.COOPER@sakilacustomer.org	66	t	2022-02-14	2022-02-15 09:57:20+00	1
63	1	ASHLEY	RICHARDSON	ASHLEY.RICHARDSON@sakilacustomer.org	67	t	2022-02-14	2022-02-15 09:57:20+00	1
64	2	JUDITH	COX	JUDITH.COX@sakilacustomer.org	68	t	2022-02-14	2022-02-15 09:57:20+00	0
65	2	ROSE	HOWARD	ROSE.HOWARD@sakilacustomer.org	69	t	2022-02-14	2022-02-15 09:57:20+00	1
66	2	JANICE	WARD	JANICE.WARD@sakilacustomer.org	70	t	2022-02-14	2022-02-15 09:57:20+00	1
67	1	KELLY	TORRES	KELLY.TORRES@sakilacustomer.org	71	t	2022-02-14	2022-02-15 09:57:20+00	1
68	1	NICOLE	PETERSON	NICOLE.PETERSON@sakilacustomer.org	72	t	2022-02-14	2022-02-15 09:57:20+00	1
69	2	JUDY	GRAY	JUDY.GRAY@sakilacustomer.org	73	t	2022-02-14	2022-02-15 09:57:20+00	1
70	2	CHRISTINA	RAMIREZ	CHRISTINA.RAMIREZ@sakilacustomer.org	74	t	2022-02-14	2022-02-15 09:57:20+00	1
71	1	KATHY	JAMES	KATHY.JAMES@sakilacustomer.org	75	t	2022-02-14	2022-02-15 09:57:20+00	1
72	2	THERESA	WATSON	THERESA.WATSON@sakilacustomer.org	76	t	2022-02-14	2022-02-15 09:57:20+00	1
73	2	BEVERLY	BROOKS	BEVERLY.BROOKS@sakilacustomer.org	77	t	2022-02-14	2022-02-15 09:57:20+00	1
74	1	DENISE	KELLY	DENISE.KELLY@sakilacustomer.org	78	t	2022-02-14	2022-02-15 09:57:20+00	1
75	2	TAMMY	SANDERS	TAMMY.SANDERS@sakilacustomer.org	79	t	2022-02-14	2022-02-15 09:57:20+00	1
76	2	IRENE	PRICE	IRENE.PRICE@sakilacustomer.org	80	t	2022-02-14	2022-02-15 09:57:20+00	1
77	2	JANE	BENNETT	JANE.BENNETT@sakilacustomer.org	81	t	2022-02-14	2022-02-15 09:57:20+00	1
78	1	LORI	WOOD	LORI.WOOD@sakilacustomer.org	82	t	2022-02-14	2022-02-15 09:57:20+00	1
79	1	RACHEL	BARNES	RACHEL.BARNES@sakilacustomer.org	83	t	2022-02-14	2022-02-15 09:57:20+00	1
80	1	MARILYN	ROSS	MARILYN.ROSS@sakilacustomer.org	84	t	2022-02-14	2022-02-15 09:57:20+00	1
81	1	ANDREA	HENDERSON	ANDREA.HENDERSON@sakilacustomer.org	85	t	2022-02-14	2022-02-15 09:57:20+00	1
82	1	KATHRYN	COLEMAN	KATHRYN.COLEMAN@sakilacustomer.org	86	t	2022-02-14	2022-02-15 09:57:20+00	1
83	1	LOUISE	JENKINS	LOUISE.JENKINS@sakilacustomer.org	87	t	2022-02-14	2022-02-15 09:57:20+00	1
84	2	SARA	PERRY	SARA.PERRY@sakilacustomer.org	88	t	2022-02-14	2022-02-15 09:57:20+00	1
85	2	ANNE	POWELL	ANNE.POWELL@sakilacustomer.org	89	t	2022-02-14	2022-02-15 09:57:20+00	1
86	2	JACQUELINE	LONG	JACQUELINE.LONG@sakilacustomer.org	90	t	2022-02-14	2022-02-15 09:57:20+00	1
87	1	WANDA	PATTERSON	WANDA.PATTERSON@sakilacustomer.org	91	t	2022-02-14	2022-02-15 09:57:20+00	1
88	2	BONNIE	HUGHES	BONNIE.HUGHES@sakilacustomer.org	92	t	2022-02-14	2022-02-15 09:57:20+00	1
89	1	JULIA	FLORES	JULIA.FLORES@sakilacustomer.org	93	t	2022-02-14	2022-02-15 09:57:20+00	1
90	2	RUBY	WASHINGTON	RUBY.WASHINGTON@sakilacustomer.org	94	t	2022-02-14	2022-02-15 09:57:20+00	1
91	2	LOIS	BUTLER	LOIS.BUTLER@sakilacustomer.org	95	t	2022-02-14	2022-02-15 09:57:20+00	1
92	2	TINA	SIMMONS	TINA.SIMMONS@sakilacustomer.org	96	t	2022-02-14	2022-02-15 09:57:20+00	1
93	1	PHYLLIS	FOSTER	PHYLLIS.FOSTER@sakilacustomer.org	97	t	2022-02-14	2022-02-15 09:57:20+00	1
94	1	NORMA	GONZALES	NORMA.GONZALES@sakilacustomer.org	98	t	2022-02-14	2022-02-15 09:57:20+00	1
95	2	PAULA	BRYANT	PAULA.BRYANT@sakilacustomer.org	99	t	2022-02-14	2022-02-15 09:57:20+00	1
96	1	DIANA	ALEXANDER	DIANA.ALEXANDER@sakilacustomer.org	100	t	2022-02-14	2022-02-15 09:57:20+00	1
97	2	ANNIE	RUSSELL	ANNIE.RUSSELL@sakilacustomer.org	101	t	2022-02-14	2022-02-15 09:57:20+00	1
98	1	LILLIAN	GRIFFIN	LILLIAN.GRIFFIN@sakilacustomer.org	102	t	2022-02-14	2022-02-15 09:57:20+00	1
99	2	EMILY	DIAZ	EMILY.DIAZ@sakilacustomer.org	103	t	2022-02-14	2022-02-15 09:57:20+00	1
100	1	ROBIN	HAYES	ROBIN.HAYES@sakilacustomer.org	104	t	2022-02-14	2022-02-15 09:57:20+00	1
101	1	PEGGY	MYERS	PEGGY.MYERS@sakilacustomer.org	105	t	2022-02-14	2022-02-15 09:57:20+00	1
102	1	CRYSTAL	FORD	CRYSTAL.FORD@sakilacustomer.org	106	t	2022-02-14	2022-02-15 09:57:20+00	1
103	1	GLADYS	HAMILTON	GLADYS.HAMILTON@sakilacustomer.org	107	t	2022-02-14	2022-02-15 09:57:20+00	1
104	1	RITA	GRAHAM	RITA.GRAHAM@sakilacustomer.org	108	t	2022-02-14	2022-02-15 09:57:20+00	1
105	1	DAWN	SULLIVAN	DAWN.SULLIVAN@sakilacustomer.org	109	t	2022-02-14	2022-02-15 09:57:20+00	1
106	1	CONNIE	WALLACE	CONNIE.WALLACE@sakilacustomer.org	110	t	2022-02-14	2022-02-15 09:57:20+00	1
107	1	FLORENCE	WOODS	FLORENCE.WOODS@sakilacustomer.org	111	t	2022-02-14	2022-02-15 09:57:20+00	1
108	1	TRACY	COLE	TRACY.COLE@sakilacustomer.org	112	t	2022-02-14	2022-02-15 09:57:20+00	1
109	2	EDNA	WEST	EDNA.WEST@sakilacustomer.org	113	t	2022-02-14	2022-02-15 09:57:20+00	1
110	2	TIFFANY	JORDAN	TIFFANY.JORDAN@sakilacustomer.org	114	t	2022-02-14	2022-02-15 09:57:20+00	1
111	1	CARMEN	OWENS	CARMEN.OWENS@sakilacustomer.org	115	t	2022-02-14	2022-02-15 09:57:20+00	1
112	2	ROSA	REYNOLDS	ROSA.REYNOLDS@sakilacustomer.org	116	t	2022-02-14	2022-02-15 09:57:20+00	1
113	2	CINDY	FISHER	CINDY.FISHER@sakilacustomer.org	117	t	2022-02-14	2022-02-15 09:57:20+00	1
114	2	GRACE	ELLIS	GRACE.ELLIS@sakilacustomer.org	118	t	2022-02-14	2022-02-15 09:57:20+00	1
115	1	WENDY	HARRISON	WENDY.HARRISON@sakilacustomer.org	119	t	2022-02-14	2022-02-15 09:57:20+00	1
116	1	VICTORIA	GIBSON	VICTORIA.GIBSON@sakilacustomer.org	120	t	2022-02-14	2022-02-15 09:57:20+00	1
117	1	EDITH	MCDONALD	EDITH.MCDONALD@sakilacustomer.org	121	t	2022-02-14	2022-02-15 09:57:20+00	1
118	1	KIM	CRUZ	KIM.CRUZ@sakilacustomer.org	122	t	2022-02-14	2022-02-15 09:57:20+00	1
119	1	SHERRY	MARSHALL	SHERRY.MARSHALL@sakilacustomer.org	123	t	2022-02-14	2022-02-15 09:57:20+00	1
120	2	SYLVIA	ORTIZ	SYLVIA.ORTIZ@sakilacustomer.org	124	t	2022-02-14	2022-02-15 09:57:20+00	1
121	1	JOSEPHINE	GOMEZ	JOSEPHINE.GOMEZ@sakilacustomer.org	125	t	2022-02-14	2022-02-15 09:57:20+00	1
122	1	THELMA	MURRAY	THELMA.MURRAY@sakilacustomer.org	126	t	2022-02-14	2022-02-15 09:57:20+00	1
123	2	SHANNON	FREEMAN	SHANNON.FREEMAN@sakilacustomer.org	127	t	2022-02-14	2022-02-15 09:57:20+00	1
124	1	SHEILA	WELLS	SHEILA.WELLS@sakilacustomer.org	128	t	2022-02-14	2022-02-15 09:57:20+00	0
125	1	ETHEL	WEBB	ETHEL.WEBB@sakilacustomer.org	129	t	2022-02-14	2022-02-15 09:57:20+00	1
126	1	ELLEN	SIMPSON	ELLEN.SIMPSON@sakilacustomer.org	130	t	2022-02-14	2022-02-15 09:57:20+00	1
127	2	ELAINE	STEVENS	ELAINE.STEVENS@sakilacustomer.org	131	t	2022-02-14	2022-02-15 09:57:20+00	1
128	1	MARJORIE	TUCKER	MARJORIE.TUCKER@sakilacustomer.org	132	t	2022-02-14	2022-02-15 09:57:20+00	1
129	1	CARRIE	PORTER	CARRIE.PORTER@sakilacustomer.org	133	t	2022-02-14	2022-02-15 09:57:20+00	1
130	1	CHARLOTTE	HUNTER	CHARLOTTE.HUNTER@sakilacustomer.org	134	t	2022-02-14	2022-02-15 09:57:20+00	1
131	2	MONICA	HICKS	MONICA.HICKS@sakilacustomer.org	135	t	2022-02-14	2022-02-15 09:57:20+00	1
132	2	ESTHER	CRAWFORD	ESTHER.CRAWFORD@sakilacustomer.org	136	t	2022-02-14	2022-02-15 09:57:20+00	1
133	1	PAULINE	HENRY	PAULINE.HENRY@sakilacustomer.org	137	t	2022-02-14	2022-02-15 09:57:20+00	1
134	1	EMMA	BOYD	EMMA.BOYD@sakilacustomer.org	138	t	2022-02-14	2022-02-15 09:57:20+00	1
135	2	JUANITA	MASON	JUANITA.MASON@sakilacustomer.org	139	t	2022-02-14	2022-02-15 09:57:20+00	1
136	2	ANITA	MORALES	ANITA.MORALES@sakilacustomer.org	140	t	2022-02-14	2022-02-15 09:57:20+00	1
137	2	RHONDA	KENNEDY	RHONDA.KENNEDY@sakilacustomer.org	141	t	2022-02-14	2022-02-15 09:57:20+00	1
138	1	HAZEL	WARREN	HAZEL.WARREN@sakilacustomer.org	142	t	2022-02-14	2022-02-15 09:57:20+00	1
139	1	AMBER	DIXON	AMBER.DIXON@sakilacustomer.org	143	t	2022-02-14	2022-02-15 09:57:20+00	1
140	1	EVA	RAMOS	EVA.RAMOS@sakilacustomer.org	144	t	2022-02-14	2022-02-15 09:57:20+00	1
141	1	DEBBIE	REYES	DEBBIE.REYES@sakilacustomer.org	145	t	2022-02-14	2022-02-15 09:57:20+00	1
142	1	APRIL	BURNS	APRIL.BURNS@sakilacustomer.org	146	t	2022-02-14	2022-02-15 09:57:20+00	1
143	1	LESLIE	GORDON	LESLIE.GORDON@sakilacustomer.org	147	t	2022-02-14	2022-02-15 09:57:20+00	1
144	1	CLARA	SHAW	CLARA.SHAW@sakilacustomer.org	148	t	2022-02-14	2022-02-15 09:57:20+00	1
145	1	LUCILLE	HOLMES	LUCILLE.HOLMES@sakilacustomer.org	149	t	2022-02-14	2022-02-15 09:57:20+00	1
146	1	JAMIE	RICE	JAMIE.RICE@sakilacustomer.org	150	t	2022-02-14	2022-02-15 09:57:20+00	1
147	2	JOANNE	ROBERTSON	JOANNE.ROBERTSON@sakilacustomer.org	151	t	2022-02-14	2022-02-15 09:57:20+00	1
148	1	ELEANOR	HUNT	ELEANOR.HUNT@sakilacustomer.org	152	t	2022-02-14	2022-02-15 09:57:20+00	1
149	1	VALERIE	BLACK	VALERIE.BLACK@sakilacustomer.org	153	t	2022-02-14	2022-02-15 09:57:20+00	1
150	2	DANIELLE	DANIELS	DANIELLE.DANIELS@sakilacustomer.org	154	t	2022-02-14	2022-02-15 09:57:20+00	1
151	2	MEGAN	PALMER	MEGAN.PALMER@sakilacustomer.org	155	t	2022-02-14	2022-02-15 09:57:20+00	1
152	1	ALICIA	MILLS	ALICIA.MILLS@sakilacustomer.org	156	t	2022-02-14	2022-02-15 09:57:20+00	1
153	2	SUZANNE	NICHOLS	SUZANNE.NICHOLS@sakilacustomer.org	157	t	2022-02-14	2022-02-15 09:57:20+00	1
154	2	MICHELE	GRANT	MICHELE.GRANT@sakilacustomer.org	158	t	2022-02-14	2022-02-15 09:57:20+00	1
155	1	GAIL	KNIGHT	GAIL.KNIGHT@sakilacustomer.org	159	t	2022-02-14	2022-02-15 09:57:20+00	1
156	1	BERTHA	FERGUSON	BERTHA.FERGUSON@sakilacustomer.org	160	t	2022-02-14	2022-02-15 09:57:20+00	1
157	2	DARLENE	ROSE	DARLENE.ROSE@sakilacustomer.org	161	t	2022-02-14	2022-02-15 09:57:20+00	1
158	1	VERONICA	STONE	VERONICA.STONE@sakilacustomer.org	162	t	2022-02-14	2022-02-15 09:57:20+00	1
159	1	JILL	HAWKINS	JILL.HAWKINS@sakilacustomer.org	163	t	2022-02-14	2022-02-15 09:57:20+00	1
160	2	ERIN	DUNN	ERIN.DUNN@sakilacustomer.org	164	t	2022-02-14	2022-02-15 09:57:20+00	1
161	1	GERALDINE	PERKINS	GERALDINE.PERKINS@sakilacustomer.org	165	t	2022-02-14	2022-02-15 09:57:20+00	1
162	2	LAUREN	HUDSON	LAUREN.HUDSON@sakilacustomer.org	166	t	2022-02-14	2022-02-15 09:57:20+00	1
163	1	CATHY	SPENCER	CATHY.SPENCER@sakilacustomer.org	167	t	2022-02-14	2022-02-15 09:57:20+00	1
164	2	JOANN	GARDNER	JOANN.GARDNER@sakilacustomer.org	168	t	2022-02-14	2022-02-15 09:57:20+00	1
165	2	LORRAINE	STEPHENS	LORRAINE.STEPHENS@sakilacustomer.org	169	t	2022-02-14	2022-02-15 09:57:20+00	1
166	1	LYNN	PAYNE	LYNN.PAYNE@sakilacustomer.org	170	t	2022-02-14	2022-02-15 09:57:20+00	1
167	2	SALLY	PIERCE	SALLY.PIERCE@sakilacustomer.org	171	t	2022-02-14	2022-02-15 09:57:20+00	1
168	1	REGINA	BERRY	REGINA.BERRY@sakilacustomer.org	172	t	2022-02-14	2022-02-15 09:57:20+00	1
169	2	ERICA	MATTHEWS	ERICA.MATTHEWS@sakilacustomer.org	173	t	2022-02-14	2022-02-15 09:57:20+00	0
170	1	BEATRICE	ARNOLD	BEATRICE.ARNOLD@sakilacustomer.org	174	t	2022-02-14	2022-02-15 09:57:20+00	1
171	2	DOLORES	WAGNER	DOLORES.WAGNER@sakilacustomer.org	175	t	2022-02-14	2022-02-15 09:57:20+00	1
172	1	BERNICE	WILLIS	BERNICE.WILLIS@sakilacustomer.org	176	t	2022-02-14	2022-02-15 09:57:20+00	1
173	1	AUDREY	RAY	AUDREY.RAY@sakilacustomer.org	177	t	2022-02-14	2022-02-15 09:57:20+00	1
174	2	YVONNE	WATKINS	YVONNE.WATKINS@sakilacustomer.org	178	t	2022-02-14	2022-02-15 09:57:20+00	1
175	1	ANNETTE	OLSON	ANNETTE.OLSON@sakilacustomer.org	179	t	2022-02-14	2022-02-15 09:57:20+00	1
176	1	JUNE	CARROLL	JUNE.CARROLL@sakilacustomer.org	180	t	2022-02-14	2022-02-15 09:57:20+00	1
177	2	SAMANTHA	DUNCAN	SAMANTHA.DUNCAN@sakilacustomer.org	181	t	2022-02-14	2022-02-15 09:57:20+00	1
178	2	MARION	SNYDER	MARION.SNYDER@sakilacustomer.org	182	t	2022-02-14	2022-02-15 09:57:20+00	1
179	1	DANA	HART	DANA.HART@sakilacustomer.org	183	t	2022-02-14	2022-02-15 09:57:20+00	1
180	2	STACY	CUNNINGHAM	STACY.CUNNINGHAM@sakilacustomer.org	184	t	2022-02-14	2022-02-15 09:57:20+00	1
181	2	ANA	BRADLEY	ANA.BRADLEY@sakilacustomer.org	185	t	2022-02-14	2022-02-15 09:57:20+00	1
182	1	RENEE	LANE	RENEE.LANE@sakilacustomer.org	186	t	2022-02-14	2022-02-15 09:57:20+00	1
183	2	IDA	ANDREWS	IDA.ANDREWS@sakilacustomer.org	187	t	2022-02-14	2022-02-15 09:57:20+00	1
184	1	VIVIAN	RUIZ	VIVIAN.RUIZ@sakilacustomer.org	188	t	2022-02-14	2022-02-15 09:57:20+00	1
185	1	ROBERTA	HARPER	ROBERTA.HARPER@sakilacustomer.org	189	t	2022-02-14	2022-02-15 09:57:20+00	1
186	2	HOLLY	FOX	HOLLY.FOX@sakilacustomer.org	190	t	2022-02-14	2022-02-15 09:57:20+00	1
187	2	BRITTANY	RILEY	BRITTANY.RILEY@sakilacustomer.org	191	t	2022-02-14	2022-02-15 09:57:20+00	1
188	1	MELANIE	ARMSTRONG	MELANIE.ARMSTRONG@sakilacustomer.org	192	t	2022-02-14	2022-02-15 09:57:20+00	1
189	1	LORETTA	CARPENTER	LORETTA.CARPENTER@sakilacustomer.org	193	t	2022-02-14	2022-02-15 09:57:20+00	1
190	2	YOLANDA	WEAVER	YOLANDA.WEAVER@sakilacustomer.org	194	t	2022-02-14	2022-02-15 09:57:20+00	1
191	1	JEANETTE	GREENE	JEANETTE.GREENE@sakilacustomer.org	195	t	2022-02-14	2022-02-15 09:57:20+00	1
192	1	LAURIE	LAWRENCE	LAURIE.LAWRENCE@sakilacustomer.org	196	t	2022-02-14	2022-02-15 09:57:20+00	1
193	2	KATIE	ELLIOTT	KATIE.ELLIOTT@sakilacustomer.org	197	t	2022-02-14	2022-02-15 09:57:20+00	1
194	2	KRISTEN	CHAVEZ	KRISTEN.CHAVEZ@sakilacustomer.org	198	t	2022-02-14	2022-02-15 09:57:20+00	1
195	1	VANESSA	SIMS	VANESSA.SIMS@sakilacustomer.org	199	t	2022-02-14	2022-02-15 09:57:20+00	1
196	1	ALMA	AUSTIN	ALMA.AUSTIN@sakilacustomer.org	200	t	2022-02-14	2022-02-15 09:57:20+00	1
197	2	SUE	PETERS	SUE.PETERS@sakilacustomer.org	201	t	2022-02-14	2022-02-15 09:57:20+00	1
198	2	ELSIE	KELLEY	ELSIE.KELLEY@sakilacustomer.org	202	t	2022-02-14	2022-02-15 09:57:20+00	1
199	2	BETH	FRANKLIN	BETH.FRANKLIN@sakilacustomer.org	203	t	2022-02-14	2022-02-15 09:57:20+00	1
200	2	JEANNE	LAWSON	JEANNE.LAWSON@sakilacustomer.org	204	t	2022-02-14	2022-02-15 09:57:20+00	1
201	1	VICKI	FIELDS	VICKI.FIELDS@sakilacustomer.org	205	t	2022-02-14	2022-02-15 09:57:20+00	1
202	2	CARLA	GUTIERREZ	CARLA.GUTIERREZ@sakilacustomer.org	206	t	2022-02-14	2022-02-15 09:57:20+00	1
203	1	TARA	RYAN	TARA.RYAN@sakilacustomer.org	207	t	2022-02-14	2022-02-15 09:57:20+00	1
204	1	ROSEMARY	SCHMIDT	ROSEMARY.SCHMIDT@sakilacustomer.org	208	t	2022-02-14	2022-02-15 09:57:20+00	1
205	2	EILEEN	CARR	EILEEN.CARR@sakilacustomer.org	209	t	2022-02-14	2022-02-15 09:57:20+00	1
206	1	TERRI	VASQUEZ	TERRI.VASQUEZ@sakilacustomer.org	210	t	2022-02-14	2022-02-15 09:57:20+00	1
207	1	GERTRUDE	CASTILLO	GERTRUDE.CASTILLO@sakilacustomer.org	211	t	2022-02-14	2022-02-15 09:57:20+00	1
208	1	LUCY	WHEELER	LUCY.WHEELER@sakilacustomer.org	212	t	2022-02-14	2022-02-15 09:57:20+00	1
209	2	TONYA	CHAPMAN	TONYA.CHAPMAN@sakilacustomer.org	213	t	2022-02-14	2022-02-15 09:57:20+00	1
210	2	ELLA	OLIVER	ELLA.OLIVER@sakilacustomer.org	214	t	2022-02-14	2022-02-15 09:57:20+00	1
211	1	STACEY	MONTGOMERY	STACEY.MONTGOMERY@sakilacustomer.org	215	t	2022-02-14	2022-02-15 09:57:20+00	1
212	2	WILMA	RICHARDS	WILMA.RICHARDS@sakilacustomer.org	216	t	2022-02-14	2022-02-15 09:57:20+00	1
213	1	GINA	WILLIAMSON	GINA.WILLIAMSON@sakilacustomer.org	217	t	2022-02-14	2022-02-15 09:57:20+00	1
214	1	KRISTIN	JOHNSTON	KRISTIN.JOHNSTON@sakilacustomer.org	218	t	2022-02-14	2022-02-15 09:57:20+00	1
215	2	JESSIE	BANKS	JESSIE.BANKS@sakilacustomer.org	219	t	2022-02-14	2022-02-15 09:57:20+00	1
216	1	NATALIE	MEYER	NATALIE.MEYER@sakilacustomer.org	220	t	2022-02-14	2022-02-15 09:57:20+00	1
217	2	AGNES	BISHOP	AGNES.BISHOP@sakilacustomer.org	221	t	2022-02-14	2022-02-15 09:57:20+00	1
218	1	VERA	MCCOY	VERA.MCCOY@sakilacustomer.org	222	t	2022-02-14	2022-02-15 09:57:20+00	1
219	2	WILLIE	HOWELL	WILLIE.HOWELL@sakilacustomer.org	223	t	2022-02-14	2022-02-15 09:57:20+00	1
220	2	CHARLENE	ALVAREZ	CHARLENE.ALVAREZ@sakilacustomer.org	224	t	2022-02-14	2022-02-15 09:57:20+00	1
221	1	BESSIE	MORRISON	BESSIE.MORRISON@sakilacustomer.org	225	t	2022-02-14	2022-02-15 09:57:20+00	1
222	2	DELORES	HANSEN	DELORES.HANSEN@sakilacustomer.org	226	t	2022-02-14	2022-02-15 09:57:20+00	1
223	1	MELINDA	FERNANDEZ	MELINDA.FERNANDEZ@sakilacustomer.org	227	t	2022-02-14	2022-02-15 09:57:20+00	1
224	2	PEARL	GARZA	PEARL.GARZA@sakilacustomer.org	228	t	2022-02-14	2022-02-15 09:57:20+00	1
225	1	ARLENE	HARVEY	ARLENE.HARVEY@sakilacustomer.org	229	t	2022-02-14	2022-02-15 09:57:20+00	1
226	2	MAUREEN	LITTLE	MAUREEN.LITTLE@sakilacustomer.org	230	t	2022-02-14	2022-02-15 09:57:20+00	1
227	1	COLLEEN	BURTON	COLLEEN.BURTON@sakilacustomer.org	231	t	2022-02-14	2022-02-15 09:57:20+00	1
228	2	ALLISON	STANLEY	ALLISON.STANLEY@sakilacustomer.org	232	t	2022-02-14	2022-02-15 09:57:20+00	1
229	1	TAMARA	NGUYEN	TAMARA.NGUYEN@sakilacustomer.org	233	t	2022-02-14	2022-02-15 09:57:20+00	1
230	2	JOY	GEORGE	JOY.GEORGE@sakilacustomer.org	234	t	2022-02-14	2022-02-15 09:57:20+00	1
231	1	GEORGIA	JACOBS	GEORGIA.JACOBS@sakilacustomer.org	235	t	2022-02-14	2022-02-15 09:57:20+00	1
232	2	CONSTANCE	REID	CONSTANCE.REID@sakilacustomer.org	236	t	2022-02-14	2022-02-15 09:57:20+00	1
233	2	LILLIE	KIM	LILLIE.KIM@sakilacustomer.org	237	t	2022-02-14	2022-02-15 09:57:20+00	1
234	1	CLAUDIA	FULLER	CLAUDIA.FULLER@sakilacustomer.org	238	t	2022-02-14	2022-02-15 09:57:20+00	1
235	1	JACKIE	LYNCH	JACKIE.LYNCH@sakilacustomer.org	239	t	2022-02-14	2022-02-15 09:57:20+00	1
236	1	MARCIA	DEAN	MARCIA.DEAN@sakilacustomer.org	240	t	2022-02-14	2022-02-15 09:57:20+00	1
237	1	TANYA	GILBERT	TANYA.GILBERT@sakilacustomer.org	241	t	2022-02-14	2022-02-15 09:57:20+00	1
238	1	NELLIE	GARRETT	NELLIE.GARRETT@sakilacustomer.org	242	t	2022-02-14	2022-02-15 09:57:20+00	1
239	2	MINNIE	ROMERO	MINNIE.ROMERO@sakilacustomer.org	243	t	2022-02-14	2022-02-15 09:57:20+00	1
240	1	MARLENE	WELCH	MARLENE.WELCH@sakilacustomer.org	244	t	2022-02-14	2022-02-15 09:57:20+00	1
241	2	HEIDI	LARSON	HEIDI.LARSON@sakilacustomer.org	245	t	2022-02-14	2022-02-15 09:57:20+00	0
242	1	GLENDA	FRAZIER	GLENDA.FRAZIER@sakilacustomer.org	246	t	2022-02-14	2022-02-15 09:57:20+00	1
243	1	LYDIA	BURKE	LYDIA.BURKE@sakilacustomer.org	247	t	2022-02-14	2022-02-15 09:57:20+00	1
244	2	VIOLA	HANSON	VIOLA.HANSON@sakilacustomer.org	248	t	2022-02-14	2022-02-15 09:57:20+00	1
245	1	COURTNEY	DAY	COURTNEY.DAY@sakilacustomer.org	249	t	2022-02-14	2022-02-15 09:57:20+00	1
246	1	MARIAN	MENDOZA	MARIAN.MENDOZA@sakilacustomer.org	250	t	2022-02-14	2022-02-15 09:57:20+00	1
247	1	STELLA	MORENO	STELLA.MORENO@sakilacustomer.org	251	t	2022-02-14	2022-02-15 09:57:20+00	1
248	1	CAROLINE	BOWMAN	CAROLINE.BOWMAN@sakilacustomer.org	252	t	2022-02-14	2022-02-15 09:57:20+00	1
249	2	DORA	MEDINA	DORA.MEDINA@sakilacustomer.org	253	t	2022-02-14	2022-02-15 09:57:20+00	1
250	2	JO	FOWLER	JO.FOWLER@sakilacustomer.org	254	t	2022-02-14	2022-02-15 09:57:20+00	1
251	2	VICKIE	BREWER	VICKIE.BREWER@sakilacustomer.org	255	t	2022-02-14	2022-02-15 09:57:20+00	1
252	2	MATTIE	HOFFMAN	MATTIE.HOFFMAN@sakilacustomer.org	256	t	2022-02-14	2022-02-15 09:57:20+00	1
253	1	TERRY	CARLSON	TERRY.CARLSON@sakilacustomer.org	258	t	2022-02-14	2022-02-15 09:57:20+00	1
254	2	MAXINE	SILVA	MAXINE.SILVA@sakilacustomer.org	259	t	2022-02-14	2022-02-15 09:57:20+00	1
255	2	IRMA	PEARSON	IRMA.PEARSON@sakilacustomer.org	260	t	2022-02-14	2022-02-15 09:57:20+00	1
256	2	MABEL	HOLLAND	MABEL.HOLLAND@sakilacustomer.org	261	t	2022-02-14	2022-02-15 09:57:20+00	1
257	2	MARSHA	DOUGLAS	MARSHA.DOUGLAS@sakilacustomer.org	262	t	2022-02-14	2022-02-15 09:57:20+00	1
258	1	MYRTLE	FLEMING	MYRTLE.FLEMING@sakilacustomer.org	263	t	2022-02-14	2022-02-15 09:57:20+00	1
259	2	LENA	JENSEN	LENA.JENSEN@sakilacustomer.org	264	t	2022-02-14	2022-02-15 09:57:20+00	1
260	1	CHRISTY	VARGAS	CHRISTY.VARGAS@sakilacustomer.org	265	t	2022-02-14	2022-02-15 09:57:20+00	1
261	1	DEANNA	BYRD	DEANNA.BYRD@sakilacustomer.org	266	t	2022-02-14	2022-02-15 09:57:20+00	1
262	2	PATSY	DAVIDSON	PATSY.DAVIDSON@sakilacustomer.org	267	t	2022-02-14	2022-02-15 09:57:20+00	1
263	1	HILDA	HOPKINS	HILDA.HOPKINS@sakilacustomer.org	268	t	2022-02-14	2022-02-15 09:57:20+00	1
264	1	GWENDOLYN	MAY	GWENDOLYN.MAY@sakilacustomer.org	269	t	2022-02-14	2022-02-15 09:57:20+00	1
265	2	JENNIE	TERRY	JENNIE.TERRY@sakilacustomer.org	270	t	2022-02-14	2022-02-15 09:57:20+00	1
266	2	NORA	HERRERA	NORA.HERRERA@sakilacustomer.org	271	t	2022-02-14	2022-02-15 09:57:20+00	1
267	1	MARGIE	WADE	MARGIE.WADE@sakilacustomer.org	272	t	2022-02-14	2022-02-15 09:57:20+00	1
268	1	NINA	SOTO	NINA.SOTO@sakilacustomer.org	273	t	2022-02-14	2022-02-15 09:57:20+00	1
269	1	CASSANDRA	WALTERS	CASSANDRA.WALTERS@sakilacustomer.org	274	t	2022-02-14	2022-02-15 09:57:20+00	1
270	1	LEAH	CURTIS	LEAH.CURTIS@sakilacustomer.org	275	t	2022-02-14	2022-02-15 09:57:20+00	1
271	1	PENNY	NEAL	PENNY.NEAL@sakilacustomer.org	276	t	2022-02-14	2022-02-15 09:57:20+00	0
272	1	KAY	CALDWELL	KAY.CALDWELL@sakilacustomer.org	277	t	2022-02-14	2022-02-15 09:57:20+00	1
273	2	PRISCILLA	LOWE	PRISCILLA.LOWE@sakilacustomer.org	278	t	2022-02-14	2022-02-15 09:57:20+00	1
274	1	NAOMI	JENNINGS	NAOMI.JENNINGS@sakilacustomer.org	279	t	2022-02-14	2022-02-15 09:57:20+00	1
275	2	CAROLE	BARNETT	CAROLE.BARNETT@sakilacustomer.org	280	t	2022-02-14	2022-02-15 09:57:20+00	1
276	1	BRANDY	GRAVES	BRANDY.GRAVES@sakilacustomer.org	281	t	2022-02-14	2022-02-15 09:57:20+00	1
277	2	OLGA	JIMENEZ	OLGA.JIMENEZ@sakilacustomer.org	282	t	2022-02-14	2022-02-15 09:57:20+00	1
278	2	BILLIE	HORTON	BILLIE.HORTON@sakilacustomer.org	283	t	2022-02-14	2022-02-15 09:57:20+00	1
279	2	DIANNE	SHELTON	DIANNE.SHELTON@sakilacustomer.org	284	t	2022-02-14	2022-02-15 09:57:20+00	1
280	2	TRACEY	BARRETT	TRACEY.BARRETT@sakilacustomer.org	285	t	2022-02-14	2022-02-15 09:57:20+00	1
281	2	LEONA	OBRIEN	LEONA.OBRIEN@sakilacustomer.org	286	t	2022-02-14	2022-02-15 09:57:20+00	1
282	2	JENNY	CASTRO	JENNY.CASTRO@sakilacustomer.org	287	t	2022-02-14	2022-02-15 09:57:20+00	1
283	1	FELICIA	SUTTON	FELICIA.SUTTON@sakilacustomer.org	288	t	2022-02-14	2022-02-15 09:57:20+00	1
284	1	SONIA	GREGORY	SONIA.GREGORY@sakilacustomer.org	289	t	2022-02-14	2022-02-15 09:57:20+00	1
285	1	MIRIAM	MCKINNEY	MIRIAM.MCKINNEY@sakilacustomer.org	290	t	2022-02-14	2022-02-15 09:57:20+00	1
286	1	VELMA	LUCAS	VELMA.LUCAS@sakilacustomer.org	291	t	2022-02-14	2022-02-15 09:57:20+00	1
287	2	BECKY	MILES	BECKY.MILES@sakilacustomer.org	292	t	2022-02-14	2022-02-15 09:57:20+00	1
288	1	BOBBIE	CRAIG	BOBBIE.CRAIG@sakilacustomer.org	293	t	2022-02-14	2022-02-15 09:57:20+00	1
289	1	VIOLET	RODRIQUEZ	VIOLET.RODRIQUEZ@sakilacustomer.org	294	t	2022-02-14	2022-02-15 09:57:20+00	1
290	1	KRISTINA	CHAMBERS	KRISTINA.CHAMBERS@sakilacustomer.org	295	t	2022-02-14	2022-02-15 09:57:20+00	1
291	1	TONI	HOLT	TONI.HOLT@sakilacustomer.org	296	t	2022-02-14	2022-02-15 09:57:20+00	1
292	2	MISTY	LAMBERT	MISTY.LAMBERT@sakilacustomer.org	297	t	2022-02-14	2022-02-15 09:57:20+00	1
293	2	MAE	FLETCHER	MAE.FLETCHER@sakilacustomer.org	298	t	2022-02-14	2022-02-15 09:57:20+00	1
294	2	SHELLY	WATTS	SHELLY.WATTS@sakilacustomer.org	299	t	2022-02-14	2022-02-15 09:57:20+00	1
295	1	DAISY	BATES	DAISY.BATES@sakilacustomer.org	300	t	2022-02-14	2022-02-15 09:57:20+00	1
296	2	RAMONA	HALE	RAMONA.HALE@sakilacustomer.org	301	t	2022-02-14	2022-02-15 09:57:20+00	1
297	1	SHERRI	RHODES	SHERRI.RHODES@sakilacustomer.org	302	t	2022-02-14	2022-02-15 09:57:20+00	1
298	1	ERIKA	PENA	ERIKA.PENA@sakilacustomer.org	303	t	2022-02-14	2022-02-15 09:57:20+00	1
299	2	JAMES	GANNON	JAMES.GANNON@sakilacustomer.org	304	t	2022-02-14	2022-02-15 09:57:20+00	1
300	1	JOHN	FARNSWORTH	JOHN.FARNSWORTH@sakilacustomer.org	305	t	2022-02-14	2022-02-15 09:57:20+00	1
301	2	ROBERT	BAUGHMAN	ROBERT.BAUGHMAN@sakilacustomer.org	306	t	2022-02-14	2022-02-15 09:57:20+00	1
302	1	MICHAEL	SILVERMAN	MICHAEL.SILVERMAN@sakilacustomer.org	307	t	2022-02-14	2022-02-15 09:57:20+00	1
303	2	WILLIAM	SATTERFIELD	WILLIAM.SATTERFIELD@sakilacustomer.org	308	t	2022-02-14	2022-02-15 09:57:20+00	1
304	2	DAVID	ROYAL	DAVID.ROYAL@sakilacustomer.org	309	t	2022-02-14	2022-02-15 09:57:20+00	1
305	1	RICHARD	MCCRARY	RICHARD.MCCRARY@sakilacustomer.org	310	t	2022-02-14	2022-02-15 09:57:20+00	1
306	1	CHARLES	KOWALSKI	CHARLES.KOWALSKI@sakilacustomer.org	311	t	2022-02-14	2022-02-15 09:57:20+00	1
307	2	JOSEPH	JOY	JOSEPH.JOY@sakilacustomer.org	312	t	2022-02-14	2022-02-15 09:57:20+00	1
308	1	THOMAS	GRIGSBY	THOMAS.GRIGSBY@sakilacustomer.org	313	t	2022-02-14	2022-02-15 09:57:20+00	1
309	1	CHRISTOPHER	GRECO	CHRISTOPHER.GRECO@sakilacustomer.org	314	t	2022-02-14	2022-02-15 09:57:20+00	1
310	2	DANIEL	CABRAL	DANIEL.CABRAL@sakilacustomer.org	315	t	2022-02-14	2022-02-15 09:57:20+00	1
311	2	PAUL	TROUT	PAUL.TROUT@sakilacustomer.org	316	t	2022-02-14	2022-02-15 09:57:20+00	1
312	2	MARK	RINEHART	MARK.RINEHART@sakilacustomer.org	317	t	2022-02-14	2022-02-15 09:57:20+00	1
313	2	DONALD	MAHON	DONALD.MAHON@sakilacustomer.org	318	t	2022-02-14	2022-02-15 09:57:20+00	1
314	1	GEORGE	LINTON	GEORGE.LINTON@sakilacustomer.org	319	t	2022-02-14	2022-02-15 09:57:20+00	1
315	2	KENNETH	GOODEN	KENNETH.GOODEN@sakilacustomer.org	320	t	2022-02-14	2022-02-15 09:57:20+00	0
316	1	STEVEN	CURLEY	STEVEN.CURLEY@sakilacustomer.org	321	t	2022-02-14	2022-02-15 09:57:20+00	1
317	2	EDWARD	BAUGH	EDWARD.BAUGH@sakilacustomer.org	322	t	2022-02-14	2022-02-15 09:57:20+00	1
318	1	BRIAN	WYMAN	BRIAN.WYMAN@sakilacustomer.org	323	t	2022-02-14	2022-02-15 09:57:20+00	1
319	2	RONALD	WEINER	RONALD.WEINER@sakilacustomer.org	324	t	2022-02-14	2022-02-15 09:57:20+00	1
320	2	ANTHONY	SCHWAB	ANTHONY.SCHWAB@sakilacustomer.org	325	t	2022-02-14	2022-02-15 09:57:20+00	1
321	1	KEVIN	SCHULER	KEVIN.SCHULER@sakilacustomer.org	326	t	2022-02-14	2022-02-15 09:57:20+00	1
322	1	JASON	MORRISSEY	JASON.MORRISSEY@sakilacustomer.org	327	t	2022-02-14	2022-02-15 09:57:20+00	1
323	2	MATTHEW	MAHAN	MATTHEW.MAHAN@sakilacustomer.org	328	t	2022-02-14	2022-02-15 09:57:20+00	1
324	2	GARY	COY	GARY.COY@sakilacustomer.org	329	t	2022-02-14	2022-02-15 09:57:20+00	1
325	1	TIMOTHY	BUNN	TIMOTHY.BUNN@sakilacustomer.org	330	t	2022-02-14	2022-02-15 09:57:20+00	1
326	1	JOSE	ANDREW	JOSE.ANDREW@sakilacustomer.org	331	t	2022-02-14	2022-02-15 09:57:20+00	1
327	2	LARRY	THRASHER	LARRY.THRASHER@sakilacustomer.org	332	t	2022-02-14	2022-02-15 09:57:20+00	1
328	2	JEFFREY	SPEAR	JEFFREY.SPEAR@sakilacustomer.org	333	t	2022-02-14	2022-02-15 09:57:20+00	1
329	2	FRANK	WAGGONER	FRANK.WAGGONER@sakilacustomer.org	334	t	2022-02-14	2022-02-15 09:57:20+00	1
330	1	SCOTT	SHELLEY	SCOTT.SHELLEY@sakilacustomer.org	335	t	2022-02-14	2022-02-15 09:57:20+00	1
331	1	ERIC	ROBERT	ERIC.ROBERT@sakilacustomer.org	336	t	2022-02-14	2022-02-15 09:57:20+00	1
332	1	STEPHEN	QUALLS	STEPHEN.QUALLS@sakilacustomer.org	337	t	2022-02-14	2022-02-15 09:57:20+00	1
333	2	ANDREW	PURDY	ANDREW.PURDY@sakilacustomer.org	338	t	2022-02-14	2022-02-15 09:57:20+00	1
334	2	RAYMOND	MCWHORTER	RAYMOND.MCWHORTER@sakilacustomer.org	339	t	2022-02-14	2022-02-15 09:57:20+00	1
335	1	GREGORY	MAULDIN	GREGORY.MAULDIN@sakilacustomer.org	340	t	2022-02-14	2022-02-15 09:57:20+00	1
336	1	JOSHUA	MARK	JOSHUA.MARK@sakilacustomer.org	341	t	2022-02-14	2022-02-15 09:57:20+00	1
337	1	JERRY	JORDON	JERRY.JORDON@sakilacustomer.org	342	t	2022-02-14	2022-02-15 09:57:20+00	1
338	1	DENNIS	GILMAN	DENNIS.GILMAN@sakilacustomer.org	343	t	2022-02-14	2022-02-15 09:57:20+00	1
339	2	WALTER	PERRYMAN	WALTER.PERRYMAN@sakilacustomer.org	344	t	2022-02-14	2022-02-15 09:57:20+00	1
340	1	PATRICK	NEWSOM	PATRICK.NEWSOM@sakilacustomer.org	345	t	2022-02-14	2022-02-15 09:57:20+00	1
341	1	PETER	MENARD	PETER.MENARD@sakilacustomer.org	346	t	2022-02-14	2022-02-15 09:57:20+00	1
342	1	HAROLD	MARTINO	HAROLD.MARTINO@sakilacustomer.org	347	t	2022-02-14	2022-02-15 09:57:20+00	1
343	1	DOUGLAS	GRAF	DOUGLAS.GRAF@sakilacustomer.org	348	t	2022-02-14	2022-02-15 09:57:20+00	1
344	1	HENRY	BILLINGSLEY	HENRY.BILLINGSLEY@sakilacustomer.org	349	t	2022-02-14	2022-02-15 09:57:20+00	1
345	1	CARL	ARTIS	CARL.ARTIS@sakilacustomer.org	350	t	2022-02-14	2022-02-15 09:57:20+00	1
346	1	ARTHUR	SIMPKINS	ARTHUR.SIMPKINS@sakilacustomer.org	351	t	2022-02-14	2022-02-15 09:57:20+00	1
347	2	RYAN	SALISBURY	RYAN.SALISBURY@sakilacustomer.org	352	t	2022-02-14	2022-02-15 09:57:20+00	1
348	2	ROGER	QUINTANILLA	ROGER.QUINTANILLA@sakilacustomer.org	353	t	2022-02-14	2022-02-15 09:57:20+00	1
349	2	JOE	GILLILAND	JOE.GILLILAND@sakilacustomer.org	354	t	2022-02-14	2022-02-15 09:57:20+00	1
350	1	JUAN	FRALEY	JUAN.FRALEY@sakilacustomer.org	355	t	2022-02-14	2022-02-15 09:57:20+00	1
351	1	JACK	FOUST	JACK.FOUST@sakilacustomer.org	356	t	2022-02-14	2022-02-15 09:57:20+00	1
352	1	ALBERT	CROUSE	ALBERT.CROUSE@sakilacustomer.org	357	t	2022-02-14	2022-02-15 09:57:20+00	1
353	1	JONATHAN	SCARBOROUGH	JONATHAN.SCARBOROUGH@sakilacustomer.org	358	t	2022-02-14	2022-02-15 09:57:20+00	1
354	2	JUSTIN	NGO	JUSTIN.NGO@sakilacustomer.org	359	t	2022-02-14	2022-02-15 09:57:20+00	1
355	2	TERRY	GRISSOM	TERRY.GRISSOM@sakilacustomer.org	360	t	2022-02-14	2022-02-15 09:57:20+00	1
356	2	GERALD	FULTZ	GERALD.FULTZ@sakilacustomer.org	361	t	2022-02-14	2022-02-15 09:57:20+00	1
357	1	KEITH	RICO	KEITH.RICO@sakilacustomer.org	362	t	2022-02-14	2022-02-15 09:57:20+00	1
358	2	SAMUEL	MARLOW	SAMUEL.MARLOW@sakilacustomer.org	363	t	2022-02-14	2022-02-15 09:57:20+00	1
359	2	WILLIE	MARKHAM	WILLIE.MARKHAM@sakilacustomer.org	364	t	2022-02-14	2022-02-15 09:57:20+00	1
360	2	RALPH	MADRIGAL	RALPH.MADRIGAL@sakilacustomer.org	365	t	2022-02-14	2022-02-15 09:57:20+00	1
361	2	LAWRENCE	LAWTON	LAWRENCE.LAWTON@sakilacustomer.org	366	t	2022-02-14	2022-02-15 09:57:20+00	1
362	1	NICHOLAS	BARFIELD	NICHOLAS.BARFIELD@sakilacustomer.org	367	t	2022-02-14	2022-02-15 09:57:20+00	1
363	2	ROY	WHITING	ROY.WHITING@sakilacustomer.org	368	t	2022-02-14	2022-02-15 09:57:20+00	1
364	1	BENJAMIN	VARNEY	BENJAMIN.VARNEY@sakilacustomer.org	369	t	2022-02-14	2022-02-15 09:57:20+00	1
365	2	BRUCE	SCHWARZ	BRUCE.SCHWARZ@sakilacustomer.org	370	t	2022-02-14	2022-02-15 09:57:20+00	1
366	1	BRANDON	HUEY	BRANDON.HUEY@sakilacustomer.org	371	t	2022-02-14	2022-02-15 09:57:20+00	1
367	1	ADAM	GOOCH	ADAM.GOOCH@sakilacustomer.org	372	t	2022-02-14	2022-02-15 09:57:20+00	1
368	1	HARRY	ARCE	HARRY.ARCE@sakilacustomer.org	373	t	2022-02-14	2022-02-15 09:57:20+00	0
369	2	FRED	WHEAT	FRED.WHEAT@sakilacustomer.org	374	t	2022-02-14	2022-02-15 09:57:20+00	1
370	2	WAYNE	TRUONG	WAYNE.TRUONG@sakilacustomer.org	375	t	2022-02-14	2022-02-15 09:57:20+00	1
371	1	BILLY	POULIN	BILLY.POULIN@sakilacustomer.org	376	t	2022-02-14	2022-02-15 09:57:20+00	1
372	2	STEVE	MACKENZIE	STEVE.MACKENZIE@sakilacustomer.org	377	t	2022-02-14	2022-02-15 09:57:20+00	1
373	1	LOUIS	LEONE	LOUIS.LEONE@sakilacustomer.org	378	t	2022-02-14	2022-02-15 09:57:20+00	1
374	2	JEREMY	HURTADO	JEREMY.HURTADO@sakilacustomer.org	379	t	2022-02-14	2022-02-15 09:57:20+00	1
375	2	AARON	SELBY	AARON.SELBY@sakilacustomer.org	380	t	2022-02-14	2022-02-15 09:57:20+00	1
376	1	RANDY	GAITHER	RANDY.GAITHER@sakilacustomer.org	381	t	2022-02-14	2022-02-15 09:57:20+00	1
377	1	HOWARD	FORTNER	HOWARD.FORTNER@sakilacustomer.org	382	t	2022-02-14	2022-02-15 09:57:20+00	1
378	1	EUGENE	CULPEPPER	EUGENE.CULPEPPER@sakilacustomer.org	383	t	2022-02-14	2022-02-15 09:57:20+00	1
379	1	CARLOS	COUGHLIN	CARLOS.COUGHLIN@sakilacustomer.org	384	t	2022-02-14	2022-02-15 09:57:20+00	1
380	1	RUSSELL	BRINSON	RUSSELL.BRINSON@sakilacustomer.org	385	t	2022-02-14	2022-02-15 09:57:20+00	1
381	2	BOBBY	BOUDREAU	BOBBY.BOUDREAU@sakilacustomer.org	386	t	2022-02-14	2022-02-15 09:57:20+00	1
382	2	VICTOR	BARKLEY	VICTOR.BARKLEY@sakilacustomer.org	387	t	2022-02-14	2022-02-15 09:57:20+00	1
383	1	MARTIN	BALES	MARTIN.BALES@sakilacustomer.org	388	t	2022-02-14	2022-02-15 09:57:20+00	1
384	2	ERNEST	STEPP	ERNEST.STEPP@sakilacustomer.org	389	t	2022-02-14	2022-02-15 09:57:20+00	1
385	1	PHILLIP	HOLM	PHILLIP.HOLM@sakilacustomer.org	390	t	2022-02-14	2022-02-15 09:57:20+00	1
386	1	TODD	TAN	TODD.TAN@sakilacustomer.org	391	t	2022-02-14	2022-02-15 09:57:20+00	1
387	2	JESSE	SCHILLING	JESSE.SCHILLING@sakilacustomer.org	392	t	2022-02-14	2022-02-15 09:57:20+00	1
388	2	CRAIG	MORRELL	CRAIG.MORRELL@sakilacustomer.org	393	t	2022-02-14	2022-02-15 09:57:20+00	1
389	1	ALAN	KAHN	ALAN.KAHN@sakilacustomer.org	394	t	2022-02-14	2022-02-15 09:57:20+00	1
390	1	SHAWN	HEATON	SHAWN.HEATON@sakilacustomer.org	395	t	2022-02-14	2022-02-15 09:57:20+00	1
391	1	CLARENCE	GAMEZ	CLARENCE.GAMEZ@sakilacustomer.org	396	t	2022-02-14	2022-02-15 09:57:20+00	1
392	2	SEAN	DOUGLASS	SEAN.DOUGLASS@sakilacustomer.org	397	t	2022-02-14	2022-02-15 09:57:20+00	1
393	1	PHILIP	CAUSEY	PHILIP.CAUSEY@sakilacustomer.org	398	t	2022-02-14	2022-02-15 09:57:20+00	1
394	2	CHRIS	BROTHERS	CHRIS.BROTHERS@sakilacustomer.org	399	t	2022-02-14	2022-02-15 09:57:20+00	1
395	2	JOHNNY	TURPIN	JOHNNY.TURPIN@sakilacustomer.org	400	t	2022-02-14	2022-02-15 09:57:20+00	1
396	1	EARL	SHANKS	EARL.SHANKS@sakilacustomer.org	401	t	2022-02-14	2022-02-15 09:57:20+00	1
397	1	JIMMY	SCHRADER	JIMMY.SCHRADER@sakilacustomer.org	402	t	2022-02-14	2022-02-15 09:57:20+00	1
398	1	ANTONIO	MEEK	ANTONIO.MEEK@sakilacustomer.org	403	t	2022-02-14	2022-02-15 09:57:20+00	1
399	1	DANNY	ISOM	DANNY.ISOM@sakilacustomer.org	404	t	2022-02-14	2022-02-15 09:57:20+00	1
400	2	BRYAN	HARDISON	BRYAN.HARDISON@sakilacustomer.org	405	t	2022-02-14	2022-02-15 09:57:20+00	1
401	2	TONY	CARRANZA	TONY.CARRANZA@sakilacustomer.org	406	t	2022-02-14	2022-02-15 09:57:20+00	1
402	1	LUIS	YANEZ	LUIS.YANEZ@sakilacustomer.org	407	t	2022-02-14	2022-02-15 09:57:20+00	1
403	1	MIKE	WAY	MIKE.WAY@sakilacustomer.org	408	t	2022-02-14	2022-02-15 09:57:20+00	1
404	2	STANLEY	SCROGGINS	STANLEY.SCROGGINS@sakilacustomer.org	409	t	2022-02-14	2022-02-15 09:57:20+00	1
405	1	LEONARD	SCHOFIELD	LEONARD.SCHOFIELD@sakilacustomer.org	410	t	2022-02-14	2022-02-15 09:57:20+00	1
406	1	NATHAN	RUNYON	NATHAN.RUNYON@sakilacustomer.org	411	t	2022-02-14	2022-02-15 09:57:20+00	0
407	1	DALE	RATCLIFF	DALE.RATCLIFF@sakilacustomer.org	412	t	2022-02-14	2022-02-15 09:57:20+00	1
408	1	MANUEL	MURRELL	MANUEL.MURRELL@sakilacustomer.org	413	t	2022-02-14	2022-02-15 09:57:20+00	1
409	2	RODNEY	MOELLER	RODNEY.MOELLER@sakilacustomer.org	414	t	2022-02-14	2022-02-15 09:57:20+00	1
410	2	CURTIS	IRBY	CURTIS.IRBY@sakilacustomer.org	415	t	2022-02-14	2022-02-15 09:57:20+00	1
411	1	NORMAN	CURRIER	NORMAN.CURRIER@sakilacustomer.org	416	t	2022-02-14	2022-02-15 09:57:20+00	1
412	2	ALLEN	BUTTERFIELD	ALLEN.BUTTERFIELD@sakilacustomer.org	417	t	2022-02-14	2022-02-15 09:57:20+00	1
413	2	MARVIN	YEE	MARVIN.YEE@sakilacustomer.org	418	t	2022-02-14	2022-02-15 09:57:20+00	1
414	1	VINCENT	RALSTON	VINCENT.RALSTON@sakilacustomer.org	419	t	2022-02-14	2022-02-15 09:57:20+00	1
415	1	GLENN	PULLEN	GLENN.PULLEN@sakilacustomer.org	420	t	2022-02-14	2022-02-15 09:57:20+00	1
416	2	JEFFERY	PINSON	JEFFERY.PINSON@sakilacustomer.org	421	t	2022-02-14	2022-02-15 09:57:20+00	1
417	1	TRAVIS	ESTEP	TRAVIS.ESTEP@sakilacustomer.org	422	t	2022-02-14	2022-02-15 09:57:20+00	1
418	2	JEFF	EAST	JEFF.EAST@sakilacustomer.org	423	t	2022-02-14	2022-02-15 09:57:20+00	1
419	1	CHAD	CARBONE	CHAD.CARBONE@sakilacustomer.org	424	t	2022-02-14	2022-02-15 09:57:20+00	1
420	1	JACOB	LANCE	JACOB.LANCE@sakilacustomer.org	425	t	2022-02-14	2022-02-15 09:57:20+00	1
421	1	LEE	HAWKS	LEE.HAWKS@sakilacustomer.org	426	t	2022-02-14	2022-02-15 09:57:20+00	1
422	1	MELVIN	ELLINGTON	MELVIN.ELLINGTON@sakilacustomer.org	427	t	2022-02-14	2022-02-15 09:57:20+00	1
423	2	ALFRED	CASILLAS	ALFRED.CASILLAS@sakilacustomer.org	428	t	2022-02-14	2022-02-15 09:57:20+00	1
424	2	KYLE	SPURLOCK	KYLE.SPURLOCK@sakilacustomer.org	429	t	2022-02-14	2022-02-15 09:57:20+00	1
425	2	FRANCIS	SIKES	FRANCIS.SIKES@sakilacustomer.org	430	t	2022-02-14	2022-02-15 09:57:20+00	1
426	1	BRADLEY	MOTLEY	BRADLEY.MOTLEY@sakilacustomer.org	431	t	2022-02-14	2022-02-15 09:57:20+00	1
427	2	JESUS	MCCARTNEY	JESUS.MCCARTNEY@sakilacustomer.org	432	t	2022-02-14	2022-02-15 09:57:20+00	1
428	2	HERBERT	KRUGER	HERBERT.KRUGER@sakilacustomer.org	433	t	2022-02-14	2022-02-15 09:57:20+00	1
429	2	FREDERICK	ISBELL	FREDERICK.ISBELL@sakilacustomer.org	434	t	2022-02-14	2022-02-15 09:57:20+00	1
430	1	RAY	HOULE	RAY.HOULE@sakilacustomer.org	435	t	2022-02-14	2022-02-15 09:57:20+00	1
431	2	JOEL	FRANCISCO	JOEL.FRANCISCO@sakilacustomer.org	436	t	2022-02-14	2022-02-15 09:57:20+00	1
432	1	EDWIN	BURK	EDWIN.BURK@sakilacustomer.org	437	t	2022-02-14	2022-02-15 09:57:20+00	1
433	1	DON	BONE	DON.BONE@sakilacustomer.org	438	t	2022-02-14	2022-02-15 09:57:20+00	1
434	1	EDDIE	TOMLIN	EDDIE.TOMLIN@sakilacustomer.org	439	t	2022-02-14	2022-02-15 09:57:20+00	1
435	2	RICKY	SHELBY	RICKY.SHELBY@sakilacustomer.org	440	t	2022-02-14	2022-02-15 09:57:20+00	1
436	1	TROY	QUIGLEY	TROY.QUIGLEY@sakilacustomer.org	441	t	2022-02-14	2022-02-15 09:57:20+00	1
437	2	RANDALL	NEUMANN	RANDALL.NEUMANN@sakilacustomer.org	442	t	2022-02-14	2022-02-15 09:57:20+00	1
438	1	BARRY	LOVELACE	BARRY.LOVELACE@sakilacustomer.org	443	t	2022-02-14	2022-02-15 09:57:20+00	1
439	2	ALEXANDER	FENNELL	ALEXANDER.FENNELL@sakilacustomer.org	444	t	2022-02-14	2022-02-15 09:57:20+00	1
440	1	BERNARD	COLBY	BERNARD.COLBY@sakilacustomer.org	445	t	2022-02-14	2022-02-15 09:57:20+00	1
441	1	MARIO	CHEATHAM	MARIO.CHEATHAM@sakilacustomer.org	446	t	2022-02-14	2022-02-15 09:57:20+00	1
442	1	LEROY	BUSTAMANTE	LEROY.BUSTAMANTE@sakilacustomer.org	447	t	2022-02-14	2022-02-15 09:57:20+00	1
443	2	FRANCISCO	SKIDMORE	FRANCISCO.SKIDMORE@sakilacustomer.org	448	t	2022-02-14	2022-02-15 09:57:20+00	1
444	2	MARCUS	HIDALGO	MARCUS.HIDALGO@sakilacustomer.org	449	t	2022-02-14	2022-02-15 09:57:20+00	1
445	1	MICHEAL	FORMAN	MICHEAL.FORMAN@sakilacustomer.org	450	t	2022-02-14	2022-02-15 09:57:20+00	1
446	2	THEODORE	CULP	THEODORE.CULP@sakilacustomer.org	451	t	2022-02-14	2022-02-15 09:57:20+00	0
447	1	CLIFFORD	BOWENS	CLIFFORD.BOWENS@sakilacustomer.org	452	t	2022-02-14	2022-02-15 09:57:20+00	1
448	1	MIGUEL	BETANCOURT	MIGUEL.BETANCOURT@sakilacustomer.org	453	t	2022-02-14	2022-02-15 09:57:20+00	1
449	2	OSCAR	AQUINO	OSCAR.AQUINO@sakilacustomer.org	454	t	2022-02-14	2022-02-15 09:57:20+00	1
450	1	JAY	ROBB	JAY.ROBB@sakilacustomer.org	455	t	2022-02-14	2022-02-15 09:57:20+00	1
451	1	JIM	REA	JIM.REA@sakilacustomer.org	456	t	2022-02-14	2022-02-15 09:57:20+00	1
452	1	TOM	MILNER	TOM.MILNER@sakilacustomer.org	457	t	2022-02-14	2022-02-15 09:57:20+00	1
453	1	CALVIN	MARTEL	CALVIN.MARTEL@sakilacustomer.org	458	t	2022-02-14	2022-02-15 09:57:20+00	1
454	2	ALEX	GRESHAM	ALEX.GRESHAM@sakilacustomer.org	459	t	2022-02-14	2022-02-15 09:57:20+00	1
455	2	JON	WILES	JON.WILES@sakilacustomer.org	460	t	2022-02-14	2022-02-15 09:57:20+00	1
456	2	RONNIE	RICKETTS	RONNIE.RICKETTS@sakilacustomer.org	461	t	2022-02-14	2022-02-15 09:57:20+00	1
457	2	BILL	GAVIN	BILL.GAVIN@sakilacustomer.org	462	t	2022-02-14	2022-02-15 09:57:20+00	1
458	1	LLOYD	DOWD	LLOYD.DOWD@sakilacustomer.org	463	t	2022-02-14	2022-02-15 09:57:20+00	1
459	1	TOMMY	COLLAZO	TOMMY.COLLAZO@sakilacustomer.org	464	t	2022-02-14	2022-02-15 09:57:20+00	1
460	1	LEON	BOSTIC	LEON.BOSTIC@sakilacustomer.org	465	t	2022-02-14	2022-02-15 09:57:20+00	1
461	1	DEREK	BLAKELY	DEREK.BLAKELY@sakilacustomer.org	466	t	2022-02-14	2022-02-15 09:57:20+00	1
462	2	WARREN	SHERROD	WARREN.SHERROD@sakilacustomer.org	467	t	2022-02-14	2022-02-15 09:57:20+00	1
463	2	DARRELL	POWER	DARRELL.POWER@sakilacustomer.org	468	t	2022-02-14	2022-02-15 09:57:20+00	1
464	1	JEROME	KENYON	JEROME.KENYON@sakilacustomer.org	469	t	2022-02-14	2022-02-15 09:57:20+00	1
465	1	FLOYD	GANDY	FLOYD.GANDY@sakilacustomer.org	470	t	2022-02-14	2022-02-15 09:57:20+00	1
466	1	LEO	EBERT	LEO.EBERT@sakilacustomer.org	471	t	2022-02-14	2022-02-15 09:57:20+00	1
467	2	ALVIN	DELOACH	ALVIN.DELOACH@sakilacustomer.org	472	t	2022-02-14	2022-02-15 09:57:20+00	1
468	1	TIM	CARY	TIM.CARY@sakilacustomer.org	473	t	2022-02-14	2022-02-15 09:57:20+00	1
469	2	WESLEY	BULL	WESLEY.BULL@sakilacustomer.org	474	t	2022-02-14	2022-02-15 09:57:20+00	1
470	1	GORDON	ALLARD	GORDON.ALLARD@sakilacustomer.org	475	t	2022-02-14	2022-02-15 09:57:20+00	1
471	1	DEAN	SAUER	DEAN.SAUER@sakilacustomer.org	476	t	2022-02-14	2022-02-15 09:57:20+00	1
472	1	GREG	ROBINS	GREG.ROBINS@sakilacustomer.org	477	t	2022-02-14	2022-02-15 09:57:20+00	1
473	2	JORGE	OLIVARES	JORGE.OLIVARES@sakilacustomer.org	478	t	2022-02-14	2022-02-15 09:57:20+00	1
474	2	DUSTIN	GILLETTE	DUSTIN.GILLETTE@sakilacustomer.org	479	t	2022-02-14	2022-02-15 09:57:20+00	1
475	2	PEDRO	CHESTNUT	PEDRO.CHESTNUT@sakilacustomer.org	480	t	2022-02-14	2022-02-15 09:57:20+00	1
476	1	DERRICK	BOURQUE	DERRICK.BOURQUE@sakilacustomer.org	481	t	2022-02-14	2022-02-15 09:57:20+00	1
477	1	DAN	PAINE	DAN.PAINE@sakilacustomer.org	482	t	2022-02-14	2022-02-15 09:57:20+00	1
478	1	LEWIS	LYMAN	LEWIS.LYMAN@sakilacustomer.org	483	t	2022-02-14	2022-02-15 09:57:20+00	1
479	1	ZACHARY	HITE	ZACHARY.HITE@sakilacustomer.org	484	t	2022-02-14	2022-02-15 09:57:20+00	1
480	1	COREY	HAUSER	COREY.HAUSER@sakilacustomer.org	485	t	2022-02-14	2022-02-15 09:57:20+00	1
481	1	HERMAN	DEVORE	HERMAN.DEVORE@sakilacustomer.org	486	t	2022-02-14	2022-02-15 09:57:20+00	1
482	1	MAURICE	CRAWLEY	MAURICE.CRAWLEY@sakilacustomer.org	487	t	2022-02-14	2022-02-15 09:57:20+00	0
483	2	VERNON	CHAPA	VERNON.CHAPA@sakilacustomer.org	488	t	2022-02-14	2022-02-15 09:57:20+00	1
484	1	ROBERTO	VU	ROBERTO.VU@sakilacustomer.org	489	t	2022-02-14	2022-02-15 09:57:20+00	1
485	1	CLYDE	TOBIAS	CLYDE.TOBIAS@sakilacustomer.org	490	t	2022-02-14	2022-02-15 09:57:20+00	1
486	1	GLEN	TALBERT	GLEN.TALBERT@sakilacustomer.org	491	t	2022-02-14	2022-02-15 09:57:20+00	1
487	2	HECTOR	POINDEXTER	HECTOR.POINDEXTER@sakilacustomer.org	492	t	2022-02-14	2022-02-15 09:57:20+00	1
488	2	SHANE	MILLARD	SHANE.MILLARD@sakilacustomer.org	493	t	2022-02-14	2022-02-15 09:57:20+00	1
489	1	RICARDO	MEADOR	RICARDO.MEADOR@sakilacustomer.org	494	t	2022-02-14	2022-02-15 09:57:20+00	1
490	1	SAM	MCDUFFIE	SAM.MCDUFFIE@sakilacustomer.org	495	t	2022-02-14	2022-02-15 09:57:20+00	1
491	2	RICK	MATTOX	RICK.MATTOX@sakilacustomer.org	496	t	2022-02-14	2022-02-15 09:57:20+00	1
492	2	LESTER	KRAUS	LESTER.KRAUS@sakilacustomer.org	497	t	2022-02-14	2022-02-15 09:57:20+00	1
493	1	BRENT	HARKINS	BRENT.HARKINS@sakilacustomer.org	498	t	2022-02-14	2022-02-15 09:57:20+00	1
494	2	RAMON	CHOATE	RAMON.CHOATE@sakilacustomer.org	499	t	2022-02-14	2022-02-15 09:57:20+00	1
495	2	CHARLIE	BESS	CHARLIE.BESS@sakilacustomer.org	500	t	2022-02-14	2022-02-15 09:57:20+00	1
496	2	TYLER	WREN	TYLER.WREN@sakilacustomer.org	501	t	2022-02-14	2022-02-15 09:57:20+00	1
497	2	GILBERT	SLEDGE	GILBERT.SLEDGE@sakilacustomer.org	502	t	2022-02-14	2022-02-15 09:57:20+00	1
498	1	GENE	SANBORN	GENE.SANBORN@sakilacustomer.org	503	t	2022-02-14	2022-02-15 09:57:20+00	1
499	2	MARC	OUTLAW	MARC.OUTLAW@sakilacustomer.org	504	t	2022-02-14	2022-02-15 09:57:20+00	1
500	1	REGINALD	KINDER	REGINALD.KINDER@sakilacustomer.org	505	t	2022-02-14	2022-02-15 09:57:20+00	1
501	1	RUBEN	GEARY	RUBEN.GEARY@sakilacustomer.org	506	t	2022-02-14	2022-02-15 09:57:20+00	1
502	1	BRETT	CORNWELL	BRETT.CORNWELL@sakilacustomer.org	507	t	2022-02-14	2022-02-15 09:57:20+00	1
503	1	ANGEL	BARCLAY	ANGEL.BARCLAY@sakilacustomer.org	508	t	2022-02-14	2022-02-15 09:57:20+00	1
504	1	NATHANIEL	ADAM	NATHANIEL.ADAM@sakilacustomer.org	509	t	2022-02-14	2022-02-15 09:57:20+00	1
505	1	RAFAEL	ABNEY	RAFAEL.ABNEY@sakilacustomer.org	510	t	2022-02-14	2022-02-15 09:57:20+00	1
506	2	LESLIE	SEWARD	LESLIE.SEWARD@sakilacustomer.org	511	t	2022-02-14	2022-02-15 09:57:20+00	1
507	2	EDGAR	RHOADS	EDGAR.RHOADS@sakilacustomer.org	512	t	2022-02-14	2022-02-15 09:57:20+00	1
508	2	MILTON	HOWLAND	MILTON.HOWLAND@sakilacustomer.org	513	t	2022-02-14	2022-02-15 09:57:20+00	1
509	1	RAUL	FORTIER	RAUL.FORTIER@sakilacustomer.org	514	t	2022-02-14	2022-02-15 09:57:20+00	1
510	2	BEN	EASTER	BEN.EASTER@sakilacustomer.org	515	t	2022-02-14	2022-02-15 09:57:20+00	0
511	1	CHESTER	BENNER	CHESTER.BENNER@sakilacustomer.org	516	t	2022-02-14	2022-02-15 09:57:20+00	1
512	1	CECIL	VINES	CECIL.VINES@sakilacustomer.org	517	t	2022-02-14	2022-02-15 09:57:20+00	1
513	2	DUANE	TUBBS	DUANE.TUBBS@sakilacustomer.org	519	t	2022-02-14	2022-02-15 09:57:20+00	1
514	2	FRANKLIN	TROUTMAN	FRANKLIN.TROUTMAN@sakilacustomer.org	520	t	2022-02-14	2022-02-15 09:57:20+00	1
515	1	ANDRE	RAPP	ANDRE.RAPP@sakilacustomer.org	521	t	2022-02-14	2022-02-15 09:57:20+00	1
516	2	ELMER	NOE	ELMER.NOE@sakilacustomer.org	522	t	2022-02-14	2022-02-15 09:57:20+00	1
517	2	BRAD	MCCURDY	BRAD.MCCURDY@sakilacustomer.org	523	t	2022-02-14	2022-02-15 09:57:20+00	1
518	1	GABRIEL	HARDER	GABRIEL.HARDER@sakilacustomer.org	524	t	2022-02-14	2022-02-15 09:57:20+00	1
519	2	RON	DELUCA	RON.DELUCA@sakilacustomer.org	525	t	2022-02-14	2022-02-15 09:57:20+00	1
520	2	MITCHELL	WESTMORELAND	MITCHELL.WESTMORELAND@sakilacustomer.org	526	t	2022-02-14	2022-02-15 09:57:20+00	1
521	2	ROLAND	SOUTH	ROLAND.SOUTH@sakilacustomer.org	527	t	2022-02-14	2022-02-15 09:57:20+00	1
522	2	ARNOLD	HAVENS	ARNOLD.HAVENS@sakilacustomer.org	528	t	2022-02-14	2022-02-15 09:57:20+00	1
523	1	HARVEY	GUAJARDO	HARVEY.GUAJARDO@sakilacustomer.org	529	t	2022-02-14	2022-02-15 09:57:20+00	1
524	1	JARED	ELY	JARED.ELY@sakilacustomer.org	530	t	2022-02-14	2022-02-15 09:57:20+00	1
525	2	ADRIAN	CLARY	ADRIAN.CLARY@sakilacustomer.org	531	t	2022-02-14	2022-02-15 09:57:20+00	1
526	2	KARL	SEAL	KARL.SEAL@sakilacustomer.org	532	t	2022-02-14	2022-02-15 09:57:20+00	1
527	1	CORY	MEEHAN	CORY.MEEHAN@sakilacustomer.org	533	t	2022-02-14	2022-02-15 09:57:20+00	1
528	1	CLAUDE	HERZOG	CLAUDE.HERZOG@sakilacustomer.org	534	t	2022-02-14	2022-02-15 09:57:20+00	1
529	2	ERIK	GUILLEN	ERIK.GUILLEN@sakilacustomer.org	535	t	2022-02-14	2022-02-15 09:57:20+00	1
530	2	DARRYL	ASHCRAFT	DARRYL.ASHCRAFT@sakilacustomer.org	536	t	2022-02-14	2022-02-15 09:57:20+00	1
531	2	JAMIE	WAUGH	JAMIE.WAUGH@sakilacustomer.org	537	t	2022-02-14	2022-02-15 09:57:20+00	1
532	2	NEIL	RENNER	NEIL.RENNER@sakilacustomer.org	538	t	2022-02-14	2022-02-15 09:57:20+00	1
533	1	JESSIE	MILAM	JESSIE.MILAM@sakilacustomer.org	539	t	2022-02-14	2022-02-15 09:57:20+00	1
534	1	CHRISTIAN	JUNG	CHRISTIAN.JUNG@sakilacustomer.org	540	t	2022-02-14	2022-02-15 09:57:20+00	0
535	1	JAVIER	ELROD	JAVIER.ELROD@sakilacustomer.org	541	t	2022-02-14	2022-02-15 09:57:20+00	1
536	2	FERNANDO	CHURCHILL	FERNANDO.CHURCHILL@sakilacustomer.org	542	t	2022-02-14	2022-02-15 09:57:20+00	1
537	2	CLINTON	BUFORD	CLINTON.BUFORD@sakilacustomer.org	543	t	2022-02-14	2022-02-15 09:57:20+00	1
538	2	TED	BREAUX	TED.BREAUX@sakilacustomer.org	544	t	2022-02-14	2022-02-15 09:57:20+00	1
539	1	MATHEW	BOLIN	MATHEW.BOLIN@sakilacustomer.org	545	t	2022-02-14	2022-02-15 09:57:20+00	1
540	1	TYRONE	ASHER	TYRONE.ASHER@sakilacustomer.org	546	t	2022-02-14	2022-02-15 09:57:20+00	1
541	2	DARREN	WINDHAM	DARREN.WINDHAM@sakilacustomer.org	547	t	2022-02-14	2022-02-15 09:57:20+00	1
542	2	LONNIE	TIRADO	LONNIE.TIRADO@sakilacustomer.org	548	t	2022-02-14	2022-02-15 09:57:20+00	1
543	1	LANCE	PEMBERTON	LANCE.PEMBERTON@sakilacustomer.org	549	t	2022-02-14	2022-02-15 09:57:20+00	1
544	2	CODY	NOLEN	CODY.NOLEN@sakilacustomer.org	550	t	2022-02-14	2022-02-15 09:57:20+00	1
545	2	JULIO	NOLAND	JULIO.NOLAND@sakilacustomer.org	551	t	2022-02-14	2022-02-15 09:57:20+00	1
546	1	KELLY	KNOTT	KELLY.KNOTT@sakilacustomer.org	552	t	2022-02-14	2022-02-15 09:57:20+00	1
547	1	KURT	EMMONS	KURT.EMMONS@sakilacustomer.org	553	t	2022-02-14	2022-02-15 09:57:20+00	1
548	1	ALLAN	CORNISH	ALLAN.CORNISH@sakilacustomer.org	554	t	2022-02-14	2022-02-15 09:57:20+00	1
549	1	NELSON	CHRISTENSON	NELSON.CHRISTENSON@sakilacustomer.org	555	t	2022-02-14	2022-02-15 09:57:20+00	1
550	2	GUY	BROWNLEE	GUY.BROWNLEE@sakilacustomer.org	556	t	2022-02-14	2022-02-15 09:57:20+00	1
551	2	CLAYTON	BARBEE	CLAYTON.BARBEE@sakilacustomer.org	557	t	2022-02-14	2022-02-15 09:57:20+00	1
552	2	HUGH	WALDROP	HUGH.WALDROP@sakilacustomer.org	558	t	2022-02-14	2022-02-15 09:57:20+00	1
553	1	MAX	PITT	MAX.PITT@sakilacustomer.org	559	t	2022-02-14	2022-02-15 09:57:20+00	1
554	1	DWAYNE	OLVERA	DWAYNE.OLVERA@sakilacustomer.org	560	t	2022-02-14	2022-02-15 09:57:20+00	1
555	1	DWIGHT	LOMBARDI	DWIGHT.LOMBARDI@sakilacustomer.org	561	t	2022-02-14	2022-02-15 09:57:20+00	1
556	2	ARMANDO	GRUBER	ARMANDO.GRUBER@sakilacustomer.org	562	t	2022-02-14	2022-02-15 09:57:20+00	1
557	1	FELIX	GAFFNEY	FELIX.GAFFNEY@sakilacustomer.org	563	t	2022-02-14	2022-02-15 09:57:20+00	1
558	1	JIMMIE	EGGLESTON	JIMMIE.EGGLESTON@sakilacustomer.org	564	t	2022-02-14	2022-02-15 09:57:20+00	0
559	2	EVERETT	BANDA	EVERETT.BANDA@sakilacustomer.org	565	t	2022-02-14	2022-02-15 09:57:20+00	1
560	1	JORDAN	ARCHULETA	JORDAN.ARCHULETA@sakilacustomer.org	566	t	2022-02-14	2022-02-15 09:57:20+00	1
561	2	IAN	STILL	IAN.STILL@sakilacustomer.org	567	t	2022-02-14	2022-02-15 09:57:20+00	1
562	1	WALLACE	SLONE	WALLACE.SLONE@sakilacustomer.org	568	t	2022-02-14	2022-02-15 09:57:20+00	1
563	2	KEN	PREWITT	KEN.PREWITT@sakilacustomer.org	569	t	2022-02-14	2022-02-15 09:57:20+00	1
564	2	BOB	PFEIFFER	BOB.PFEIFFER@sakilacustomer.org	570	t	2022-02-14	2022-02-15 09:57:20+00	1
565	2	JAIME	NETTLES	JAIME.NETTLES@sakilacustomer.org	571	t	2022-02-14	2022-02-15 09:57:20+00	1
566	1	CASEY	MENA	CASEY.MENA@sakilacustomer.org	572	t	2022-02-14	2022-02-15 09:57:20+00	1
567	2	ALFREDO	MCADAMS	ALFREDO.MCADAMS@sakilacustomer.org	573	t	2022-02-14	2022-02-15 09:57:20+00	1
568	2	ALBERTO	HENNING	ALBERTO.HENNING@sakilacustomer.org	574	t	2022-02-14	2022-02-15 09:57:20+00	1
569	2	DAVE	GARDINER	DAVE.GARDINER@sakilacustomer.org	575	t	2022-02-14	2022-02-15 09:57:20+00	1
570	2	IVAN	CROMWELL	IVAN.CROMWELL@sakilacustomer.org	576	t	2022-02-14	2022-02-15 09:57:20+00	1
571	2	JOHNNIE	CHISHOLM	JOHNNIE.CHISHOLM@sakilacustomer.org	577	t	2022-02-14	2022-02-15 09:57:20+00	1
572	1	SIDNEY	BURLESON	SIDNEY.BURLESON@sakilacustomer.org	578	t	2022-02-14	2022-02-15 09:57:20+00	1
573	1	BYRON	BOX	BYRON.BOX@sakilacustomer.org	579	t	2022-02-14	2022-02-15 09:57:20+00	1
574	2	JULIAN	VEST	JULIAN.VEST@sakilacustomer.org	580	t	2022-02-14	2022-02-15 09:57:20+00	1
575	2	ISAAC	OGLESBY	ISAAC.OGLESBY@sakilacustomer.org	581	t	2022-02-14	2022-02-15 09:57:20+00	1
576	2	MORRIS	MCCARTER	MORRIS.MCCARTER@sakilacustomer.org	582	t	2022-02-14	2022-02-15 09:57:20+00	1
577	2	CLIFTON	MALCOLM	CLIFTON.MALCOLM@sakilacustomer.org	583	t	2022-02-14	2022-02-15 09:57:20+00	1
578	2	WILLARD	LUMPKIN	WILLARD.LUMPKIN@sakilacustomer.org	584	t	2022-02-14	2022-02-15 09:57:20+00	1
579	2	DARYL	LARUE	DARYL.LARUE@sakilacustomer.org	585	t	2022-02-14	2022-02-15 09:57:20+00	1
580	1	ROSS	GREY	ROSS.GREY@sakilacustomer.org	586	t	2022-02-14	2022-02-15 09:57:20+00	1
581	1	VIRGIL	WOFFORD	VIRGIL.WOFFORD@sakilacustomer.org	587	t	2022-02-14	2022-02-15 09:57:20+00	1
582	2	ANDY	VANHORN	ANDY.VANHORN@sakilacustomer.org	588	t	2022-02-14	2022-02-15 09:57:20+00	1
583	1	MARSHALL	THORN	MARSHALL.THORN@sakilacustomer.org	589	t	2022-02-14	2022-02-15 09:57:20+00	1
584	2	SALVADOR	TEEL	SALVADOR.TEEL@sakilacustomer.org	590	t	2022-02-14	2022-02-15 09:57:20+00	1
585	1	PERRY	SWAFFORD	PERRY.SWAFFORD@sakilacustomer.org	591	t	2022-02-14	2022-02-15 09:57:20+00	1
586	1	KIRK	STCLAIR	KIRK.STCLAIR@sakilacustomer.org	592	t	2022-02-14	2022-02-15 09:57:20+00	1
587	1	SERGIO	STANFIELD	SERGIO.STANFIELD@sakilacustomer.org	593	t	2022-02-14	2022-02-15 09:57:20+00	1
588	1	MARION	OCAMPO	MARION.OCAMPO@sakilacustomer.org	594	t	2022-02-14	2022-02-15 09:57:20+00	1
589	1	TRACY	HERRMANN	TRACY.HERRMANN@sakilacustomer.org	595	t	2022-02-14	2022-02-15 09:57:20+00	1
590	2	SETH	HANNON	SETH.HANNON@sakilacustomer.org	596	t	2022-02-14	2022-02-15 09:57:20+00	1
591	1	KENT	ARSENAULT	KENT.ARSENAULT@sakilacustomer.org	597	t	2022-02-14	2022-02-15 09:57:20+00	1
592	1	TERRANCE	ROUSH	TERRANCE.ROUSH@sakilacustomer.org	598	t	2022-02-14	2022-02-15 09:57:20+00	0
593	2	RENE	MCALISTER	RENE.MCALISTER@sakilacustomer.org	599	t	2022-02-14	2022-02-15 09:57:20+00	1
594	1	EDUARDO	HIATT	EDUARDO.HIATT@sakilacustomer.org	600	t	2022-02-14	2022-02-15 09:57:20+00	1
595	1	TERRENCE	GUNDERSON	TERRENCE.GUNDERSON@sakilacustomer.org	601	t	2022-02-14	2022-02-15 09:57:20+00	1
596	1	ENRIQUE	FORSYTHE	ENRIQUE.FORSYTHE@sakilacustomer.org	602	t	2022-02-14	2022-02-15 09:57:20+00	1
597	1	FREDDIE	DUGGAN	FREDDIE.DUGGAN@sakilacustomer.org	603	t	2022-02-14	2022-02-15 09:57:20+00	1
598	1	WADE	DELVALLE	WADE.DELVALLE@sakilacustomer.org	604	t	2022-02-14	2022-02-15 09:57:20+00	1
599	2	AUSTIN	CINTRON	AUSTIN.CINTRON@sakilacustomer.org	605	t	2022-02-14	2022-02-15 09:57:20+00	1
\.

COPY pagila.film (film_id, title, description, release_year, language_id, original_language_id, rental_duration, rental_rate, length, replacement_cost, rating, last_update, special_features, fulltext) FROM stdin;
3	ADAPTATION HOLES	A Astounding Reflection of a Lumberjack And a Car who must Sink a Lumberjack in A Baloon Factory	2017	2	\N	7	2.99	50	18.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes"}	'adapt':1 'astound':4 'baloon':19 'car':11 'factori':20 'hole':2 'lumberjack':8,16 'must':13 'reflect':5 'sink':14
6	AGENT TRUMAN	A Intrepid Panorama of a Robot And a Boy who must Escape a Sumo Wrestler in Ancient China	2010	1	\N	3	2.99	169	17.99	PG	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'agent':1 'ancient':19 'boy':11 'china':20 'escap':14 'intrepid':4 'must':13 'panorama':5 'robot':8 'sumo':16 'truman':2 'wrestler':17
12	ALASKA PHANTOM	A Fanciful Saga of a Hunter And a Pastry Chef who must Vanquish a Boy in Australia	2016	1	\N	6	0.99	136	22.99	PG	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes"}	'alaska':1 'australia':19 'boy':17 'chef':12 'fanci':4 'hunter':8 'must':14 'pastri':11 'phantom':2 'saga':5 'vanquish':15
213	DATE SPEED	A Touching Saga of a Composer And a Moose who must Discover a Dentist in A MySQL Convention	2006	6	\N	4	0.99	104	19.99	R	2022-09-10 16:46:03.905795+00	{Commentaries}	'compos':8 'convent':20 'date':1 'dentist':16 'discov':14 'moos':11 'must':13 'mysql':19 'saga':5 'speed':2 'touch':4
51	BALLOON HOMEWARD	A Insightful Panorama of a Forensic Psychologist And a Mad Cow who must Build a Mad Scientist in The First Manned Space Station	2012	1	\N	5	2.99	75	10.99	NC-17	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'balloon':1 'build':16 'cow':13 'first':22 'forens':8 'homeward':2 'insight':4 'mad':12,18 'man':23 'must':15 'panorama':5 'psychologist':9 'scientist':19 'space':24 'station':25
57	BASIC EASY	A Stunning Epistle of a Man And a Husband who must Reach a Mad Scientist in A Jet Boat	2019	3	\N	4	2.99	90	18.99	PG-13	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'basic':1 'boat':21 'easi':2 'epistl':5 'husband':11 'jet':20 'mad':16 'man':8 'must':13 'reach':14 'scientist':17 'stun':4
60	BEAST HUNCHBACK	A Awe-Inspiring Epistle of a Student And a Squirrel who must Defeat a Boy in Ancient China	2009	1	\N	3	4.99	89	22.99	R	2022-09-10 16:46:03.905795+00	{"Deleted Scenes","Behind the Scenes"}	'ancient':20 'awe':5 'awe-inspir':4 'beast':1 'boy':18 'china':21 'defeat':16 'epistl':7 'hunchback':2 'inspir':6 'must':15 'squirrel':13 'student':10
72	BILL OTHERS	A Stunning Saga of a Mad Scientist And a Forensic Psychologist who must Challenge a Squirrel in A MySQL Convention	2007	1	\N	6	2.99	93	12.99	PG	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'bill':1 'challeng':16 'convent':22 'forens':12 'mad':8 'must':15 'mysql':21 'other':2 'psychologist':13 'saga':5 'scientist':9 'squirrel':18 'stun':4
99	BRINGING HYSTERICAL	A Fateful Saga of a A Shark And a Technical Writer who must Find a Woman in A Jet Boat	2006	5	\N	7	2.99	136	14.99	PG	2022-09-10 16:46:03.905795+00	{Trailers}	'boat':22 'bring':1 'fate':4 'find':16 'hyster':2 'jet':21 'must':15 'saga':5 'shark':9 'technic':12 'woman':18 'writer':13
123	CASABLANCA SUPER	A Amazing Panorama of a Crocodile And a Forensic Psychologist who must Pursue a Secret Agent in The First Manned Space Station	2009	6	\N	6	4.99	85	22.99	G	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes","Behind the Scenes"}	'agent':18 'amaz':4 'casablanca':1 'crocodil':8 'first':21 'forens':11 'man':22 'must':14 'panorama':5 'psychologist':12 'pursu':15 'secret':17 'space':23 'station':24 'super':2
126	CASUALTIES ENCINO	A Insightful Yarn of a A Shark And a Pastry Chef who must Face a Boy in A Monastery	2022	6	\N	3	4.99	179	16.99	G	2022-09-10 16:46:03.905795+00	{Trailers}	'boy':18 'casualti':1 'chef':13 'encino':2 'face':16 'insight':4 'monasteri':21 'must':15 'pastri':12 'shark':9 'yarn':5
129	CAUSE DATE	A Taut Tale of a Explorer And a Pastry Chef who must Conquer a Hunter in A MySQL Convention	2024	1	\N	3	2.99	179	16.99	R	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes","Behind the Scenes"}	'caus':1 'chef':12 'conquer':15 'convent':21 'date':2 'explor':8 'hunter':17 'must':14 'mysql':20 'pastri':11 'tale':5 'taut':4
132	CHAINSAW UPTOWN	A Beautiful Documentary of a Boy And a Robot who must Discover a Squirrel in Australia	2019	1	\N	6	0.99	114	25.99	PG	2022-09-10 16:46:03.905795+00	{"Deleted Scenes","Behind the Scenes"}	'australia':18 'beauti':4 'boy':8 'chainsaw':1 'discov':14 'documentari':5 'must':13 'robot':11 'squirrel':16 'uptown':2
135	CHANCE RESURRECTION	A Astounding Story of a Forensic Psychologist And a Forensic Psychologist who must Overcome a Moose in Ancient China	2011	5	\N	3	2.99	70	22.99	R	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes","Behind the Scenes"}	'ancient':20 'astound':4 'chanc':1 'china':21 'forens':8,12 'moos':18 'must':15 'overcom':16 'psychologist':9,13 'resurrect':2 'stori':5
141	CHICAGO NORTH	A Fateful Yarn of a Mad Cow And a Waitress who must Battle a Student in California	2019	1	\N	6	4.99	185	11.99	PG-13	2022-09-10 16:46:03.905795+00	{"Deleted Scenes","Behind the Scenes"}	'battl':15 'california':19 'chicago':1 'cow':9 'fate':4 'mad':8 'must':14 'north':2 'student':17 'waitress':12 'yarn':5
150	CIDER DESIRE	A Stunning Character Study of a Composer And a Mad Cow who must Succumb a Cat in Soviet Georgia	2008	1	\N	7	2.99	101	9.99	PG	2022-09-10 16:46:03.905795+00	{"Behind the Scenes"}	'cat':18 'charact':5 'cider':1 'compos':9 'cow':13 'desir':2 'georgia':21 'mad':12 'must':15 'soviet':20 'studi':6 'stun':4 'succumb':16
159	CLOSER BANG	A Unbelieveable Panorama of a Frisbee And a Hunter who must Vanquish a Monkey in Ancient India	2018	1	\N	5	4.99	58	12.99	R	2022-09-10 16:46:03.905795+00	{Trailers,"Behind the Scenes"}	'ancient':18 'bang':2 'closer':1 'frisbe':8 'hunter':11 'india':19 'monkey':16 'must':13 'panorama':5 'unbeliev':4 'vanquish':14
174	CONFIDENTIAL INTERVIEW	A Stunning Reflection of a Cat And a Woman who must Find a Astronaut in Ancient Japan	2006	3	\N	6	4.99	180	13.99	NC-17	2022-09-10 16:46:03.905795+00	{Commentaries}	'ancient':18 'astronaut':16 'cat':8 'confidenti':1 'find':14 'interview':2 'japan':19 'must':13 'reflect':5 'stun':4 'woman':11
177	CONNECTICUT TRAMP	A Unbelieveable Drama of a Crocodile And a Mad Cow who must Reach a Dentist in A Shark Tank	2010	2	\N	4	4.99	172	20.99	R	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes"}	'connecticut':1 'cow':12 'crocodil':8 'dentist':17 'drama':5 'mad':11 'must':14 'reach':15 'shark':20 'tank':21 'tramp':2 'unbeliev':4
186	CRAFT OUTFIELD	A Lacklusture Display of a Explorer And a Hunter who must Succumb a Database Administrator in A Baloon Factory	2019	5	\N	6	0.99	64	17.99	NC-17	2022-09-10 16:46:03.905795+00	{"Deleted Scenes","Behind the Scenes"}	'administr':17 'baloon':20 'craft':1 'databas':16 'display':5 'explor':8 'factori':21 'hunter':11 'lacklustur':4 'must':13 'outfield':2 'succumb':14
201	CYCLONE FAMILY	A Lacklusture Drama of a Student And a Monkey who must Sink a Womanizer in A MySQL Convention	2021	6	\N	7	2.99	176	18.99	PG	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes"}	'convent':20 'cyclon':1 'drama':5 'famili':2 'lacklustur':4 'monkey':11 'must':13 'mysql':19 'sink':14 'student':8 'woman':16
207	DANGEROUS UPTOWN	A Unbelieveable Story of a Mad Scientist And a Woman who must Overcome a Dog in California	2008	5	\N	7	4.99	121	26.99	PG	2022-09-10 16:46:03.905795+00	{Commentaries}	'california':19 'danger':1 'dog':17 'mad':8 'must':14 'overcom':15 'scientist':9 'stori':5 'unbeliev':4 'uptown':2 'woman':12
228	DETECTIVE VISION	A Fanciful Documentary of a Pioneer And a Woman who must Redeem a Hunter in Ancient Japan	2021	1	\N	4	0.99	143	16.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'ancient':18 'detect':1 'documentari':5 'fanci':4 'hunter':16 'japan':19 'must':13 'pioneer':8 'redeem':14 'vision':2 'woman':11
234	DISTURBING SCARFACE	A Lacklusture Display of a Crocodile And a Butler who must Overcome a Monkey in A U-Boat	2009	2	\N	6	2.99	94	27.99	R	2022-09-10 16:46:03.905795+00	{Trailers,"Behind the Scenes"}	'boat':21 'butler':11 'crocodil':8 'display':5 'disturb':1 'lacklustur':4 'monkey':16 'must':13 'overcom':14 'scarfac':2 'u':20 'u-boat':19
243	DOORS PRESIDENT	A Awe-Inspiring Display of a Squirrel And a Woman who must Overcome a Boy in The Gulf of Mexico	2017	1	\N	3	4.99	49	22.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes","Behind the Scenes"}	'awe':5 'awe-inspir':4 'boy':18 'display':7 'door':1 'gulf':21 'inspir':6 'mexico':23 'must':15 'overcom':16 'presid':2 'squirrel':10 'woman':13
258	DRUMS DYNAMITE	A Epic Display of a Crocodile And a Crocodile who must Confront a Dog in An Abandoned Amusement Park	2024	1	\N	6	0.99	96	11.99	PG	2022-09-10 16:46:03.905795+00	{Trailers}	'abandon':19 'amus':20 'confront':14 'crocodil':8,11 'display':5 'dog':16 'drum':1 'dynamit':2 'epic':4 'must':13 'park':21
273	EFFECT GLADIATOR	A Beautiful Display of a Pastry Chef And a Pastry Chef who must Outgun a Forensic Psychologist in A Manhattan Penthouse	2024	3	\N	6	0.99	107	14.99	PG	2022-09-10 16:46:03.905795+00	{Commentaries}	'beauti':4 'chef':9,13 'display':5 'effect':1 'forens':18 'gladiat':2 'manhattan':22 'must':15 'outgun':16 'pastri':8,12 'penthous':23 'psychologist':19
282	ENCOUNTERS CURTAIN	A Insightful Epistle of a Pastry Chef And a Womanizer who must Build a Boat in New Orleans	2014	1	\N	5	0.99	92	20.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers}	'boat':17 'build':15 'chef':9 'curtain':2 'encount':1 'epistl':5 'insight':4 'must':14 'new':19 'orlean':20 'pastri':8 'woman':12
285	ENGLISH BULWORTH	A Intrepid Epistle of a Pastry Chef And a Pastry Chef who must Pursue a Crocodile in Ancient China	2006	1	\N	3	0.99	51	18.99	PG-13	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'ancient':20 'bulworth':2 'chef':9,13 'china':21 'crocodil':18 'english':1 'epistl':5 'intrepid':4 'must':15 'pastri':8,12 'pursu':16
288	ESCAPE METROPOLIS	A Taut Yarn of a Astronaut And a Technical Writer who must Outgun a Boat in New Orleans	2024	3	\N	7	2.99	167	20.99	R	2022-09-10 16:46:03.905795+00	{Trailers}	'astronaut':8 'boat':17 'escap':1 'metropoli':2 'must':14 'new':19 'orlean':20 'outgun':15 'taut':4 'technic':11 'writer':12 'yarn':5
294	EXPECATIONS NATURAL	A Amazing Drama of a Butler And a Husband who must Reach a A Shark in A U-Boat	2012	1	\N	5	4.99	138	26.99	PG-13	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'amaz':4 'boat':22 'butler':8 'drama':5 'expec':1 'husband':11 'must':13 'natur':2 'reach':14 'shark':17 'u':21 'u-boat':20
303	FANTASY TROOPERS	A Touching Saga of a Teacher And a Monkey who must Overcome a Secret Agent in A MySQL Convention	2018	1	\N	6	0.99	58	27.99	PG-13	2022-09-10 16:46:03.905795+00	{"Behind the Scenes"}	'agent':17 'convent':21 'fantasi':1 'monkey':11 'must':13 'mysql':20 'overcom':14 'saga':5 'secret':16 'teacher':8 'touch':4 'trooper':2
309	FEUD FROGMEN	A Brilliant Reflection of a Database Administrator And a Mad Cow who must Chase a Woman in The Canadian Rockies	2019	5	\N	6	0.99	98	29.99	R	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes","Behind the Scenes"}	'administr':9 'brilliant':4 'canadian':21 'chase':16 'cow':13 'databas':8 'feud':1 'frogmen':2 'mad':12 'must':15 'reflect':5 'rocki':22 'woman':18
315	FINDING ANACONDA	A Fateful Tale of a Database Administrator And a Girl who must Battle a Squirrel in New Orleans	2011	5	\N	4	0.99	156	10.99	R	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'administr':9 'anaconda':2 'battl':15 'databas':8 'fate':4 'find':1 'girl':12 'must':14 'new':19 'orlean':20 'squirrel':17 'tale':5
330	FORRESTER COMANCHEROS	A Fateful Tale of a Squirrel And a Forensic Psychologist who must Redeem a Man in Nigeria	2018	3	\N	7	4.99	112	22.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,"Behind the Scenes"}	'comanchero':2 'fate':4 'forens':11 'forrest':1 'man':17 'must':14 'nigeria':19 'psychologist':12 'redeem':15 'squirrel':8 'tale':5
336	FRENCH HOLIDAY	A Thrilling Epistle of a Dog And a Feminist who must Kill a Madman in Berlin	2017	5	\N	5	4.99	99	22.99	PG	2022-09-10 16:46:03.905795+00	{"Behind the Scenes"}	'berlin':18 'dog':8 'epistl':5 'feminist':11 'french':1 'holiday':2 'kill':14 'madman':16 'must':13 'thrill':4
342	FUGITIVE MAGUIRE	A Taut Epistle of a Feminist And a Sumo Wrestler who must Battle a Crocodile in Australia	2011	6	\N	7	4.99	83	28.99	R	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'australia':19 'battl':15 'crocodil':17 'epistl':5 'feminist':8 'fugit':1 'maguir':2 'must':14 'sumo':11 'taut':4 'wrestler':12
369	GOODFELLAS SALUTE	A Unbelieveable Tale of a Dog And a Explorer who must Sink a Mad Cow in A Baloon Factory	2021	3	\N	4	4.99	56	22.99	PG	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'baloon':20 'cow':17 'dog':8 'explor':11 'factori':21 'goodfella':1 'mad':16 'must':13 'salut':2 'sink':14 'tale':5 'unbeliev':4
402	HARPER DYING	A Awe-Inspiring Reflection of a Woman And a Cat who must Confront a Feminist in The Sahara Desert	2007	1	\N	3	0.99	52	15.99	G	2022-09-10 16:46:03.905795+00	{Trailers}	'awe':5 'awe-inspir':4 'cat':13 'confront':16 'desert':22 'die':2 'feminist':18 'harper':1 'inspir':6 'must':15 'reflect':7 'sahara':21 'woman':10
414	HELLFIGHTERS SIERRA	A Taut Reflection of a A Shark And a Dentist who must Battle a Boat in Soviet Georgia	2015	4	\N	3	2.99	75	23.99	PG	2022-09-10 16:46:03.905795+00	{"Deleted Scenes","Behind the Scenes"}	'battl':15 'boat':17 'dentist':12 'georgia':20 'hellfight':1 'must':14 'reflect':5 'shark':9 'sierra':2 'soviet':19 'taut':4
417	HILLS NEIGHBORS	A Epic Display of a Hunter And a Feminist who must Sink a Car in A U-Boat	2012	3	\N	5	0.99	93	29.99	G	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes","Behind the Scenes"}	'boat':21 'car':16 'display':5 'epic':4 'feminist':11 'hill':1 'hunter':8 'must':13 'neighbor':2 'sink':14 'u':20 'u-boat':19
426	HOME PITY	A Touching Panorama of a Man And a Secret Agent who must Challenge a Teacher in A MySQL Convention	2009	1	\N	7	4.99	185	15.99	R	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'agent':12 'challeng':15 'convent':21 'home':1 'man':8 'must':14 'mysql':20 'panorama':5 'piti':2 'secret':11 'teacher':17 'touch':4
429	HONEY TIES	A Taut Story of a Waitress And a Crocodile who must Outrace a Lumberjack in A Shark Tank	2013	5	\N	3	0.99	84	29.99	R	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'crocodil':11 'honey':1 'lumberjack':16 'must':13 'outrac':14 'shark':19 'stori':5 'tank':20 'taut':4 'tie':2 'waitress':8
432	HOPE TOOTSIE	A Amazing Documentary of a Student And a Sumo Wrestler who must Outgun a A Shark in A Shark Tank	2023	1	\N	4	2.99	139	22.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes","Behind the Scenes"}	'amaz':4 'documentari':5 'hope':1 'must':14 'outgun':15 'shark':18,21 'student':8 'sumo':11 'tank':22 'tootsi':2 'wrestler':12
438	HUMAN GRAFFITI	A Beautiful Reflection of a Womanizer And a Sumo Wrestler who must Chase a Database Administrator in The Gulf of Mexico	2017	1	\N	3	2.99	68	22.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,"Behind the Scenes"}	'administr':18 'beauti':4 'chase':15 'databas':17 'graffiti':2 'gulf':21 'human':1 'mexico':23 'must':14 'reflect':5 'sumo':11 'woman':8 'wrestler':12
441	HUNTER ALTER	A Emotional Drama of a Mad Cow And a Boat who must Redeem a Secret Agent in A Shark Tank	2016	6	\N	5	2.99	125	21.99	PG-13	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes","Behind the Scenes"}	'agent':18 'alter':2 'boat':12 'cow':9 'drama':5 'emot':4 'hunter':1 'mad':8 'must':14 'redeem':15 'secret':17 'shark':21 'tank':22
444	HUSTLER PARTY	A Emotional Reflection of a Sumo Wrestler And a Monkey who must Conquer a Robot in The Sahara Desert	2006	1	\N	3	4.99	83	22.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'conquer':15 'desert':21 'emot':4 'hustler':1 'monkey':12 'must':14 'parti':2 'reflect':5 'robot':17 'sahara':20 'sumo':8 'wrestler':9
447	ICE CROSSING	A Fast-Paced Tale of a Butler And a Moose who must Overcome a Pioneer in A Manhattan Penthouse	2010	5	\N	5	2.99	131	28.99	R	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'butler':10 'cross':2 'fast':5 'fast-pac':4 'ice':1 'manhattan':21 'moos':13 'must':15 'overcom':16 'pace':6 'penthous':22 'pioneer':18 'tale':7
450	IDOLS SNATCHERS	A Insightful Drama of a Car And a Composer who must Fight a Man in A Monastery	2014	1	\N	5	2.99	84	29.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers}	'car':8 'compos':11 'drama':5 'fight':14 'idol':1 'insight':4 'man':16 'monasteri':19 'must':13 'snatcher':2
453	IMAGE PRINCESS	A Lacklusture Panorama of a Secret Agent And a Crocodile who must Discover a Madman in The Canadian Rockies	2018	2	\N	3	2.99	178	17.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'agent':9 'canadian':20 'crocodil':12 'discov':15 'imag':1 'lacklustur':4 'madman':17 'must':14 'panorama':5 'princess':2 'rocki':21 'secret':8
459	INFORMER DOUBLE	A Action-Packed Display of a Woman And a Dentist who must Redeem a Forensic Psychologist in The Canadian Rockies	2017	1	\N	4	4.99	74	23.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'action':5 'action-pack':4 'canadian':22 'dentist':13 'display':7 'doubl':2 'forens':18 'inform':1 'must':15 'pack':6 'psychologist':19 'redeem':16 'rocki':23 'woman':10
471	ISLAND EXORCIST	A Fanciful Panorama of a Technical Writer And a Boy who must Find a Dentist in An Abandoned Fun House	2008	1	\N	7	2.99	84	23.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'abandon':20 'boy':12 'dentist':17 'exorcist':2 'fanci':4 'find':15 'fun':21 'hous':22 'island':1 'must':14 'panorama':5 'technic':8 'writer':9
480	JEEPERS WEDDING	A Astounding Display of a Composer And a Dog who must Kill a Pastry Chef in Soviet Georgia	2014	2	\N	3	2.99	84	29.99	R	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'astound':4 'chef':17 'compos':8 'display':5 'dog':11 'georgia':20 'jeeper':1 'kill':14 'must':13 'pastri':16 'soviet':19 'wed':2
483	JERICHO MULAN	A Amazing Yarn of a Hunter And a Butler who must Defeat a Boy in A Jet Boat	2016	1	\N	3	2.99	171	29.99	NC-17	2022-09-10 16:46:03.905795+00	{Commentaries}	'amaz':4 'boat':20 'boy':16 'butler':11 'defeat':14 'hunter':8 'jericho':1 'jet':19 'mulan':2 'must':13 'yarn':5
489	JUGGLER HARDLY	A Epic Story of a Mad Cow And a Astronaut who must Challenge a Car in California	2017	2	\N	4	0.99	54	14.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'astronaut':12 'california':19 'car':17 'challeng':15 'cow':9 'epic':4 'hard':2 'juggler':1 'mad':8 'must':14 'stori':5
726	RESERVOIR ADAPTATION	A Intrepid Drama of a Teacher And a Moose who must Kill a Car in California	2013	2	\N	7	2.99	61	29.99	PG-13	2022-09-10 16:46:03.905795+00	{Commentaries}	'adapt':2 'california':18 'car':16 'drama':5 'intrepid':4 'kill':14 'moos':11 'must':13 'reservoir':1 'teacher':8
492	JUNGLE CLOSER	A Boring Character Study of a Boy And a Woman who must Battle a Astronaut in Australia	2019	4	\N	6	0.99	134	11.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'astronaut':17 'australia':19 'battl':15 'bore':4 'boy':9 'charact':5 'closer':2 'jungl':1 'must':14 'studi':6 'woman':12
501	KISSING DOLLS	A Insightful Reflection of a Pioneer And a Teacher who must Build a Composer in The First Manned Space Station	2007	4	\N	3	4.99	141	9.99	R	2022-09-10 16:46:03.905795+00	{Trailers}	'build':14 'compos':16 'doll':2 'first':19 'insight':4 'kiss':1 'man':20 'must':13 'pioneer':8 'reflect':5 'space':21 'station':22 'teacher':11
504	KWAI HOMEWARD	A Amazing Drama of a Car And a Squirrel who must Pursue a Car in Soviet Georgia	2017	5	\N	5	0.99	46	25.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'amaz':4 'car':8,16 'drama':5 'georgia':19 'homeward':2 'kwai':1 'must':13 'pursu':14 'soviet':18 'squirrel':11
531	LOSE INCH	A Stunning Reflection of a Student And a Technical Writer who must Battle a Butler in The First Manned Space Station	2011	5	\N	3	0.99	137	18.99	R	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'battl':15 'butler':17 'first':20 'inch':2 'lose':1 'man':21 'must':14 'reflect':5 'space':22 'station':23 'student':8 'stun':4 'technic':11 'writer':12
534	LOUISIANA HARRY	A Lacklusture Drama of a Girl And a Technical Writer who must Redeem a Monkey in A Shark Tank	2014	1	\N	5	0.99	70	18.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers}	'drama':5 'girl':8 'harri':2 'lacklustur':4 'louisiana':1 'monkey':17 'must':14 'redeem':15 'shark':20 'tank':21 'technic':11 'writer':12
537	LOVER TRUMAN	A Emotional Yarn of a Robot And a Boy who must Outgun a Technical Writer in A U-Boat	2012	1	\N	3	2.99	75	29.99	G	2022-09-10 16:46:03.905795+00	{Trailers}	'boat':22 'boy':11 'emot':4 'lover':1 'must':13 'outgun':14 'robot':8 'technic':16 'truman':2 'u':21 'u-boat':20 'writer':17 'yarn':5
540	LUCKY FLYING	A Lacklusture Character Study of a A Shark And a Man who must Find a Forensic Psychologist in A U-Boat	2021	5	\N	7	2.99	97	10.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'boat':24 'charact':5 'find':16 'fli':2 'forens':18 'lacklustur':4 'lucki':1 'man':13 'must':15 'psychologist':19 'shark':10 'studi':6 'u':23 'u-boat':22
543	MADIGAN DORADO	A Astounding Character Study of a A Shark And a A Shark who must Discover a Crocodile in The Outback	2020	1	\N	5	4.99	116	20.99	R	2022-09-10 16:46:03.905795+00	{"Deleted Scenes","Behind the Scenes"}	'astound':4 'charact':5 'crocodil':19 'discov':17 'dorado':2 'madigan':1 'must':16 'outback':22 'shark':10,14 'studi':6
546	MADRE GABLES	A Intrepid Panorama of a Sumo Wrestler And a Forensic Psychologist who must Discover a Moose in The First Manned Space Station	2021	5	\N	7	2.99	98	27.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'discov':16 'first':21 'forens':12 'gabl':2 'intrepid':4 'madr':1 'man':22 'moos':18 'must':15 'panorama':5 'psychologist':13 'space':23 'station':24 'sumo':8 'wrestler':9
549	MAGNOLIA FORRESTER	A Thoughtful Documentary of a Composer And a Explorer who must Conquer a Dentist in New Orleans	2013	1	\N	4	0.99	171	28.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'compos':8 'conquer':14 'dentist':16 'documentari':5 'explor':11 'forrest':2 'magnolia':1 'must':13 'new':18 'orlean':19 'thought':4
555	MALLRATS UNITED	A Thrilling Yarn of a Waitress And a Dentist who must Find a Hunter in A Monastery	2020	4	\N	4	0.99	133	25.99	PG	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'dentist':11 'find':14 'hunter':16 'mallrat':1 'monasteri':19 'must':13 'thrill':4 'unit':2 'waitress':8 'yarn':5
561	MASK PEACH	A Boring Character Study of a Student And a Robot who must Meet a Woman in California	2012	1	\N	6	2.99	123	26.99	NC-17	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes"}	'bore':4 'california':19 'charact':5 'mask':1 'meet':15 'must':14 'peach':2 'robot':12 'student':9 'studi':6 'woman':17
564	MASSAGE IMAGE	A Fateful Drama of a Frisbee And a Crocodile who must Vanquish a Dog in The First Manned Space Station	2022	6	\N	4	2.99	161	11.99	PG	2022-09-10 16:46:03.905795+00	{Commentaries,"Behind the Scenes"}	'crocodil':11 'dog':16 'drama':5 'fate':4 'first':19 'frisbe':8 'imag':2 'man':20 'massag':1 'must':13 'space':21 'station':22 'vanquish':14
579	MINDS TRUMAN	A Taut Yarn of a Mad Scientist And a Crocodile who must Outgun a Database Administrator in A Monastery	2014	6	\N	3	4.99	149	22.99	PG-13	2022-09-10 16:46:03.905795+00	{"Deleted Scenes","Behind the Scenes"}	'administr':18 'crocodil':12 'databas':17 'mad':8 'mind':1 'monasteri':21 'must':14 'outgun':15 'scientist':9 'taut':4 'truman':2 'yarn':5
582	MIRACLE VIRTUAL	A Touching Epistle of a Butler And a Boy who must Find a Mad Scientist in The Sahara Desert	2009	1	\N	3	2.99	162	19.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes"}	'boy':11 'butler':8 'desert':21 'epistl':5 'find':14 'mad':16 'miracl':1 'must':13 'sahara':20 'scientist':17 'touch':4 'virtual':2
588	MODEL FISH	A Beautiful Panorama of a Boat And a Crocodile who must Outrace a Dog in Australia	2015	6	\N	4	4.99	175	11.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'australia':18 'beauti':4 'boat':8 'crocodil':11 'dog':16 'fish':2 'model':1 'must':13 'outrac':14 'panorama':5
591	MONSOON CAUSE	A Astounding Tale of a Crocodile And a Car who must Outrace a Squirrel in A U-Boat	2009	2	\N	6	4.99	182	20.99	PG	2022-09-10 16:46:03.905795+00	{Commentaries,"Behind the Scenes"}	'astound':4 'boat':21 'car':11 'caus':2 'crocodil':8 'monsoon':1 'must':13 'outrac':14 'squirrel':16 'tale':5 'u':20 'u-boat':19
594	MONTEZUMA COMMAND	A Thrilling Reflection of a Waitress And a Butler who must Battle a Butler in A Jet Boat	2018	1	\N	6	0.99	126	22.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers}	'battl':14 'boat':20 'butler':11,16 'command':2 'jet':19 'montezuma':1 'must':13 'reflect':5 'thrill':4 'waitress':8
729	RIDER CADDYSHACK	A Taut Reflection of a Monkey And a Womanizer who must Chase a Moose in Nigeria	2010	1	\N	5	2.99	177	28.99	PG	2022-09-10 16:46:03.905795+00	{Commentaries,"Behind the Scenes"}	'caddyshack':2 'chase':14 'monkey':8 'moos':16 'must':13 'nigeria':18 'reflect':5 'rider':1 'taut':4 'woman':11
603	MOVIE SHAKESPEARE	A Insightful Display of a Database Administrator And a Student who must Build a Hunter in Berlin	2017	1	\N	6	4.99	53	27.99	PG	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes","Behind the Scenes"}	'administr':9 'berlin':19 'build':15 'databas':8 'display':5 'hunter':17 'insight':4 'movi':1 'must':14 'shakespear':2 'student':12
609	MUSCLE BRIGHT	A Stunning Panorama of a Sumo Wrestler And a Husband who must Redeem a Madman in Ancient India	2020	1	\N	7	2.99	185	23.99	G	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'ancient':19 'bright':2 'husband':12 'india':20 'madman':17 'muscl':1 'must':14 'panorama':5 'redeem':15 'stun':4 'sumo':8 'wrestler':9
615	NASH CHOCOLAT	A Epic Reflection of a Monkey And a Mad Cow who must Kill a Forensic Psychologist in An Abandoned Mine Shaft	2013	3	\N	6	2.99	180	21.99	PG-13	2022-09-10 16:46:03.905795+00	{Commentaries,"Behind the Scenes"}	'abandon':21 'chocolat':2 'cow':12 'epic':4 'forens':17 'kill':15 'mad':11 'mine':22 'monkey':8 'must':14 'nash':1 'psychologist':18 'reflect':5 'shaft':23
621	NETWORK PEAK	A Unbelieveable Reflection of a Butler And a Boat who must Outgun a Mad Scientist in California	2020	4	\N	5	2.99	75	23.99	PG-13	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes","Behind the Scenes"}	'boat':11 'butler':8 'california':19 'mad':16 'must':13 'network':1 'outgun':14 'peak':2 'reflect':5 'scientist':17 'unbeliev':4
624	NIGHTMARE CHILL	A Brilliant Display of a Robot And a Butler who must Fight a Waitress in An Abandoned Mine Shaft	2015	1	\N	3	4.99	149	25.99	PG	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes","Behind the Scenes"}	'abandon':19 'brilliant':4 'butler':11 'chill':2 'display':5 'fight':14 'mine':20 'must':13 'nightmar':1 'robot':8 'shaft':21 'waitress':16
630	NOTTING SPEAKEASY	A Thoughtful Display of a Butler And a Womanizer who must Find a Waitress in The Canadian Rockies	2006	1	\N	7	0.99	48	19.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'butler':8 'canadian':19 'display':5 'find':14 'must':13 'not':1 'rocki':20 'speakeasi':2 'thought':4 'waitress':16 'woman':11
639	OPPOSITE NECKLACE	A Fateful Epistle of a Crocodile And a Moose who must Kill a Explorer in Nigeria	2006	1	\N	7	4.99	92	9.99	PG	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'crocodil':8 'epistl':5 'explor':16 'fate':4 'kill':14 'moos':11 'must':13 'necklac':2 'nigeria':18 'opposit':1
645	OTHERS SOUP	A Lacklusture Documentary of a Mad Cow And a Madman who must Sink a Moose in The Gulf of Mexico	2010	1	\N	7	2.99	118	18.99	PG	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'cow':9 'documentari':5 'gulf':20 'lacklustur':4 'mad':8 'madman':12 'mexico':22 'moos':17 'must':14 'other':1 'sink':15 'soup':2
654	PANKY SUBMARINE	A Touching Documentary of a Dentist And a Sumo Wrestler who must Overcome a Boy in The Gulf of Mexico	2009	2	\N	4	4.99	93	19.99	G	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes","Behind the Scenes"}	'boy':17 'dentist':8 'documentari':5 'gulf':20 'mexico':22 'must':14 'overcom':15 'panki':1 'submarin':2 'sumo':11 'touch':4 'wrestler':12
672	PERFECT GROOVE	A Thrilling Yarn of a Dog And a Dog who must Build a Husband in A Baloon	2020	1	\N	7	2.99	82	17.99	PG-13	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes","Behind the Scenes"}	'baloon':19 'build':14 'dog':8,11 'groov':2 'husband':16 'must':13 'perfect':1 'thrill':4 'yarn':5
684	PIZZA JUMANJI	A Epic Saga of a Cat And a Squirrel who must Outgun a Robot in A U-Boat	2006	1	\N	4	2.99	173	11.99	NC-17	2022-09-10 16:46:03.905795+00	{Commentaries}	'boat':21 'cat':8 'epic':4 'jumanji':2 'must':13 'outgun':14 'pizza':1 'robot':16 'saga':5 'squirrel':11 'u':20 'u-boat':19
687	POCUS PULP	A Intrepid Yarn of a Frisbee And a Dog who must Build a Astronaut in A Baloon Factory	2023	1	\N	6	0.99	138	15.99	NC-17	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes","Behind the Scenes"}	'astronaut':16 'baloon':19 'build':14 'dog':11 'factori':20 'frisbe':8 'intrepid':4 'must':13 'pocus':1 'pulp':2 'yarn':5
690	POND SEATTLE	A Stunning Drama of a Teacher And a Boat who must Battle a Feminist in Ancient China	2021	1	\N	7	2.99	185	25.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'ancient':18 'battl':14 'boat':11 'china':19 'drama':5 'feminist':16 'must':13 'pond':1 'seattl':2 'stun':4 'teacher':8
702	PULP BEVERLY	A Unbelieveable Display of a Dog And a Crocodile who must Outrace a Man in Nigeria	2021	1	\N	4	2.99	89	12.99	G	2022-09-10 16:46:03.905795+00	{Trailers,"Behind the Scenes"}	'bever':2 'crocodil':11 'display':5 'dog':8 'man':16 'must':13 'nigeria':18 'outrac':14 'pulp':1 'unbeliev':4
708	QUILLS BULL	A Thoughtful Story of a Pioneer And a Woman who must Reach a Moose in Australia	2019	2	\N	4	4.99	112	19.99	R	2022-09-10 16:46:03.905795+00	{Trailers,"Behind the Scenes"}	'australia':18 'bull':2 'moos':16 'must':13 'pioneer':8 'quill':1 'reach':14 'stori':5 'thought':4 'woman':11
711	RAGING AIRPLANE	A Astounding Display of a Secret Agent And a Technical Writer who must Escape a Mad Scientist in A Jet Boat	2024	1	\N	4	4.99	154	18.99	R	2022-09-10 16:46:03.905795+00	{Commentaries,"Deleted Scenes"}	'agent':9 'airplan':2 'astound':4 'boat':23 'display':5 'escap':16 'jet':22 'mad':18 'must':15 'rage':1 'scientist':19 'secret':8 'technic':12 'writer':13
717	REAR TRADING	A Awe-Inspiring Reflection of a Forensic Psychologist And a Secret Agent who must Succumb a Pastry Chef in Soviet Georgia	2013	5	\N	6	0.99	97	23.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'agent':15 'awe':5 'awe-inspir':4 'chef':21 'forens':10 'georgia':24 'inspir':6 'must':17 'pastri':20 'psychologist':11 'rear':1 'reflect':7 'secret':14 'soviet':23 'succumb':18 'trade':2
720	REDEMPTION COMFORTS	A Emotional Documentary of a Dentist And a Woman who must Battle a Mad Scientist in Ancient China	2019	6	\N	3	2.99	179	20.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes","Behind the Scenes"}	'ancient':19 'battl':14 'china':20 'comfort':2 'dentist':8 'documentari':5 'emot':4 'mad':16 'must':13 'redempt':1 'scientist':17 'woman':11
732	RINGS HEARTBREAKERS	A Amazing Yarn of a Sumo Wrestler And a Boat who must Conquer a Waitress in New Orleans	2014	1	\N	5	0.99	58	17.99	G	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'amaz':4 'boat':12 'conquer':15 'heartbreak':2 'must':14 'new':19 'orlean':20 'ring':1 'sumo':8 'waitress':17 'wrestler':9 'yarn':5
735	ROBBERS JOON	A Thoughtful Story of a Mad Scientist And a Waitress who must Confront a Forensic Psychologist in Soviet Georgia	2012	6	\N	7	2.99	102	26.99	PG-13	2022-09-10 16:46:03.905795+00	{Commentaries}	'confront':15 'forens':17 'georgia':21 'joon':2 'mad':8 'must':14 'psychologist':18 'robber':1 'scientist':9 'soviet':20 'stori':5 'thought':4 'waitress':12
738	ROCKETEER MOTHER	A Awe-Inspiring Character Study of a Robot And a Sumo Wrestler who must Discover a Womanizer in A Shark Tank	2016	4	\N	3	0.99	178	27.99	PG-13	2022-09-10 16:46:03.905795+00	{"Deleted Scenes","Behind the Scenes"}	'awe':5 'awe-inspir':4 'charact':7 'discov':18 'inspir':6 'mother':2 'must':17 'robot':11 'rocket':1 'shark':23 'studi':8 'sumo':14 'tank':24 'woman':20 'wrestler':15
741	ROMAN PUNK	A Thoughtful Panorama of a Mad Cow And a Student who must Battle a Forensic Psychologist in Berlin	2014	2	\N	7	0.99	81	28.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers}	'battl':15 'berlin':20 'cow':9 'forens':17 'mad':8 'must':14 'panorama':5 'psychologist':18 'punk':2 'roman':1 'student':12 'thought':4
753	RUSH GOODFELLAS	A Emotional Display of a Man And a Dentist who must Challenge a Squirrel in Australia	2015	1	\N	3	0.99	48	20.99	PG	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'australia':18 'challeng':14 'dentist':11 'display':5 'emot':4 'goodfella':2 'man':8 'must':13 'rush':1 'squirrel':16
756	SADDLE ANTITRUST	A Stunning Epistle of a Feminist And a A Shark who must Battle a Woman in An Abandoned Fun House	2023	5	\N	7	2.99	80	10.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes"}	'abandon':20 'antitrust':2 'battl':15 'epistl':5 'feminist':8 'fun':21 'hous':22 'must':14 'saddl':1 'shark':12 'stun':4 'woman':17
789	SHOCK CABIN	A Fateful Tale of a Mad Cow And a Crocodile who must Meet a Husband in New Orleans	2013	6	\N	7	2.99	79	15.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'cabin':2 'cow':9 'crocodil':12 'fate':4 'husband':17 'mad':8 'meet':15 'must':14 'new':19 'orlean':20 'shock':1 'tale':5
804	SLEEPING SUSPECTS	A Stunning Reflection of a Sumo Wrestler And a Explorer who must Sink a Frisbee in A MySQL Convention	2013	3	\N	7	4.99	129	13.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'convent':21 'explor':12 'frisbe':17 'must':14 'mysql':20 'reflect':5 'sink':15 'sleep':1 'stun':4 'sumo':8 'suspect':2 'wrestler':9
816	SNOWMAN ROLLERCOASTER	A Fateful Display of a Lumberjack And a Girl who must Succumb a Mad Cow in A Manhattan Penthouse	2011	1	\N	3	0.99	62	27.99	G	2022-09-10 16:46:03.905795+00	{Trailers}	'cow':17 'display':5 'fate':4 'girl':11 'lumberjack':8 'mad':16 'manhattan':20 'must':13 'penthous':21 'rollercoast':2 'snowman':1 'succumb':14
825	SPEAKEASY DATE	A Lacklusture Drama of a Forensic Psychologist And a Car who must Redeem a Man in A Manhattan Penthouse	2006	3	\N	6	2.99	165	22.99	PG-13	2022-09-10 16:46:03.905795+00	{"Deleted Scenes","Behind the Scenes"}	'car':12 'date':2 'drama':5 'forens':8 'lacklustur':4 'man':17 'manhattan':20 'must':14 'penthous':21 'psychologist':9 'redeem':15 'speakeasi':1
831	SPIRITED CASUALTIES	A Taut Story of a Waitress And a Man who must Face a Car in A Baloon Factory	2016	4	\N	5	0.99	138	20.99	PG-13	2022-09-10 16:46:03.905795+00	{Commentaries,"Behind the Scenes"}	'baloon':19 'car':16 'casualti':2 'face':14 'factori':20 'man':11 'must':13 'spirit':1 'stori':5 'taut':4 'waitress':8
837	STAGE WORLD	A Lacklusture Panorama of a Woman And a Frisbee who must Chase a Crocodile in A Jet Boat	2008	6	\N	4	2.99	85	19.99	PG	2022-09-10 16:46:03.905795+00	{Commentaries,"Behind the Scenes"}	'boat':20 'chase':14 'crocodil':16 'frisbe':11 'jet':19 'lacklustur':4 'must':13 'panorama':5 'stage':1 'woman':8 'world':2
849	STORM HAPPINESS	A Insightful Drama of a Feminist And a A Shark who must Vanquish a Boat in A Shark Tank	2018	2	\N	6	0.99	57	28.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'boat':17 'drama':5 'feminist':8 'happi':2 'insight':4 'must':14 'shark':12,20 'storm':1 'tank':21 'vanquish':15
852	STRANGELOVE DESIRE	A Awe-Inspiring Panorama of a Lumberjack And a Waitress who must Defeat a Crocodile in An Abandoned Amusement Park	2023	2	\N	4	0.99	103	27.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'abandon':21 'amus':22 'awe':5 'awe-inspir':4 'crocodil':18 'defeat':16 'desir':2 'inspir':6 'lumberjack':10 'must':15 'panorama':7 'park':23 'strangelov':1 'waitress':13
855	STREAK RIDGEMONT	A Astounding Character Study of a Hunter And a Waitress who must Sink a Man in New Orleans	2007	6	\N	7	0.99	132	28.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,"Behind the Scenes"}	'astound':4 'charact':5 'hunter':9 'man':17 'must':14 'new':19 'orlean':20 'ridgemont':2 'sink':15 'streak':1 'studi':6 'waitress':12
858	SUBMARINE BED	A Amazing Display of a Car And a Monkey who must Fight a Teacher in Soviet Georgia	2022	1	\N	5	4.99	127	21.99	R	2022-09-10 16:46:03.905795+00	{Trailers}	'amaz':4 'bed':2 'car':8 'display':5 'fight':14 'georgia':19 'monkey':11 'must':13 'soviet':18 'submarin':1 'teacher':16
864	SUNDANCE INVASION	A Epic Drama of a Lumberjack And a Explorer who must Confront a Hunter in A Baloon Factory	2007	1	\N	5	0.99	92	21.99	NC-17	2022-09-10 16:46:03.905795+00	{Commentaries,"Behind the Scenes"}	'baloon':19 'confront':14 'drama':5 'epic':4 'explor':11 'factori':20 'hunter':16 'invas':2 'lumberjack':8 'must':13 'sundanc':1
870	SWARM GOLD	A Insightful Panorama of a Crocodile And a Boat who must Conquer a Sumo Wrestler in A MySQL Convention	2013	2	\N	4	0.99	123	12.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'boat':11 'conquer':14 'convent':21 'crocodil':8 'gold':2 'insight':4 'must':13 'mysql':20 'panorama':5 'sumo':16 'swarm':1 'wrestler':17
873	SWEETHEARTS SUSPECTS	A Brilliant Character Study of a Frisbee And a Sumo Wrestler who must Confront a Woman in The Gulf of Mexico	2023	1	\N	3	0.99	108	13.99	G	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes","Behind the Scenes"}	'brilliant':4 'charact':5 'confront':16 'frisbe':9 'gulf':21 'mexico':23 'must':15 'studi':6 'sumo':12 'suspect':2 'sweetheart':1 'woman':18 'wrestler':13
894	TOMATOES HELLFIGHTERS	A Thoughtful Epistle of a Madman And a Astronaut who must Overcome a Monkey in A Shark Tank	2006	1	\N	6	0.99	68	23.99	PG	2022-09-10 16:46:03.905795+00	{"Behind the Scenes"}	'astronaut':11 'epistl':5 'hellfight':2 'madman':8 'monkey':16 'must':13 'overcom':14 'shark':19 'tank':20 'thought':4 'tomato':1
906	TRAMP OTHERS	A Brilliant Display of a Composer And a Cat who must Succumb a A Shark in Ancient India	2018	1	\N	4	0.99	171	27.99	PG	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'ancient':19 'brilliant':4 'cat':11 'compos':8 'display':5 'india':20 'must':13 'other':2 'shark':17 'succumb':14 'tramp':1
915	TRUMAN CRAZY	A Thrilling Epistle of a Moose And a Boy who must Meet a Database Administrator in A Monastery	2008	1	\N	7	4.99	92	9.99	G	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'administr':17 'boy':11 'crazi':2 'databas':16 'epistl':5 'meet':14 'monasteri':20 'moos':8 'must':13 'thrill':4 'truman':1
918	TWISTED PIRATES	A Touching Display of a Frisbee And a Boat who must Kill a Girl in A MySQL Convention	2015	6	\N	4	4.99	152	23.99	PG	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'boat':11 'convent':20 'display':5 'frisbe':8 'girl':16 'kill':14 'must':13 'mysql':19 'pirat':2 'touch':4 'twist':1
924	UNFORGIVEN ZOOLANDER	A Taut Epistle of a Monkey And a Sumo Wrestler who must Vanquish a A Shark in A Baloon Factory	2015	3	\N	7	0.99	129	15.99	PG	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'baloon':21 'epistl':5 'factori':22 'monkey':8 'must':14 'shark':18 'sumo':11 'taut':4 'unforgiven':1 'vanquish':15 'wrestler':12 'zooland':2
933	VAMPIRE WHALE	A Epic Story of a Lumberjack And a Monkey who must Confront a Pioneer in A MySQL Convention	2012	2	\N	4	4.99	126	11.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries}	'confront':14 'convent':20 'epic':4 'lumberjack':8 'monkey':11 'must':13 'mysql':19 'pioneer':16 'stori':5 'vampir':1 'whale':2
936	VANISHING ROCKY	A Brilliant Reflection of a Man And a Woman who must Conquer a Pioneer in A MySQL Convention	2019	1	\N	3	2.99	123	21.99	NC-17	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'brilliant':4 'conquer':14 'convent':20 'man':8 'must':13 'mysql':19 'pioneer':16 'reflect':5 'rocki':2 'vanish':1 'woman':11
945	VIRGINIAN PLUTO	A Emotional Panorama of a Dentist And a Crocodile who must Meet a Boy in Berlin	2024	1	\N	5	0.99	164	22.99	R	2022-09-10 16:46:03.905795+00	{"Deleted Scenes"}	'berlin':18 'boy':16 'crocodil':11 'dentist':8 'emot':4 'meet':14 'must':13 'panorama':5 'pluto':2 'virginian':1
948	VOICE PEACH	A Amazing Panorama of a Pioneer And a Student who must Overcome a Mad Scientist in A Manhattan Penthouse	2006	4	\N	6	0.99	139	22.99	PG-13	2022-09-10 16:46:03.905795+00	{Commentaries,"Behind the Scenes"}	'amaz':4 'mad':16 'manhattan':20 'must':13 'overcom':14 'panorama':5 'peach':2 'penthous':21 'pioneer':8 'scientist':17 'student':11 'voic':1
951	VOYAGE LEGALLY	A Epic Tale of a Squirrel And a Hunter who must Conquer a Boy in An Abandoned Mine Shaft	2014	4	\N	6	0.99	78	28.99	PG-13	2022-09-10 16:46:03.905795+00	{Commentaries,"Behind the Scenes"}	'abandon':19 'boy':16 'conquer':14 'epic':4 'hunter':11 'legal':2 'mine':20 'must':13 'shaft':21 'squirrel':8 'tale':5 'voyag':1
963	WATCH TRACY	A Fast-Paced Yarn of a Dog And a Frisbee who must Conquer a Hunter in Nigeria	2023	1	\N	5	0.99	78	12.99	PG	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes","Behind the Scenes"}	'conquer':16 'dog':10 'fast':5 'fast-pac':4 'frisbe':13 'hunter':18 'must':15 'nigeria':20 'pace':6 'traci':2 'watch':1 'yarn':7
966	WEDDING APOLLO	A Action-Packed Tale of a Student And a Waitress who must Conquer a Lumberjack in An Abandoned Mine Shaft	2018	2	\N	3	0.99	70	14.99	PG	2022-09-10 16:46:03.905795+00	{Trailers}	'abandon':21 'action':5 'action-pack':4 'apollo':2 'conquer':16 'lumberjack':18 'mine':22 'must':15 'pack':6 'shaft':23 'student':10 'tale':7 'waitress':13 'wed':1
975	WILLOW TRACY	A Brilliant Panorama of a Boat And a Astronaut who must Challenge a Teacher in A Manhattan Penthouse	2022	3	\N	6	2.99	137	22.99	R	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Behind the Scenes"}	'astronaut':11 'boat':8 'brilliant':4 'challeng':14 'manhattan':19 'must':13 'panorama':5 'penthous':20 'teacher':16 'traci':2 'willow':1
987	WORDS HUNTER	A Action-Packed Reflection of a Composer And a Mad Scientist who must Face a Pioneer in A MySQL Convention	2012	3	\N	3	2.99	116	13.99	PG	2022-09-10 16:46:03.905795+00	{Trailers,Commentaries,"Deleted Scenes"}	'action':5 'action-pack':4 'compos':10 'convent':23 'face':17 'hunter':2 'mad':13 'must':16 'mysql':22 'pack':6 'pioneer':19 'reflect':7 'scientist':14 'word':1
993	WRONG BEHAVIOR	A Emotional Saga of a Crocodile And a Sumo Wrestler who must Discover a Mad Cow in New Orleans	2014	1	\N	6	2.99	178	10.99	PG-13	2022-09-10 16:46:03.905795+00	{Trailers,"Behind the Scenes"}	'behavior':2 'cow':18 'crocodil':8 'discov':15 'emot':4 'mad':17 'must':14 'new':20 'orlean':21 'saga':5 'sumo':11 'wrestler':12 'wrong':1
999	ZOOLANDER FICTION	A Fateful Reflection of a Waitress And a Boat who must Discover a Sumo Wrestler in Ancient China	2010	5	\N	5	2.99	101	28.99	R	2022-09-10 16:46:03.905795+00	{Trailers,"Deleted Scenes"}	'ancient':19 'boat':11 'china':20 'discov':14 'fate':4 'fiction':2 'must':13 'reflect':5 'sumo':16 'waitress':8 'wrestler':17 'zooland':1
\.

COPY pagila.film_actor (actor_id, film_id, last_update) FROM stdin;
1	438	2022-02-15 10:05:03+00
2	3	2022-02-15 10:05:03+00
2	132	2022-02-15 10:05:03+00
2	369	2022-02-15 10:05:03+00
2	540	2022-02-15 10:05:03+00
2	555	2022-02-15 10:05:03+00
2	561	2022-02-15 10:05:03+00
3	336	2022-02-15 10:05:03+00
3	441	2022-02-15 10:05:03+00
3	453	2022-02-15 10:05:03+00
3	480	2022-02-15 10:05:03+00
3	966	2022-02-15 10:05:03+00
4	858	2022-02-15 10:05:03+00
4	924	2022-02-15 10:05:03+00
5	288	2022-02-15 10:05:03+00
5	369	2022-02-15 10:05:03+00
5	687	2022-02-15 10:05:03+00
5	732	2022-02-15 10:05:03+00
6	60	2022-02-15 10:05:03+00
7	414	2022-02-15 10:05:03+00
8	936	2022-02-15 10:05:03+00
9	873	2022-02-15 10:05:03+00
10	480	2022-02-15 10:05:03+00
10	966	2022-02-15 10:05:03+00
11	429	2022-02-15 10:05:03+00
11	453	2022-02-15 10:05:03+00
12	177	2022-02-15 10:05:03+00
12	213	2022-02-15 10:05:03+00
12	243	2022-02-15 10:05:03+00
12	540	2022-02-15 10:05:03+00
12	672	2022-02-15 10:05:03+00
12	945	2022-02-15 10:05:03+00
13	588	2022-02-15 10:05:03+00
13	729	2022-02-15 10:05:03+00
13	816	2022-02-15 10:05:03+00
13	966	2022-02-15 10:05:03+00
14	258	2022-02-15 10:05:03+00
14	417	2022-02-15 10:05:03+00
14	537	2022-02-15 10:05:03+00
14	948	2022-02-15 10:05:03+00
15	342	2022-02-15 10:05:03+00
15	414	2022-02-15 10:05:03+00
15	594	2022-02-15 10:05:03+00
15	924	2022-02-15 10:05:03+00
16	177	2022-02-15 10:05:03+00
16	438	2022-02-15 10:05:03+00
16	453	2022-02-15 10:05:03+00
16	582	2022-02-15 10:05:03+00
16	717	2022-02-15 10:05:03+00
17	201	2022-02-15 10:05:03+00
17	603	2022-02-15 10:05:03+00
17	873	2022-02-15 10:05:03+00
17	948	2022-02-15 10:05:03+00
18	561	2022-02-15 10:05:03+00
18	717	2022-02-15 10:05:03+00
19	3	2022-02-15 10:05:03+00
19	711	2022-02-15 10:05:03+00
19	756	2022-02-15 10:05:03+00
20	243	2022-02-15 10:05:03+00
20	492	2022-02-15 10:05:03+00
20	531	2022-02-15 10:05:03+00
20	717	2022-02-15 10:05:03+00
21	6	2022-02-15 10:05:03+00
21	159	2022-02-15 10:05:03+00
21	426	2022-02-15 10:05:03+00
21	429	2022-02-15 10:05:03+00
21	702	2022-02-15 10:05:03+00
21	804	2022-02-15 10:05:03+00
22	294	2022-02-15 10:05:03+00
22	369	2022-02-15 10:05:03+00
22	483	2022-02-15 10:05:03+00
23	6	2022-02-15 10:05:03+00
23	414	2022-02-15 10:05:03+00
23	549	2022-02-15 10:05:03+00
23	804	2022-02-15 10:05:03+00
23	855	2022-02-15 10:05:03+00
24	3	2022-02-15 10:05:03+00
24	126	2022-02-15 10:05:03+00
24	603	2022-02-15 10:05:03+00
25	213	2022-02-15 10:05:03+00
25	564	2022-02-15 10:05:03+00
26	186	2022-02-15 10:05:03+00
26	201	2022-02-15 10:05:03+00
26	564	2022-02-15 10:05:03+00
26	732	2022-02-15 10:05:03+00
26	906	2022-02-15 10:05:03+00
27	150	2022-02-15 10:05:03+00
27	273	2022-02-15 10:05:03+00
27	540	2022-02-15 10:05:03+00
27	873	2022-02-15 10:05:03+00
28	816	2022-02-15 10:05:03+00
29	273	2022-02-15 10:05:03+00
29	282	2022-02-15 10:05:03+00
29	342	2022-02-15 10:05:03+00
29	444	2022-02-15 10:05:03+00
30	732	2022-02-15 10:05:03+00
30	945	2022-02-15 10:05:03+00
32	309	2022-02-15 10:05:03+00
33	135	2022-02-15 10:05:03+00
33	489	2022-02-15 10:05:03+00
33	735	2022-02-15 10:05:03+00
33	993	2022-02-15 10:05:03+00
34	336	2022-02-15 10:05:03+00
34	438	2022-02-15 10:05:03+00
34	720	2022-02-15 10:05:03+00
35	201	2022-02-15 10:05:03+00
35	615	2022-02-15 10:05:03+00
35	732	2022-02-15 10:05:03+00
35	738	2022-02-15 10:05:03+00
36	426	2022-02-15 10:05:03+00
36	453	2022-02-15 10:05:03+00
36	915	2022-02-15 10:05:03+00
37	12	2022-02-15 10:05:03+00
37	555	2022-02-15 10:05:03+00
37	588	2022-02-15 10:05:03+00
37	963	2022-02-15 10:05:03+00
37	966	2022-02-15 10:05:03+00
38	450	2022-02-15 10:05:03+00
38	501	2022-02-15 10:05:03+00
39	831	2022-02-15 10:05:03+00
40	177	2022-02-15 10:05:03+00
40	933	2022-02-15 10:05:03+00
41	60	2022-02-15 10:05:03+00
41	150	2022-02-15 10:05:03+00
41	159	2022-02-15 10:05:03+00
41	336	2022-02-15 10:05:03+00
41	894	2022-02-15 10:05:03+00
42	309	2022-02-15 10:05:03+00
42	546	2022-02-15 10:05:03+00
42	687	2022-02-15 10:05:03+00
42	738	2022-02-15 10:05:03+00
43	330	2022-02-15 10:05:03+00
43	621	2022-02-15 10:05:03+00
43	753	2022-02-15 10:05:03+00
44	273	2022-02-15 10:05:03+00
44	591	2022-02-15 10:05:03+00
44	825	2022-02-15 10:05:03+00
45	330	2022-02-15 10:05:03+00
45	537	2022-02-15 10:05:03+00
45	975	2022-02-15 10:05:03+00
46	51	2022-02-15 10:05:03+00
46	174	2022-02-15 10:05:03+00
46	540	2022-02-15 10:05:03+00
47	273	2022-02-15 10:05:03+00
47	924	2022-02-15 10:05:03+00
48	99	2022-02-15 10:05:03+00
48	150	2022-02-15 10:05:03+00
48	315	2022-02-15 10:05:03+00
48	645	2022-02-15 10:05:03+00
49	207	2022-02-15 10:05:03+00
49	282	2022-02-15 10:05:03+00
49	579	2022-02-15 10:05:03+00
49	729	2022-02-15 10:05:03+00
50	243	2022-02-15 10:05:03+00
50	288	2022-02-15 10:05:03+00
50	303	2022-02-15 10:05:03+00
50	417	2022-02-15 10:05:03+00
50	504	2022-02-15 10:05:03+00
50	591	2022-02-15 10:05:03+00
50	621	2022-02-15 10:05:03+00
50	645	2022-02-15 10:05:03+00
50	672	2022-02-15 10:05:03+00
50	717	2022-02-15 10:05:03+00
50	732	2022-02-15 10:05:03+00
50	918	2022-02-15 10:05:03+00
50	924	2022-02-15 10:05:03+00
51	993	2022-02-15 10:05:03+00
52	915	2022-02-15 10:05:03+00
52	951	2022-02-15 10:05:03+00
52	999	2022-02-15 10:05:03+00
53	51	2022-02-15 10:05:03+00
53	126	2022-02-15 10:05:03+00
53	285	2022-02-15 10:05:03+00
53	447	2022-02-15 10:05:03+00
53	492	2022-02-15 10:05:03+00
54	129	2022-02-15 10:05:03+00
54	150	2022-02-15 10:05:03+00
54	285	2022-02-15 10:05:03+00
54	489	2022-02-15 10:05:03+00
54	546	2022-02-15 10:05:03+00
54	858	2022-02-15 10:05:03+00
55	603	2022-02-15 10:05:03+00
55	963	2022-02-15 10:05:03+00
56	417	2022-02-15 10:05:03+00
56	936	2022-02-15 10:05:03+00
57	213	2022-02-15 10:05:03+00
57	258	2022-02-15 10:05:03+00
57	447	2022-02-15 10:05:03+00
57	717	2022-02-15 10:05:03+00
57	852	2022-02-15 10:05:03+00
57	918	2022-02-15 10:05:03+00
58	135	2022-02-15 10:05:03+00
58	243	2022-02-15 10:05:03+00
58	417	2022-02-15 10:05:03+00
58	426	2022-02-15 10:05:03+00
58	549	2022-02-15 10:05:03+00
58	726	2022-02-15 10:05:03+00
58	858	2022-02-15 10:05:03+00
59	72	2022-02-15 10:05:03+00
59	129	2022-02-15 10:05:03+00
59	702	2022-02-15 10:05:03+00
60	177	2022-02-15 10:05:03+00
60	186	2022-02-15 10:05:03+00
60	534	2022-02-15 10:05:03+00
61	537	2022-02-15 10:05:03+00
61	639	2022-02-15 10:05:03+00
61	831	2022-02-15 10:05:03+00
62	6	2022-02-15 10:05:03+00
62	129	2022-02-15 10:05:03+00
62	951	2022-02-15 10:05:03+00
63	945	2022-02-15 10:05:03+00
64	3	2022-02-15 10:05:03+00
64	471	2022-02-15 10:05:03+00
64	543	2022-02-15 10:05:03+00
64	852	2022-02-15 10:05:03+00
65	471	2022-02-15 10:05:03+00
65	615	2022-02-15 10:05:03+00
65	735	2022-02-15 10:05:03+00
65	852	2022-02-15 10:05:03+00
65	951	2022-02-15 10:05:03+00
66	207	2022-02-15 10:05:03+00
66	342	2022-02-15 10:05:03+00
66	915	2022-02-15 10:05:03+00
66	951	2022-02-15 10:05:03+00
66	999	2022-02-15 10:05:03+00
67	57	2022-02-15 10:05:03+00
67	726	2022-02-15 10:05:03+00
67	870	2022-02-15 10:05:03+00
67	915	2022-02-15 10:05:03+00
67	945	2022-02-15 10:05:03+00
68	213	2022-02-15 10:05:03+00
68	315	2022-02-15 10:05:03+00
68	654	2022-02-15 10:05:03+00
69	720	2022-02-15 10:05:03+00
69	864	2022-02-15 10:05:03+00
70	414	2022-02-15 10:05:03+00
70	453	2022-02-15 10:05:03+00
70	504	2022-02-15 10:05:03+00
70	654	2022-02-15 10:05:03+00
71	450	2022-02-15 10:05:03+00
71	918	2022-02-15 10:05:03+00
72	450	2022-02-15 10:05:03+00
72	609	2022-02-15 10:05:03+00
73	51	2022-02-15 10:05:03+00
73	561	2022-02-15 10:05:03+00
73	936	2022-02-15 10:05:03+00
74	537	2022-02-15 10:05:03+00
74	543	2022-02-15 10:05:03+00
74	720	2022-02-15 10:05:03+00
74	804	2022-02-15 10:05:03+00
75	12	2022-02-15 10:05:03+00
75	492	2022-02-15 10:05:03+00
75	579	2022-02-15 10:05:03+00
75	645	2022-02-15 10:05:03+00
75	870	2022-02-15 10:05:03+00
76	60	2022-02-15 10:05:03+00
76	234	2022-02-15 10:05:03+00
76	444	2022-02-15 10:05:03+00
76	870	2022-02-15 10:05:03+00
77	963	2022-02-15 10:05:03+00
77	993	2022-02-15 10:05:03+00
78	549	2022-02-15 10:05:03+00
78	852	2022-02-15 10:05:03+00
78	963	2022-02-15 10:05:03+00
79	141	2022-02-15 10:05:03+00
79	753	2022-02-15 10:05:03+00
80	207	2022-02-15 10:05:03+00
80	342	2022-02-15 10:05:03+00
80	687	2022-02-15 10:05:03+00
80	858	2022-02-15 10:05:03+00
81	186	2022-02-15 10:05:03+00
81	453	2022-02-15 10:05:03+00
81	564	2022-02-15 10:05:03+00
81	579	2022-02-15 10:05:03+00
81	729	2022-02-15 10:05:03+00
82	453	2022-02-15 10:05:03+00
82	480	2022-02-15 10:05:03+00
82	561	2022-02-15 10:05:03+00
82	870	2022-02-15 10:05:03+00
83	135	2022-02-15 10:05:03+00
83	369	2022-02-15 10:05:03+00
83	615	2022-02-15 10:05:03+00
83	672	2022-02-15 10:05:03+00
83	873	2022-02-15 10:05:03+00
84	414	2022-02-15 10:05:03+00
84	540	2022-02-15 10:05:03+00
84	729	2022-02-15 10:05:03+00
84	975	2022-02-15 10:05:03+00
85	72	2022-02-15 10:05:03+00
85	543	2022-02-15 10:05:03+00
85	591	2022-02-15 10:05:03+00
85	630	2022-02-15 10:05:03+00
85	711	2022-02-15 10:05:03+00
86	303	2022-02-15 10:05:03+00
86	432	2022-02-15 10:05:03+00
87	207	2022-02-15 10:05:03+00
87	654	2022-02-15 10:05:03+00
87	870	2022-02-15 10:05:03+00
88	234	2022-02-15 10:05:03+00
88	717	2022-02-15 10:05:03+00
89	342	2022-02-15 10:05:03+00
89	564	2022-02-15 10:05:03+00
89	864	2022-02-15 10:05:03+00
90	303	2022-02-15 10:05:03+00
90	330	2022-02-15 10:05:03+00
90	855	2022-02-15 10:05:03+00
90	858	2022-02-15 10:05:03+00
91	447	2022-02-15 10:05:03+00
91	480	2022-02-15 10:05:03+00
91	849	2022-02-15 10:05:03+00
92	123	2022-02-15 10:05:03+00
92	207	2022-02-15 10:05:03+00
92	453	2022-02-15 10:05:03+00
92	543	2022-02-15 10:05:03+00
92	564	2022-02-15 10:05:03+00
92	825	2022-02-15 10:05:03+00
93	453	2022-02-15 10:05:03+00
93	621	2022-02-15 10:05:03+00
94	60	2022-02-15 10:05:03+00
94	228	2022-02-15 10:05:03+00
94	402	2022-02-15 10:05:03+00
94	540	2022-02-15 10:05:03+00
95	126	2022-02-15 10:05:03+00
95	207	2022-02-15 10:05:03+00
95	294	2022-02-15 10:05:03+00
95	546	2022-02-15 10:05:03+00
95	690	2022-02-15 10:05:03+00
95	855	2022-02-15 10:05:03+00
96	945	2022-02-15 10:05:03+00
96	987	2022-02-15 10:05:03+00
97	177	2022-02-15 10:05:03+00
97	342	2022-02-15 10:05:03+00
97	561	2022-02-15 10:05:03+00
97	933	2022-02-15 10:05:03+00
97	951	2022-02-15 10:05:03+00
98	72	2022-02-15 10:05:03+00
98	738	2022-02-15 10:05:03+00
99	414	2022-02-15 10:05:03+00
99	540	2022-02-15 10:05:03+00
99	672	2022-02-15 10:05:03+00
99	726	2022-02-15 10:05:03+00
99	741	2022-02-15 10:05:03+00
100	414	2022-02-15 10:05:03+00
101	60	2022-02-15 10:05:03+00
101	702	2022-02-15 10:05:03+00
101	936	2022-02-15 10:05:03+00
102	123	2022-02-15 10:05:03+00
102	624	2022-02-15 10:05:03+00
102	837	2022-02-15 10:05:03+00
102	852	2022-02-15 10:05:03+00
103	285	2022-02-15 10:05:03+00
103	315	2022-02-15 10:05:03+00
103	609	2022-02-15 10:05:03+00
103	639	2022-02-15 10:05:03+00
103	735	2022-02-15 10:05:03+00
104	309	2022-02-15 10:05:03+00
104	945	2022-02-15 10:05:03+00
104	999	2022-02-15 10:05:03+00
105	12	2022-02-15 10:05:03+00
105	315	2022-02-15 10:05:03+00
105	561	2022-02-15 10:05:03+00
105	831	2022-02-15 10:05:03+00
105	858	2022-02-15 10:05:03+00
105	864	2022-02-15 10:05:03+00
105	906	2022-02-15 10:05:03+00
105	915	2022-02-15 10:05:03+00
105	993	2022-02-15 10:05:03+00
106	126	2022-02-15 10:05:03+00
106	639	2022-02-15 10:05:03+00
106	654	2022-02-15 10:05:03+00
106	687	2022-02-15 10:05:03+00
106	858	2022-02-15 10:05:03+00
106	894	2022-02-15 10:05:03+00
107	369	2022-02-15 10:05:03+00
107	534	2022-02-15 10:05:03+00
107	603	2022-02-15 10:05:03+00
107	831	2022-02-15 10:05:03+00
107	849	2022-02-15 10:05:03+00
108	6	2022-02-15 10:05:03+00
108	561	2022-02-15 10:05:03+00
108	702	2022-02-15 10:05:03+00
108	741	2022-02-15 10:05:03+00
108	894	2022-02-15 10:05:03+00
108	966	2022-02-15 10:05:03+00
109	12	2022-02-15 10:05:03+00
109	174	2022-02-15 10:05:03+00
109	243	2022-02-15 10:05:03+00
109	732	2022-02-15 10:05:03+00
109	753	2022-02-15 10:05:03+00
110	126	2022-02-15 10:05:03+00
110	369	2022-02-15 10:05:03+00
110	987	2022-02-15 10:05:03+00
111	414	2022-02-15 10:05:03+00
111	489	2022-02-15 10:05:03+00
111	555	2022-02-15 10:05:03+00
111	603	2022-02-15 10:05:03+00
111	732	2022-02-15 10:05:03+00
111	894	2022-02-15 10:05:03+00
112	450	2022-02-15 10:05:03+00
112	603	2022-02-15 10:05:03+00
112	654	2022-02-15 10:05:03+00
113	258	2022-02-15 10:05:03+00
113	726	2022-02-15 10:05:03+00
113	732	2022-02-15 10:05:03+00
114	993	2022-02-15 10:05:03+00
115	531	2022-02-15 10:05:03+00
115	615	2022-02-15 10:05:03+00
115	966	2022-02-15 10:05:03+00
116	336	2022-02-15 10:05:03+00
116	492	2022-02-15 10:05:03+00
117	273	2022-02-15 10:05:03+00
117	432	2022-02-15 10:05:03+00
117	459	2022-02-15 10:05:03+00
117	738	2022-02-15 10:05:03+00
117	831	2022-02-15 10:05:03+00
117	864	2022-02-15 10:05:03+00
118	141	2022-02-15 10:05:03+00
118	735	2022-02-15 10:05:03+00
118	852	2022-02-15 10:05:03+00
119	738	2022-02-15 10:05:03+00
119	858	2022-02-15 10:05:03+00
120	57	2022-02-15 10:05:03+00
120	414	2022-02-15 10:05:03+00
120	489	2022-02-15 10:05:03+00
120	717	2022-02-15 10:05:03+00
120	894	2022-02-15 10:05:03+00
121	141	2022-02-15 10:05:03+00
121	186	2022-02-15 10:05:03+00
121	654	2022-02-15 10:05:03+00
121	966	2022-02-15 10:05:03+00
122	489	2022-02-15 10:05:03+00
122	654	2022-02-15 10:05:03+00
123	3	2022-02-15 10:05:03+00
123	234	2022-02-15 10:05:03+00
123	429	2022-02-15 10:05:03+00
123	480	2022-02-15 10:05:03+00
124	726	2022-02-15 10:05:03+00
124	858	2022-02-15 10:05:03+00
124	987	2022-02-15 10:05:03+00
125	414	2022-02-15 10:05:03+00
125	429	2022-02-15 10:05:03+00
125	450	2022-02-15 10:05:03+00
126	288	2022-02-15 10:05:03+00
126	369	2022-02-15 10:05:03+00
127	141	2022-02-15 10:05:03+00
127	459	2022-02-15 10:05:03+00
128	336	2022-02-15 10:05:03+00
128	564	2022-02-15 10:05:03+00
129	471	2022-02-15 10:05:03+00
129	684	2022-02-15 10:05:03+00
130	57	2022-02-15 10:05:03+00
130	453	2022-02-15 10:05:03+00
130	549	2022-02-15 10:05:03+00
130	702	2022-02-15 10:05:03+00
131	432	2022-02-15 10:05:03+00
131	450	2022-02-15 10:05:03+00
132	756	2022-02-15 10:05:03+00
132	987	2022-02-15 10:05:03+00
133	51	2022-02-15 10:05:03+00
133	342	2022-02-15 10:05:03+00
133	588	2022-02-15 10:05:03+00
133	594	2022-02-15 10:05:03+00
133	894	2022-02-15 10:05:03+00
133	933	2022-02-15 10:05:03+00
134	132	2022-02-15 10:05:03+00
134	243	2022-02-15 10:05:03+00
134	588	2022-02-15 10:05:03+00
134	624	2022-02-15 10:05:03+00
134	690	2022-02-15 10:05:03+00
134	915	2022-02-15 10:05:03+00
134	936	2022-02-15 10:05:03+00
136	243	2022-02-15 10:05:03+00
136	288	2022-02-15 10:05:03+00
136	414	2022-02-15 10:05:03+00
136	933	2022-02-15 10:05:03+00
136	993	2022-02-15 10:05:03+00
137	6	2022-02-15 10:05:03+00
137	489	2022-02-15 10:05:03+00
137	564	2022-02-15 10:05:03+00
137	603	2022-02-15 10:05:03+00
138	258	2022-02-15 10:05:03+00
138	453	2022-02-15 10:05:03+00
138	561	2022-02-15 10:05:03+00
138	639	2022-02-15 10:05:03+00
139	57	2022-02-15 10:05:03+00
139	282	2022-02-15 10:05:03+00
139	447	2022-02-15 10:05:03+00
139	489	2022-02-15 10:05:03+00
139	540	2022-02-15 10:05:03+00
140	135	2022-02-15 10:05:03+00
140	258	2022-02-15 10:05:03+00
140	702	2022-02-15 10:05:03+00
140	729	2022-02-15 10:05:03+00
140	999	2022-02-15 10:05:03+00
141	207	2022-02-15 10:05:03+00
141	849	2022-02-15 10:05:03+00
142	186	2022-02-15 10:05:03+00
142	501	2022-02-15 10:05:03+00
142	504	2022-02-15 10:05:03+00
142	540	2022-02-15 10:05:03+00
142	735	2022-02-15 10:05:03+00
142	906	2022-02-15 10:05:03+00
142	999	2022-02-15 10:05:03+00
143	141	2022-02-15 10:05:03+00
143	603	2022-02-15 10:05:03+00
143	687	2022-02-15 10:05:03+00
143	690	2022-02-15 10:05:03+00
143	906	2022-02-15 10:05:03+00
144	99	2022-02-15 10:05:03+00
144	123	2022-02-15 10:05:03+00
144	135	2022-02-15 10:05:03+00
144	228	2022-02-15 10:05:03+00
144	504	2022-02-15 10:05:03+00
144	540	2022-02-15 10:05:03+00
144	702	2022-02-15 10:05:03+00
144	753	2022-02-15 10:05:03+00
144	894	2022-02-15 10:05:03+00
145	243	2022-02-15 10:05:03+00
145	402	2022-02-15 10:05:03+00
145	726	2022-02-15 10:05:03+00
146	12	2022-02-15 10:05:03+00
146	177	2022-02-15 10:05:03+00
146	207	2022-02-15 10:05:03+00
146	402	2022-02-15 10:05:03+00
146	429	2022-02-15 10:05:03+00
146	591	2022-02-15 10:05:03+00
146	720	2022-02-15 10:05:03+00
146	945	2022-02-15 10:05:03+00
146	966	2022-02-15 10:05:03+00
147	402	2022-02-15 10:05:03+00
147	708	2022-02-15 10:05:03+00
147	864	2022-02-15 10:05:03+00
147	987	2022-02-15 10:05:03+00
148	57	2022-02-15 10:05:03+00
148	342	2022-02-15 10:05:03+00
149	72	2022-02-15 10:05:03+00
149	159	2022-02-15 10:05:03+00
150	285	2022-02-15 10:05:03+00
150	447	2022-02-15 10:05:03+00
150	672	2022-02-15 10:05:03+00
150	873	2022-02-15 10:05:03+00
151	342	2022-02-15 10:05:03+00
151	501	2022-02-15 10:05:03+00
152	615	2022-02-15 10:05:03+00
152	729	2022-02-15 10:05:03+00
153	444	2022-02-15 10:05:03+00
153	480	2022-02-15 10:05:03+00
153	732	2022-02-15 10:05:03+00
153	756	2022-02-15 10:05:03+00
154	141	2022-02-15 10:05:03+00
154	282	2022-02-15 10:05:03+00
154	489	2022-02-15 10:05:03+00
154	588	2022-02-15 10:05:03+00
155	303	2022-02-15 10:05:03+00
155	459	2022-02-15 10:05:03+00
155	630	2022-02-15 10:05:03+00
155	849	2022-02-15 10:05:03+00
155	966	2022-02-15 10:05:03+00
155	987	2022-02-15 10:05:03+00
156	285	2022-02-15 10:05:03+00
156	504	2022-02-15 10:05:03+00
157	159	2022-02-15 10:05:03+00
157	303	2022-02-15 10:05:03+00
158	177	2022-02-15 10:05:03+00
158	483	2022-02-15 10:05:03+00
158	555	2022-02-15 10:05:03+00
158	894	2022-02-15 10:05:03+00
159	342	2022-02-15 10:05:03+00
159	549	2022-02-15 10:05:03+00
159	561	2022-02-15 10:05:03+00
159	789	2022-02-15 10:05:03+00
160	579	2022-02-15 10:05:03+00
161	414	2022-02-15 10:05:03+00
161	588	2022-02-15 10:05:03+00
161	684	2022-02-15 10:05:03+00
161	825	2022-02-15 10:05:03+00
161	924	2022-02-15 10:05:03+00
163	303	2022-02-15 10:05:03+00
163	444	2022-02-15 10:05:03+00
165	72	2022-02-15 10:05:03+00
165	948	2022-02-15 10:05:03+00
166	426	2022-02-15 10:05:03+00
167	72	2022-02-15 10:05:03+00
167	294	2022-02-15 10:05:03+00
167	672	2022-02-15 10:05:03+00
167	717	2022-02-15 10:05:03+00
167	864	2022-02-15 10:05:03+00
168	336	2022-02-15 10:05:03+00
168	438	2022-02-15 10:05:03+00
168	804	2022-02-15 10:05:03+00
169	6	2022-02-15 10:05:03+00
169	564	2022-02-15 10:05:03+00
169	849	2022-02-15 10:05:03+00
169	894	2022-02-15 10:05:03+00
170	537	2022-02-15 10:05:03+00
170	993	2022-02-15 10:05:03+00
171	273	2022-02-15 10:05:03+00
171	342	2022-02-15 10:05:03+00
171	447	2022-02-15 10:05:03+00
171	450	2022-02-15 10:05:03+00
171	549	2022-02-15 10:05:03+00
171	645	2022-02-15 10:05:03+00
171	849	2022-02-15 10:05:03+00
172	57	2022-02-15 10:05:03+00
172	609	2022-02-15 10:05:03+00
172	639	2022-02-15 10:05:03+00
173	564	2022-02-15 10:05:03+00
173	753	2022-02-15 10:05:03+00
173	852	2022-02-15 10:05:03+00
173	933	2022-02-15 10:05:03+00
174	852	2022-02-15 10:05:03+00
175	129	2022-02-15 10:05:03+00
175	483	2022-02-15 10:05:03+00
175	591	2022-02-15 10:05:03+00
175	729	2022-02-15 10:05:03+00
176	150	2022-02-15 10:05:03+00
176	303	2022-02-15 10:05:03+00
176	417	2022-02-15 10:05:03+00
176	441	2022-02-15 10:05:03+00
176	543	2022-02-15 10:05:03+00
176	726	2022-02-15 10:05:03+00
177	12	2022-02-15 10:05:03+00
177	543	2022-02-15 10:05:03+00
177	684	2022-02-15 10:05:03+00
177	726	2022-02-15 10:05:03+00
178	273	2022-02-15 10:05:03+00
178	483	2022-02-15 10:05:03+00
178	537	2022-02-15 10:05:03+00
178	708	2022-02-15 10:05:03+00
179	159	2022-02-15 10:05:03+00
179	489	2022-02-15 10:05:03+00
179	588	2022-02-15 10:05:03+00
179	732	2022-02-15 10:05:03+00
179	852	2022-02-15 10:05:03+00
179	924	2022-02-15 10:05:03+00
180	12	2022-02-15 10:05:03+00
180	258	2022-02-15 10:05:03+00
180	441	2022-02-15 10:05:03+00
180	561	2022-02-15 10:05:03+00
180	609	2022-02-15 10:05:03+00
180	729	2022-02-15 10:05:03+00
180	732	2022-02-15 10:05:03+00
180	963	2022-02-15 10:05:03+00
181	546	2022-02-15 10:05:03+00
181	579	2022-02-15 10:05:03+00
181	609	2022-02-15 10:05:03+00
181	816	2022-02-15 10:05:03+00
181	870	2022-02-15 10:05:03+00
182	639	2022-02-15 10:05:03+00
182	720	2022-02-15 10:05:03+00
182	864	2022-02-15 10:05:03+00
184	336	2022-02-15 10:05:03+00
184	492	2022-02-15 10:05:03+00
184	615	2022-02-15 10:05:03+00
184	684	2022-02-15 10:05:03+00
184	966	2022-02-15 10:05:03+00
186	228	2022-02-15 10:05:03+00
186	579	2022-02-15 10:05:03+00
186	654	2022-02-15 10:05:03+00
186	729	2022-02-15 10:05:03+00
187	51	2022-02-15 10:05:03+00
187	417	2022-02-15 10:05:03+00
187	441	2022-02-15 10:05:03+00
187	561	2022-02-15 10:05:03+00
187	906	2022-02-15 10:05:03+00
188	51	2022-02-15 10:05:03+00
188	849	2022-02-15 10:05:03+00
189	315	2022-02-15 10:05:03+00
189	492	2022-02-15 10:05:03+00
190	234	2022-02-15 10:05:03+00
190	426	2022-02-15 10:05:03+00
190	549	2022-02-15 10:05:03+00
190	708	2022-02-15 10:05:03+00
191	849	2022-02-15 10:05:03+00
191	858	2022-02-15 10:05:03+00
191	993	2022-02-15 10:05:03+00
192	426	2022-02-15 10:05:03+00
192	708	2022-02-15 10:05:03+00
192	711	2022-02-15 10:05:03+00
193	141	2022-02-15 10:05:03+00
194	135	2022-02-15 10:05:03+00
194	531	2022-02-15 10:05:03+00
194	738	2022-02-15 10:05:03+00
195	129	2022-02-15 10:05:03+00
195	141	2022-02-15 10:05:03+00
195	534	2022-02-15 10:05:03+00
195	738	2022-02-15 10:05:03+00
196	303	2022-02-15 10:05:03+00
196	615	2022-02-15 10:05:03+00
196	684	2022-02-15 10:05:03+00
196	837	2022-02-15 10:05:03+00
196	906	2022-02-15 10:05:03+00
197	6	2022-02-15 10:05:03+00
197	123	2022-02-15 10:05:03+00
197	129	2022-02-15 10:05:03+00
197	243	2022-02-15 10:05:03+00
197	258	2022-02-15 10:05:03+00
197	369	2022-02-15 10:05:03+00
197	531	2022-02-15 10:05:03+00
198	186	2022-02-15 10:05:03+00
198	303	2022-02-15 10:05:03+00
198	309	2022-02-15 10:05:03+00
198	450	2022-02-15 10:05:03+00
198	555	2022-02-15 10:05:03+00
198	588	2022-02-15 10:05:03+00
198	858	2022-02-15 10:05:03+00
198	924	2022-02-15 10:05:03+00
199	159	2022-02-15 10:05:03+00
199	432	2022-02-15 10:05:03+00
200	537	2022-02-15 10:05:03+00
200	945	2022-02-15 10:05:03+00
200	993	2022-02-15 10:05:03+00
\.

COPY pagila.film_category (film_id, category_id, last_update) FROM stdin;
12	1	2022-02-15 10:07:09+00
57	11	2022-02-15 10:07:09+00
99	12	2022-02-15 10:07:09+00
3	13	2022-02-15 10:07:09+00
60	5	2022-02-15 10:07:09+00
213	2	2022-02-15 10:07:09+00
6	13	2022-02-15 10:07:09+00
51	6	2022-02-15 10:07:09+00
72	16	2022-02-15 10:07:09+00
135	9	2022-02-15 10:07:09+00
126	3	2022-02-15 10:07:09+00
201	10	2022-02-15 10:07:09+00
141	14	2022-02-15 10:07:09+00
159	15	2022-02-15 10:07:09+00
123	14	2022-02-15 10:07:09+00
186	8	2022-02-15 10:07:09+00
207	7	2022-02-15 10:07:09+00
174	14	2022-02-15 10:07:09+00
132	8	2022-02-15 10:07:09+00
129	12	2022-02-15 10:07:09+00
177	10	2022-02-15 10:07:09+00
150	6	2022-02-15 10:07:09+00
285	5	2022-02-15 10:07:09+00
303	15	2022-02-15 10:07:09+00
315	13	2022-02-15 10:07:09+00
234	1	2022-02-15 10:07:09+00
288	6	2022-02-15 10:07:09+00
273	9	2022-02-15 10:07:09+00
294	14	2022-02-15 10:07:09+00
282	15	2022-02-15 10:07:09+00
243	12	2022-02-15 10:07:09+00
258	1	2022-02-15 10:07:09+00
309	14	2022-02-15 10:07:09+00
228	1	2022-02-15 10:07:09+00
336	3	2022-02-15 10:07:09+00
417	15	2022-02-15 10:07:09+00
342	1	2022-02-15 10:07:09+00
369	9	2022-02-15 10:07:09+00
330	15	2022-02-15 10:07:09+00
414	10	2022-02-15 10:07:09+00
426	11	2022-02-15 10:07:09+00
402	8	2022-02-15 10:07:09+00
444	12	2022-02-15 10:07:09+00
441	14	2022-02-15 10:07:09+00
447	3	2022-02-15 10:07:09+00
489	5	2022-02-15 10:07:09+00
453	5	2022-02-15 10:07:09+00
483	10	2022-02-15 10:07:09+00
471	14	2022-02-15 10:07:09+00
501	3	2022-02-15 10:07:09+00
531	2	2022-02-15 10:07:09+00
450	14	2022-02-15 10:07:09+00
429	4	2022-02-15 10:07:09+00
504	2	2022-02-15 10:07:09+00
492	2	2022-02-15 10:07:09+00
438	1	2022-02-15 10:07:09+00
480	8	2022-02-15 10:07:09+00
432	16	2022-02-15 10:07:09+00
459	11	2022-02-15 10:07:09+00
603	5	2022-02-15 10:07:09+00
579	11	2022-02-15 10:07:09+00
543	11	2022-02-15 10:07:09+00
561	10	2022-02-15 10:07:09+00
594	3	2022-02-15 10:07:09+00
588	10	2022-02-15 10:07:09+00
591	1	2022-02-15 10:07:09+00
537	6	2022-02-15 10:07:09+00
546	1	2022-02-15 10:07:09+00
621	9	2022-02-15 10:07:09+00
540	7	2022-02-15 10:07:09+00
615	12	2022-02-15 10:07:09+00
534	13	2022-02-15 10:07:09+00
630	3	2022-02-15 10:07:09+00
609	12	2022-02-15 10:07:09+00
564	15	2022-02-15 10:07:09+00
624	3	2022-02-15 10:07:09+00
582	1	2022-02-15 10:07:09+00
555	3	2022-02-15 10:07:09+00
639	2	2022-02-15 10:07:09+00
549	12	2022-02-15 10:07:09+00
645	1	2022-02-15 10:07:09+00
720	13	2022-02-15 10:07:09+00
729	3	2022-02-15 10:07:09+00
717	11	2022-02-15 10:07:09+00
741	10	2022-02-15 10:07:09+00
708	3	2022-02-15 10:07:09+00
702	11	2022-02-15 10:07:09+00
738	8	2022-02-15 10:07:09+00
654	12	2022-02-15 10:07:09+00
732	15	2022-02-15 10:07:09+00
684	13	2022-02-15 10:07:09+00
726	7	2022-02-15 10:07:09+00
711	16	2022-02-15 10:07:09+00
735	10	2022-02-15 10:07:09+00
672	6	2022-02-15 10:07:09+00
690	6	2022-02-15 10:07:09+00
687	5	2022-02-15 10:07:09+00
789	13	2022-02-15 10:07:09+00
756	7	2022-02-15 10:07:09+00
753	6	2022-02-15 10:07:09+00
804	14	2022-02-15 10:07:09+00
849	9	2022-02-15 10:07:09+00
816	4	2022-02-15 10:07:09+00
837	7	2022-02-15 10:07:09+00
831	5	2022-02-15 10:07:09+00
852	5	2022-02-15 10:07:09+00
825	3	2022-02-15 10:07:09+00
963	14	2022-02-15 10:07:09+00
855	3	2022-02-15 10:07:09+00
894	11	2022-02-15 10:07:09+00
873	9	2022-02-15 10:07:09+00
870	15	2022-02-15 10:07:09+00
951	12	2022-02-15 10:07:09+00
918	2	2022-02-15 10:07:09+00
936	13	2022-02-15 10:07:09+00
945	14	2022-02-15 10:07:09+00
948	14	2022-02-15 10:07:09+00
864	13	2022-02-15 10:07:09+00
906	11	2022-02-15 10:07:09+00
924	15	2022-02-15 10:07:09+00
915	10	2022-02-15 10:07:09+00
933	4	2022-02-15 10:07:09+00
858	5	2022-02-15 10:07:09+00
60	4	2022-02-15 10:07:09+00
3	1	2022-02-15 10:07:09+00
6	11	2022-02-15 10:07:09+00
999	12	2022-02-15 10:07:09+00
966	2	2022-02-15 10:07:09+00
987	8	2022-02-15 10:07:09+00
12	6	2022-02-15 10:07:09+00
993	5	2022-02-15 10:07:09+00
57	3	2022-02-15 10:07:09+00
51	3	2022-02-15 10:07:09+00
975	9	2022-02-15 10:07:09+00
141	12	2022-02-15 10:07:09+00
99	11	2022-02-15 10:07:09+00
126	2	2022-02-15 10:07:09+00
132	16	2022-02-15 10:07:09+00
123	6	2022-02-15 10:07:09+00
159	9	2022-02-15 10:07:09+00
174	15	2022-02-15 10:07:09+00
72	6	2022-02-15 10:07:09+00
150	3	2022-02-15 10:07:09+00
129	16	2022-02-15 10:07:09+00
135	8	2022-02-15 10:07:09+00
282	1	2022-02-15 10:07:09+00
228	14	2022-02-15 10:07:09+00
234	9	2022-02-15 10:07:09+00
186	7	2022-02-15 10:07:09+00
207	3	2022-02-15 10:07:09+00
177	12	2022-02-15 10:07:09+00
258	13	2022-02-15 10:07:09+00
273	5	2022-02-15 10:07:09+00
243	6	2022-02-15 10:07:09+00
201	3	2022-02-15 10:07:09+00
315	6	2022-02-15 10:07:09+00
303	6	2022-02-15 10:07:09+00
288	16	2022-02-15 10:07:09+00
342	12	2022-02-15 10:07:09+00
309	9	2022-02-15 10:07:09+00
369	1	2022-02-15 10:07:09+00
294	11	2022-02-15 10:07:09+00
285	6	2022-02-15 10:07:09+00
330	14	2022-02-15 10:07:09+00
336	2	2022-02-15 10:07:09+00
492	16	2022-02-15 10:07:09+00
480	2	2022-02-15 10:07:09+00
402	12	2022-02-15 10:07:09+00
414	12	2022-02-15 10:07:09+00
483	12	2022-02-15 10:07:09+00
432	13	2022-02-15 10:07:09+00
489	3	2022-02-15 10:07:09+00
429	13	2022-02-15 10:07:09+00
417	9	2022-02-15 10:07:09+00
447	16	2022-02-15 10:07:09+00
450	7	2022-02-15 10:07:09+00
441	11	2022-02-15 10:07:09+00
444	1	2022-02-15 10:07:09+00
438	6	2022-02-15 10:07:09+00
561	2	2022-02-15 10:07:09+00
504	13	2022-02-15 10:07:09+00
582	8	2022-02-15 10:07:09+00
549	15	2022-02-15 10:07:09+00
591	9	2022-02-15 10:07:09+00
579	16	2022-02-15 10:07:09+00
594	11	2022-02-15 10:07:09+00
501	13	2022-02-15 10:07:09+00
531	14	2022-02-15 10:07:09+00
540	12	2022-02-15 10:07:09+00
564	11	2022-02-15 10:07:09+00
603	12	2022-02-15 10:07:09+00
546	10	2022-02-15 10:07:09+00
543	10	2022-02-15 10:07:09+00
537	10	2022-02-15 10:07:09+00
534	5	2022-02-15 10:07:09+00
588	15	2022-02-15 10:07:09+00
555	15	2022-02-15 10:07:09+00
702	10	2022-02-15 10:07:09+00
684	12	2022-02-15 10:07:09+00
639	13	2022-02-15 10:07:09+00
690	11	2022-02-15 10:07:09+00
624	4	2022-02-15 10:07:09+00
654	11	2022-02-15 10:07:09+00
609	15	2022-02-15 10:07:09+00
711	5	2022-02-15 10:07:09+00
708	12	2022-02-15 10:07:09+00
672	10	2022-02-15 10:07:09+00
621	6	2022-02-15 10:07:09+00
615	1	2022-02-15 10:07:09+00
630	10	2022-02-15 10:07:09+00
645	7	2022-02-15 10:07:09+00
687	14	2022-02-15 10:07:09+00
720	6	2022-02-15 10:07:09+00
732	3	2022-02-15 10:07:09+00
804	5	2022-02-15 10:07:09+00
726	14	2022-02-15 10:07:09+00
735	5	2022-02-15 10:07:09+00
816	2	2022-02-15 10:07:09+00
717	7	2022-02-15 10:07:09+00
741	8	2022-02-15 10:07:09+00
729	4	2022-02-15 10:07:09+00
756	6	2022-02-15 10:07:09+00
915	3	2022-02-15 10:07:09+00
837	15	2022-02-15 10:07:09+00
852	13	2022-02-15 10:07:09+00
870	3	2022-02-15 10:07:09+00
849	5	2022-02-15 10:07:09+00
873	6	2022-02-15 10:07:09+00
825	4	2022-02-15 10:07:09+00
924	13	2022-02-15 10:07:09+00
855	7	2022-02-15 10:07:09+00
858	11	2022-02-15 10:07:09+00
906	10	2022-02-15 10:07:09+00
831	14	2022-02-15 10:07:09+00
918	5	2022-02-15 10:07:09+00
864	8	2022-02-15 10:07:09+00
999	16	2022-02-15 10:07:09+00
933	5	2022-02-15 10:07:09+00
975	2	2022-02-15 10:07:09+00
948	9	2022-02-15 10:07:09+00
936	1	2022-02-15 10:07:09+00
987	14	2022-02-15 10:07:09+00
993	7	2022-02-15 10:07:09+00
966	10	2022-02-15 10:07:09+00
963	11	2022-02-15 10:07:09+00
951	2	2022-02-15 10:07:09+00
213	15	2022-02-15 10:07:09+00
6	9	2022-02-15 10:07:09+00
132	4	2022-02-15 10:07:09+00
123	4	2022-02-15 10:07:09+00
60	11	2022-02-15 10:07:09+00
135	13	2022-02-15 10:07:09+00
99	6	2022-02-15 10:07:09+00
129	6	2022-02-15 10:07:09+00
57	8	2022-02-15 10:07:09+00
126	15	2022-02-15 10:07:09+00
141	4	2022-02-15 10:07:09+00
234	6	2022-02-15 10:07:09+00
186	14	2022-02-15 10:07:09+00
201	15	2022-02-15 10:07:09+00
207	4	2022-02-15 10:07:09+00
228	5	2022-02-15 10:07:09+00
177	4	2022-02-15 10:07:09+00
159	1	2022-02-15 10:07:09+00
174	2	2022-02-15 10:07:09+00
243	2	2022-02-15 10:07:09+00
294	10	2022-02-15 10:07:09+00
288	15	2022-02-15 10:07:09+00
258	15	2022-02-15 10:07:09+00
315	4	2022-02-15 10:07:09+00
330	12	2022-02-15 10:07:09+00
282	4	2022-02-15 10:07:09+00
273	15	2022-02-15 10:07:09+00
303	16	2022-02-15 10:07:09+00
336	12	2022-02-15 10:07:09+00
285	2	2022-02-15 10:07:09+00
342	3	2022-02-15 10:07:09+00
309	16	2022-02-15 10:07:09+00
432	15	2022-02-15 10:07:09+00
444	8	2022-02-15 10:07:09+00
429	1	2022-02-15 10:07:09+00
417	14	2022-02-15 10:07:09+00
450	1	2022-02-15 10:07:09+00
459	5	2022-02-15 10:07:09+00
414	8	2022-02-15 10:07:09+00
447	11	2022-02-15 10:07:09+00
402	3	2022-02-15 10:07:09+00
426	7	2022-02-15 10:07:09+00
453	9	2022-02-15 10:07:09+00
438	11	2022-02-15 10:07:09+00
369	6	2022-02-15 10:07:09+00
471	3	2022-02-15 10:07:09+00
555	2	2022-02-15 10:07:09+00
483	1	2022-02-15 10:07:09+00
504	14	2022-02-15 10:07:09+00
\.

COPY pagila.inventory (inventory_id, film_id, store_id, last_update) FROM stdin;
14	3	2	2022-02-15 10:09:17+00
26	6	1	2022-02-15 10:09:17+00
66	12	2	2022-02-15 10:09:17+00
227	51	1	2022-02-15 10:09:17+00
258	57	2	2022-02-15 10:09:17+00
270	60	1	2022-02-15 10:09:17+00
320	72	1	2022-02-15 10:09:17+00
446	99	1	2022-02-15 10:09:17+00
570	123	2	2022-02-15 10:09:17+00
578	126	2	2022-02-15 10:09:17+00
590	129	1	2022-02-15 10:09:17+00
609	132	1	2022-02-15 10:09:17+00
610	132	2	2022-02-15 10:09:17+00
619	135	1	2022-02-15 10:09:17+00
650	141	1	2022-02-15 10:09:17+00
686	150	2	2022-02-15 10:09:17+00
727	159	1	2022-02-15 10:09:17+00
798	174	1	2022-02-15 10:09:17+00
815	177	2	2022-02-15 10:09:17+00
849	186	2	2022-02-15 10:09:17+00
905	201	1	2022-02-15 10:09:17+00
935	207	1	2022-02-15 10:09:17+00
937	207	1	2022-02-15 10:09:17+00
957	213	1	2022-02-15 10:09:17+00
1019	228	2	2022-02-15 10:09:17+00
1022	228	2	2022-02-15 10:09:17+00
1050	234	1	2022-02-15 10:09:17+00
1053	234	2	2022-02-15 10:09:17+00
1089	243	1	2022-02-15 10:09:17+00
1090	243	1	2022-02-15 10:09:17+00
1168	258	2	2022-02-15 10:09:17+00
1236	273	2	2022-02-15 10:09:17+00
1274	282	1	2022-02-15 10:09:17+00
1294	285	2	2022-02-15 10:09:17+00
1309	288	2	2022-02-15 10:09:17+00
1332	294	2	2022-02-15 10:09:17+00
1381	303	1	2022-02-15 10:09:17+00
1414	309	2	2022-02-15 10:09:17+00
1440	315	2	2022-02-15 10:09:17+00
1511	330	2	2022-02-15 10:09:17+00
1512	330	2	2022-02-15 10:09:17+00
1534	336	1	2022-02-15 10:09:17+00
1561	342	1	2022-02-15 10:09:17+00
1696	369	2	2022-02-15 10:09:17+00
1843	402	1	2022-02-15 10:09:17+00
1846	402	2	2022-02-15 10:09:17+00
1901	414	1	2022-02-15 10:09:17+00
1919	417	1	2022-02-15 10:09:17+00
1954	426	2	2022-02-15 10:09:17+00
1966	429	1	2022-02-15 10:09:17+00
1982	432	2	2022-02-15 10:09:17+00
2014	438	2	2022-02-15 10:09:17+00
2028	441	1	2022-02-15 10:09:17+00
2041	444	1	2022-02-15 10:09:17+00
2058	447	1	2022-02-15 10:09:17+00
2075	450	1	2022-02-15 10:09:17+00
2090	453	1	2022-02-15 10:09:17+00
2092	453	2	2022-02-15 10:09:17+00
2119	459	2	2022-02-15 10:09:17+00
2181	471	2	2022-02-15 10:09:17+00
2183	471	2	2022-02-15 10:09:17+00
2184	471	2	2022-02-15 10:09:17+00
2220	480	2	2022-02-15 10:09:17+00
2232	483	1	2022-02-15 10:09:17+00
2260	489	1	2022-02-15 10:09:17+00
2264	489	2	2022-02-15 10:09:17+00
2265	489	2	2022-02-15 10:09:17+00
2267	489	2	2022-02-15 10:09:17+00
2276	492	1	2022-02-15 10:09:17+00
2308	501	2	2022-02-15 10:09:17+00
2319	504	1	2022-02-15 10:09:17+00
2324	504	2	2022-02-15 10:09:17+00
2433	531	1	2022-02-15 10:09:17+00
2446	534	1	2022-02-15 10:09:17+00
2449	534	2	2022-02-15 10:09:17+00
2460	537	2	2022-02-15 10:09:17+00
2467	540	1	2022-02-15 10:09:17+00
2479	543	1	2022-02-15 10:09:17+00
2490	546	2	2022-02-15 10:09:17+00
2498	549	1	2022-02-15 10:09:17+00
2527	555	1	2022-02-15 10:09:17+00
2530	555	2	2022-02-15 10:09:17+00
2559	561	1	2022-02-15 10:09:17+00
2577	564	2	2022-02-15 10:09:17+00
2638	579	1	2022-02-15 10:09:17+00
2641	579	1	2022-02-15 10:09:17+00
2655	582	2	2022-02-15 10:09:17+00
2679	588	2	2022-02-15 10:09:17+00
2695	591	2	2022-02-15 10:09:17+00
2704	594	1	2022-02-15 10:09:17+00
2706	594	1	2022-02-15 10:09:17+00
2748	603	1	2022-02-15 10:09:17+00
2752	603	2	2022-02-15 10:09:17+00
2753	603	2	2022-02-15 10:09:17+00
2775	609	2	2022-02-15 10:09:17+00
2800	615	2	2022-02-15 10:09:17+00
2801	615	2	2022-02-15 10:09:17+00
2832	621	2	2022-02-15 10:09:17+00
2833	621	2	2022-02-15 10:09:17+00
2844	624	1	2022-02-15 10:09:17+00
2873	630	2	2022-02-15 10:09:17+00
2911	639	2	2022-02-15 10:09:17+00
2938	645	2	2022-02-15 10:09:17+00
2985	654	2	2022-02-15 10:09:17+00
3059	672	2	2022-02-15 10:09:17+00
3116	684	2	2022-02-15 10:09:17+00
3125	687	1	2022-02-15 10:09:17+00
3141	690	1	2022-02-15 10:09:17+00
3143	690	1	2022-02-15 10:09:17+00
3193	702	1	2022-02-15 10:09:17+00
3194	702	1	2022-02-15 10:09:17+00
3223	708	1	2022-02-15 10:09:17+00
3241	711	2	2022-02-15 10:09:17+00
3260	717	2	2022-02-15 10:09:17+00
3270	720	2	2022-02-15 10:09:17+00
3298	726	2	2022-02-15 10:09:17+00
3299	726	2	2022-02-15 10:09:17+00
3313	729	2	2022-02-15 10:09:17+00
3328	732	1	2022-02-15 10:09:17+00
3329	732	1	2022-02-15 10:09:17+00
3347	735	2	2022-02-15 10:09:17+00
3367	738	2	2022-02-15 10:09:17+00
3376	741	1	2022-02-15 10:09:17+00
3434	753	1	2022-02-15 10:09:17+00
3435	753	2	2022-02-15 10:09:17+00
3437	753	2	2022-02-15 10:09:17+00
3448	756	2	2022-02-15 10:09:17+00
3613	789	2	2022-02-15 10:09:17+00
3615	789	2	2022-02-15 10:09:17+00
3674	804	1	2022-02-15 10:09:17+00
3730	816	1	2022-02-15 10:09:17+00
3731	816	1	2022-02-15 10:09:17+00
3772	825	1	2022-02-15 10:09:17+00
3794	831	1	2022-02-15 10:09:17+00
3824	837	2	2022-02-15 10:09:17+00
3882	849	1	2022-02-15 10:09:17+00
3883	849	1	2022-02-15 10:09:17+00
3903	852	1	2022-02-15 10:09:17+00
3916	855	1	2022-02-15 10:09:17+00
3919	855	2	2022-02-15 10:09:17+00
3937	858	2	2022-02-15 10:09:17+00
3963	864	1	2022-02-15 10:09:17+00
3965	864	1	2022-02-15 10:09:17+00
3995	870	2	2022-02-15 10:09:17+00
3997	870	2	2022-02-15 10:09:17+00
4010	873	1	2022-02-15 10:09:17+00
4113	894	2	2022-02-15 10:09:17+00
4166	906	1	2022-02-15 10:09:17+00
4210	915	1	2022-02-15 10:09:17+00
4222	918	2	2022-02-15 10:09:17+00
4250	924	1	2022-02-15 10:09:17+00
4285	933	1	2022-02-15 10:09:17+00
4295	936	2	2022-02-15 10:09:17+00
4339	945	2	2022-02-15 10:09:17+00
4348	948	1	2022-02-15 10:09:17+00
4360	951	1	2022-02-15 10:09:17+00
4364	951	2	2022-02-15 10:09:17+00
4406	963	2	2022-02-15 10:09:17+00
4419	966	2	2022-02-15 10:09:17+00
4420	966	2	2022-02-15 10:09:17+00
4463	975	2	2022-02-15 10:09:17+00
4522	987	1	2022-02-15 10:09:17+00
4550	993	1	2022-02-15 10:09:17+00
4569	999	1	2022-02-15 10:09:17+00
\.

COPY pagila.language (language_id, name, last_update) FROM stdin;
1	English             	2022-02-15 10:02:19+00
2	Italian             	2022-02-15 10:02:19+00
3	Japanese            	2022-02-15 10:02:19+00
4	Mandarin            	2022-02-15 10:02:19+00
5	French              	2022-02-15 10:02:19+00
6	German              	2022-02-15 10:02:19+00
\.

COPY pagila.payment_p2022_01 (payment_id, customer_id, staff_id, rental_id, amount, payment_date) FROM stdin;
17880	439	1	2992	2.99	2022-01-25 19:12:35.124342+00
19380	234	2	3199	4.99	2022-01-25 08:09:06.587413+00
22500	584	2	14102	5.99	2022-01-28 02:33:52.883802+00
23040	37	1	10538	2.99	2022-01-28 20:49:07.603897+00
24660	212	1	12156	7.99	2022-01-27 12:26:01.647163+00
\.

COPY pagila.payment_p2022_02 (payment_id, customer_id, staff_id, rental_id, amount, payment_date) FROM stdin;
17580	360	2	2402	6.99	2022-02-22 05:15:00.412651+00
17760	405	1	3240	4.99	2022-02-05 05:10:53.553754+00
18420	587	2	2034	4.99	2022-02-16 04:10:40.166818+00
20760	398	1	15189	3.99	2022-02-13 18:49:02.234915+00
22080	537	1	15149	2.99	2022-02-04 18:16:40.205926+00
22680	1	2	10437	4.99	2022-02-05 22:36:58.72973+00
22980	30	1	12546	2.99	2022-02-19 13:10:34.169834+00
24720	218	2	15575	0.99	2022-02-06 05:27:34.305688+00
26280	364	1	5872	10.99	2022-02-19 18:26:34.5921+00
27300	456	2	6023	0.99	2022-02-17 12:32:42.584289+00
27600	484	1	5389	2.99	2022-02-27 09:12:14.000209+00
\.

COPY pagila.payment_p2022_03 (payment_id, customer_id, staff_id, rental_id, amount, payment_date) FROM stdin;
16680	3	1	435	1.99	2022-03-24 17:08:01.922921+00
16740	27	2	787	2.99	2022-03-09 14:46:39.739389+00
17160	249	2	400	2.99	2022-03-14 07:28:42.628759+00
17220	270	1	2115	3.99	2022-03-20 16:34:06.395843+00
18360	570	2	3138	2.99	2022-03-11 14:57:04.235561+00
18660	39	1	1625	5.99	2022-03-30 23:11:45.26294+00
18960	118	2	1766	4.99	2022-03-12 22:53:26.160108+00
20460	368	1	14393	7.99	2022-03-04 00:36:34.029807+00
21360	460	1	14923	3.99	2022-03-12 13:19:16.137056+00
21720	499	2	12947	4.99	2022-03-10 22:38:22.194974+00
22140	544	1	15219	6.99	2022-03-28 12:27:37.643707+00
22560	592	2	10383	0.99	2022-03-01 00:08:43.059918+00
23100	43	2	15155	4.99	2022-03-25 20:44:20.850254+00
23940	134	2	14265	2.99	2022-03-27 12:24:45.781865+00
24240	161	2	14150	0.99	2022-03-07 10:39:27.334294+00
25440	292	1	6270	8.99	2022-03-23 10:30:29.77267+00
28740	585	2	8353	2.99	2022-03-02 08:59:34.653388+00
\.

COPY pagila.payment_p2022_04 (payment_id, customer_id, staff_id, rental_id, amount, payment_date) FROM stdin;
19200	182	1	2049	2.99	2022-04-05 09:14:26.870519+00
21000	422	1	12907	9.99	2022-04-13 20:46:18.501188+00
21060	430	2	13452	0.99	2022-04-19 04:51:47.342543+00
21480	471	1	14094	4.99	2022-04-01 12:27:23.662691+00
21540	477	2	15091	2.99	2022-04-27 17:15:38.426024+00
21660	492	1	14255	2.99	2022-04-26 20:07:19.671073+00
23460	81	2	10456	0.99	2022-04-02 09:16:48.253391+00
26220	360	1	4487	7.99	2022-04-10 03:51:36.638175+00
27660	488	1	5141	8.99	2022-04-06 13:10:32.423584+00
27900	509	1	8114	8.99	2022-04-07 22:38:36.377988+00
28680	580	1	9460	5.99	2022-04-30 08:12:40.604858+00
28920	202	2	9057	2.99	2022-04-16 20:25:48.044406+00
29040	5	2	5118	5.99	2022-04-03 17:52:15.033516+00
\.

COPY pagila.payment_p2022_05 (payment_id, customer_id, staff_id, rental_id, amount, payment_date) FROM stdin;
16500	506	2	410	3.99	2022-05-04 14:33:52.432959+00
18300	554	2	3278	2.99	2022-05-01 19:03:38.617875+00
18840	87	2	1580	4.99	2022-05-24 16:09:57.325892+00
19860	302	2	12516	4.99	2022-05-14 17:23:40.838844+00
21300	454	1	15301	3.99	2022-05-06 05:28:55.477778+00
21600	485	1	10771	4.99	2022-05-18 04:22:59.558593+00
22920	24	2	15357	4.99	2022-05-30 22:51:02.999392+00
23160	50	2	15388	6.99	2022-05-25 17:52:54.980017+00
24000	140	1	12086	4.99	2022-05-22 22:41:29.354725+00
25020	254	1	12247	2.99	2022-05-18 05:31:29.293368+00
25320	283	2	3672	0.99	2022-05-22 22:13:39.424147+00
25560	301	2	7318	4.99	2022-05-31 03:45:26.854556+00
26160	354	2	7241	0.99	2022-05-01 00:17:27.070064+00
26400	373	1	10010	6.99	2022-05-24 00:04:43.150192+00
27060	434	1	9350	4.99	2022-05-27 16:22:08.578895+00
27540	478	2	10016	4.99	2022-05-21 00:38:01.268426+00
28500	566	2	6365	2.99	2022-05-09 06:36:06.738733+00
29820	75	2	5260	2.99	2022-05-24 20:08:05.069006+00
30120	101	1	4975	2.99	2022-05-15 14:26:09.495736+00
\.

COPY pagila.payment_p2022_06 (payment_id, customer_id, staff_id, rental_id, amount, payment_date) FROM stdin;
17940	454	1	1938	4.99	2022-06-13 15:12:46.544069+00
19260	196	1	2681	0.99	2022-06-12 03:11:06.100559+00
19440	250	1	2432	4.99	2022-06-25 06:01:40.830142+00
20100	331	1	11052	5.99	2022-06-30 06:00:44.995508+00
20940	416	1	15727	2.99	2022-06-12 11:47:47.7337+00
22320	564	2	14439	5.99	2022-06-25 06:40:26.145265+00
22860	19	2	13804	8.99	2022-06-30 03:03:15.433076+00
23400	74	1	16046	0.99	2022-06-11 21:17:29.989777+00
23640	102	2	16031	3.99	2022-06-17 02:39:09.04595+00
26460	380	1	4675	2.99	2022-06-11 18:15:59.127336+00
29400	37	1	3734	5.99	2022-06-10 20:57:54.076465+00
29700	64	2	6698	1.99	2022-06-18 04:45:53.101194+00
30180	105	1	5429	4.99	2022-06-30 11:52:50.991809+00
31680	244	1	5803	3.99	2022-06-14 09:27:37.811854+00
\.

COPY pagila.payment_p2022_07 (payment_id, customer_id, staff_id, rental_id, amount, payment_date) FROM stdin;
21240	448	1	15427	4.99	2022-07-08 08:51:38.842944+00
24480	187	2	12307	8.99	2022-07-04 01:51:26.264487+00
29460	41	1	8712	2.99	2022-07-05 12:41:27.919022+00
30060	96	2	3742	2.99	2022-07-20 01:09:17.742174+00
30360	121	2	8875	2.99	2022-07-04 05:03:33.425143+00
30660	147	2	3919	7.99	2022-07-25 17:44:08.714052+00
30900	168	2	4953	2.99	2022-07-15 17:57:38.36914+00
\.

COPY pagila.rental (rental_id, rental_date, inventory_id, customer_id, return_date, staff_id, last_update) FROM stdin;
180	2022-05-26 03:46:23+00	2752	75	2022-06-01 08:58:23+00	1	2022-02-16 02:30:53+00
400	2022-05-27 11:51:44+00	258	249	2022-05-31 07:34:44+00	2	2022-02-16 02:30:53+00
410	2022-05-27 13:11:22+00	4010	506	2022-06-02 19:06:22+00	2	2022-02-16 02:30:53+00
420	2022-05-27 14:19:38+00	619	93	2022-06-03 14:07:38+00	2	2022-02-16 02:30:53+00
435	2022-05-27 16:17:09+00	3328	3	2022-06-02 10:20:09+00	2	2022-02-16 02:30:53+00
660	2022-05-28 19:53:31+00	1414	578	2022-05-30 14:26:31+00	1	2022-02-16 02:30:53+00
780	2022-05-29 13:18:32+00	1919	300	2022-06-06 19:14:32+00	1	2022-02-16 02:30:53+00
787	2022-05-29 15:03:03+00	3919	27	2022-06-07 10:07:03+00	2	2022-02-16 02:30:53+00
960	2022-05-30 17:13:23+00	1966	445	2022-06-03 23:12:23+00	2	2022-02-16 02:30:53+00
1140	2022-05-31 18:36:30+00	3731	10	2022-06-07 17:33:30+00	2	2022-02-16 02:30:53+00
1200	2022-06-15 00:59:51+00	3329	516	2022-06-21 20:33:51+00	1	2022-02-16 02:30:53+00
1380	2022-06-15 14:13:10+00	3376	158	2022-06-18 11:42:10+00	2	2022-02-16 02:30:53+00
1580	2022-06-16 03:12:25+00	2479	87	2022-06-20 05:53:25+00	1	2022-02-16 02:30:53+00
1625	2022-06-16 06:49:08+00	3367	39	2022-06-24 08:08:08+00	2	2022-02-16 02:30:53+00
1766	2022-06-16 16:59:37+00	2041	118	2022-06-18 15:32:37+00	2	2022-02-16 02:30:53+00
1800	2022-06-16 19:18:46+00	2058	149	2022-06-20 16:12:46+00	1	2022-02-16 02:30:53+00
1938	2022-06-17 06:18:36+00	570	454	2022-06-19 00:43:36+00	2	2022-02-16 02:30:53+00
1980	2022-06-17 08:48:05+00	2985	328	2022-06-23 13:43:05+00	1	2022-02-16 02:30:53+00
2034	2022-06-17 12:27:16+00	1512	587	2022-06-22 07:53:16+00	2	2022-02-16 02:30:53+00
2040	2022-06-17 13:18:37+00	227	260	2022-06-22 18:08:37+00	1	2022-02-16 02:30:53+00
2049	2022-06-17 13:58:36+00	1053	182	2022-06-22 13:53:36+00	2	2022-02-16 02:30:53+00
2100	2022-06-17 17:53:21+00	2267	387	2022-06-19 20:49:21+00	2	2022-02-16 02:30:53+00
2115	2022-06-17 19:02:16+00	3448	270	2022-06-25 15:56:16+00	2	2022-02-16 02:30:53+00
2220	2022-06-18 02:21:36+00	320	587	2022-06-21 06:45:36+00	2	2022-02-16 02:30:53+00
2400	2022-06-18 15:10:46+00	3194	410	2022-06-25 19:34:46+00	1	2022-02-16 02:30:53+00
2402	2022-06-18 15:24:45+00	2833	360	2022-06-27 13:39:45+00	1	2022-02-16 02:30:53+00
2432	2022-06-18 16:59:18+00	4420	250	2022-06-25 14:19:18+00	2	2022-02-16 02:30:53+00
2580	2022-06-19 03:44:30+00	2527	219	2022-06-23 03:15:30+00	1	2022-02-16 02:30:53+00
2681	2022-06-19 11:15:27+00	2704	196	2022-06-21 15:48:27+00	2	2022-02-16 02:30:53+00
2992	2022-06-20 08:11:51+00	3347	439	2022-06-24 04:59:51+00	1	2022-02-16 02:30:53+00
3060	2022-06-20 12:47:20+00	2075	446	2022-06-25 15:00:20+00	2	2022-02-16 02:30:53+00
3120	2022-06-20 17:19:29+00	2530	107	2022-06-23 22:40:29+00	1	2022-02-16 02:30:53+00
3138	2022-06-20 18:43:45+00	2265	570	2022-06-26 19:41:45+00	1	2022-02-16 02:30:53+00
3180	2022-06-20 21:48:44+00	3997	162	2022-06-21 20:25:44+00	1	2022-02-16 02:30:53+00
3199	2022-06-20 23:12:40+00	3824	234	2022-06-27 22:26:40+00	1	2022-02-16 02:30:53+00
3240	2022-06-21 01:53:17+00	2938	405	2022-06-30 02:25:17+00	2	2022-02-16 02:30:53+00
3278	2022-06-21 04:41:30+00	2832	554	2022-06-22 02:43:30+00	1	2022-02-16 02:30:53+00
3600	2022-07-06 04:19:42+00	2748	511	2022-07-10 23:34:42+00	2	2022-02-16 02:30:53+00
3672	2022-07-06 08:01:56+00	3883	283	2022-07-11 13:18:56+00	1	2022-02-16 02:30:53+00
3734	2022-07-06 10:40:27+00	4569	37	2022-07-14 11:08:27+00	1	2022-02-16 02:30:53+00
3742	2022-07-06 11:01:38+00	2873	96	2022-07-15 09:46:38+00	1	2022-02-16 02:30:53+00
3919	2022-07-06 19:26:21+00	2695	147	2022-07-14 23:13:21+00	1	2022-02-16 02:30:53+00
3960	2022-07-06 21:08:53+00	2090	594	2022-07-07 22:21:53+00	2	2022-02-16 02:30:53+00
4320	2022-07-07 16:51:59+00	3437	376	2022-07-13 17:39:59+00	1	2022-02-16 02:30:53+00
4440	2022-07-07 22:00:58+00	1236	507	2022-07-08 20:31:58+00	2	2022-02-16 02:30:53+00
4487	2022-07-08 00:20:22+00	2220	360	2022-07-16 20:23:22+00	2	2022-02-16 02:30:53+00
4675	2022-07-08 09:24:22+00	1309	380	2022-07-14 10:09:22+00	1	2022-02-16 02:30:53+00
4740	2022-07-08 12:30:35+00	2559	379	2022-07-14 17:43:35+00	1	2022-02-16 02:30:53+00
4920	2022-07-08 20:42:10+00	4285	239	2022-07-15 02:08:10+00	1	2022-02-16 02:30:53+00
4953	2022-07-08 22:09:48+00	2460	168	2022-07-11 01:08:48+00	2	2022-02-16 02:30:53+00
4975	2022-07-08 23:02:46+00	3730	101	2022-07-14 17:05:46+00	2	2022-02-16 02:30:53+00
4980	2022-07-08 23:26:59+00	2638	100	2022-07-14 18:42:59+00	1	2022-02-16 02:30:53+00
5040	2022-07-09 02:16:34+00	2479	405	2022-07-17 00:13:34+00	2	2022-02-16 02:30:53+00
5100	2022-07-09 05:16:03+00	3193	101	2022-07-10 09:21:03+00	1	2022-02-16 02:30:53+00
5118	2022-07-09 06:13:52+00	957	5	2022-07-18 04:18:52+00	2	2022-02-16 02:30:53+00
5141	2022-07-09 07:05:14+00	590	488	2022-07-18 03:36:14+00	1	2022-02-16 02:30:53+00
5220	2022-07-09 10:59:04+00	2577	435	2022-07-15 05:20:04+00	1	2022-02-16 02:30:53+00
5260	2022-07-09 13:05:45+00	3143	75	2022-07-14 07:41:45+00	2	2022-02-16 02:30:53+00
5340	2022-07-09 16:11:35+00	650	267	2022-07-17 16:59:35+00	2	2022-02-16 02:30:53+00
5389	2022-07-09 18:25:45+00	3882	484	2022-07-17 12:31:45+00	1	2022-02-16 02:30:53+00
5400	2022-07-09 18:56:40+00	3435	192	2022-07-14 19:43:40+00	2	2022-02-16 02:30:53+00
5429	2022-07-09 20:14:03+00	2467	105	2022-07-18 00:33:03+00	1	2022-02-16 02:30:53+00
5520	2022-07-10 00:30:41+00	2527	501	2022-07-15 20:37:41+00	2	2022-02-16 02:30:53+00
5580	2022-07-10 03:05:49+00	2753	521	2022-07-18 21:36:49+00	2	2022-02-16 02:30:53+00
5640	2022-07-10 05:38:00+00	2706	574	2022-07-18 07:56:00+00	2	2022-02-16 02:30:53+00
5760	2022-07-10 11:44:48+00	1050	154	2022-07-14 11:25:48+00	1	2022-02-16 02:30:53+00
5803	2022-07-10 14:05:42+00	1982	244	2022-07-15 09:19:42+00	1	2022-02-16 02:30:53+00
5820	2022-07-10 15:04:59+00	1511	485	2022-07-16 11:10:59+00	1	2022-02-16 02:30:53+00
5872	2022-07-10 17:54:05+00	270	364	2022-07-19 14:41:05+00	1	2022-02-16 02:30:53+00
6023	2022-07-11 01:15:57+00	3794	456	2022-07-15 20:30:57+00	2	2022-02-16 02:30:53+00
6120	2022-07-11 06:49:53+00	3299	268	2022-07-19 03:56:53+00	2	2022-02-16 02:30:53+00
6270	2022-07-11 14:59:10+00	2308	292	2022-07-18 09:29:10+00	2	2022-02-16 02:30:53+00
6365	2022-07-11 20:17:40+00	4550	566	2022-07-14 19:53:40+00	1	2022-02-16 02:30:53+00
6540	2022-07-12 03:51:13+00	937	156	2022-07-21 02:38:13+00	1	2022-02-16 02:30:53+00
6660	2022-07-12 10:20:12+00	446	598	2022-07-20 11:58:12+00	2	2022-02-16 02:30:53+00
6698	2022-07-12 11:45:00+00	4419	64	2022-07-16 10:16:00+00	2	2022-02-16 02:30:53+00
6720	2022-07-12 12:41:16+00	2704	151	2022-07-13 13:41:16+00	2	2022-02-16 02:30:53+00
6840	2022-07-12 18:03:22+00	1381	323	2022-07-21 17:34:22+00	2	2022-02-16 02:30:53+00
7020	2022-07-27 01:24:27+00	3965	506	2022-07-29 00:27:27+00	2	2022-02-16 02:30:53+00
7140	2022-07-27 05:54:12+00	2028	35	2022-08-03 09:36:12+00	2	2022-02-16 02:30:53+00
7200	2022-07-27 07:57:38+00	4406	78	2022-08-02 11:29:38+00	2	2022-02-16 02:30:53+00
7241	2022-07-27 09:25:49+00	2433	354	2022-07-28 04:30:49+00	2	2022-02-16 02:30:53+00
7318	2022-07-27 12:25:31+00	1954	301	2022-07-31 10:44:31+00	2	2022-02-16 02:30:53+00
7320	2022-07-27 12:33:35+00	4348	241	2022-07-31 12:22:35+00	2	2022-02-16 02:30:53+00
7500	2022-07-27 19:16:03+00	609	160	2022-07-29 17:50:03+00	1	2022-02-16 02:30:53+00
7740	2022-07-28 04:23:36+00	3613	395	2022-08-01 01:20:36+00	2	2022-02-16 02:30:53+00
7920	2022-07-28 11:01:19+00	66	48	2022-08-05 06:08:19+00	1	2022-02-16 02:30:53+00
7980	2022-07-28 13:16:49+00	1019	329	2022-08-05 08:20:49+00	1	2022-02-16 02:30:53+00
8114	2022-07-28 18:14:06+00	815	509	2022-08-05 12:16:06+00	1	2022-02-16 02:30:53+00
8160	2022-07-28 20:10:30+00	2446	138	2022-08-05 15:52:30+00	2	2022-02-16 02:30:53+00
8353	2022-07-29 03:52:10+00	26	585	2022-07-30 03:01:10+00	1	2022-02-16 02:30:53+00
8712	2022-07-29 16:30:06+00	2800	41	2022-08-03 21:55:06+00	2	2022-02-16 02:30:53+00
8875	2022-07-29 23:15:09+00	1294	121	2022-08-04 01:54:09+00	2	2022-02-16 02:30:53+00
9057	2022-07-30 06:14:18+00	3141	202	2022-08-01 04:10:18+00	2	2022-02-16 02:30:53+00
9060	2022-07-30 06:20:36+00	4360	87	2022-08-03 09:51:36+00	1	2022-02-16 02:30:53+00
9350	2022-07-30 17:24:30+00	798	434	2022-08-02 14:34:30+00	2	2022-02-16 02:30:53+00
9360	2022-07-30 17:39:43+00	2119	186	2022-08-04 21:41:43+00	2	2022-02-16 02:30:53+00
9460	2022-07-30 21:25:39+00	4463	580	2022-08-08 19:56:39+00	2	2022-02-16 02:30:53+00
9600	2022-07-31 02:35:34+00	3731	464	2022-08-08 21:50:34+00	1	2022-02-16 02:30:53+00
9660	2022-07-31 05:03:17+00	1090	406	2022-08-07 05:59:17+00	2	2022-02-16 02:30:53+00
9780	2022-07-31 09:10:22+00	3241	102	2022-08-02 10:43:22+00	1	2022-02-16 02:30:53+00
9960	2022-07-31 15:05:52+00	1022	569	2022-08-05 13:15:52+00	2	2022-02-16 02:30:53+00
10010	2022-07-31 17:01:36+00	2655	373	2022-08-07 19:27:36+00	2	2022-02-16 02:30:53+00
10016	2022-07-31 17:13:06+00	2183	478	2022-08-09 21:11:06+00	1	2022-02-16 02:30:53+00
10383	2022-08-01 05:37:16+00	4166	592	2022-08-03 06:36:16+00	2	2022-02-16 02:30:53+00
10437	2022-08-01 07:51:04+00	14	1	2022-08-10 11:12:04+00	1	2022-02-16 02:30:53+00
10456	2022-08-01 08:17:21+00	4339	81	2022-08-06 09:30:21+00	1	2022-02-16 02:30:53+00
10538	2022-08-01 11:22:41+00	686	37	2022-08-02 09:31:41+00	2	2022-02-16 02:30:53+00
10560	2022-08-01 12:04:57+00	1534	427	2022-08-05 17:25:57+00	2	2022-02-16 02:30:53+00
10680	2022-08-01 16:28:05+00	2498	60	2022-08-04 18:34:05+00	1	2022-02-16 02:30:53+00
10771	2022-08-01 19:49:35+00	1274	485	2022-08-10 15:58:35+00	1	2022-02-16 02:30:53+00
11052	2022-08-02 05:26:19+00	1089	331	2022-08-06 03:20:19+00	2	2022-02-16 02:30:53+00
11160	2022-08-02 09:05:30+00	3260	436	2022-08-07 07:30:30+00	1	2022-02-16 02:30:53+00
11280	2022-08-02 13:34:33+00	1846	134	2022-08-08 14:40:33+00	2	2022-02-16 02:30:53+00
11460	2022-08-02 20:28:03+00	4113	403	2022-08-08 17:24:03+00	1	2022-02-16 02:30:53+00
11820	2022-08-17 11:25:33+00	2801	401	2022-08-19 06:04:33+00	2	2022-02-16 02:30:53+00
12086	2022-08-17 21:20:01+00	3963	140	2022-08-26 01:14:01+00	1	2022-02-16 02:30:53+00
12156	2022-08-17 23:27:33+00	3270	212	2022-08-26 00:43:33+00	1	2022-02-16 02:30:53+00
12180	2022-08-18 00:28:15+00	2276	20	2022-08-20 19:52:15+00	2	2022-02-16 02:30:53+00
12240	2022-08-18 02:27:11+00	1168	30	2022-08-26 03:34:11+00	2	2022-02-16 02:30:53+00
12247	2022-08-18 02:51:51+00	2264	254	2022-08-24 04:36:51+00	2	2022-02-16 02:30:53+00
12307	2022-08-18 04:48:23+00	2679	187	2022-08-26 01:32:23+00	1	2022-02-16 02:30:53+00
12516	2022-08-18 12:39:53+00	1332	302	2022-08-20 07:33:53+00	1	2022-02-16 02:30:53+00
12546	2022-08-18 13:29:37+00	610	30	2022-08-26 08:47:37+00	1	2022-02-16 02:30:53+00
12900	2022-08-19 03:03:49+00	849	408	2022-08-24 21:11:49+00	2	2022-02-16 02:30:53+00
12907	2022-08-19 03:16:13+00	2844	422	2022-08-27 01:43:13+00	1	2022-02-16 02:30:53+00
12947	2022-08-19 04:54:21+00	935	499	2022-08-22 08:17:21+00	1	2022-02-16 02:30:53+00
13080	2022-08-19 09:18:00+00	4222	452	2022-08-22 05:37:00+00	2	2022-02-16 02:30:53+00
13140	2022-08-19 11:35:56+00	4210	323	2022-08-27 17:24:56+00	2	2022-02-16 02:30:53+00
13260	2022-08-19 16:09:22+00	578	251	2022-08-24 20:31:22+00	2	2022-02-16 02:30:53+00
13320	2022-08-19 18:35:33+00	4522	172	2022-08-24 19:09:33+00	2	2022-02-16 02:30:53+00
13380	2022-08-19 20:36:58+00	4250	451	2022-08-22 22:55:58+00	1	2022-02-16 02:30:53+00
13452	2022-08-19 23:20:07+00	2449	430	2022-08-25 04:43:07+00	1	2022-02-16 02:30:53+00
13804	2022-08-20 11:46:32+00	2232	19	2022-08-29 13:04:32+00	2	2022-02-16 02:30:53+00
14040	2022-08-20 20:43:44+00	905	17	2022-08-25 15:30:44+00	1	2022-02-16 02:30:53+00
14094	2022-08-20 23:21:35+00	3674	471	2022-08-23 04:27:35+00	2	2022-02-16 02:30:53+00
14100	2022-08-20 23:31:07+00	4295	397	2022-08-25 04:31:07+00	2	2022-02-16 02:30:53+00
14102	2022-08-20 23:35:21+00	3772	584	2022-08-30 03:51:21+00	2	2022-02-16 02:30:53+00
14150	2022-08-21 01:23:03+00	2324	161	2022-08-25 21:50:03+00	2	2022-02-16 02:30:53+00
14255	2022-08-21 04:51:37+00	3125	492	2022-08-29 09:00:37+00	1	2022-02-16 02:30:53+00
14265	2022-08-21 05:20:14+00	3116	134	2022-08-23 08:05:14+00	1	2022-02-16 02:30:53+00
14280	2022-08-21 05:39:58+00	1561	481	2022-08-23 03:50:58+00	1	2022-02-16 02:30:53+00
14340	2022-08-21 07:38:21+00	2181	230	2022-08-25 08:25:21+00	1	2022-02-16 02:30:53+00
14393	2022-08-21 09:22:51+00	3937	368	2022-08-29 07:28:51+00	1	2022-02-16 02:30:53+00
14439	2022-08-21 10:52:41+00	3903	564	2022-08-30 09:36:41+00	1	2022-02-16 02:30:53+00
14580	2022-08-21 15:56:39+00	1440	448	2022-08-28 14:25:39+00	1	2022-02-16 02:30:53+00
14880	2022-08-22 02:44:36+00	3615	224	2022-08-24 04:45:36+00	2	2022-02-16 02:30:53+00
14923	2022-08-22 04:13:33+00	3434	460	2022-08-28 00:39:33+00	2	2022-02-16 02:30:53+00
15091	2022-08-22 10:34:43+00	2092	477	2022-08-23 15:52:43+00	2	2022-02-16 02:30:53+00
15149	2022-08-22 13:08:06+00	3059	537	2022-08-25 07:25:06+00	1	2022-02-16 02:30:53+00
15155	2022-08-22 13:27:46+00	2641	43	2022-08-23 16:46:46+00	2	2022-02-16 02:30:53+00
15189	2022-08-22 14:56:42+00	2559	398	2022-08-29 11:20:42+00	1	2022-02-16 02:30:53+00
15219	2022-08-22 16:00:31+00	3313	544	2022-08-31 19:16:31+00	1	2022-02-16 02:30:53+00
15240	2022-08-22 16:46:41+00	2014	11	2022-08-23 14:08:41+00	2	2022-02-16 02:30:53+00
15300	2022-08-22 18:44:00+00	2319	399	2022-08-25 21:49:00+00	2	2022-02-16 02:30:53+00
15301	2022-08-22 18:44:16+00	619	454	2022-08-26 21:57:16+00	2	2022-02-16 02:30:53+00
15357	2022-08-22 20:28:59+00	727	24	2022-08-25 16:15:59+00	1	2022-02-16 02:30:53+00
15388	2022-08-22 21:49:23+00	3995	50	2022-09-01 02:50:23+00	2	2022-02-16 02:30:53+00
15427	2022-08-22 23:07:53+00	2775	448	2022-09-01 01:55:53+00	2	2022-02-16 02:30:53+00
15480	2022-08-23 00:57:20+00	3298	577	2022-08-26 03:43:20+00	2	2022-02-16 02:30:53+00
15540	2022-08-23 03:12:52+00	1696	197	2022-08-31 03:25:52+00	1	2022-02-16 02:30:53+00
15575	2022-08-23 04:30:19+00	3916	218	2022-08-27 04:19:19+00	2	2022-02-16 02:30:53+00
15600	2022-08-23 05:31:24+00	2260	113	2022-08-28 05:53:24+00	1	2022-02-16 02:30:53+00
15660	2022-08-23 07:51:21+00	3223	388	2022-08-28 05:26:21+00	2	2022-02-16 02:30:53+00
15720	2022-08-23 10:15:20+00	2490	456	2022-08-31 08:49:20+00	1	2022-02-16 02:30:53+00
15727	2022-08-23 10:28:49+00	2184	416	2022-08-24 05:24:49+00	2	2022-02-16 02:30:53+00
15780	2022-02-14 15:16:03+00	2911	120	\N	2	2022-02-16 02:30:53+00
15840	2022-08-23 14:34:49+00	1901	316	2022-08-24 15:54:49+00	1	2022-02-16 02:30:53+00
16031	2022-08-23 20:59:26+00	1843	102	2022-08-29 19:15:26+00	1	2022-02-16 02:30:53+00
16046	2022-08-23 21:26:47+00	4364	74	2022-08-27 17:02:47+00	2	2022-02-16 02:30:53+00
\.

COPY pagila.staff (staff_id, first_name, last_name, address_id, email, store_id, active, username, password, last_update, picture) FROM stdin;
0	Tisha	DuBuque	28	schneider9987@rosenbaumreichert.com	23	t	sina.corkery	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
1	Warner	Hudson	45	hartmann1448@ratkehaley.com	25	t	fay.kub	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
2	Lavone	O'Reilly	6	mclaughlin3045@kleinwisokyandswaniawski.com	33	t	gaston.wuckert	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
3	Louie	Walter	28	ondricka8612@baileykeebler.com	18	t	lewis.damore	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
4	Domenica	Armstrong	8	walsh2658@corkeryinc.com	3	t	jannette.effertz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
5	Adah	Leuschke	20	fritsch2775@rempelsanfordandprice.com	17	t	rona.wolf	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
6	Theo	Harber	25	dickinson5918@hermanreynoldsandsatterfield.com	1	t	patrick.hudson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
7	Lavenia	Toy	18	schiller1207@bradtkewatersandkeebler.com	24	t	natisha.pfannerstill	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
8	Dillon	Pfannerstill	12	feest4324@jenkinshomenick.com	7	t	shantae.grady	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
9	Lavonia	Considine	34	balistreri1812@rennerandsons.com	33	t	karl.little	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
10	Javier	Tromp	37	ondricka8711@terryandsons.com	33	t	valentin.yundt	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
11	Demetrius	Price	33	cronin4447@kihnpouros.com	33	t	warner.herman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
12	Exie	Zieme	36	torphy171@monahanwill.com	29	t	takisha.johnson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
13	Keli	Kunde	16	feeney3290@fritschwillandprice.com	23	t	makeda.abernathy	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
14	Ismael	Beatty	20	ohara5149@cummerataandsons.com	36	t	erlinda.kuhn	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
15	Wendie	Cummerata	9	swaniawski5800@mosciskiinc.com	35	t	carson.schinner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
16	Nell	Schmidt	12	swift7883@greenholtwolffanddietrich.com	35	t	sol.walsh	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
17	Jeffry	Herman	10	dibbert8844@kuvalisheaney.com	31	t	stephania.friesen	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
18	Elvin	Goldner	24	wiegand8454@carterandsons.com	19	t	cedric.beer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
19	Kisha	Wiegand	36	williamson1919@lynchkris.com	17	t	babette.marvin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
20	Lionel	Botsford	22	zieme7481@ondrickacreminandoconnell.com	26	t	herb.buckridge	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
21	Isreal	Ryan	7	sporer5957@hickledibbert.com	25	t	nestor.schmeler	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
22	Jonathan	Bogisich	36	veum9366@stantongroup.com	29	t	danyel.glover	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
23	Orville	Gottlieb	2	emmerich7529@lueilwitzandsons.com	13	t	gala.auer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
24	Loyce	Spencer	31	kovacek4641@hauckwolfandrodriguez.com	23	t	roxann.dooley	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
25	Tashina	Pfannerstill	4	hansen6265@bogandickens.com	31	t	lilla.gutmann	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
26	Corinne	Bayer	45	bosco9017@cruickshankgroup.com	15	t	cinda.kunze	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
27	Mercedes	Gislason	18	jacobson5760@johnstonsporer.com	1	t	lauren.maggio	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
28	Elvin	Hammes	47	damore5311@ortizkilback.com	28	t	lenora.johnston	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
29	Nadia	Schulist	32	crist6700@cruickshankrogahn.com	10	t	alejandra.hettinger	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
30	Lashon	Cole	31	dach367@bechtelarllc.com	7	t	trevor.roberts	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
31	Otha	Collins	22	emmerich2148@purdyhammes.com	23	t	pam.hand	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
32	Charmain	Heidenreich	8	doyle7831@turnerquitzon.com	25	t	john.purdy	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
33	Michale	Schaden	27	schoen316@kunzehermann.com	20	t	cody.denesik	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
34	Ethan	Anderson	19	abshire1922@torphyandsons.com	31	t	florance.upton	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
35	Laurine	Kunze	11	strosin5729@ullrichbechtelarandraynor.com	21	t	ashley.greenfelder	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
36	Flor	Toy	23	fay7591@wisozkhowell.com	1	t	jerry.bradtke	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
37	Nelle	Skiles	10	fritsch6537@friesenrath.com	18	t	winston.brakus	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
38	Melania	Kemmer	32	harris6589@jonesbodeandanderson.com	25	t	eugene.okuneva	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
39	Miguelina	Lang	28	howell9178@handgreenfelderandsimonis.com	34	t	thanh.raynor	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
40	Amos	Wiegand	41	renner2227@gleasonfeeney.com	20	t	bernice.fay	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
41	Jimmie	Keebler	26	cruickshank9198@jastandsons.com	31	t	addie.zulauf	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
42	Lincoln	Wisoky	45	ruecker755@orngroup.com	13	t	ozell.doyle	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
43	Dannie	Effertz	41	reichert3953@collierbeerandbeer.com	35	t	alan.kertzmann	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
44	Tameika	Donnelly	36	marvin870@kingandsons.com	13	t	alvaro.gulgowski	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
45	Rocco	Altenwerth	47	swift5454@hegmannandsons.com	27	t	brad.ullrich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
46	Kristel	Bins	24	bogan7957@greenholtgroup.com	34	t	tristan.bogisich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
47	Jerri	Rice	30	predovic8702@sengerharber.com	16	t	jaclyn.mante	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
48	Fredrick	Murphy	14	doyle1472@oconnellconnellyandluettgen.com	16	t	alfredia.frami	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
49	Andreas	Corkery	32	stark2038@jenkinsgroup.com	21	t	silas.bode	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
50	Jeanene	Rippin	12	kiehn393@greenziemann.com	5	t	riley.klocko	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
51	Everett	Blanda	21	shields3855@wintheiserdonnelly.com	29	t	florencio.dare	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
52	Sara	Crona	39	rohan3707@kuhicgloverandcrooks.com	21	t	janett.rau	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
53	Daniell	Murray	30	carter787@langinc.com	9	t	randolph.koepp	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
54	Antonia	Trantow	35	schinner6947@tillmangroup.com	34	t	lucina.brakus	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
55	Hyman	Reichel	33	johnson1639@thielgroup.com	19	t	jennefer.kiehn	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
56	Lenard	Connelly	25	schneider2000@skilescollins.com	19	t	jerome.gusikowski	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
57	Carlos	Conn	20	dach8265@yostandsons.com	23	t	clemencia.gusikowski	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
58	Anthony	Roberts	2	weissnat6891@batzgroup.com	7	t	ettie.okuneva	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
59	Richie	Johnson	29	goldner105@jakubowskiandsons.com	3	t	magdalena.kutch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
60	Darlena	Kunze	16	wiegand6275@bergeolsonandcremin.com	35	t	thalia.bernhard	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
61	Marty	Farrell	23	wolf5568@okonandsons.com	15	t	josue.wuckert	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
62	Mira	Reynolds	30	witting6483@bashirianbartellandokon.com	4	t	ligia.howe	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
63	Jolyn	Crooks	27	moore2055@cronagroup.com	15	t	antone.wolf	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
64	Frances	Leuschke	17	spinka4034@grahamkingandmcglynn.com	35	t	alissa.roob	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
65	Kevin	Grant	22	white5316@colliergroup.com	32	t	thuy.balistreri	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
66	Cedrick	Hickle	36	barton5690@weimannritchie.com	9	t	dori.ankunding	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
67	Theressa	Haley	30	oberbrunner9295@simonismaggioandrippin.com	15	t	alyson.runte	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
68	Isaura	Connelly	34	considine6785@rueckerllc.com	17	t	lorrie.cartwright	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
69	Honey	Conn	46	mills5492@robelandsons.com	32	t	larita.russel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
70	Pura	Rutherford	43	blick294@lefflerandsons.com	31	t	percy.bechtelar	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
71	Jeannie	Cronin	24	gusikowski4205@schmittschultz.com	5	t	ulysses.sanford	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
72	Dee	Zboncak	15	flatley8391@mannllc.com	6	t	barney.paucek	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
73	Eulalia	Mueller	14	shanahan9922@goyettekoss.com	31	t	neil.carroll	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
74	Muoi	Farrell	34	carroll3475@ornvandervortandthompson.com	11	t	bella.funk	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
75	Corina	Lesch	26	hermann5352@mcculloughinc.com	35	t	carroll.koss	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
76	Drew	Murazik	48	flatley7560@mayerinc.com	11	t	joanna.satterfield	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
77	Bridget	Rice	30	hayes1508@braunschiller.com	30	t	mimi.moore	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
78	Tifany	Blanda	47	walter3670@turcottegroup.com	3	t	cristobal.larson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
79	Darron	Shanahan	18	mcglynn1367@thielfadelandcarter.com	33	t	abdul.morissette	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
80	Jasmin	Klein	35	steuber2633@kuhlmanandsons.com	29	t	abe.gibson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
81	Dexter	Monahan	39	emmerich2693@blockhuelsandfritsch.com	27	t	boyd.johnston	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
82	Jack	Monahan	13	roob3211@hicklellc.com	21	t	matilde.dare	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
83	Edmond	Metz	24	klein6298@hoegerschmelerandjaskolski.com	8	t	kip.little	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
84	Chong	Schultz	8	donnelly6126@turnerbergstrom.com	14	t	otha.walter	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
85	Rosa	Trantow	28	kunde4733@dooleygoyette.com	33	t	bennie.tremblay	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
86	Nery	Schuster	10	tromp5518@muellerandsons.com	27	t	emile.kling	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
87	Otelia	Weber	29	thiel9258@marksthiel.com	35	t	candace.mcdermott	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
88	Lucius	Bogisich	37	hauck4683@kuvaliskulas.com	22	t	carlos.wilderman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
89	Leonard	Doyle	41	damore106@friesenvolkman.com	24	t	ida.cronin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
90	Maryetta	Konopelski	14	mueller7597@blickmcdermottandpowlowski.com	12	t	jamaal.spencer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
91	Trent	Runte	32	lockman7544@bartolettillc.com	25	t	saran.hane	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
92	Buster	Fisher	34	johnston834@friesenschusterandreichel.com	32	t	kenya.jacobi	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
93	Cornell	Trantow	32	denesik109@mosciskigorczanyandmayer.com	27	t	viva.huel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
94	Vernon	Cole	22	doyle2704@willmsandsons.com	22	t	vesta.schuppe	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
95	Andree	Casper	26	howell1363@wintheisercarterandschiller.com	30	t	johnathan.grady	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
96	Rich	Terry	6	nikolaus950@bodegroup.com	13	t	luke.volkman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
97	Jarrett	Stark	36	schumm2870@monahanllc.com	9	t	aurore.hand	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
98	Mariano	Cremin	26	schmidt472@stokeshettingerandrolfson.com	11	t	felipe.wuckert	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
99	Elvis	Fadel	34	gorczany721@mannhackettandhackett.com	19	t	alline.shields	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
100	Charlesetta	Kassulke	6	stanton8296@sawayngraham.com	27	t	piper.abbott	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
101	Moon	Ondricka	20	stoltenberg8074@grantroob.com	5	t	herman.dickinson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
102	Wes	Oberbrunner	44	frami9996@schoenandsons.com	17	t	benedict.white	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
103	Timmy	Bechtelar	16	kshlerin8673@terryandsons.com	26	t	kellee.lehner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
104	Lynn	Becker	43	koss9779@daviskrisandaltenwerth.com	29	t	jeanice.nolan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
105	Toney	Fadel	4	howell6891@barrowsemard.com	11	t	vernon.beier	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
106	Mitch	Grimes	43	brakus7933@klockosawayn.com	28	t	lamont.hermann	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
107	Wes	Gusikowski	61	williamson9946@blandagroup.com	62	t	trey.nienow	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
108	Rikki	Conroy	57	rippin7347@stiedemanncruickshank.com	52	t	blair.reynolds	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
109	Loyd	Bradtke	73	gleichner2700@ullrichmorar.com	54	t	teodoro.hickle	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
110	Monroe	Lockman	80	bayer4872@steubermannandjohnston.com	43	t	kyung.franecki	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
111	Junior	Mayer	66	mitchell9160@hirthebecker.com	50	t	wilbur.bahringer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
112	Jamaal	Crist	73	hane9124@hegmannabbott.com	48	t	carol.anderson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
113	Georgiann	Schuster	53	price3543@dubuquebatzandgorczany.com	69	t	keisha.heathcote	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
114	Raul	Heaney	68	klocko2751@wildermanwehner.com	36	t	leland.nikolaus	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
115	Jong	O'Hara	73	zemlak3439@bauchwillandbosco.com	46	t	carlie.herzog	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
116	Alexandria	Batz	73	aufderhar2405@jerdekuvalisandaufderhar.com	58	t	kamilah.lang	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
117	Damon	Kertzmann	64	hane9751@pollichkrajcikandokon.com	70	t	normand.satterfield	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
118	Rafaela	Fahey	71	renner7180@gerholdkrajcikandgreen.com	70	t	karri.bauch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
119	Melany	O'Reilly	61	hettinger7971@russelandsons.com	59	t	britt.bergnaum	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
120	Drusilla	Farrell	69	bogisich6321@kilbackgroup.com	68	t	chris.wolf	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
121	Chang	Dietrich	73	dickinson1922@sengerkrajcikandbeahan.com	62	t	kelvin.greenholt	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
122	Gretta	Nolan	67	effertz4940@gradyemard.com	52	t	wade.koepp	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
123	Ebonie	Jakubowski	90	gleason4449@okunevaboreranddooley.com	69	t	meghan.mraz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
124	Dong	Parker	57	bednar7076@krajcikfeest.com	69	t	brendan.swift	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
125	Jeannie	Johnson	83	hintz9965@kerlukeinc.com	57	t	almeta.koch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
126	Lynn	Durgan	58	conn9320@tillmanandsons.com	66	t	greg.cummerata	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
127	Devona	Bergstrom	73	zulauf7955@kuvalisbrekke.com	68	t	cortez.lueilwitz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
128	Antonina	Kuvalis	57	beier7014@kirlingroup.com	57	t	svetlana.harris	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
129	Katherine	Marquardt	54	hegmann8589@littlegroup.com	58	t	nathan.senger	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
130	Neil	Dach	55	ondricka8284@ziemannhayesandharber.com	52	t	lasandra.hudson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
131	Leatha	Mitchell	76	shanahan8680@maggioparkeranddickinson.com	70	t	ollie.mann	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
132	Carolyne	Bode	50	johns3124@okunevakrajcikandgutkowski.com	60	t	yong.funk	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
133	Silas	Schulist	49	gorczany2422@kassulkepourosandconroy.com	53	t	maximo.west	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
134	Kaylene	Kuvalis	73	ondricka9461@wildermangroup.com	44	t	andrew.torphy	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
135	Benito	Davis	65	goyette5625@torprunolfssonandyundt.com	64	t	hayden.hand	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
136	Tommye	Effertz	63	morissette8781@schneiderandsons.com	58	t	judson.rau	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
137	Delmer	Dach	82	padberg9067@vandervortllc.com	46	t	davina.johnson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
138	Efren	Okuneva	78	davis7793@bartolettiinc.com	45	t	preston.mckenzie	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
139	Tania	Barrows	71	rempel978@hesselkautzer.com	72	t	ahmed.watsica	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
140	Renaldo	Stanton	88	ratke8542@gleasonllc.com	52	t	chadwick.koch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
141	Frances	Ondricka	84	walter1623@okeefewelch.com	64	t	savanna.nader	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
142	Edgardo	Jacobs	56	hayes8488@mertzllc.com	60	t	bettye.schamberger	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
143	Skye	Lindgren	84	rice6186@dickikertzmann.com	62	t	fletcher.dietrich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
144	Dong	Daugherty	80	pollich7816@nitzscheinc.com	70	t	bobbie.wolf	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
145	Maynard	Champlin	51	dach1897@mckenziewintheiserandbradtke.com	64	t	maxie.klein	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
146	Noel	Gutkowski	69	leuschke5503@spencerinc.com	50	t	evon.nicolas	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
147	Hillary	Raynor	74	thompson1266@lehnerpacochaandkoss.com	60	t	lucius.barrows	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
148	Scott	Schowalter	64	krajcik7280@nicolasfarrellandsimonis.com	36	t	troy.macejkovic	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
149	Kenia	Torp	67	schuster6682@kilbackandsons.com	71	t	bradly.littel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
150	Josh	Abernathy	78	botsford8929@auerinc.com	72	t	geraldo.bauch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
151	Bridgette	Brown	51	barton4673@greenandsons.com	47	t	tonie.prosacco	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
152	Particia	Schiller	59	murray90@koeppandsons.com	40	t	ema.steuber	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
153	Tracee	Nicolas	61	vonrueden2642@beattyandsons.com	66	t	felix.schaefer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
154	Bobby	Quigley	78	murphy8505@bernhardjohnston.com	70	t	leta.boyer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
155	Analisa	Willms	63	reichel3047@swiftkohler.com	59	t	retha.kris	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
156	Hank	Smith	70	swift7134@oreillybergnaumandsmith.com	70	t	porfirio.reinger	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
157	Hattie	Renner	63	runolfsson5544@beckerlehner.com	65	t	andrea.okeefe	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
158	Ron	Kuphal	71	rippin5195@durgankulas.com	63	t	shenita.weissnat	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
159	Sylvester	Pagac	57	lowe5746@kuhicbrakusanddonnelly.com	66	t	keva.koepp	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
160	Rosann	O'Hara	71	ohara8740@sanfordboyle.com	68	t	drew.ryan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
161	Norris	Wilderman	55	schultz9662@colegoldner.com	42	t	gary.jaskolski	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
162	Devon	McKenzie	72	harvey2730@stehrllc.com	54	t	keiko.reichert	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
163	Bruce	Huels	55	waelchi2508@johnsonglover.com	61	t	miranda.beahan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
164	Yun	Gaylord	85	johnson5784@prosaccowitting.com	44	t	tony.oreilly	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
165	Marcos	Nolan	59	emard8429@kubwolffandhegmann.com	41	t	armand.rempel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
166	Philip	Denesik	86	schmitt9418@gerlacharmstrongandwyman.com	58	t	billie.lang	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
167	Rosario	Bosco	59	friesen2124@mannschuster.com	51	t	lane.mclaughlin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
168	Rubin	Smitham	72	ohara6436@hoegerbrakusandreichel.com	62	t	margherita.konopelski	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
169	Danilo	Batz	52	lehner1085@mantehirthe.com	55	t	santos.schneider	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
170	Miquel	Morar	58	klocko675@cruickshankstreichandledner.com	50	t	harlan.smith	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
171	Donnie	Stokes	51	veum8894@rowegottlieb.com	67	t	carman.kuvalis	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
172	Trang	Hettinger	80	parisian9408@macejkovicwymanandkreiger.com	40	t	russ.donnelly	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
173	Kristofer	Koss	82	dare480@schimmelchristiansenandpredovic.com	71	t	mercedez.prohaska	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
174	Erich	Runolfsson	73	stark9797@dubuqueandersonandaltenwerth.com	70	t	bettyann.doyle	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
175	Wilson	Medhurst	65	hyatt9797@yostandsons.com	64	t	rutha.metz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
176	Dallas	Borer	71	strosin4919@weberllc.com	49	t	colin.kutch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
177	Angelo	Hyatt	88	hettinger8207@hahndouglasandkilback.com	55	t	susan.stroman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
178	Beatrice	Ortiz	69	mann6247@langkling.com	68	t	ralph.dach	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
179	Danna	Konopelski	49	olson2744@gorczanyjacobsonandkilback.com	60	t	stepanie.hill	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
180	Charmain	Considine	66	lesch5096@bernhardllc.com	38	t	moises.runolfsson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
181	Lynn	Farrell	91	hermiston6990@haleygislasonandboyer.com	38	t	kai.champlin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
182	Houston	Fisher	87	terry5648@oconnercoleandspencer.com	56	t	wilhelmina.adams	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
183	Wilfred	Kris	70	denesik1425@harveybotsford.com	56	t	virgil.hessel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
184	Rubye	Ratke	67	gutmann2369@borerwillmsandmarvin.com	54	t	ambrose.schmeler	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
185	Ariel	Terry	84	homenick1822@baumbachllc.com	66	t	claude.beier	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
186	Imelda	Fay	71	pouros5936@abernathyinc.com	56	t	sarah.koepp	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
187	Laurena	King	53	breitenberg5798@raynorblick.com	48	t	vannessa.russel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
188	Dorsey	Beahan	74	feil2820@terrylanganddubuque.com	54	t	rickey.purdy	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
189	Vi	Bode	65	moore3438@nicolasoconner.com	62	t	herb.schaefer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
190	Riley	Wuckert	62	dickens6363@willmsinc.com	48	t	ehtel.barton	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
191	Essie	Kling	89	senger3820@streichinc.com	40	t	gene.gottlieb	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
192	Stanley	Stark	53	kilback9526@cummeratawildermananddonnelly.com	60	t	ayanna.morar	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
193	Felix	Schaden	86	cruickshank6298@kshlerinllc.com	38	t	fritz.gorczany	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
194	Lesia	Bode	67	prohaska2613@larkinromaguera.com	68	t	susy.baumbach	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
195	Rory	Spencer	63	stracke8760@parisianinc.com	67	t	royal.gerlach	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
196	Giovanni	Doyle	67	terry5660@lehnerhowe.com	46	t	rachael.franecki	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
197	Yi	Pfeffer	62	gislason6664@prohaskainc.com	66	t	ricardo.swift	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
198	Donnell	Veum	81	luettgen5815@naderernserandlittel.com	44	t	dusty.turner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
199	Lon	Lesch	90	parker5816@mclaughlinvandervort.com	61	t	elenora.jacobson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
200	Lynnette	Gorczany	61	hermann4845@gutmanngroup.com	53	t	gus.huels	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
201	Flavia	Dach	90	satterfield6371@gerlachmclaughlin.com	51	t	classie.hoeger	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
202	Kraig	Bernier	76	crist5171@bodegutkowski.com	64	t	tiesha.runolfsson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
203	Jules	Hermiston	60	stokes2918@kuhnllc.com	56	t	lore.schneider	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
204	Genaro	Denesik	49	torphy8322@luettgengroup.com	50	t	christoper.price	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
205	Marlon	Dicki	69	schneider426@bogangislason.com	65	t	shane.boyer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
206	Lester	Stehr	69	deckow537@braungroup.com	42	t	leon.quigley	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
207	Illa	Emmerich	82	jast7365@torpschowalterandbauch.com	71	t	justa.stehr	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
208	Ward	Corkery	86	prosacco5411@nolanandsons.com	68	t	barton.turner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
209	Launa	Kerluke	88	hessel4080@carterfarrell.com	72	t	hattie.grant	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
210	Sherlyn	Weimann	65	stamm3781@grimesjacobson.com	67	t	magda.parisian	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
211	Claud	Bruen	59	waelchi2213@mcclureinc.com	48	t	hershel.weissnat	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
212	Brendon	Thiel	68	huels652@beckergislason.com	42	t	josie.fay	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
213	Michelina	Davis	60	metz1952@prosaccoveum.com	63	t	candance.schneider	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
214	Frankie	Jacobson	130	bahringer4215@stiedemannbarrows.com	103	t	jess.murphy	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
215	Rupert	Runolfsson	103	kuphal4703@wintheiserandsons.com	79	t	jody.robel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
216	Tracee	Rohan	108	corkery7041@kertzmannjacobsandboyer.com	87	t	vinita.cartwright	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
217	Jonas	Stokes	100	kunde4935@kuvaliscarrollandprice.com	105	t	ginette.schuppe	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
218	Keith	Bartell	133	bayer1344@daughertyandsons.com	103	t	james.cassin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
219	Jerold	Hirthe	129	wilkinson2013@deckowinc.com	99	t	reed.koepp	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
220	Jason	Parisian	108	parisian7222@feilvandervort.com	101	t	maggie.schowalter	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
221	Jacob	Kemmer	106	fisher6775@watersllc.com	98	t	madalene.jacobi	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
222	Jannet	Stanton	117	kuphal2869@kilbackhahn.com	98	t	brian.ledner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
223	Columbus	Koss	111	turner3002@rueckerandsons.com	89	t	jacqulyn.dickinson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
224	Lashon	Koepp	125	hahn8543@whitegoyetteandbaumbach.com	95	t	arlie.schuppe	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
225	Raymundo	Fisher	120	runolfsson834@donnellyweissnatandmertz.com	77	t	priscila.borer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
226	Idell	Wehner	108	muller5226@willdamoreandcasper.com	83	t	marc.crist	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
227	Shanae	Bogan	94	heller3439@gislasonullrich.com	103	t	otha.cronin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
228	Tommie	Considine	109	kassulke727@doylelebsackandharris.com	93	t	glayds.ernser	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
229	Li	Morar	134	mayer5290@greenboehmandrunolfsson.com	104	t	zachariah.spinka	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
230	Pasquale	Wolf	125	lockman7526@langworthmertzandhowell.com	82	t	quincy.lind	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
231	Earnest	Kreiger	96	hodkiewicz5018@kiehngroup.com	72	t	hershel.johnson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
232	Shaun	O'Hara	113	conn1411@russelandsons.com	102	t	tyrell.reichert	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
233	Sydney	Kub	108	jacobson104@mosciskiyost.com	96	t	renaldo.beahan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
234	Catherine	Ritchie	115	cummerata125@gottliebwildermanandgutmann.com	85	t	aaron.cassin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
235	Quentin	Kovacek	131	oreilly1279@lueilwitzkassulkeandkreiger.com	76	t	austin.cassin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
236	Edythe	Bartell	102	raynor2163@gleasonhermann.com	85	t	shane.gusikowski	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
237	Kimberly	Hauck	117	mante9280@langoshllc.com	91	t	yuki.ullrich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
238	Shantelle	Johns	93	tillman3188@mosciskillc.com	91	t	amanda.murray	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
239	Bulah	Blick	121	brown3315@kutchllc.com	101	t	avery.rice	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
240	Roselyn	Stamm	94	yundt6436@fadelkossandgleason.com	107	t	jude.fritsch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
241	Errol	Kirlin	94	bergstrom5948@wizasimonis.com	99	t	kirk.boehm	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
242	Valery	Ondricka	105	schimmel7621@williamsontromp.com	90	t	wm.schumm	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
243	Mack	Hoppe	129	hilpert2167@millerhaley.com	91	t	ronald.schaden	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
244	Phylicia	Bogisich	101	gleason6519@framiterryandschinner.com	103	t	michael.ortiz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
245	Domitila	Heidenreich	132	bruen8121@powlowskioberbrunnerandmarvin.com	91	t	estefana.graham	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
246	Marion	Hyatt	133	berge1842@bogisichwizaandmaggio.com	75	t	dirk.dach	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
247	Lashawna	Rogahn	107	franecki4976@lemkegroup.com	93	t	clint.homenick	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
248	Kylie	Homenick	121	mueller3978@keelingsipes.com	78	t	patrick.osinski	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
249	Randy	Nikolaus	127	homenick7259@schuppebraunandstiedemann.com	95	t	janet.hirthe	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
250	Fidela	Durgan	133	green3463@konopelskihodkiewicz.com	73	t	shan.zulauf	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
251	Antonina	Farrell	92	stiedemann4699@leannonspencerandondricka.com	88	t	carla.waelchi	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
252	Barabara	Bogisich	92	schamberger7454@ratkemacejkovicandvonrueden.com	99	t	versie.sporer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
253	Gerda	Spinka	126	osinski4595@rutherfordandsons.com	105	t	tianna.gottlieb	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
254	Exie	VonRueden	104	heaney5770@oconnerinc.com	104	t	morton.rath	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
255	Kelle	Heaney	118	feest3305@binswintheiserandfadel.com	92	t	lynette.wyman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
256	Brandon	Sauer	103	fisher1315@walterfriesen.com	94	t	renaldo.sauer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
257	Jeffry	Zulauf	102	rowe4379@daughertyparisianandheller.com	99	t	edgar.tillman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
258	Alberto	Berge	127	haag434@ernserkemmerandmorissette.com	97	t	jude.conroy	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
259	Gregg	Konopelski	95	graham2464@kihnllc.com	79	t	jamar.altenwerth	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
260	Salvatore	Larson	104	breitenberg3487@ferryllc.com	100	t	darell.rolfson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
261	Willy	Ortiz	106	johnson1076@quitzonlehnerandlubowitz.com	81	t	cherise.bailey	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
262	Lettie	Leannon	123	gottlieb8977@mayertandsons.com	99	t	thomasine.anderson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
263	Joesph	Rodriguez	117	raynor9974@adamsshieldsandwuckert.com	83	t	cary.kessler	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
264	Brigitte	Feest	98	zieme6621@okonwilliamsonandreichert.com	97	t	ayana.rogahn	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
265	Jackeline	Predovic	102	watsica9348@harrislegros.com	100	t	daren.langworth	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
266	Wilford	Dooley	122	kovacek1576@smithaminc.com	72	t	ozella.ebert	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
267	Stacy	Beahan	99	wehner1391@ernserhoppeandvandervort.com	84	t	latoria.hintz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
268	Anneliese	Langosh	131	tillman1126@padbergerdman.com	85	t	jerrold.padberg	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
269	Joanie	Gerhold	124	smitham4269@krisbeierandklocko.com	79	t	damien.mayer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
270	Byron	Daniel	106	jacobson7302@cartwrightfeest.com	89	t	stacy.schumm	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
271	Jamar	Swift	131	armstrong2100@zulauffaheyandschiller.com	73	t	dexter.mcdermott	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
272	Willy	Heathcote	92	brakus5626@schmittswiftandrolfson.com	107	t	felicitas.braun	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
273	Chery	Howell	96	hilpert8381@schinnerzulauf.com	97	t	lindsay.walter	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
274	Minta	Kihn	96	crooks3779@treutellind.com	102	t	rosaura.terry	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
275	Bradford	Keeling	104	torp2422@jaskolskigroup.com	72	t	micah.larkin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
276	Willow	Fisher	127	hartmann4043@runolfsdottircummerataandfisher.com	106	t	ivory.witting	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
277	Beau	Schaefer	121	roberts7418@mertzllc.com	101	t	lenard.ziemann	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
278	Freida	Mayert	115	ruecker8950@ziemellc.com	87	t	alexis.roberts	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
279	Jose	Barton	116	rath426@thompsonbeattyandkris.com	94	t	silva.pollich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
280	Roselyn	Beatty	97	goldner7280@haleyllc.com	106	t	samuel.hayes	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
281	Elenor	Yundt	102	ryan4018@rempelinc.com	92	t	darrick.corkery	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
282	Sherry	Ledner	108	rodriguez8724@watsicainc.com	93	t	valrie.frami	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
283	Moira	Kulas	102	predovic3674@schmelerwisozkandabernathy.com	96	t	duane.hettinger	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
284	Faith	Jakubowski	132	schamberger5902@hansenwymanandjohns.com	85	t	erin.stokes	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
285	Levi	Greenholt	96	macejkovic3321@blickfeeney.com	72	t	tod.abshire	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
286	Kenton	Pagac	101	adams4286@veumstark.com	103	t	garth.stoltenberg	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
287	Joesph	Shields	119	murray4541@friesenfranecki.com	101	t	raymon.macejkovic	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
288	Danial	Quitzon	97	weimann8351@gloverhessel.com	95	t	ivan.swaniawski	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
289	Franchesca	Schimmel	113	koepp9233@wisokywalshandemard.com	77	t	erwin.koss	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
290	Cammie	Johns	98	steuber6065@cummingsgreen.com	89	t	evelyn.labadie	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
291	Antonio	Hamill	129	bins2642@corwinllc.com	95	t	francisco.johnston	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
292	Lesley	Cormier	115	becker9857@leschandsons.com	83	t	arden.leuschke	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
293	Malcom	Glover	98	buckridge2790@powlowskifahey.com	105	t	dan.zboncak	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
294	Nancee	Ritchie	104	smitham994@romaguerahalvorsonandrussel.com	75	t	elden.runolfsdottir	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
295	Ray	Lockman	98	leannon5790@weissnatgroup.com	95	t	edmundo.hodkiewicz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
296	Julieann	Haley	108	romaguera7744@legroscrooksanddickinson.com	105	t	junior.fritsch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
297	Lorenzo	Klocko	95	oconnell372@veumledner.com	80	t	darron.mcclure	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
298	India	Emard	128	legros9141@hintzllc.com	88	t	curt.watsica	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
299	Mitsuko	Hermann	94	rice6166@stiedemannlockman.com	105	t	hannelore.heidenreich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
300	Lemuel	Wilkinson	109	gutmann3666@rempelcummerataandritchie.com	97	t	nickolas.mills	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
301	Casey	Kertzmann	125	wunsch9367@littleandsons.com	83	t	virgilio.turner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
302	Conchita	Bergstrom	105	waters2845@pollichhudsonandterry.com	89	t	cathey.beier	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
303	Clair	Parisian	131	koch835@feeneykessler.com	97	t	randell.heidenreich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
304	Milton	Berge	100	haag6986@adamswintheiserandmonahan.com	90	t	nida.hermiston	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
305	Kourtney	Lockman	100	williamson3157@raynorllc.com	93	t	quincy.hayes	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
306	Felisa	Yundt	92	bartoletti8628@fisherbatz.com	103	t	maritza.bruen	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
307	Beatrice	Senger	129	beer6911@toyhaag.com	81	t	elli.bernier	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
308	Peggy	Halvorson	99	morar3343@powlowskillc.com	73	t	preston.williamson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
309	Millicent	Kuhn	123	will6797@rohanvolkmanandrunte.com	86	t	hyon.ferry	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
310	Fermin	Rutherford	113	weimann4779@gorczanyinc.com	81	t	ninfa.erdman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
311	Brice	Auer	107	mayert5670@mosciskihowe.com	75	t	hildegard.baumbach	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
312	Cassi	Weissnat	119	mclaughlin7137@wunschdaugherty.com	106	t	leonida.armstrong	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
313	Imelda	Rempel	106	dickens7637@kochmarks.com	105	t	lindsey.spencer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
314	Marlena	Kertzmann	133	runte7392@hoegerdavis.com	104	t	cornell.runolfsson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
315	Junior	Botsford	123	reilly7472@kubyost.com	87	t	catrina.lesch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
316	Esta	Barrows	119	mueller4643@bergnaumgroup.com	72	t	esteban.okuneva	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
317	Augustine	VonRueden	111	rath2551@crooksmacejkovicandberge.com	72	t	jetta.bins	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
318	Giuseppe	Kozey	106	hand6810@lefflermohranddeckow.com	87	t	jamey.mayert	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
319	Samira	Mitchell	104	lebsack7917@langlabadie.com	101	t	malcom.botsford	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
320	Colin	Dickens	100	hill224@thompsonandsons.com	77	t	judie.nolan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
321	Autumn	Treutel	171	robel1899@beckerpredovic.com	126	t	michell.bosco	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
322	Rivka	Rowe	141	howell9624@daughertylangoshandweimann.com	133	t	margert.pouros	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
323	Jean	Borer	154	miller4862@johnsconnelly.com	126	t	morgan.volkman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
324	Selma	Herzog	145	becker8744@oconnerruecker.com	116	t	tu.lubowitz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
325	Raymond	Moen	170	lang3824@koelpingroup.com	107	t	tyree.heathcote	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
326	Von	Oberbrunner	170	dietrich9230@langworthkulasanddubuque.com	118	t	lynnette.crooks	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
327	Levi	Leuschke	158	hamill7144@darebins.com	110	t	dexter.steuber	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
328	Nikole	Kuhic	156	runolfsson2817@keeblergroup.com	115	t	tajuana.prohaska	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
329	Hui	Smith	157	kilback6048@quigleyhammesandkshlerin.com	108	t	shandra.rolfson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
330	Gino	Hansen	164	ohara669@nolansenger.com	113	t	isaiah.little	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
331	Garrett	Lueilwitz	139	wilderman8816@volkmandareandkshlerin.com	132	t	trinidad.ondricka	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
332	Neville	Mann	143	fahey6402@fadelshanahan.com	117	t	milo.mann	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
333	Rafael	Willms	156	murphy4646@feilledner.com	112	t	deonna.wunsch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
334	Toi	Tremblay	154	cole6974@weimannwuckertandlarson.com	119	t	terrance.mante	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
335	Kyong	Heller	141	kassulke1135@labadierussel.com	124	t	kathryne.terry	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
336	Julietta	Jacobi	164	mohr1260@keeblerfeil.com	142	t	lola.cartwright	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
337	Yuriko	Wilderman	137	okuneva418@heathcoteharberandbauch.com	128	t	joellen.bergnaum	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
338	Shelton	Abernathy	134	leuschke4078@stoltenberghuels.com	140	t	anabel.kutch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
339	Galen	Schinner	166	boyer5909@markskonopelski.com	135	t	hung.green	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
340	Francene	Graham	172	dibbert5740@huelsinc.com	107	t	jenifer.marks	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
341	Marcelene	West	145	mckenzie68@reingerbeckerandfranecki.com	120	t	nigel.mitchell	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
342	Lanny	Streich	168	orn9060@hayesgroup.com	136	t	lashell.huels	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
343	Erich	Dicki	154	ernser8508@leschllc.com	122	t	sterling.king	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
344	Nadene	Wilkinson	152	beahan5442@smithamthiel.com	141	t	tim.balistreri	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
345	Cedrick	Sporer	139	hudson6537@okunevainc.com	107	t	madelene.schmeler	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
346	Johnny	Hoppe	174	bernier9146@hellerandsons.com	108	t	daryl.boyer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
347	Issac	Johnson	138	hand4448@gibsonkilback.com	130	t	tarra.kihn	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
348	Enid	Feest	168	huel6615@langworthinc.com	120	t	toi.lynch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
349	Emmitt	Becker	159	klocko5113@hayesmosciski.com	114	t	ivey.shields	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
350	Ron	Lind	173	mohr9714@purdymurazik.com	134	t	rashad.von	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
351	Kellee	Kautzer	160	mclaughlin7005@farrellsauerandkutch.com	112	t	colby.durgan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
352	Ellen	Blanda	142	tremblay7616@gradygroup.com	138	t	sadye.mills	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
353	Esteban	Shields	145	wiegand2744@abshireschoenandmetz.com	124	t	andy.reilly	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
354	Terrell	Powlowski	146	labadie1609@keeblerbartonandbins.com	128	t	damian.mccullough	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
355	Refugia	Fay	170	doyle6419@schillermuellerandkoch.com	138	t	shari.barrows	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
356	Audrea	Bogisich	166	berge6933@pricecremin.com	114	t	anika.mcdermott	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
357	Diane	Legros	156	howe1793@powlowskischinner.com	116	t	ward.conroy	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
358	Corey	Konopelski	144	schoen277@muellerjacobs.com	125	t	vince.schroeder	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
359	Felisha	Kunde	169	jacobs4328@pfannerstillrussel.com	118	t	roger.parisian	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
360	Betty	Yost	162	hahn104@kuphalllc.com	130	t	hollis.jacobi	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
361	Aisha	Harber	163	barrows1873@towneschoenandhane.com	122	t	herman.mcglynn	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
362	Rhett	Ankunding	160	maggio2119@cassingroup.com	110	t	jamel.lehner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
363	Beulah	Stamm	136	jacobson814@blandapaucek.com	123	t	annamae.pfannerstill	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
364	Jamie	Baumbach	174	hodkiewicz6799@gleasonmarvinandnolan.com	136	t	francine.wilkinson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
365	Dorcas	Hane	164	mertz6723@hammesbechtelarandlockman.com	132	t	nakita.hettinger	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
366	Dion	Spencer	135	little7898@hayesgroup.com	131	t	dollie.blick	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
367	Malcolm	Powlowski	167	donnelly3092@maggiokuhlman.com	142	t	jeanelle.stehr	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
368	Maurice	O'Keefe	162	marks7458@smithamhickleanddubuque.com	123	t	valentine.mckenzie	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
369	Salvatore	Haley	165	thompson1673@heaneyruecker.com	128	t	ellamae.upton	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
370	Armand	Orn	155	paucek9311@windlerllc.com	126	t	clyde.swift	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
371	Crista	Bayer	140	leffler600@strackegroup.com	142	t	jean.gaylord	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
372	Lucila	Wisozk	143	hand1963@gutkowskimarquardt.com	130	t	ione.vonrueden	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
373	Alton	Corkery	168	hagenes8042@cruickshanklittleandwitting.com	125	t	karol.kling	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
374	Gladys	Anderson	172	johnson7494@cassinreynoldsandhilpert.com	122	t	celia.donnelly	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
375	Ulysses	Runolfsdottir	136	upton8749@nikolausgroup.com	135	t	refugia.haley	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
376	Tyrone	Schamberger	139	paucek4108@johnstonschaden.com	114	t	grady.hermiston	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
377	Clark	Hettinger	174	glover6195@kassulkepfannerstillandkreiger.com	134	t	brandon.carter	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
378	Delena	Maggio	145	bailey4296@homenickfeestandlittel.com	141	t	abigail.aufderhar	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
379	Minerva	Beer	142	sawayn2933@kshlerinmayer.com	136	t	creola.streich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
380	Hank	Beier	172	windler4506@marksandsons.com	136	t	shanel.jacobi	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
381	Paris	Harvey	161	ward3730@reynoldsziemeandjohnson.com	130	t	alonso.wuckert	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
382	Eveline	Langworth	148	ankunding713@gottliebyundt.com	140	t	maisha.farrell	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
383	Clay	Wisoky	152	maggio5364@gulgowskiandsons.com	112	t	cruz.bruen	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
384	Jason	Corwin	145	swift443@bernierllc.com	138	t	megan.walsh	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
385	Huey	Larkin	143	king8449@durganinc.com	116	t	dion.bogisich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
386	Enriqueta	Schmeler	168	beatty4513@hirtheritchie.com	132	t	brain.moore	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
387	Kina	Mertz	158	hamill3400@boyerinc.com	134	t	toshia.wiegand	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
388	Ollie	Heathcote	143	lockman3424@bartellgroup.com	120	t	breanna.anderson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
389	Margie	Runolfsdottir	173	nienow6324@wisokycasperandheathcote.com	139	t	abdul.kessler	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
390	Lou	Schmidt	137	heaney9866@hackettgroup.com	127	t	rosita.greenholt	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
391	Danuta	Leannon	162	mcclure7354@wardinc.com	140	t	wilber.nicolas	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
392	Piedad	Williamson	170	dach9886@markskozey.com	110	t	gus.nitzsche	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
393	Clarissa	Ledner	135	kuhn7022@emmerichklockoandjast.com	142	t	wendell.moen	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
394	Albert	Wolf	143	towne5305@nicolaslemkeandwilkinson.com	108	t	marleen.toy	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
395	Iraida	Fay	141	effertz9839@langworthkuhn.com	142	t	vashti.rau	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
396	Carlena	Runolfsson	140	berge896@gaylordschmitt.com	137	t	shaun.braun	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
397	Hallie	O'Kon	135	gutkowski2710@jakubowskilarson.com	126	t	dorathy.skiles	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
398	Asha	Mohr	171	stokes7673@walkerschaefer.com	132	t	grover.rowe	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
399	Kenneth	McDermott	143	walter2516@wolffgleason.com	129	t	jaimee.dickens	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
400	Wei	Conroy	174	upton6322@koelpininc.com	124	t	kayla.green	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
401	Virgil	Grant	150	gleason1661@morissettewestandtillman.com	127	t	mayme.schinner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
402	Emely	Osinski	144	stanton3363@uptonrussel.com	137	t	terrell.walter	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
403	Usha	Bechtelar	135	beahan4340@boscoolsonandstiedemann.com	138	t	tristan.goldner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
404	Joan	Zemlak	166	langworth8740@torpwolffandboyle.com	120	t	maryland.lakin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
405	Lawana	Cremin	167	crona7920@weissnathoeger.com	140	t	isabella.konopelski	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
406	Roselee	Kutch	160	weber1174@vandervortaufderhar.com	134	t	robert.trantow	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
407	Carman	Fahey	148	gorczany9616@bednarlindgrenandschamberger.com	122	t	leslee.dare	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
408	Joel	Murray	166	west8209@ondrickainc.com	121	t	irina.murazik	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
409	Ardell	Ferry	172	johns1665@abshireleannonandbergnaum.com	128	t	tyler.mayer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
410	Karyn	Dooley	137	beer3145@hillpredovicandblanda.com	118	t	marcel.sporer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
411	Lon	Graham	139	reinger9802@dibbertllc.com	124	t	roxanne.nolan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
412	Jude	Block	174	rath1484@denesikhoeger.com	107	t	diann.marks	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
413	Leigha	Fay	141	friesen3709@hoegerkrajcik.com	140	t	aaron.schmitt	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
414	Chu	Murray	158	harvey8026@wuckertinc.com	107	t	rhett.gleichner	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
415	Eddie	Kuvalis	145	bartell5512@terryframi.com	142	t	hugo.gutmann	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
416	Tawna	Price	153	farrell9486@westandsons.com	134	t	sabra.mante	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
417	Marty	Ryan	150	schaden8384@kshlerincroninandwest.com	139	t	kirstin.baumbach	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
418	Toni	Goyette	150	murphy8282@heaneyfriesen.com	132	t	shanell.mayer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
419	Jamaal	Klein	169	rosenbaum3137@funkhesselandlindgren.com	141	t	alise.steuber	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
420	Nikole	Bogan	138	runolfsdottir6088@boylehowell.com	142	t	donnell.mueller	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
421	Ronny	Romaguera	146	christiansen2448@hilpertrolfsonandhartmann.com	129	t	pura.kovacek	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
422	Carlos	Bergstrom	139	bailey2059@goldnerandsons.com	133	t	chase.mcclure	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
423	Devin	Walsh	141	grimes947@hamillreichel.com	139	t	carol.kemmer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
424	Lonna	Morar	145	oconnell4293@oconnerparker.com	138	t	helene.mueller	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
425	Erna	Frami	152	will4502@dooleykuhn.com	131	t	edgar.hayes	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
426	Deeanna	Crona	145	mann5003@predovicrennerandschamberger.com	136	t	henry.zulauf	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
427	Magali	Gerlach	137	brekke6349@goodwingottlieb.com	140	t	alline.hill	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
428	Adolfo	Pouros	180	donnelly4815@nienowmonahanandconnelly.com	167	t	victor.cummerata	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
429	Chasidy	Crooks	195	nienow3156@torpnicolas.com	147	t	king.jast	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
430	Liliana	Kessler	189	harris7706@shieldsandsons.com	155	t	keneth.bartoletti	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
431	Arnoldo	Kuphal	187	koelpin5225@cormiermaggio.com	159	t	zonia.tillman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
432	Patricia	O'Hara	202	bode6237@kertzmanngroup.com	170	t	jarod.hansen	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
433	Sidney	Ruecker	208	upton9971@toyschimmel.com	175	t	karol.pacocha	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
434	James	Gerhold	213	haag4711@bradtkewolffandromaguera.com	145	t	allyn.cronin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
435	Tequila	Corwin	205	cummerata3752@wizagroup.com	147	t	morgan.beahan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
436	Gustavo	Casper	203	gottlieb1929@swiftllc.com	177	t	devon.satterfield	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
437	Glen	Hagenes	207	robel9733@simonisllc.com	157	t	lesley.hartmann	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
438	Glady	Turcotte	209	littel4106@konopelskigroup.com	156	t	bryce.sanford	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
439	Tracy	Shanahan	215	mills7138@franeckillc.com	173	t	woodrow.sawayn	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
440	Domenic	Windler	180	hayes7814@stiedemannbednarandreichert.com	153	t	louie.hessel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
441	Ria	Olson	183	mccullough4435@ratkewiegandandlehner.com	177	t	christian.jast	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
442	Scott	Ward	203	schoen1972@wisozkshieldsandmurray.com	173	t	nicholas.thiel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
443	Juliet	Dicki	206	reynolds9151@barrowscartwright.com	165	t	oda.willms	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
444	Tresa	Fritsch	213	trantow2846@prohaskawalkerandmacgyver.com	145	t	jillian.spinka	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
445	Kimberli	Christiansen	208	hammes8142@abbotthellerandschaden.com	157	t	karissa.stanton	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
446	Terence	Nikolaus	187	bednar6@shanahangroup.com	143	t	trey.bogisich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
447	Ramon	Barrows	179	koepp3879@hagenesgroup.com	175	t	darcey.nikolaus	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
448	Franklin	Turner	180	wiegand2141@langllc.com	151	t	deon.west	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
449	Joey	Koch	196	langosh115@koelpinkulasandbeahan.com	161	t	adan.doyle	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
450	William	Gleason	210	braun4034@mullerweber.com	155	t	graig.heathcote	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
451	Morgan	Willms	215	jakubowski6706@borerinc.com	171	t	elvis.kautzer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
452	Wilda	Hudson	207	wiegand7688@harrisking.com	150	t	chris.ward	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
453	Asa	Connelly	176	streich5508@blicklakinandruecker.com	155	t	cicely.denesik	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
454	Ismael	Murray	213	beatty2854@hackettbrakus.com	176	t	twana.sporer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
455	Amalia	Bauch	211	fisher8300@blockinc.com	164	t	michael.white	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
456	Elina	Collins	197	padberg1588@hackettbartolettiandrice.com	159	t	thomas.green	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
457	Leesa	Borer	176	carroll4328@morargroup.com	165	t	tyesha.dooley	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
458	Elly	Haley	205	langworth8844@hayeswittingandledner.com	153	t	rosena.zieme	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
459	Martha	Russel	191	wyman6045@kilbackinc.com	167	t	freeman.bernier	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
460	Mason	Kiehn	176	jacobs2757@hegmannjastanddenesik.com	168	t	jackie.leuschke	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
461	Don	Dibbert	189	kutch9592@hermanandsons.com	158	t	ruben.schamberger	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
462	Breann	Parker	211	hansen9593@colehane.com	177	t	garry.russel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
463	Herbert	Bergstrom	181	koss4428@bernierbernhardandlynch.com	144	t	val.fay	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
464	Malcolm	Torphy	195	tremblay3450@abbottgroup.com	175	t	gerald.olson	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
465	Hunter	Braun	211	kling7512@kihninc.com	148	t	asuncion.bartell	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
466	Stan	Hegmann	211	blanda1196@macgyvermedhurstandoreilly.com	171	t	tomasa.morar	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
467	Fernande	Bauch	212	dickens5230@purdybrownandsporer.com	175	t	joannie.bogisich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
468	Vanesa	Dietrich	214	hansen2413@joneskeeblerandleffler.com	172	t	delana.dach	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
469	Ronald	Sipes	192	braun2540@muellergroup.com	165	t	alejandro.quigley	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
470	Jose	O'Keefe	194	greenholt2658@adamsheidenreichandbrekke.com	167	t	charity.schimmel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
471	Carin	Schowalter	211	sauer6986@stantonandsons.com	151	t	jenny.schmidt	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
472	Lasandra	Emard	177	goldner371@wiegandllc.com	177	t	garfield.stehr	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
473	Wayne	Hamill	178	pfeffer8230@jacobilangoshandkling.com	163	t	babette.auer	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
474	Devin	Crooks	177	thompson7747@emmerichbernhardandwuckert.com	161	t	margene.thiel	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
475	Enrique	VonRueden	205	konopelski5595@herzogllc.com	169	t	carroll.effertz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
476	Dewitt	Bernhard	181	keeling3590@osinskihickle.com	165	t	jordan.kutch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
477	Toby	Blanda	209	pagac6636@hicklegerlach.com	159	t	charis.berge	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
478	Zack	Ondricka	206	durgan3767@hoppeheller.com	175	t	despina.smitham	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
479	Troy	Paucek	188	blick7753@jonesoconnell.com	145	t	toby.watsica	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
480	Trevor	Balistreri	190	hammes7728@schadenandsons.com	162	t	raymon.graham	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
481	Giovanni	Hermann	193	block9235@altenwerthrosenbaum.com	173	t	judi.hodkiewicz	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
482	Jose	Leannon	209	schowalter1446@hodkiewiczconroy.com	169	t	mark.friesen	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
483	Lance	Kulas	199	grady430@schinnergroup.com	163	t	rosendo.stroman	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
484	Jae	Roob	178	smitham2367@jacobicorwin.com	144	t	perry.koss	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
485	Sammy	Huels	178	champlin5505@terryfahey.com	172	t	yadira.pollich	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
486	Charity	Lynch	210	jenkins827@conroymitchellandkirlin.com	144	t	dewitt.wolff	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
487	Mitsuko	Schneider	179	nicolas1115@schroederandsons.com	161	t	danica.friesen	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
488	Deon	Gislason	207	mccullough5678@bechtelarinc.com	167	t	jonathan.lowe	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
489	Elinore	Feest	176	welch2392@parkerondrickaandchamplin.com	169	t	blair.cassin	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
490	Terrilyn	Hansen	204	ratke215@tremblaygrimes.com	163	t	edmond.rohan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
491	Madonna	Ondricka	215	frami9593@durganlockman.com	167	t	alonso.cormier	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
492	Bob	Gottlieb	201	erdman9933@mcglynnskiles.com	153	t	tamala.feil	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
493	Florinda	Lehner	215	mueller5035@parkerwill.com	176	t	adan.durgan	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
494	Carrie	Hodkiewicz	183	schamberger8603@bergeborerandrolfson.com	144	t	valentine.luettgen	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
495	Eddie	Bartell	199	flatley8382@grimesstarkandmuller.com	177	t	annamaria.kutch	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
496	Jordon	Quitzon	216	wisozk1200@rowekertzmannanddurgan.com	151	t	rachelle.mcdermott	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
497	Hattie	Ernser	199	medhurst4754@steuberrodriguezandweissnat.com	161	t	maira.kuhn	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
498	Alvin	Fritsch	212	dooley4446@klinggroup.com	173	t	jake.bechtelar	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
499	Jordan	Prohaska	203	hahn5853@maggiozulaufandbatz.com	173	t	willis.mcclure	8cb2237d0679ca88db6464eac60da96345513964	2022-05-16 15:13:11.79328+00	\N
\.

COPY pagila.store (store_id, manager_staff_id, address_id, last_update) FROM stdin;
0	0	73	2022-02-15 09:57:12+00
1	1	129	2022-02-15 09:57:12+00
2	2	12	2022-02-15 09:57:12+00
3	3	71	2022-02-15 09:57:12+00
4	4	18	2022-02-15 09:57:12+00
5	5	43	2022-02-15 09:57:12+00
6	6	67	2022-02-15 09:57:12+00
7	7	37	2022-02-15 09:57:12+00
8	8	28	2022-02-15 09:57:12+00
9	9	98	2022-02-15 09:57:12+00
10	10	108	2022-02-15 09:57:12+00
11	11	96	2022-02-15 09:57:12+00
12	12	105	2022-02-15 09:57:12+00
13	13	36	2022-02-15 09:57:12+00
14	14	45	2022-02-15 09:57:12+00
15	15	24	2022-02-15 09:57:12+00
16	16	30	2022-02-15 09:57:12+00
17	17	26	2022-02-15 09:57:12+00
18	18	63	2022-02-15 09:57:12+00
19	19	106	2022-02-15 09:57:12+00
20	20	57	2022-02-15 09:57:12+00
21	21	16	2022-02-15 09:57:12+00
22	22	107	2022-02-15 09:57:12+00
23	23	2	2022-02-15 09:57:12+00
24	24	84	2022-02-15 09:57:12+00
25	25	6	2022-02-15 09:57:12+00
26	26	131	2022-02-15 09:57:12+00
27	27	36	2022-02-15 09:57:12+00
28	28	133	2022-02-15 09:57:12+00
29	29	92	2022-02-15 09:57:12+00
30	30	86	2022-02-15 09:57:12+00
31	31	59	2022-02-15 09:57:12+00
32	32	22	2022-02-15 09:57:12+00
33	33	71	2022-02-15 09:57:12+00
34	34	41	2022-02-15 09:57:12+00
35	35	28	2022-02-15 09:57:12+00
36	36	59	2022-02-15 09:57:12+00
37	37	26	2022-02-15 09:57:12+00
38	38	88	2022-02-15 09:57:12+00
39	39	72	2022-02-15 09:57:12+00
40	40	117	2022-02-15 09:57:12+00
41	41	67	2022-02-15 09:57:12+00
42	42	127	2022-02-15 09:57:12+00
43	43	113	2022-02-15 09:57:12+00
44	44	106	2022-02-15 09:57:12+00
45	45	135	2022-02-15 09:57:12+00
46	46	63	2022-02-15 09:57:12+00
47	47	76	2022-02-15 09:57:12+00
48	48	34	2022-02-15 09:57:12+00
49	49	94	2022-02-15 09:57:12+00
50	50	30	2022-02-15 09:57:12+00
51	51	51	2022-02-15 09:57:12+00
52	52	111	2022-02-15 09:57:12+00
53	53	82	2022-02-15 09:57:12+00
54	54	104	2022-02-15 09:57:12+00
55	55	98	2022-02-15 09:57:12+00
56	56	65	2022-02-15 09:57:12+00
57	57	49	2022-02-15 09:57:12+00
58	58	4	2022-02-15 09:57:12+00
59	59	73	2022-02-15 09:57:12+00
60	60	35	2022-02-15 09:57:12+00
61	61	61	2022-02-15 09:57:12+00
62	62	80	2022-02-15 09:57:12+00
63	63	71	2022-02-15 09:57:12+00
64	64	36	2022-02-15 09:57:12+00
65	65	55	2022-02-15 09:57:12+00
66	66	106	2022-02-15 09:57:12+00
67	67	74	2022-02-15 09:57:12+00
68	68	100	2022-02-15 09:57:12+00
69	69	131	2022-02-15 09:57:12+00
70	70	123	2022-02-15 09:57:12+00
71	71	61	2022-02-15 09:57:12+00
72	72	34	2022-02-15 09:57:12+00
73	73	32	2022-02-15 09:57:12+00
74	74	100	2022-02-15 09:57:12+00
75	75	69	2022-02-15 09:57:12+00
76	76	135	2022-02-15 09:57:12+00
77	77	78	2022-02-15 09:57:12+00
78	78	133	2022-02-15 09:57:12+00
79	79	39	2022-02-15 09:57:12+00
80	80	104	2022-02-15 09:57:12+00
81	81	109	2022-02-15 09:57:12+00
82	82	32	2022-02-15 09:57:12+00
83	83	65	2022-02-15 09:57:12+00
84	84	20	2022-02-15 09:57:12+00
85	85	73	2022-02-15 09:57:12+00
86	86	24	2022-02-15 09:57:12+00
87	87	73	2022-02-15 09:57:12+00
88	88	108	2022-02-15 09:57:12+00
89	89	115	2022-02-15 09:57:12+00
90	90	33	2022-02-15 09:57:12+00
91	91	90	2022-02-15 09:57:12+00
92	92	102	2022-02-15 09:57:12+00
93	93	96	2022-02-15 09:57:12+00
94	94	53	2022-02-15 09:57:12+00
95	95	70	2022-02-15 09:57:12+00
96	96	14	2022-02-15 09:57:12+00
97	97	108	2022-02-15 09:57:12+00
98	98	69	2022-02-15 09:57:12+00
99	99	102	2022-02-15 09:57:12+00
100	100	10	2022-02-15 09:57:12+00
101	101	47	2022-02-15 09:57:12+00
102	102	125	2022-02-15 09:57:12+00
103	103	34	2022-02-15 09:57:12+00
104	104	121	2022-02-15 09:57:12+00
105	105	8	2022-02-15 09:57:12+00
106	106	119	2022-02-15 09:57:12+00
107	107	170	2022-02-15 09:57:12+00
108	108	152	2022-02-15 09:57:12+00
109	109	215	2022-02-15 09:57:12+00
110	110	232	2022-02-15 09:57:12+00
111	111	183	2022-02-15 09:57:12+00
112	112	217	2022-02-15 09:57:12+00
113	113	144	2022-02-15 09:57:12+00
114	114	195	2022-02-15 09:57:12+00
115	115	216	2022-02-15 09:57:12+00
116	116	215	2022-02-15 09:57:12+00
117	117	178	2022-02-15 09:57:12+00
118	118	209	2022-02-15 09:57:12+00
119	119	172	2022-02-15 09:57:12+00
120	120	205	2022-02-15 09:57:12+00
121	121	217	2022-02-15 09:57:12+00
122	122	193	2022-02-15 09:57:12+00
123	123	252	2022-02-15 09:57:12+00
124	124	150	2022-02-15 09:57:12+00
125	125	242	2022-02-15 09:57:12+00
126	126	158	2022-02-15 09:57:12+00
127	127	217	2022-02-15 09:57:12+00
128	128	148	2022-02-15 09:57:12+00
129	129	145	2022-02-15 09:57:12+00
130	130	145	2022-02-15 09:57:12+00
131	131	224	2022-02-15 09:57:12+00
132	132	139	2022-02-15 09:57:12+00
133	133	137	2022-02-15 09:57:12+00
134	134	215	2022-02-15 09:57:12+00
135	135	180	2022-02-15 09:57:12+00
136	136	176	2022-02-15 09:57:12+00
137	137	240	2022-02-15 09:57:12+00
138	138	230	2022-02-15 09:57:12+00
139	139	211	2022-02-15 09:57:12+00
140	140	250	2022-02-15 09:57:12+00
141	141	244	2022-02-15 09:57:12+00
142	142	146	2022-02-15 09:57:12+00
143	143	244	2022-02-15 09:57:12+00
144	144	234	2022-02-15 09:57:12+00
145	145	142	2022-02-15 09:57:12+00
146	146	203	2022-02-15 09:57:12+00
147	147	220	2022-02-15 09:57:12+00
148	148	178	2022-02-15 09:57:12+00
149	149	191	2022-02-15 09:57:12+00
150	150	226	2022-02-15 09:57:12+00
151	151	141	2022-02-15 09:57:12+00
152	152	162	2022-02-15 09:57:12+00
153	153	170	2022-02-15 09:57:12+00
154	154	228	2022-02-15 09:57:12+00
155	155	178	2022-02-15 09:57:12+00
156	156	207	2022-02-15 09:57:12+00
157	157	176	2022-02-15 09:57:12+00
158	158	213	2022-02-15 09:57:12+00
159	159	154	2022-02-15 09:57:12+00
160	160	209	2022-02-15 09:57:12+00
161	161	145	2022-02-15 09:57:12+00
162	162	214	2022-02-15 09:57:12+00
163	163	145	2022-02-15 09:57:12+00
164	164	246	2022-02-15 09:57:12+00
165	165	164	2022-02-15 09:57:12+00
166	166	249	2022-02-15 09:57:12+00
167	167	166	2022-02-15 09:57:12+00
168	168	213	2022-02-15 09:57:12+00
169	169	143	2022-02-15 09:57:12+00
170	170	156	2022-02-15 09:57:12+00
171	171	141	2022-02-15 09:57:12+00
172	172	236	2022-02-15 09:57:12+00
173	173	242	2022-02-15 09:57:12+00
174	174	217	2022-02-15 09:57:12+00
175	175	179	2022-02-15 09:57:12+00
176	176	207	2022-02-15 09:57:12+00
177	177	250	2022-02-15 09:57:12+00
178	178	199	2022-02-15 09:57:12+00
179	179	137	2022-02-15 09:57:12+00
180	180	181	2022-02-15 09:57:12+00
181	181	255	2022-02-15 09:57:12+00
182	182	250	2022-02-15 09:57:12+00
183	183	205	2022-02-15 09:57:12+00
184	184	189	2022-02-15 09:57:12+00
185	185	246	2022-02-15 09:57:12+00
186	186	211	2022-02-15 09:57:12+00
187	187	143	2022-02-15 09:57:12+00
188	188	218	2022-02-15 09:57:12+00
189	189	180	2022-02-15 09:57:12+00
190	190	174	2022-02-15 09:57:12+00
191	191	252	2022-02-15 09:57:12+00
192	192	143	2022-02-15 09:57:12+00
193	193	248	2022-02-15 09:57:12+00
194	194	185	2022-02-15 09:57:12+00
195	195	177	2022-02-15 09:57:12+00
196	196	187	2022-02-15 09:57:12+00
197	197	174	2022-02-15 09:57:12+00
198	198	238	2022-02-15 09:57:12+00
199	199	253	2022-02-15 09:57:12+00
200	200	172	2022-02-15 09:57:12+00
201	201	252	2022-02-15 09:57:12+00
202	202	222	2022-02-15 09:57:12+00
203	203	168	2022-02-15 09:57:12+00
204	204	139	2022-02-15 09:57:12+00
205	205	201	2022-02-15 09:57:12+00
206	206	203	2022-02-15 09:57:12+00
207	207	240	2022-02-15 09:57:12+00
208	208	248	2022-02-15 09:57:12+00
209	209	251	2022-02-15 09:57:12+00
210	210	180	2022-02-15 09:57:12+00
211	211	160	2022-02-15 09:57:12+00
212	212	197	2022-02-15 09:57:12+00
213	213	168	2022-02-15 09:57:12+00
214	214	373	2022-02-15 09:57:12+00
215	215	299	2022-02-15 09:57:12+00
216	216	322	2022-02-15 09:57:12+00
217	217	288	2022-02-15 09:57:12+00
218	218	389	2022-02-15 09:57:12+00
219	219	367	2022-02-15 09:57:12+00
220	220	323	2022-02-15 09:57:12+00
221	221	317	2022-02-15 09:57:12+00
222	222	342	2022-02-15 09:57:12+00
223	223	325	2022-02-15 09:57:12+00
224	224	360	2022-02-15 09:57:12+00
225	225	352	2022-02-15 09:57:12+00
226	226	323	2022-02-15 09:57:12+00
227	227	274	2022-02-15 09:57:12+00
228	228	325	2022-02-15 09:57:12+00
229	229	389	2022-02-15 09:57:12+00
230	230	360	2022-02-15 09:57:12+00
231	231	278	2022-02-15 09:57:12+00
232	232	330	2022-02-15 09:57:12+00
233	233	324	2022-02-15 09:57:12+00
234	234	338	2022-02-15 09:57:12+00
235	235	379	2022-02-15 09:57:12+00
236	236	293	2022-02-15 09:57:12+00
237	237	346	2022-02-15 09:57:12+00
238	238	266	2022-02-15 09:57:12+00
239	239	354	2022-02-15 09:57:12+00
240	240	270	2022-02-15 09:57:12+00
241	241	268	2022-02-15 09:57:12+00
242	242	313	2022-02-15 09:57:12+00
243	243	369	2022-02-15 09:57:12+00
244	244	290	2022-02-15 09:57:12+00
245	245	383	2022-02-15 09:57:12+00
246	246	385	2022-02-15 09:57:12+00
247	247	321	2022-02-15 09:57:12+00
248	248	356	2022-02-15 09:57:12+00
249	249	362	2022-02-15 09:57:12+00
250	250	387	2022-02-15 09:57:12+00
251	251	260	2022-02-15 09:57:12+00
252	252	264	2022-02-15 09:57:12+00
253	253	362	2022-02-15 09:57:12+00
254	254	309	2022-02-15 09:57:12+00
255	255	348	2022-02-15 09:57:12+00
256	256	301	2022-02-15 09:57:12+00
257	257	297	2022-02-15 09:57:12+00
258	258	362	2022-02-15 09:57:12+00
259	259	276	2022-02-15 09:57:12+00
260	260	303	2022-02-15 09:57:12+00
261	261	317	2022-02-15 09:57:12+00
262	262	358	2022-02-15 09:57:12+00
263	263	344	2022-02-15 09:57:12+00
264	264	284	2022-02-15 09:57:12+00
265	265	290	2022-02-15 09:57:12+00
266	266	356	2022-02-15 09:57:12+00
267	267	287	2022-02-15 09:57:12+00
268	268	381	2022-02-15 09:57:12+00
269	269	360	2022-02-15 09:57:12+00
270	270	319	2022-02-15 09:57:12+00
271	271	375	2022-02-15 09:57:12+00
272	272	258	2022-02-15 09:57:12+00
273	273	280	2022-02-15 09:57:12+00
274	274	278	2022-02-15 09:57:12+00
275	275	307	2022-02-15 09:57:12+00
276	276	362	2022-02-15 09:57:12+00
277	277	354	2022-02-15 09:57:12+00
278	278	334	2022-02-15 09:57:12+00
279	279	340	2022-02-15 09:57:12+00
280	280	282	2022-02-15 09:57:12+00
281	281	291	2022-02-15 09:57:12+00
282	282	323	2022-02-15 09:57:12+00
283	283	295	2022-02-15 09:57:12+00
284	284	385	2022-02-15 09:57:12+00
285	285	280	2022-02-15 09:57:12+00
286	286	290	2022-02-15 09:57:12+00
287	287	350	2022-02-15 09:57:12+00
288	288	282	2022-02-15 09:57:12+00
289	289	332	2022-02-15 09:57:12+00
290	290	286	2022-02-15 09:57:12+00
291	291	365	2022-02-15 09:57:12+00
292	292	336	2022-02-15 09:57:12+00
293	293	284	2022-02-15 09:57:12+00
294	294	305	2022-02-15 09:57:12+00
295	295	286	2022-02-15 09:57:12+00
296	296	321	2022-02-15 09:57:12+00
297	297	276	2022-02-15 09:57:12+00
298	298	363	2022-02-15 09:57:12+00
299	299	272	2022-02-15 09:57:12+00
300	300	325	2022-02-15 09:57:12+00
301	301	361	2022-02-15 09:57:12+00
302	302	313	2022-02-15 09:57:12+00
303	303	377	2022-02-15 09:57:12+00
304	304	289	2022-02-15 09:57:12+00
305	305	288	2022-02-15 09:57:12+00
306	306	262	2022-02-15 09:57:12+00
307	307	371	2022-02-15 09:57:12+00
308	308	288	2022-02-15 09:57:12+00
309	309	358	2022-02-15 09:57:12+00
310	310	328	2022-02-15 09:57:12+00
311	311	319	2022-02-15 09:57:12+00
312	312	350	2022-02-15 09:57:12+00
313	313	315	2022-02-15 09:57:12+00
314	314	387	2022-02-15 09:57:12+00
315	315	359	2022-02-15 09:57:12+00
316	316	352	2022-02-15 09:57:12+00
317	317	326	2022-02-15 09:57:12+00
318	318	315	2022-02-15 09:57:12+00
319	319	311	2022-02-15 09:57:12+00
320	320	290	2022-02-15 09:57:12+00
321	321	505	2022-02-15 09:57:12+00
322	322	420	2022-02-15 09:57:12+00
323	323	459	2022-02-15 09:57:12+00
324	324	437	2022-02-15 09:57:12+00
325	325	504	2022-02-15 09:57:12+00
326	326	503	2022-02-15 09:57:12+00
327	327	468	2022-02-15 09:57:12+00
328	328	463	2022-02-15 09:57:12+00
329	329	465	2022-02-15 09:57:12+00
330	330	486	2022-02-15 09:57:12+00
331	331	406	2022-02-15 09:57:12+00
332	332	426	2022-02-15 09:57:12+00
333	333	465	2022-02-15 09:57:12+00
334	334	459	2022-02-15 09:57:12+00
335	335	416	2022-02-15 09:57:12+00
336	336	484	2022-02-15 09:57:12+00
337	337	397	2022-02-15 09:57:12+00
338	338	391	2022-02-15 09:57:12+00
339	339	494	2022-02-15 09:57:12+00
340	340	506	2022-02-15 09:57:12+00
341	341	432	2022-02-15 09:57:12+00
342	342	498	2022-02-15 09:57:12+00
343	343	461	2022-02-15 09:57:12+00
344	344	453	2022-02-15 09:57:12+00
345	345	408	2022-02-15 09:57:12+00
346	346	522	2022-02-15 09:57:12+00
347	347	400	2022-02-15 09:57:12+00
348	348	498	2022-02-15 09:57:12+00
349	349	469	2022-02-15 09:57:12+00
350	350	511	2022-02-15 09:57:12+00
351	351	470	2022-02-15 09:57:12+00
352	352	424	2022-02-15 09:57:12+00
353	353	434	2022-02-15 09:57:12+00
354	354	439	2022-02-15 09:57:12+00
355	355	504	2022-02-15 09:57:12+00
356	356	492	2022-02-15 09:57:12+00
357	357	463	2022-02-15 09:57:12+00
358	358	431	2022-02-15 09:57:12+00
359	359	502	2022-02-15 09:57:12+00
360	360	478	2022-02-15 09:57:12+00
361	361	480	2022-02-15 09:57:12+00
362	362	469	2022-02-15 09:57:12+00
363	363	395	2022-02-15 09:57:12+00
364	364	517	2022-02-15 09:57:12+00
365	365	482	2022-02-15 09:57:12+00
366	366	395	2022-02-15 09:57:12+00
367	367	496	2022-02-15 09:57:12+00
368	368	476	2022-02-15 09:57:12+00
369	369	488	2022-02-15 09:57:12+00
370	370	461	2022-02-15 09:57:12+00
371	371	414	2022-02-15 09:57:12+00
372	372	430	2022-02-15 09:57:12+00
373	373	500	2022-02-15 09:57:12+00
374	374	509	2022-02-15 09:57:12+00
375	375	395	2022-02-15 09:57:12+00
376	376	410	2022-02-15 09:57:12+00
377	377	520	2022-02-15 09:57:12+00
378	378	432	2022-02-15 09:57:12+00
379	379	424	2022-02-15 09:57:12+00
380	380	507	2022-02-15 09:57:12+00
381	381	472	2022-02-15 09:57:12+00
382	382	443	2022-02-15 09:57:12+00
383	383	457	2022-02-15 09:57:12+00
384	384	434	2022-02-15 09:57:12+00
385	385	430	2022-02-15 09:57:12+00
386	386	500	2022-02-15 09:57:12+00
387	387	467	2022-02-15 09:57:12+00
388	388	426	2022-02-15 09:57:12+00
389	389	513	2022-02-15 09:57:12+00
390	390	396	2022-02-15 09:57:12+00
391	391	474	2022-02-15 09:57:12+00
392	392	504	2022-02-15 09:57:12+00
393	393	391	2022-02-15 09:57:12+00
394	394	428	2022-02-15 09:57:12+00
395	395	422	2022-02-15 09:57:12+00
396	396	412	2022-02-15 09:57:12+00
397	397	393	2022-02-15 09:57:12+00
398	398	506	2022-02-15 09:57:12+00
399	399	428	2022-02-15 09:57:12+00
400	400	515	2022-02-15 09:57:12+00
401	401	449	2022-02-15 09:57:12+00
402	402	432	2022-02-15 09:57:12+00
403	403	393	2022-02-15 09:57:12+00
404	404	490	2022-02-15 09:57:12+00
405	405	496	2022-02-15 09:57:12+00
406	406	469	2022-02-15 09:57:12+00
407	407	445	2022-02-15 09:57:12+00
408	408	494	2022-02-15 09:57:12+00
409	409	506	2022-02-15 09:57:12+00
410	410	397	2022-02-15 09:57:12+00
411	411	402	2022-02-15 09:57:12+00
412	412	524	2022-02-15 09:57:12+00
413	413	422	2022-02-15 09:57:12+00
414	414	467	2022-02-15 09:57:12+00
415	415	435	2022-02-15 09:57:12+00
416	416	457	2022-02-15 09:57:12+00
417	417	451	2022-02-15 09:57:12+00
418	418	447	2022-02-15 09:57:12+00
419	419	502	2022-02-15 09:57:12+00
420	420	398	2022-02-15 09:57:12+00
421	421	441	2022-02-15 09:57:12+00
422	422	404	2022-02-15 09:57:12+00
423	423	418	2022-02-15 09:57:12+00
424	424	433	2022-02-15 09:57:12+00
425	425	455	2022-02-15 09:57:12+00
426	426	434	2022-02-15 09:57:12+00
427	427	397	2022-02-15 09:57:12+00
428	428	542	2022-02-15 09:57:12+00
429	429	579	2022-02-15 09:57:12+00
430	430	571	2022-02-15 09:57:12+00
431	431	567	2022-02-15 09:57:12+00
432	432	604	2022-02-15 09:57:12+00
433	433	28	2022-02-15 09:57:12+00
434	434	43	2022-02-15 09:57:12+00
435	435	16	2022-02-15 09:57:12+00
436	436	604	2022-02-15 09:57:12+00
437	437	24	2022-02-15 09:57:12+00
438	438	32	2022-02-15 09:57:12+00
439	439	61	2022-02-15 09:57:12+00
440	440	547	2022-02-15 09:57:12+00
441	441	557	2022-02-15 09:57:12+00
442	442	6	2022-02-15 09:57:12+00
443	443	22	2022-02-15 09:57:12+00
444	444	49	2022-02-15 09:57:12+00
445	445	28	2022-02-15 09:57:12+00
446	446	565	2022-02-15 09:57:12+00
447	447	542	2022-02-15 09:57:12+00
448	448	543	2022-02-15 09:57:12+00
449	449	580	2022-02-15 09:57:12+00
450	450	34	2022-02-15 09:57:12+00
451	451	57	2022-02-15 09:57:12+00
452	452	26	2022-02-15 09:57:12+00
453	453	530	2022-02-15 09:57:12+00
454	454	41	2022-02-15 09:57:12+00
455	455	36	2022-02-15 09:57:12+00
456	456	582	2022-02-15 09:57:12+00
457	457	532	2022-02-15 09:57:12+00
458	458	14	2022-02-15 09:57:12+00
459	459	575	2022-02-15 09:57:12+00
460	460	530	2022-02-15 09:57:12+00
461	461	571	2022-02-15 09:57:12+00
462	462	35	2022-02-15 09:57:12+00
463	463	553	2022-02-15 09:57:12+00
464	464	579	2022-02-15 09:57:12+00
465	465	34	2022-02-15 09:57:12+00
466	466	36	2022-02-15 09:57:12+00
467	467	37	2022-02-15 09:57:12+00
468	468	51	2022-02-15 09:57:12+00
469	469	576	2022-02-15 09:57:12+00
470	470	578	2022-02-15 09:57:12+00
471	471	36	2022-02-15 09:57:12+00
472	472	534	2022-02-15 09:57:12+00
473	473	540	2022-02-15 09:57:12+00
474	474	536	2022-02-15 09:57:12+00
475	475	12	2022-02-15 09:57:12+00
476	476	551	2022-02-15 09:57:12+00
477	477	30	2022-02-15 09:57:12+00
478	478	20	2022-02-15 09:57:12+00
479	479	569	2022-02-15 09:57:12+00
480	480	573	2022-02-15 09:57:12+00
481	481	577	2022-02-15 09:57:12+00
482	482	30	2022-02-15 09:57:12+00
483	483	594	2022-02-15 09:57:12+00
484	484	538	2022-02-15 09:57:12+00
485	485	536	2022-02-15 09:57:12+00
486	486	34	2022-02-15 09:57:12+00
487	487	541	2022-02-15 09:57:12+00
488	488	26	2022-02-15 09:57:12+00
489	489	534	2022-02-15 09:57:12+00
490	490	10	2022-02-15 09:57:12+00
491	491	61	2022-02-15 09:57:12+00
492	492	598	2022-02-15 09:57:12+00
493	493	55	2022-02-15 09:57:12+00
494	494	555	2022-02-15 09:57:12+00
495	495	590	2022-02-15 09:57:12+00
496	496	63	2022-02-15 09:57:12+00
497	497	592	2022-02-15 09:57:12+00
498	498	39	2022-02-15 09:57:12+00
499	499	2	2022-02-15 09:57:12+00
\.

SELECT pg_catalog.setval('pagila.actor_actor_id_seq', 200, true);

SELECT pg_catalog.setval('pagila.address_address_id_seq', 605, true);

SELECT pg_catalog.setval('pagila.category_category_id_seq', 16, true);

SELECT pg_catalog.setval('pagila.city_city_id_seq', 600, true);

SELECT pg_catalog.setval('pagila.country_country_id_seq', 109, true);

SELECT pg_catalog.setval('pagila.customer_customer_id_seq', 599, true);

SELECT pg_catalog.setval('pagila.film_film_id_seq', 1000, true);

SELECT pg_catalog.setval('pagila.inventory_inventory_id_seq', 4581, true);

SELECT pg_catalog.setval('pagila.language_language_id_seq', 6, true);

SELECT pg_catalog.setval('pagila.payment_payment_id_seq', 32098, true);

SELECT pg_catalog.setval('pagila.rental_rental_id_seq', 16049, true);

SELECT pg_catalog.setval('pagila.staff_staff_id_seq', 1500, true);

SELECT pg_catalog.setval('pagila.store_store_id_seq', 500, true);

ALTER TABLE ONLY pagila.actor
    ADD CONSTRAINT actor_pkey PRIMARY KEY (actor_id);

ALTER TABLE ONLY pagila.address
    ADD CONSTRAINT address_pkey PRIMARY KEY (address_id);

ALTER TABLE ONLY pagila.category
    ADD CONSTRAINT category_pkey PRIMARY KEY (category_id);

ALTER TABLE ONLY pagila.city
    ADD CONSTRAINT city_pkey PRIMARY KEY (city_id);

ALTER TABLE ONLY pagila.country
    ADD CONSTRAINT country_pkey PRIMARY KEY (country_id);

ALTER TABLE ONLY pagila.customer
    ADD CONSTRAINT customer_pkey PRIMARY KEY (customer_id);

ALTER TABLE ONLY pagila.film_actor
    ADD CONSTRAINT film_actor_pkey PRIMARY KEY (actor_id, film_id);

ALTER TABLE ONLY pagila.film_category
    ADD CONSTRAINT film_category_pkey PRIMARY KEY (film_id, category_id);

ALTER TABLE ONLY pagila.film
    ADD CONSTRAINT film_pkey PRIMARY KEY (film_id);

ALTER TABLE ONLY pagila.inventory
    ADD CONSTRAINT inventory_pkey PRIMARY KEY (inventory_id);

ALTER TABLE ONLY pagila.language
    ADD CONSTRAINT language_pkey PRIMARY KEY (language_id);

ALTER TABLE ONLY pagila.payment
    ADD CONSTRAINT payment_pkey PRIMARY KEY (payment_date, payment_id);

ALTER TABLE ONLY pagila.payment_p2022_01
    ADD CONSTRAINT payment_p2022_01_pkey PRIMARY KEY (payment_date, payment_id);

ALTER TABLE ONLY pagila.payment_p2022_02
    ADD CONSTRAINT payment_p2022_02_pkey PRIMARY KEY (payment_date, payment_id);

ALTER TABLE ONLY pagila.payment_p2022_03
    ADD CONSTRAINT payment_p2022_03_pkey PRIMARY KEY (payment_date, payment_id);

ALTER TABLE ONLY pagila.payment_p2022_04
    ADD CONSTRAINT payment_p2022_04_pkey PRIMARY KEY (payment_date, payment_id);

ALTER TABLE ONLY pagila.payment_p2022_05
    ADD CONSTRAINT payment_p2022_05_pkey PRIMARY KEY (payment_date, payment_id);

ALTER TABLE ONLY pagila.payment_p2022_06
    ADD CONSTRAINT payment_p2022_06_pkey PRIMARY KEY (payment_date, payment_id);

ALTER TABLE ONLY pagila.payment_p2022_07
    ADD CONSTRAINT payment_p2022_07_pkey PRIMARY KEY (payment_date, payment_id);

ALTER TABLE ONLY pagila.rental
    ADD CONSTRAINT rental_pkey PRIMARY KEY (rental_id);

ALTER TABLE ONLY pagila.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (staff_id);

ALTER TABLE ONLY pagila.store
    ADD CONSTRAINT store_pkey PRIMARY KEY (store_id);

CREATE INDEX film_fulltext_idx ON pagila.film USING gist (fulltext);

CREATE INDEX idx_actor_last_name ON pagila.actor USING btree (last_name);

CREATE INDEX idx_fk_address_id ON pagila.customer USING btree (address_id);

CREATE INDEX idx_fk_city_id ON pagila.address USING btree (city_id);

CREATE INDEX idx_fk_country_id ON pagila.city USING btree (country_id);

CREATE INDEX idx_fk_film_id ON pagila.film_actor USING btree (film_id);

CREATE INDEX idx_fk_inventory_id ON pagila.rental USING btree (inventory_id);

CREATE INDEX idx_fk_language_id ON pagila.film USING btree (language_id);

CREATE INDEX idx_fk_original_language_id ON pagila.film USING btree (original_language_id);

CREATE INDEX idx_fk_payment_p2022_01_customer_id ON pagila.payment_p2022_01 USING btree (customer_id);

CREATE INDEX idx_fk_payment_p2022_01_staff_id ON pagila.payment_p2022_01 USING btree (staff_id);

CREATE INDEX idx_fk_payment_p2022_02_customer_id ON pagila.payment_p2022_02 USING btree (customer_id);

CREATE INDEX idx_fk_payment_p2022_02_staff_id ON pagila.payment_p2022_02 USING btree (staff_id);

CREATE INDEX idx_fk_payment_p2022_03_customer_id ON pagila.payment_p2022_03 USING btree (customer_id);

CREATE INDEX idx_fk_payment_p2022_03_staff_id ON pagila.payment_p2022_03 USING btree (staff_id);

CREATE INDEX idx_fk_payment_p2022_04_customer_id ON pagila.payment_p2022_04 USING btree (customer_id);

CREATE INDEX idx_fk_payment_p2022_04_staff_id ON pagila.payment_p2022_04 USING btree (staff_id);

CREATE INDEX idx_fk_payment_p2022_05_customer_id ON pagila.payment_p2022_05 USING btree (customer_id);

CREATE INDEX idx_fk_payment_p2022_05_staff_id ON pagila.payment_p2022_05 USING btree (staff_id);

CREATE INDEX idx_fk_payment_p2022_06_customer_id ON pagila.payment_p2022_06 USING btree (customer_id);

CREATE INDEX idx_fk_payment_p2022_06_staff_id ON pagila.payment_p2022_06 USING btree (staff_id);

CREATE INDEX idx_fk_store_id ON pagila.customer USING btree (store_id);

CREATE INDEX idx_last_name ON pagila.customer USING btree (last_name);

CREATE INDEX idx_store_id_film_id ON pagila.inventory USING btree (store_id, film_id);

CREATE INDEX idx_title ON pagila.film USING btree (title);

CREATE UNIQUE INDEX idx_unq_manager_staff_id ON pagila.store USING btree (manager_staff_id);

CREATE UNIQUE INDEX idx_unq_rental_rental_date_inventory_id_customer_id ON pagila.rental USING btree (rental_date, inventory_id, customer_id);

CREATE INDEX payment_p2022_01_customer_id_idx ON pagila.payment_p2022_01 USING btree (customer_id);

CREATE INDEX payment_p2022_02_customer_id_idx ON pagila.payment_p2022_02 USING btree (customer_id);

CREATE INDEX payment_p2022_03_customer_id_idx ON pagila.payment_p2022_03 USING btree (customer_id);

CREATE INDEX payment_p2022_04_customer_id_idx ON pagila.payment_p2022_04 USING btree (customer_id);

CREATE INDEX payment_p2022_05_customer_id_idx ON pagila.payment_p2022_05 USING btree (customer_id);

CREATE INDEX payment_p2022_06_customer_id_idx ON pagila.payment_p2022_06 USING btree (customer_id);

CREATE UNIQUE INDEX rental_category ON pagila.rental_by_category USING btree (category);

ALTER INDEX pagila.payment_pkey ATTACH PARTITION pagila.payment_p2022_01_pkey;

ALTER INDEX pagila.payment_pkey ATTACH PARTITION pagila.payment_p2022_02_pkey;

ALTER INDEX pagila.payment_pkey ATTACH PARTITION pagila.payment_p2022_03_pkey;

ALTER INDEX pagila.payment_pkey ATTACH PARTITION pagila.payment_p2022_04_pkey;

ALTER INDEX pagila.payment_pkey ATTACH PARTITION pagila.payment_p2022_05_pkey;

ALTER INDEX pagila.payment_pkey ATTACH PARTITION pagila.payment_p2022_06_pkey;

ALTER INDEX pagila.payment_pkey ATTACH PARTITION pagila.payment_p2022_07_pkey;

CREATE TRIGGER film_fulltext_trigger BEFORE INSERT OR UPDATE ON pagila.film FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger('fulltext', 'pg_catalog.english', 'title', 'description');

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.actor FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.address FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.category FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.city FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.country FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.customer FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.film FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.film_actor FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.film_category FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.inventory FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.language FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.rental FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.staff FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

CREATE TRIGGER last_updated BEFORE UPDATE ON pagila.store FOR EACH ROW EXECUTE FUNCTION pagila.last_updated();

ALTER TABLE ONLY pagila.address
    ADD CONSTRAINT address_city_id_fkey FOREIGN KEY (city_id) REFERENCES pagila.city(city_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.city
    ADD CONSTRAINT city_country_id_fkey FOREIGN KEY (country_id) REFERENCES pagila.country(country_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.customer
    ADD CONSTRAINT customer_address_id_fkey FOREIGN KEY (address_id) REFERENCES pagila.address(address_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.customer
    ADD CONSTRAINT customer_store_id_fkey FOREIGN KEY (store_id) REFERENCES pagila.store(store_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.film_actor
    ADD CONSTRAINT film_actor_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES pagila.actor(actor_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.film_actor
    ADD CONSTRAINT film_actor_film_id_fkey FOREIGN KEY (film_id) REFERENCES pagila.film(film_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.film_category
    ADD CONSTRAINT film_category_category_id_fkey FOREIGN KEY (category_id) REFERENCES pagila.category(category_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.film_category
    ADD CONSTRAINT film_category_film_id_fkey FOREIGN KEY (film_id) REFERENCES pagila.film(film_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.film
    ADD CONSTRAINT film_language_id_fkey FOREIGN KEY (language_id) REFERENCES pagila.language(language_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.film
    ADD CONSTRAINT film_original_language_id_fkey FOREIGN KEY (original_language_id) REFERENCES pagila.language(language_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.inventory
    ADD CONSTRAINT inventory_film_id_fkey FOREIGN KEY (film_id) REFERENCES pagila.film(film_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.inventory
    ADD CONSTRAINT inventory_store_id_fkey FOREIGN KEY (store_id) REFERENCES pagila.store(store_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.payment_p2022_01
    ADD CONSTRAINT payment_p2022_01_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES pagila.customer(customer_id);

ALTER TABLE ONLY pagila.payment_p2022_01
    ADD CONSTRAINT payment_p2022_01_rental_id_fkey FOREIGN KEY (rental_id) REFERENCES pagila.rental(rental_id);

ALTER TABLE ONLY pagila.payment_p2022_01
    ADD CONSTRAINT payment_p2022_01_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES pagila.staff(staff_id);

ALTER TABLE ONLY pagila.payment_p2022_02
    ADD CONSTRAINT payment_p2022_02_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES pagila.customer(customer_id);

ALTER TABLE ONLY pagila.payment_p2022_02
    ADD CONSTRAINT payment_p2022_02_rental_id_fkey FOREIGN KEY (rental_id) REFERENCES pagila.rental(rental_id);

ALTER TABLE ONLY pagila.payment_p2022_02
    ADD CONSTRAINT payment_p2022_02_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES pagila.staff(staff_id);

ALTER TABLE ONLY pagila.payment_p2022_03
    ADD CONSTRAINT payment_p2022_03_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES pagila.customer(customer_id);

ALTER TABLE ONLY pagila.payment_p2022_03
    ADD CONSTRAINT payment_p2022_03_rental_id_fkey FOREIGN KEY (rental_id) REFERENCES pagila.rental(rental_id);

ALTER TABLE ONLY pagila.payment_p2022_03
    ADD CONSTRAINT payment_p2022_03_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES pagila.staff(staff_id);

ALTER TABLE ONLY pagila.payment_p2022_04
    ADD CONSTRAINT payment_p2022_04_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES pagila.customer(customer_id);

ALTER TABLE ONLY pagila.payment_p2022_04
    ADD CONSTRAINT payment_p2022_04_rental_id_fkey FOREIGN KEY (rental_id) REFERENCES pagila.rental(rental_id);

ALTER TABLE ONLY pagila.payment_p2022_04
    ADD CONSTRAINT payment_p2022_04_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES pagila.staff(staff_id);

ALTER TABLE ONLY pagila.payment_p2022_05
    ADD CONSTRAINT payment_p2022_05_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES pagila.customer(customer_id);

ALTER TABLE ONLY pagila.payment_p2022_05
    ADD CONSTRAINT payment_p2022_05_rental_id_fkey FOREIGN KEY (rental_id) REFERENCES pagila.rental(rental_id);

ALTER TABLE ONLY pagila.payment_p2022_05
    ADD CONSTRAINT payment_p2022_05_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES pagila.staff(staff_id);

ALTER TABLE ONLY pagila.payment_p2022_06
    ADD CONSTRAINT payment_p2022_06_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES pagila.customer(customer_id);

ALTER TABLE ONLY pagila.payment_p2022_06
    ADD CONSTRAINT payment_p2022_06_rental_id_fkey FOREIGN KEY (rental_id) REFERENCES pagila.rental(rental_id);

ALTER TABLE ONLY pagila.payment_p2022_06
    ADD CONSTRAINT payment_p2022_06_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES pagila.staff(staff_id);

ALTER TABLE ONLY pagila.rental
    ADD CONSTRAINT rental_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES pagila.customer(customer_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.rental
    ADD CONSTRAINT rental_inventory_id_fkey FOREIGN KEY (inventory_id) REFERENCES pagila.inventory(inventory_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.rental
    ADD CONSTRAINT rental_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES pagila.staff(staff_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.staff
    ADD CONSTRAINT staff_address_id_fkey FOREIGN KEY (address_id) REFERENCES pagila.address(address_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY pagila.staff
    ADD CONSTRAINT staff_store_id_fkey FOREIGN KEY (store_id) REFERENCES pagila.store(store_id);

ALTER TABLE ONLY pagila.store
    ADD CONSTRAINT store_address_id_fkey FOREIGN KEY (address_id) REFERENCES pagila.address(address_id) ON UPDATE CASCADE ON DELETE RESTRICT;

