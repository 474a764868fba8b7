// A background worker of the extension's own, for commands that cannot run below a function: VACUUM and the like.
#pragma once

#include <functional>
#include <string>

#include "pg/error.hpp"
#include "pg/types.hpp"

namespace pg {

// Starts a worker in this database at a function of this library and waits until it has ended. The caller is between two
// transactions' work: it holds no snapshot and no lock the worker could wait for. When the wait is cancelled, the worker is
// stopped. False: no worker could be started (max_worker_processes).
bool run_worker(const char *function, const std::string &title, const std::string &argument);

// In the worker, a transaction of its own around a body. False: it raised and is rolled back; caught says what it was.
bool attempt_transaction(const std::function<void()> &body, Caught &caught);

namespace detail {
// plain: connects as the bootstrap superuser, whom PostgreSQL leaves for the owner wherever a maintenance command meets
// somebody's code, and calls the body with the argument.
void enter_worker(std::uintptr_t main_argument, void (*body)(const std::string &argument));
}  // namespace detail

// What is set for the worker's session.
void set_for_session(const char *name, const std::string &value);

}  // namespace pg

// Defines what run_worker() names.
#define ERASURE_WORKER(function)                                                                          \
	static void function##_body(const std::string &argument);                                              \
	extern "C" __attribute__((visibility("default"))) void function(std::uintptr_t main_argument);          \
	extern "C" void function(std::uintptr_t main_argument) { pg::detail::enter_worker(main_argument, function##_body); } \
	static void function##_body(const std::string &argument)
