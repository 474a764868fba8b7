// How a SQL function of ours begins: the entry macro, its arguments as C++ values, and its result.
#pragma once

#include "pg/error.hpp"
#include "pg/types.hpp"

#define ERASURE_EXPORT __attribute__((visibility("default")))

namespace pg {

// The arguments and the result of one SQL call. Lives no longer than the call.
class Call {
public:
	explicit Call(void *fcinfo) : fcinfo_(fcinfo) {}

	int count() const;
	bool is_null(int argument) const;
	Oid type_of(int argument) const;  // the actual type behind a polymorphic argument
	Datum datum(int argument) const;

	// The next ones raise 22023 "<what> must not be null" when the argument is NULL.
	Oid oid(int argument, const char *what) const;
	std::int64_t int8(int argument, const char *what) const;
	std::int32_t int4(int argument, const char *what) const;
	bool boolean(int argument, const char *what) const;
	std::string text(int argument, const char *what) const;
	std::string name(int argument, const char *what) const;
	std::vector<std::string> names(int argument, const char *what) const;  // name[]
	std::vector<std::string> texts(int argument, const char *what) const;  // text[]

	Text optional_text(int argument) const;
	std::optional<std::vector<std::string>> optional_names(int argument) const;
	// Any value through its type's output function; an array's elements likewise.
	Text output(int argument) const;
	std::vector<Text> elements(int argument, const char *what) const;

	// Results.
	Datum null() const;
	Datum nothing() const { return 0; }  // for functions that return void
	Datum result(std::int64_t value) const;
	Datum result(bool value) const;
	Datum result(const std::string &value) const;  // text
	Datum result(const char *) const = delete;      // would be taken for a bool
	Datum result_as(Oid type, const std::string &value) const;  // through the type's input function

	// A set of rows: start_rows() once, then add_row() with texts in column order, read by each column's type.
	void start_rows();
	void add_row(const std::vector<Text> &row);

	// A procedure is atomic when its caller cannot let it commit.
	bool atomic() const;
	void *raw() const { return fcinfo_; }

private:
	void require(int argument, const char *what) const;

	void *fcinfo_;
	void *rows_ = nullptr;
};

namespace detail {
Datum enter_function(void *fcinfo, Datum (*body)(Call &));
const void *finfo_v1();
}  // namespace detail

}  // namespace pg

// Defines a function that SQL can call; the body follows as an ordinary C++ function of one pg::Call &call.
// The whole extern "C" shell is the entry wrapper: no exception and no half-unwound error leaves it.
#define ERASURE_FUNCTION(function)                                                                     \
	static pg::Datum function##_body(pg::Call &call);                                                   \
	extern "C" ERASURE_EXPORT pg::Datum function(void *fcinfo);                                         \
	extern "C" ERASURE_EXPORT const void *pg_finfo_##function(void);                                    \
	extern "C" pg::Datum function(void *fcinfo) { return pg::detail::enter_function(fcinfo, function##_body); } \
	extern "C" const void *pg_finfo_##function(void) { return pg::detail::finfo_v1(); }                 \
	static pg::Datum function##_body(pg::Call &call)

// For entry points written as plain C (triggers on the hot path): only the version record; the function's own body
// must have no destructor in it and call C++ through pg::enter.
#define ERASURE_PLAIN_FUNCTION(function)                                \
	ERASURE_EXPORT const void *pg_finfo_##function(void);                \
	const void *pg_finfo_##function(void) { return pg::detail::finfo_v1(); }
