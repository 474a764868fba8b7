// The boundary between PostgreSQL's longjmp and C++'s exceptions: the entry wrapper, the guard, and attempt().
//
// PostgreSQL -> C++: every call that can raise runs inside guarded(). The PostgreSQL error stays on its own error
// stack; an empty token, Raised, unwinds the C++ frames and the entry wrapper re-throws the error untouched.
// C++ -> PostgreSQL: enter() catches everything, records it in fixed buffers, and raises only after the last handler
// has closed. Raising inside a handler would leak the exception object (200 bytes each time, measured).
#pragma once

#include "pg/error.hpp"
#include "pg/server.hpp"

namespace pg {

// Empty token: a PostgreSQL error is pending on PostgreSQL's own error stack.
struct Raised {};

namespace detail {
using Leaf = void (*)(void *);
bool run_guarded(Leaf leaf, void *argument) noexcept;
bool run_attempt(Leaf leaf, void *argument, Caught *caught);
void record_raised() noexcept;
void record_failure(const Failure &failure) noexcept;
void record_out_of_memory() noexcept;
void record_unknown(const char *what) noexcept;
[[noreturn]] void raise_recorded();
}  // namespace detail

// Runs one small leaf that calls PostgreSQL. The leaf must be trivially destructible and build nothing that has a
// destructor, since an error in it leaves by longjmp; it must not throw either.
template <typename F>
auto guarded(F &&leaf) -> std::invoke_result_t<F &>
{
	using Result = std::invoke_result_t<F &>;
	static_assert(std::is_trivially_destructible_v<std::remove_reference_t<F>>,
				  "a guarded leaf may capture only references and trivial values");
	if constexpr (std::is_void_v<Result>) {
		auto call = [](void *p) { (*static_cast<std::remove_reference_t<F> *>(p))(); };
		if (!detail::run_guarded(call, &leaf))
			throw Raised{};
	} else {
		static_assert(std::is_trivially_destructible_v<Result>, "a guarded leaf may return only trivial values");
		struct Frame {
			std::remove_reference_t<F> *leaf;
			Result result;
		} frame{&leaf, Result{}};
		auto call = [](void *p) {
			auto *f = static_cast<Frame *>(p);
			f->result = (*f->leaf)();
		};
		if (!detail::run_guarded(call, &frame))
			throw Raised{};
		return frame.result;
	}
}

// Runs C++ code, which may use guarded(), in a subtransaction. True: it worked and is kept. False: it raised, is rolled
// back, and *caught says what it was. The only way to go on after an error; out of memory and cancellation are not
// handled but passed on.
template <typename F>
bool attempt(F &&body, Caught &caught)
{
	auto call = [](void *p) { (*static_cast<std::remove_reference_t<F> *>(p))(); };
	return detail::run_attempt(call, &body, &caught);
}

// Runs C++ code below a C frame of PostgreSQL's: nothing but a PostgreSQL error leaves it.
template <typename Result, typename F>
Result enter(F &&body)
{
	sigjmp_buf *const stack_before = PG_exception_stack;
	bool failed = true;
	Result result{};
	try {
		result = body();
		failed = false;
	} catch (const Raised &) {
		detail::record_raised();
	} catch (const Failure &failure) {
		detail::record_failure(failure);
	} catch (const std::bad_alloc &) {
		detail::record_out_of_memory();
	} catch (const std::exception &error) {
		detail::record_unknown(error.what());
	} catch (...) {
		detail::record_unknown("unknown C++ exception");
	}
	// A mismatch would make the next ereport jump into a dead frame. Somebody left a PG_TRY block sideways: repair, and
	// say so instead of going on.
	if (PG_exception_stack != stack_before) {
		PG_exception_stack = stack_before;
		detail::record_unknown("a PG_TRY block was left without its end");
		failed = true;
	}
	if (failed)
		detail::raise_recorded();
	return result;
}

}  // namespace pg
