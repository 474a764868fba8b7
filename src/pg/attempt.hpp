// Going on after an error: runs a body in a subtransaction, for rooms that do not see the server's headers.
#pragma once

#include <functional>

#include "pg/error.hpp"

namespace pg {

// True: it worked and is kept. False: it raised and is rolled back; caught says what it was. Out of memory and
// cancellation are never caught, but where user code raises their numbers.
bool attempt_body(const std::function<void()> &body, Caught &caught);

// Runs a body; when PostgreSQL refuses a row in it (constraint violations, SQLSTATE classes 23 and 44), the error goes
// on without its DETAIL, which prints the row. The engine works as the table's owner, so PostgreSQL would show columns
// that the caller may not read, and personal data has no place in an error or a log anyway.
void redacting(const std::function<void()> &body);

// Lets a cancel request or a shutdown in; call it in loops.
void check_interrupts();

}  // namespace pg
