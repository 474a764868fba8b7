-- A shop of :customers customers with ten orders and ten quotes each, scattered over their tables.
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL, email text, phone text, address text, city text, notes text);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers, ship_name text, ship_address text,
                     ship_city text, notes text, total numeric(12,2), status text);
CREATE TABLE quotes (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers, contact_name text, contact_email text,
                     notes text, total numeric(12,2), status text);
INSERT INTO customers SELECT i, 'Customer Name ' || i, 'user' || i || '@example.com', '+49 170 ' || 1000000 + i, i || ' Long Street',
       'City ' || i % 977, 'Note ' || repeat(md5(i::text), 4) FROM generate_series(1::bigint, :customers) i;
INSERT INTO orders SELECT i, 1 + (i * 7919) % :customers, 'Customer Name ' || i, i || ' Ship Street', 'City ' || i % 977,
       'Deliver to ' || repeat(md5(i::text), 5), i % 1000, 'done' FROM generate_series(1::bigint, :customers * 10) i;
INSERT INTO quotes SELECT i, 1 + (i * 6007) % :customers, 'Customer Name ' || i, 'user' || i || '@example.com',
       'Offer for ' || repeat(md5(i::text), 5), i % 1000, 'open' FROM generate_series(1::bigint, :customers * 10) i;
CREATE INDEX ON orders (customer_id);
CREATE INDEX ON quotes (customer_id);
