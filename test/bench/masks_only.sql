-- The floor: only the masking UPDATEs, nothing kept.
BEGIN;
UPDATE customers SET name = '*****', email = '*****', phone = '*****', address = '*****', city = '*****', notes = '*****'
       WHERE id = ANY (:'keys'::bigint[]);
UPDATE orders SET ship_name = '*****', ship_address = '*****', ship_city = '*****', notes = '*****' WHERE customer_id = ANY (:'keys'::bigint[]);
UPDATE quotes SET contact_name = '*****', contact_email = '*****', notes = '*****' WHERE customer_id = ANY (:'keys'::bigint[]);
COMMIT;
