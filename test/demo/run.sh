#!/usr/bin/env bash
# The life of three customers' data in Northwind, told and checked step by step: `make demo`.

set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=test/demo/story.sh
. test/demo/story.sh

# Everything personal of the three, in one fingerprint: what undo has to bring back.
personal="
    SELECT md5(string_agg(row, '|' ORDER BY row COLLATE \"C\")) FROM (
        SELECT t::text AS row FROM customers t WHERE customer_id IN ('ALFKI', 'ANATR', 'ANTON')
        UNION ALL SELECT t::text FROM orders t UNION ALL SELECT t::text FROM quotes t
        UNION ALL SELECT t::text FROM quote_lines t UNION ALL SELECT t::text FROM newsletter_consents t) all_of_it"

past_order="SELECT order_id, shipped_date, ship_name, ship_address, ship_city FROM orders WHERE order_id = 10643;"
open_order="SELECT order_id, shipped_date, ship_name, ship_address, ship_city FROM orders WHERE order_id = 11101;"
quote="SELECT quote_id, status, contact_name, contact_email, contact_phone, notes FROM quotes WHERE quote_id = 1;"

look() { # what a past order, an open order and a quote of ALFKI look like now
    say 'An order that was shipped long ago:'
    sql "$past_order"
    local all=$out
    say 'An order that is still open:'
    sql "$open_order"
    all+=$out
    say 'A quote:'
    sql "$quote" -x
    out=$all$out
}

trap 'status=$?; [ $status = 0 ] || printf "\nDEMO FAILED: exit status %d\n" $status' EXIT

# --- the stage ---

step 'A shop: Northwind, with quotes and newsletter consents'
load() { psql -X -q -v ON_ERROR_STOP=1 -o /dev/null -f "$1"; }
load test/data/northwind/northwind.sql
load test/data/shop.sql
load test/demo/cast.sql
say 'Its tables belong to shop. Lena is an administrator, Mark a sales manager, Tom in the sales team.' \
    'Wim, of the warehouse, has no say in who is deleted.'
as=postgres
call 'CREATE EXTENSION pg_cron;'
call 'CREATE EXTENSION erasure;'

step 'Declare what is personal'
as=shop
call "SELECT erasure.protect('customers', '{company_name,contact_name,contact_title,address,
    city,region,postal_code,country,phone,fax}');"
say 'Other tables refer to customers. Nobody has said yet what they hold, so nothing can be deleted for good:'
refused 42P17 "SELECT * FROM erasure.preview('customers', '{ALFKI}');"
shows newsletter_consents orders quotes 'does not cover 3 tables'
call "SELECT erasure.relate('orders', 'customers', '{ship_name,ship_address,ship_city,
    ship_region,ship_postal_code,ship_country}');"
hides NOTICE
call "SELECT erasure.relate('quotes', 'customers', '{contact_name,contact_email,contact_phone,notes}');"
shows 'not decided yet: "status"'
call "SELECT erasure.not_personal('quotes', '{status}', reason => 'open or closed');"
call "SELECT erasure.relate('newsletter_consents', 'customers', '{email,ip}', on_erase => 'delete');"
call "SELECT erasure.ignore('customer_customer_demo', 'customers', reason => 'codes of marketing groups');"
say 'Quotes have lines with remarks, and those now stand in the way:'
refused 42P17 "SELECT * FROM erasure.preview('customers', '{ALFKI}');"
shows 'Table "public.quote_lines" refers to "public.quotes"'
call "SELECT erasure.relate('quote_lines', 'quotes', '{remark}');"
call "SELECT erasure.not_personal('quote_lines', '{product}', reason => 'from the catalogue');"
say 'Not everything has to become *****:'
call "SELECT erasure.set_mask('quotes', 'contact_email', 'email');"
call "SELECT erasure.set_mask('quotes', 'contact_phone', 'phone');"
sql "SELECT relation, mask, on_erase, count(*) AS columns, string_agg(DISTINCT path, ' ') AS path
    FROM erasure.policy GROUP BY 1, 2, 3 ORDER BY 1, 2;"
check 'personal columns declared' 'SELECT count(*) FROM erasure.policy' 23

step 'Say who may'
call "SELECT erasure.use_roles('customers', administrator => 'administrators',
    sales_manager => 'sales_managers', sales_team => 'sales_team');"

# --- the life ---

step 'Tom soft-deletes three customers'
as=tom
sql "SELECT erasure.soft_delete('customers', ARRAY['ALFKI','ANATR','ANTON'], 'closed their accounts');"
shows 3
say 'The Deleted list:'
sql 'SELECT customer_id, contact_name, city, deleted_at::date FROM customers_deleted ORDER BY 1;'
shows ALFKI ANATR ANTON 'Maria Anders'
check 'active customers' 'SELECT count(*) FROM customers_active' 88

step 'Mark restores one of them'
as=mark
sql "SELECT erasure.restore('customers', ARRAY['ANTON']);"
sql 'SELECT customer_id, contact_name FROM customers_deleted ORDER BY 1;'
shows ALFKI ANATR
hides ANTON
check "Anton's state" "SELECT erasure.state('customers', 'ANTON')" active

step 'What is there to lose?'
as=tom
sql "SELECT relation, row_count, cardinality(personal_columns) AS columns, on_erase
    FROM erasure.preview('customers', ARRAY['ALFKI','ANATR']);"
check 'rows in the preview' "SELECT sum(row_count) FROM erasure.preview('customers', '{ALFKI,ANATR}')" 29
look
shows 'Alfreds Futterkiste' 'Maria Anders' 'maria.anders@alfreds.example' 'Call Maria'

step 'Tom deletes the two permanently'
say 'His screen asks in these words, and he has to type in the number:'
sql "SELECT title, question, prompt FROM erasure.confirmation('customers', ARRAY['ALFKI','ANATR']);" -x
shows 'Bulk Update' '2 customers will be permanently deleted.' 'Enter the number of customers to delete to confirm.'
before=$(value "$personal")
say 'He takes them for three:'
refused 22023 "SELECT * FROM erasure.permanently_delete('customers', ARRAY['ALFKI','ANATR'], 3);"
check 'nothing has changed' "$personal" "$before"
say 'They are two:'
sql "SELECT request, subjects, rows_masked, erase_after::date
    FROM erasure.permanently_delete('customers', ARRAY['ALFKI','ANATR'], 2, 'asked by letter');"
shows ' 29 '
look
shows '*****' 'm*****@*****.example' '*****21'
hides Alfreds Maria 'Obere Str' Berlin 0074321
check 'the Deleted list is empty' 'SELECT count(*) FROM customers_deleted' 0
check 'where Maria is still named' \
    "SELECT count(*) FROM (SELECT t::text AS row FROM customers t UNION ALL SELECT t::text FROM orders t
        UNION ALL SELECT t::text FROM quotes t UNION ALL SELECT t::text FROM quote_lines t
        UNION ALL SELECT t::text FROM newsletter_consents t) r WHERE row ~ 'Maria Anders|Maria''s|Futterkiste'" 0

step 'What is refused'
say 'Undo is not for the sales team:'
refused 42501 "SELECT erasure.undo_permanent_delete('customers', ARRAY['ALFKI']);"
say 'Wim may not delete anybody:'
as=wim
refused 42501 "SELECT erasure.soft_delete('customers', ARRAY['BERGS']);"
say 'Nor does a new order bring a customer back who is gone:'
refused 42501 "INSERT INTO orders (order_id, customer_id, ship_name) VALUES (11200, 'ALFKI', 'Maria Anders');"
say 'Nobody deletes customers behind the back of it all, not even their owner or a superuser:'
as=shop
refused 42501 "DELETE FROM customers WHERE customer_id = 'BERGS';"
as=postgres
refused 42501 "TRUNCATE customers CASCADE;"
check 'customers' 'SELECT count(*) FROM customers' 91

step 'Lena undoes it'
as=lena
sql "SELECT erasure.undo_permanent_delete('customers', ARRAY['ALFKI','ANATR']);"
as=tom
look
shows 'Alfreds Futterkiste' 'Obere Str. 57' 'Maria Anders' 'maria.anders@alfreds.example' '030-0074321' 'Call Maria'
check 'every byte is back' "$personal" "$before"
say '(Every byte of all five tables is as it was.)' 'The two are in the Deleted list again:'
sql 'SELECT customer_id, contact_name FROM customers_deleted ORDER BY 1;'
shows ALFKI ANATR

# --- the end ---

step 'Permanently deleted again, and this time for good'
sql "SELECT request, subjects, rows_masked, erase_after::date
    FROM erasure.permanently_delete('customers', ARRAY['ALFKI','ANATR'], 2, 'asked by letter');"
shows ' 29 '
as=postgres
load /dev/stdin <<<'GRANT USAGE ON SCHEMA cron TO administrators'
say 'Lena has pg_cron look every minute for what is due:'
as=lena
sql "SELECT erasure.schedule('* * * * *') AS job;"
as=postgres
consents='SELECT count(*) AS rows, sum(pg_column_size(t.*)) AS bytes FROM newsletter_consents t;'
vault='SELECT (SELECT count(*) FROM erasure.vault_key) AS keys, count(*) AS records,
    coalesce(sum(length(record)), 0) AS bytes FROM erasure.vault;'
say 'The newsletter consents, whose rows are to go, and the originals in the vault, encrypted:'
sql "$consents"
shows ' 6 '
rows_before=$(value "SELECT sum(pg_column_size(t.*)) FROM newsletter_consents t")
sql "$vault"
check 'the vault holds their keys' 'SELECT count(*) FROM erasure.vault_key' 2

step '29 days later: nothing has been erased'
travel 29
sql 'SELECT scheduled, last_status, due, waiting FROM erasure.status;'
check 'still masked' "SELECT string_agg(state, ' ') FROM erasure.subjects" 'masked masked'
sql "SELECT relation, key, state, erase_after - now() > '0' AS undo_possible
    FROM erasure.subjects;"
check 'the newsletter consents are still there' 'SELECT count(*) FROM newsletter_consents' 6

step '31 days later: pg_cron has erased them'
travel 2
sql 'SELECT relation, key, state, erased_at::date FROM erasure.subjects;'
check 'erased' "SELECT string_agg(state, ' ') FROM erasure.subjects" 'erased erased'
sql "$consents"
shows ' 3 '
[ "$(value "SELECT sum(pg_column_size(t.*)) FROM newsletter_consents t")" -lt "$rows_before" ] || fail 'no bytes have gone'
sql "$vault"
check 'the vault is empty' 'SELECT (SELECT count(*) FROM erasure.vault_key) + (SELECT count(*) FROM erasure.vault)' 0
say 'The order is still there for the books, without the person:'
as=tom
sql "$past_order"
shows '*****'
hides Alfreds
say 'Now there is no way back:'
as=lena
refused 55000 "SELECT erasure.undo_permanent_delete('customers', ARRAY['ALFKI']);"

step 'What stays: the record'
sql "SELECT relation, key, request, erased_at::date FROM erasure.tombstones WHERE state = 'erased';"
shows ALFKI ANATR
sql 'SELECT request, subjects, rows_masked, requested_by, erased_at::date, reason FROM erasure.requests ORDER BY 1;'
sql "SELECT action, session_role, request, subjects, rows FROM erasure.audit_log
    WHERE subjects IS NOT NULL ORDER BY id;"
shows soft_delete restore permanently_delete undo_permanent_delete erase_due
check 'who did what' "SELECT string_agg(action || ' ' || session_role, ', ' ORDER BY id) FROM erasure.audit_log WHERE subjects IS NOT NULL" \
    'soft_delete tom, restore mark, permanently_delete tom, undo_permanent_delete lena, permanently_delete tom, erase_due lena'
check 'the audit log names nobody' "SELECT count(*) FROM erasure.audit_log a WHERE a::text ~ 'Maria|Anders|Trujillo|alfreds'" 0
sql 'SELECT scheduled, schedule, job_role, last_status, failures, due, overdue, waiting FROM erasure.status;'
check 'the job' 'SELECT scheduled, failures, due, waiting FROM erasure.status' 't|0|0|0'

printf '\nEverything went as told: %d steps.\n' "$steps"
