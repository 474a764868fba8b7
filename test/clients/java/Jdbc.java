// The life of a customer's data through JDBC: createArrayOf, server-side prepared statements, batches, getSQLState.

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.util.PSQLException;

public class Jdbc {
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    static Connection pool;

    /** One transaction of one user of the application: the pool's login role may do nothing by itself. */
    static <T> T acting(String role, String actor, Work<T> work) throws SQLException {
        try (PreparedStatement who = pool.prepareStatement("SELECT set_config('role', ?, true), set_config('erasure.actor', ?, true)")) {
            who.setString(1, role);
            who.setString(2, actor);
            who.execute();
            T result = work.in(pool);
            pool.commit();
            return result;
        } catch (SQLException error) {
            pool.rollback();
            throw error;
        }
    }

    static <T> T sales(Work<T> work) throws SQLException {
        return acting("sales_team", "tom@shop.example", work);
    }

    static <T> T administrator(Work<T> work) throws SQLException {
        return acting("administrators", "ada@shop.example", work);
    }

    /** The first column of a query's rows, as text. */
    static Work<List<String>> column(String sql, Object... parameters) {
        return connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters); ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) values.add(rows.getString(1));
                return values;
            }
        };
    }

    static Work<Integer> update(String sql, Object... parameters) {
        return connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        };
    }

    static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Long[] keys) statement.setArray(i + 1, connection.createArrayOf("bigint", keys));
            else statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    interface Attempt {
        void run() throws SQLException;
    }

    /** Runs what has to fail and returns the driver's exception, or null. */
    static SQLException refused(Attempt attempt) {
        try {
            attempt.run();
            return null;
        } catch (SQLException error) {
            return error;
        }
    }

    static String state(SQLException error) {
        return error == null ? null : error.getSQLState();
    }

    // --- a few lines of TAP ---

    static int run = 0;
    static boolean failed = false;

    static void ok(boolean condition, String what, Object why) {
        if (!condition) failed = true;
        System.out.println((condition ? "ok " : "not ok ") + ++run + " - " + what);
        if (!condition) System.out.println("#   " + String.valueOf(why).replace("\n", "\n#   "));
    }

    static void same(Object got, Object wanted, String what) {
        ok(wanted.equals(got), what, "got    " + got + "\nwanted " + wanted);
    }

    static void starred(List<String> values, String what) {
        ok(!values.isEmpty() && values.stream().allMatch(v -> v != null && v.startsWith("*****")), what, "got " + values);
    }

    // --- the story ---

    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("user", "app");
        properties.setProperty("prepareThreshold", "1"); // every statement is prepared on the server at once, results are binary
        String url = "jdbc:postgresql://127.0.0.1:" + System.getenv("PGPORT") + "/" + System.getenv("PGDATABASE");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            System.out.println("# " + connection.getMetaData().getDriverName() + " " + connection.getMetaData().getDriverVersion() + ", Java " + Runtime.version());
            pool = connection;
            pool.setAutoCommit(false);
            story();
        } catch (Exception error) {
            ok(false, "the story runs to its end", error);
        }
        System.out.println("1.." + run);
        System.exit(failed ? 1 : 0);
    }

    static long person(Connection connection, String name, String email, String phone) throws SQLException {
        String sql = "INSERT INTO customers (name, email, phone) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql, new String[] {"id"})) {
            insert.setString(1, name);
            insert.setString(2, email);
            insert.setString(3, phone);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    static int[] orders(Connection connection, Object[]... rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO orders (customer_id, ship_name, ship_address) VALUES (?, ?, ?)")) {
            for (Object[] row : rows) {
                insert.setLong(1, (Long) row[0]);
                insert.setString(2, (String) row[1]);
                insert.setString(3, (String) row[2]);
                insert.addBatch();
            }
            return insert.executeBatch();
        }
    }

    static void story() throws SQLException {
        // Customers with generated keys, orders in a batch.
        long alice = sales(c -> person(c, "Alice Example", "alice@example.com", "+49 30 1234567"));
        long bob = sales(c -> person(c, "Bob Example", "bob@example.com", null));
        long carol = sales(c -> person(c, "Carol Example", "carol@example.com", null));
        Long[] both = {alice, bob};
        Long[] one = {alice};
        int[] counts = sales(c -> orders(c, new Object[] {alice, "Alice Example", "1 Main Street"},
            new Object[] {alice, "A. Example", "2 Side Street"}, new Object[] {bob, "Bob Example", null}));
        same(counts.length, 3, "orders by a batch");

        // Soft delete and the Deleted list.
        SQLException error = refused(() -> column("SELECT erasure.soft_delete('customers', ?)", (Object) one).in(pool));
        pool.rollback();
        same(state(error), "42501", "without SET LOCAL ROLE the login role may do nothing");
        same(sales(column("SELECT erasure.soft_delete('customers', ?)", (Object) both)), List.of("2"), "soft_delete, keys by createArrayOf");
        same(sales(column("SELECT erasure.soft_delete('customers', ?)", String.valueOf(carol))), List.of("1"), "soft_delete, one key by setString");
        same(sales(column("SELECT name FROM customers_deleted ORDER BY id")), List.of("Alice Example", "Bob Example", "Carol Example"), "the Deleted list has them");
        same(sales(column("SELECT erasure.restore('customers', ?)", (Object) new Long[] {carol})), List.of("1"), "restore");
        same(sales(column("SELECT id FROM customers_active")), List.of(String.valueOf(carol)), "restored ones are active again");
        same(administrator(column("SELECT DISTINCT actor FROM erasure.audit_log WHERE action = 'soft_delete'")), List.of("tom@shop.example"), "the audit log knows who it was");

        // Permanent delete, confirmed by what the user types.
        same(sales(column("SELECT question FROM erasure.confirmation('customers', ?)", (Object) both)),
            List.of("2 customers will be permanently deleted. Do you want to proceed?"), "confirmation has the words to ask in");
        String delete = "SELECT rows_masked FROM erasure.permanently_delete('customers', ?, ?)";
        error = refused(() -> sales(column(delete, both, 3)));
        same(state(error), "22023", "a wrong count is SQLSTATE 22023, by getSQLState");
        ok(error instanceof PSQLException e && e.getServerErrorMessage().getDetail() != null && e.getServerErrorMessage().getHint() != null,
            "... with DETAIL and HINT in getServerErrorMessage", error);
        same(sales(column("SELECT name FROM customers_deleted ORDER BY id")), List.of("Alice Example", "Bob Example"), "... and has changed nothing");
        same(state(refused(() -> sales(column(delete, new Long[] {}, 0)))), "22023", "an empty array is refused");
        same(sales(column(delete, both, 2)), List.of("5"), "permanently_delete with the right count");
        same(sales(column("SELECT id FROM customers_deleted")), List.of(), "they are gone from the Deleted list");
        starred(sales(column("SELECT name FROM customers WHERE id = ANY(?)", (Object) both)), "customers are masked");
        starred(sales(c -> {
            try (PreparedStatement read = prepare(c, "SELECT ship_name FROM orders WHERE customer_id = ANY(?)", (Object) both)) {
                read.setFetchSize(1); // a portal on the server
                List<String> names = new ArrayList<>();
                try (ResultSet rows = read.executeQuery()) {
                    while (rows.next()) names.add(rows.getString(1));
                }
                return names;
            }
        }), "their orders are masked, read row by row");

        // Nothing personal comes back, and nobody is deleted past the rules.
        same(sales(c -> {
            try (Statement read = c.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                 ResultSet row = read.executeQuery("SELECT id, name, email, phone FROM customers WHERE id = " + alice)) {
                row.next();
                for (String column : new String[] {"name", "email", "phone"}) row.updateString(column, row.getString(column));
                row.updateRow();
                return row.getString("name").startsWith("*****");
            }
        }), true, "updateRow of an unchanged masked row passes");
        same(state(refused(() -> sales(update("UPDATE customers SET name = ? WHERE id = ?", "Alice again", alice)))), "42501", "a new name for a masked customer is refused");
        error = refused(() -> sales(c -> orders(c, new Object[] {carol, "Carol Example", null}, new Object[] {alice, "Alice again", null})));
        same(state(error), "42501", "a batch with an order for a masked customer is refused");
        same(sales(column("SELECT count(*) FROM orders")), List.of("3"), "... and nothing of the batch is there");
        error = refused(() -> sales(c -> {
            update("UPDATE customers SET phone = '1' WHERE id = ?", carol).in(c);
            return update("DELETE FROM customers WHERE id = ?", carol).in(c);
        }));
        ok(error != null && error.getMessage().contains("cannot delete from protected table \"customers\""), "DELETE is refused by the guard", error);
        same(sales(column("SELECT coalesce(phone, 'none') FROM customers WHERE id = ?", carol)), List.of("none"), "... and the whole transaction rolled back");
        sales(c -> {
            Savepoint before = c.setSavepoint();
            refused(() -> update("DELETE FROM customers WHERE id = ?", carol).in(c));
            c.rollback(before);
            return column("SELECT erasure.soft_delete('customers', ?)", (Object) new Long[] {carol}).in(c);
        });
        same(sales(column("SELECT erasure.state('customers', ?)", carol)), List.of("deleted"), "after a savepoint the transaction goes on");

        // Undo, by an administrator only.
        String undo = "SELECT erasure.undo_permanent_delete('customers', ?)";
        same(state(refused(() -> sales(column(undo, (Object) one)))), "42501", "the sales team may not undo");
        same(administrator(column(undo, (Object) one)), List.of("1"), "an administrator may");
        same(sales(column("SELECT ship_address FROM orders WHERE customer_id = ? ORDER BY id", alice)), List.of("1 Main Street", "2 Side Street"), "orders are back, byte for byte");
        same(administrator(column("SELECT jsonb_array_length(erasure.export('customers', ?) #> '{tables,1,rows}')", alice)), List.of("2"), "export has everything held on one person");

        // The same statements again and again, prepared on the server.
        for (int i = 0; i < 8; i++) {
            sales(column("SELECT erasure.restore('customers', ?)", (Object) new Long[] {carol}));
            error = refused(() -> sales(update("DELETE FROM customers WHERE id = ?", carol)));
            sales(column("SELECT erasure.soft_delete('customers', ?)", (Object) new Long[] {carol}));
        }
        same(state(error), "42501", "prepared statements are refused like new ones");
        same(sales(column("SELECT name FROM customers_deleted ORDER BY id")), List.of("Alice Example", "Carol Example"), "and the states are what they should be");

        // Readers: direct_delete => 'soft_delete'. A DELETE goes to the Deleted list, and executeUpdate is told its number.
        List<String> readers = sales(column("INSERT INTO readers (email) VALUES ('ann@example.com'), ('ben@example.com') RETURNING id"));
        long ann = Long.parseLong(readers.get(0));
        same(sales(update("DELETE FROM readers WHERE id = ?", ann)), 1, "executeUpdate of a DELETE counts");
        same(sales(update("DELETE FROM readers WHERE id = ?", ann)), 0, "... and none the second time");
        same(sales(column("DELETE FROM readers RETURNING email")), List.of("ben@example.com"), "RETURNING has who was not deleted yet");
        same(sales(column("SELECT erasure.state('readers', id) FROM readers")), List.of("deleted", "deleted"), "both are soft-deleted");
        int back = 0, again = 0;
        for (int i = 0; i < 8; i++) { // server-side prepared from the fifth time on
            back += sales(update("UPDATE readers SET deleted_at = NULL WHERE id = ?", ann));
            again += sales(update("DELETE FROM readers WHERE id = ?", ann));
        }
        same(List.of(back, again), List.of(8, 8), "prepared statements, restored by UPDATE and deleted again and again");
    }
}
