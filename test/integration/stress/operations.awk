# One client's transactions as SQL: awk -v seed= -v client= -v operations= -v customers= -f operations.awk
#
# Values end in a stamp, #client.number, by which a client finds what it has written itself. The persons that all clients are busy
# with at a time are a window that moves over the keys. Comments in the statements tell what a deadlock was between: v a verb alone in
# its transaction, s a statement alone, m one of several.

function below(n) { return int(rand() * n) }
function chance(p) { return rand() < p }
function level() { r = rand(); return r < 0.6 ? "READ COMMITTED" : r < 0.85 ? "REPEATABLE READ" : "SERIALIZABLE" }
function person() { return low + below(window) }
function order() { return person() * 3 + below(3) }
function stamp() { return "#" client "." n }
function remember(kind, id) { return " SELECT shop.remember('" kind "', " id ", '" stamp() "');" }

# The statements of one operation; sets kind.
function operation(m,    r, id, c, v) {
    n++
    r = below(1000); c = person(); m = "/*" m "*/"
    if (r < 25) { kind = "insert customer"; id = person(); return "INSERT " m " INTO shop.customers (id, name, email, phone, address) VALUES (" id ", 'name c" id " " stamp() "', 'e" int(id / 3) "', 'p" id "', " int(id / 3) ") ON CONFLICT DO NOTHING;" remember("customers", id) }
    if (r < 45) { kind = "upsert customer"; return "INSERT " m " INTO shop.customers (id, name) VALUES (" c ", 'name c" c " " stamp() "') ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name;" remember("customers", c) }
    if (r < 95) { kind = "change customer"; return "UPDATE " m " shop.customers SET name = 'name c" c " " stamp() "', email = 'e" int(person() / 3) "', phone = 'p" person() "' WHERE id = " c ";" remember("customers", c) }
    if (r < 115) { kind = "plain change"; return "UPDATE " m " shop.customers SET credit = credit + 1 WHERE id = " c ";" }
    if (r < 135) { kind = "move house"; return "UPDATE " m " shop.customers SET address = " int(person() / 3) ", name = 'name c" c " " stamp() "' WHERE id = " c ";" remember("customers", c) }
    if (r < 150) { kind = "change address"; id = int(person() / 3); return "UPDATE " m " shop.addresses SET street = 'street " stamp() "' WHERE id = " id ";" remember("addresses", id) }
    if (r < 220) { kind = "insert order"; id = order(); return "INSERT " m " INTO shop.orders VALUES (" id ", " c ", 'to c" c " " stamp() "');" remember("orders", id) }
    if (r < 250) { kind = "upsert order"; id = order(); return "INSERT " m " INTO shop.orders VALUES (" id ", " c ", 'to c" c " " stamp() "') ON CONFLICT (id) DO UPDATE SET customer = EXCLUDED.customer, ship_to = EXCLUDED.ship_to;" remember("orders", id) }
    if (r < 270) { kind = "insert or nothing"; id = order(); return "INSERT " m " INTO shop.orders VALUES (" id ", " c ", 'to c" c " " stamp() "') ON CONFLICT DO NOTHING;" remember("orders", id) }
    if (r < 310) { kind = "change order"; id = order(); return "UPDATE " m " shop.orders SET ship_to = 'to c' || customer || ' " stamp() "' WHERE id = " id ";" remember("orders", id) }
    if (r < 350) { kind = "re-point order"; id = order(); return "UPDATE " m " shop.orders SET customer = " c ", ship_to = 'to c" c " " stamp() "' WHERE id = " id ";" remember("orders", id) }
    if (r < 365) { kind = "copy order"; id = order(); return "COPY " m " shop.orders (id, customer, ship_to) FROM PROGRAM 'echo \"" id "," c ",to c" c " " stamp() "\"' (FORMAT csv);" remember("orders", id) }
    if (r < 390) { kind = "merge order"; id = order(); return "MERGE " m " INTO shop.orders o USING (VALUES (" id ", " c ", 'to c" c " " stamp() "')) AS v(id, c, t) ON o.id = v.id WHEN MATCHED THEN UPDATE SET customer = c, ship_to = t WHEN NOT MATCHED THEN INSERT (id, customer, ship_to) VALUES (v.id, c, t);" remember("orders", id) }
    if (r < 405) { kind = "delete order"; id = order(); return "WITH " m " l AS (DELETE FROM shop.orders o WHERE id = " id " AND NOT EXISTS (SELECT FROM shop.lines WHERE order_id = o.id) AND NOT EXISTS (SELECT FROM shop.notes WHERE order_id = o.id) RETURNING id) DELETE FROM shop.truth t USING l WHERE t.what = 'orders' AND t.id = l.id;" }
    if (r < 455) { v = order(); id = v * 2 + below(2); kind = "insert line"; return "INSERT " m " INTO shop.lines VALUES (" id ", " v ", 'line " stamp() "');" remember("lines", id) }
    if (r < 475) { kind = "re-point line"; id = order() * 2; return "UPDATE " m " shop.lines SET order_id = " order() " WHERE id = " id ";" }
    if (r < 490) { kind = "delete line"; id = order() * 2; return "WITH " m " l AS (DELETE FROM shop.lines WHERE id = " id " RETURNING id) DELETE FROM shop.truth t USING l WHERE t.what = 'lines' AND t.id = l.id;" }
    if (r < 505) { kind = "merge line"; v = order(); id = v * 2 + below(2); return "MERGE " m " INTO shop.lines l USING (VALUES (" id ", " v ", 'line " stamp() "')) AS v(id, o, w) ON l.id = v.id WHEN MATCHED THEN UPDATE SET order_id = o, words = w WHEN NOT MATCHED THEN INSERT VALUES (v.id, o, w);" remember("lines", id) }
    if (r < 535) { kind = "order with line"; v = order(); return "WITH " m " o AS (INSERT INTO shop.orders VALUES (" v ", " c ", 'to c" c " " stamp() "') RETURNING id) INSERT INTO shop.lines SELECT id * 2, id, 'line " stamp() "' FROM o;" remember("orders", v) remember("lines", v * 2) }
    if (r < 560) { kind = "note before order"; v = order(); return "INSERT " m " INTO shop.notes VALUES (" v ", " v ", 'note " stamp() "'); INSERT " m " INTO shop.orders VALUES (" v ", " c ", 'to c" c " " stamp() "') ON CONFLICT DO NOTHING;" remember("notes", v) remember("orders", v) }
    if (r < 585) { kind = "insert visit"; id = order(); return "INSERT " m " INTO shop.visits SELECT " id ", " id % 2 ", " c ", 'place c" c " " stamp() "' WHERE NOT EXISTS (SELECT FROM shop.truth WHERE what = 'visits' AND id = " id ");" remember("visits", id) }
    if (r < 615) { kind = "move visit"; id = order(); return "UPDATE " m " shop.visits SET region = 1 - region" (chance(0.5) ? "" : ", customer = " c ", place = 'place c" c " " stamp() "'") " WHERE id = " id ";" remember("visits", id) }
    if (r < 645) { kind = "insert gift"; id = order(); return "INSERT " m " INTO shop.gifts VALUES (" id ", " c ", " person() ", 'gift " stamp() "');" remember("gifts", id) }
    if (r < 665) { kind = "re-point gift"; id = order(); return "UPDATE " m " shop.gifts SET receiver = " c " WHERE id = " id ";" }
    if (r < 700) { kind = "insert letter"; id = order(); return "INSERT " m " INTO shop.letters VALUES (" id ", 'e" int(c / 3) "', 'letter " stamp() "');" remember("letters", id) }
    if (r < 720) { kind = "change letter"; id = order(); return "UPDATE " m " shop.letters SET email = 'e" int(c / 3) "', body = 'letter " stamp() "' WHERE id = " id ";" remember("letters", id) }
    return verb(m)
}

function some(state, most) { return "shop.pick('" state "', " low ", " (low + window) ", " (1 + below(most)) ", '" n "')" }

function verb(m,    r) {
    n++
    r = below(280)
    if (r < 90) { kind = "soft_delete"; return "SELECT " m " erasure.soft_delete('shop.customers', ARRAY[" person() (chance(0.3) ? ", " person() : "") "]);" }
    if (r < 115) { kind = "restore"; return "SELECT " m " erasure.restore('shop.customers', " some("deleted", 2) ");" }
    if (r < 190) { kind = "permanently_delete"; return "SELECT " m " erasure.permanently_delete('shop.customers', k, cardinality(k)) FROM " some("deleted", 3) " AS k;" }
    if (r < 240) { kind = "undo"; return "SELECT " m " erasure.undo_permanent_delete('shop.customers', " some("masked", 2) ");" }
    if (r < 252) { kind = "hold"; return "SELECT " m " erasure.hold('shop.customers', " (chance(0.5) ? "ARRAY[" person() "]" : some("masked", 2)) ", 'court');" }
    if (r < 272) { kind = "release"; return "SELECT " m " erasure.release('shop.customers', ARRAY[" person() ", " person() "]);" }
    kind = "erase_now"; return "SELECT " m " erasure.erase_now('shop.customers', k, cardinality(k), 'asked for') FROM " some(chance(0.5) ? "masked" : "deleted", 2) " AS k;"
}

function transaction(    many, i, text, kinds) {
    many = chance(0.75) ? 1 : 2 + below(3)
    for (i = 0; i < many; ++i) {
        text = operation(many > 1 ? "m" : "s")
        if (text ~ /erasure\./ && many == 1) sub(/\/\*s\*\//, "/*v*/", text)
        if (many > 1 && chance(0.1))
            kinds = kinds "SAVEPOINT s; " text " ROLLBACK TO s;\n"
        else
            kinds = kinds text (chance(0.3) ? " SELECT pg_sleep(" rand() / 100 ");" : "") " INSERT INTO shop.done VALUES ('" kind "');\n"
    }
    print "BEGIN ISOLATION LEVEL " level() ";\n" kinds (chance(0.03) ? "ROLLBACK;" : "COMMIT;")
}

BEGIN {
    srand(seed * 1000 + client)
    window = 40
    n = 0
    while (n < operations) {
        low = int(n / operations * (customers - window))
        if (below(150) == 0) {
            n++
            print "CALL erasure.erase_due(" (1 + below(20)) ");\nINSERT INTO shop.done VALUES ('erase_due');"
        } else
            transaction()
    }
}
