// A module of tests: functions that fail in every way the C++ boundary has to stand. Never part of the extension.
#include <cstdlib>
#include <new>
#include <stdexcept>

#include "core/mask.hpp"
#include "pg/boundary.hpp"
#include "pg/call.hpp"
#include "pg/spi.hpp"

extern "C" {
#pragma GCC visibility push(default)
PG_MODULE_MAGIC;
#pragma GCC visibility pop
}

namespace {

constinit long live_objects = 0;

// Counts itself, and owns memory, so that a destructor which did not run shows twice.
class Live {
public:
	Live() : text_(100, 'x') { ++live_objects; }
	~Live() { --live_objects; }
	Live(const Live &) = delete;
	Live &operator=(const Live &) = delete;

private:
	std::string text_;
};

// --- failing allocations ---

constinit long allocations = 0;
constinit long failing_allocation = 0;  // 0: none
constinit bool failing_from_there_on = false;

bool allocation_fails()
{
	++allocations;
	return failing_allocation != 0 &&
		   (failing_from_there_on ? allocations >= failing_allocation : allocations == failing_allocation);
}

// --- errors of PostgreSQL's at a chosen guard ---

constinit long guards = 0;
constinit long failing_guard = 0;
constinit bool failing_after_leaf = false;

struct Injected {
	pg::detail::Leaf leaf;
	void *argument;
};

// plain: no destructors in this function
void raise_injected(void *argument)
{
	auto *injected = static_cast<Injected *>(argument);
	if (failing_after_leaf)
		injected->leaf(injected->argument);
	ereport(ERROR, (errcode(ERRCODE_RAISE_EXCEPTION), errmsg("injected"), errdetail("At guard %ld.", guards),
					errhint("Injected hint.")));
}

void disarm_all()
{
	failing_allocation = 0;
	failing_guard = 0;
	failing_from_there_on = false;
	failing_after_leaf = false;
	allocations = 0;
	guards = 0;
}

}  // namespace

ERASURE_EXPORT void *operator new(std::size_t size)
{
	void *memory = allocation_fails() ? nullptr : std::malloc(size > 0 ? size : 1);
	if (memory == nullptr)
		throw std::bad_alloc();
	return memory;
}

ERASURE_EXPORT void operator delete(void *memory) noexcept { std::free(memory); }
ERASURE_EXPORT void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }

// The linker sends every guard of the other files here (--wrap), and the real one away under its own name.
extern "C" bool __real__ZN2pg6detail11run_guardedEPFvPvES1_(pg::detail::Leaf leaf, void *argument) noexcept;
extern "C" bool __wrap__ZN2pg6detail11run_guardedEPFvPvES1_(pg::detail::Leaf leaf, void *argument) noexcept;
extern "C" bool __wrap__ZN2pg6detail11run_guardedEPFvPvES1_(pg::detail::Leaf leaf, void *argument) noexcept
{
	if (++guards != failing_guard)
		return __real__ZN2pg6detail11run_guardedEPFvPvES1_(leaf, argument);
	Injected injected{leaf, argument};
	return __real__ZN2pg6detail11run_guardedEPFvPvES1_(&raise_injected, &injected);
}

namespace {

using Thrower = void (*)(const pg::Call &call);

// The compiler must not make one frame of many.
[[gnu::noinline]] long throw_below(int depth, Thrower thrower, const pg::Call &call)
{
	Live here;
	std::vector<std::string> also(3, "a string that is too long to be kept within the object itself");
	long below = 0;
	if (depth <= 0)
		thrower(call);
	else
		below = throw_below(depth - 1, thrower, call);
	return below + static_cast<long>(also.size());
}

pg::Datum throw_deep(pg::Call &call, Thrower thrower)
{
	return call.result(static_cast<std::int64_t>(throw_below(call.int4(0, "depth"), thrower, call)));
}

long resident_kilobytes()
{
	long kilobytes = -1;
	char line[256];
	FILE *file = std::fopen("/proc/self/status", "r");
	while (file != nullptr && std::fgets(line, sizeof line, file) != nullptr)
		if (std::strncmp(line, "VmRSS:", 6) == 0)
			kilobytes = std::strtol(line + 6, nullptr, 10);
	if (file != nullptr)
		std::fclose(file);
	return kilobytes;
}

void run_sql(const std::string &sql)
{
	Live here;
	pg::Spi spi;
	spi.execute(sql);
	spi.finish();
}

}  // namespace

// --- what is left behind ---

ERASURE_FUNCTION(bt_live)
{
	return call.result(static_cast<std::int64_t>(live_objects));
}

// Exceptions caught and never let go: raising inside a catch block leaves one each time.
ERASURE_FUNCTION(bt_exceptions)
{
	const int held = std::current_exception() != nullptr ? 1 : 0;
	return call.result(static_cast<std::int64_t>(std::uncaught_exceptions() + held));
}

ERASURE_FUNCTION(bt_rss)
{
	return call.result(static_cast<std::int64_t>(resident_kilobytes()));
}

// --- C++ exceptions ---

ERASURE_FUNCTION(bt_throw_runtime)
{
	return throw_deep(call, [](const pg::Call &) { throw std::runtime_error("a runtime error, 100%s"); });
}

ERASURE_FUNCTION(bt_throw_int)
{
	return throw_deep(call, [](const pg::Call &) { throw 42; });
}

ERASURE_FUNCTION(bt_throw_bad_alloc)
{
	return throw_deep(call, [](const pg::Call &) { throw std::bad_alloc(); });
}

ERASURE_FUNCTION(bt_throw_failure)
{
	return throw_deep(call, [](const pg::Call &) {
		throw pg::Failure(pg::code::on_hold, "a failure %s %n 100%", "Its detail %d.", "Its hint %m.");
	});
}

// bt_throw_long(unit text, times int): a message, detail and hint longer than their buffers.
ERASURE_FUNCTION(bt_throw_long)
{
	Live here;
	const std::string unit = call.text(0, "unit");
	std::string words = "-";
	for (int i = call.int4(1, "times"); i > 0; --i)
		words += unit;
	throw pg::Failure(pg::code::wrong_state, words, words, words);
}

// --- PostgreSQL's errors below C++ frames ---

ERASURE_FUNCTION(bt_raise)
{
	const std::string sql = call.text(1, "sql");
	struct Below {
		static long go(int depth, const std::string &statement)
		{
			Live here;
			if (depth <= 0)
				run_sql(statement);
			return depth <= 0 ? 0 : go(depth - 1, statement) + live_objects;
		}
	};
	return call.result(static_cast<std::int64_t>(Below::go(call.int4(0, "depth"), sql)));
}

// bt_nested(levels int, sql text): C++ -> SPI -> C++ -> ... -> the statement.
ERASURE_FUNCTION(bt_nested)
{
	Live here;
	const std::int32_t levels = call.int4(0, "levels");
	const std::string sql = call.text(1, "sql");
	pg::Spi spi;
	if (levels > 0)
		spi.execute("SELECT bt.nested($1, $2)", pg::Params().add_int4(levels - 1).add(sql));
	else
		spi.execute(sql);
	spi.finish();
	return call.result(static_cast<std::int64_t>(levels));
}

// --- a call like the extension's own, and everything in it that can fail ---

ERASURE_FUNCTION(bt_realistic)
{
	disarm_all();
	failing_allocation = call.int4(1, "failing allocation");
	failing_guard = call.int4(2, "failing guard");
	const bool variant = call.boolean(3, "variant");
	failing_from_there_on = failing_after_leaf = variant;

	Live here;
	const std::vector<std::string> names = call.texts(0, "names");
	std::vector<pg::Text> keys(names.begin(), names.end());
	keys.emplace_back(std::nullopt);
	pg::Spi spi;
	const pg::Rows rows = spi.query("SELECT n, length(n), NULL FROM unnest($1) n WHERE n IS NOT NULL ORDER BY n",
									pg::Params().add(keys));
	std::string result;
	for (const pg::Row &row : rows)
		result += core::mask_partial(row[0].value_or(""), 1, 1, core::utf8(), 0) + " " + row[1].value_or("") + ";";
	spi.execute("UPDATE bt_row SET seen = seen + 1, note = $1", pg::Params().add(result));
	pg::Caught caught;
	const bool worked = pg::attempt([] { run_sql("SELECT 1/0"); }, caught);
	pg::Cursor cursor("SELECT note, i FROM bt_row, generate_series(1, 25) i", {}, {pg::Form::text, pg::Form::text});
	std::size_t total = 0;
	while (cursor.fetch(10))
		total += cursor.rows();
	cursor.close();
	spi.finish();
	// What is injected within the attempt is handled like the error that belongs there.
	if (worked || (caught.sqlstate != pg::sqlstate("22012") && caught.message != "injected"))
		throw pg::Failure(pg::code::internal_error, "the attempt went wrong: " + caught.message);
	result += std::to_string(total);
	const pg::Datum datum = call.result(result);
	failing_allocation = failing_guard = 0;
	return datum;
}

ERASURE_FUNCTION(bt_disarm)
{
	disarm_all();
	return call.nothing();
}

ERASURE_FUNCTION(bt_allocations)
{
	return call.result(static_cast<std::int64_t>(allocations));
}

ERASURE_FUNCTION(bt_guards)
{
	return call.result(static_cast<std::int64_t>(guards));
}

// --- going on after an error ---

// bt_attempt(sql text): 'kept', or the error; and then goes on with SQL of its own.
ERASURE_FUNCTION(bt_attempt)
{
	Live here;
	const std::string sql = call.text(0, "sql");
	pg::Spi spi;
	spi.execute("INSERT INTO bt_log VALUES ('before')");
	pg::Caught caught;
	std::string result = "kept";
	if (!pg::attempt([&] { run_sql(sql); }, caught)) {
		char code[6] = {};
		for (int i = 0; i < 5; ++i)
			code[i] = static_cast<char>(((caught.sqlstate >> (6 * i)) & 0x3F) + '0');
		result = std::string(code) + " " + caught.message;
	}
	spi.execute("INSERT INTO bt_log VALUES ('after')");
	spi.finish();
	return call.result(result);
}

// bt_attempt_throw(kind text): the attempt's body throws C++.
ERASURE_FUNCTION(bt_attempt_throw)
{
	Live here;
	const std::string kind = call.text(0, "kind");
	pg::Spi spi;
	pg::Caught caught;
	const bool worked = pg::attempt(
		[&] {
			Live within;
			pg::Spi left_open;
			left_open.execute("INSERT INTO bt_log VALUES ('within')");
			if (kind == "failure")
				throw pg::Failure(pg::code::on_hold, "a failure", "detail", "hint");
			if (kind == "runtime")
				throw std::runtime_error("a runtime error");
			if (kind == "memory")
				throw std::bad_alloc();
			throw 42;
		},
		caught);
	const std::int64_t rows = spi.number("SELECT count(*) FROM bt_log");
	spi.finish();
	return call.result(std::to_string(worked) + " " + std::to_string(caught.sqlstate == pg::code::on_hold) + " " +
					   caught.message + " " + std::to_string(rows));
}

// bt_attempt_nested(sql text): two attempts, one within the other; both handle.
ERASURE_FUNCTION(bt_attempt_nested)
{
	const std::string sql = call.text(0, "sql");
	pg::Caught outer;
	pg::Caught inner;
	bool inner_worked = true;
	const bool outer_worked = pg::attempt(
		[&] {
			run_sql("INSERT INTO bt_log VALUES ('outer')");
			inner_worked = pg::attempt([&] { run_sql(sql); }, inner);
			run_sql("SELECT 'x'::int");
		},
		outer);
	return call.result(std::to_string(outer_worked) + std::to_string(inner_worked) + " " + inner.message + " / " +
					   outer.message);
}

// bt_attempt_many(times int): kilobytes that so many failed attempts within one call leave behind.
ERASURE_FUNCTION(bt_attempt_many)
{
	const std::int32_t times = call.int4(0, "times");
	pg::Caught caught;
	long before = 0;
	for (std::int32_t i = 0; i < times + 1000; ++i) {
		if (i == 1000)
			before = resident_kilobytes();
		pg::attempt([] { throw pg::Failure(pg::code::on_hold, std::string(300, 'm'), std::string(300, 'd')); }, caught);
	}
	return call.result(static_cast<std::int64_t>(resident_kilobytes() - before));
}
