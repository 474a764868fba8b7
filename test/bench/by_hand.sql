-- What a careful DBA would write: the personal columns kept as jsonb in a plain table, then one masking UPDATE a table.
BEGIN;
INSERT INTO vault SELECT 'customers', c.id, jsonb_build_object('name', c.name, 'email', c.email, 'phone', c.phone, 'address', c.address,
       'city', c.city, 'notes', c.notes) FROM customers c WHERE c.id = ANY (:'keys'::bigint[]);
INSERT INTO vault SELECT 'orders', o.id, jsonb_build_object('ship_name', o.ship_name, 'ship_address', o.ship_address, 'ship_city', o.ship_city,
       'notes', o.notes) FROM orders o WHERE o.customer_id = ANY (:'keys'::bigint[]);
INSERT INTO vault SELECT 'quotes', q.id, jsonb_build_object('contact_name', q.contact_name, 'contact_email', q.contact_email,
       'notes', q.notes) FROM quotes q WHERE q.customer_id = ANY (:'keys'::bigint[]);
UPDATE customers SET name = '*****', email = '*****', phone = '*****', address = '*****', city = '*****', notes = '*****'
       WHERE id = ANY (:'keys'::bigint[]);
UPDATE orders SET ship_name = '*****', ship_address = '*****', ship_city = '*****', notes = '*****' WHERE customer_id = ANY (:'keys'::bigint[]);
UPDATE quotes SET contact_name = '*****', contact_email = '*****', notes = '*****' WHERE customer_id = ANY (:'keys'::bigint[]);
COMMIT;
