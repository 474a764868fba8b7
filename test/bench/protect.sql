CREATE EXTENSION erasure;
SELECT erasure.protect('customers', '{name,email,phone,address,city,notes}');
SELECT erasure.relate('orders', 'customers', '{ship_name,ship_address,ship_city,notes}');
SELECT erasure.relate('quotes', 'customers', '{contact_name,contact_email,notes}');
SELECT erasure.not_personal('orders', '{status}', 'done'), erasure.not_personal('quotes', '{status}', 'open or closed');
