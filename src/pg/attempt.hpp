// Going on after an error: runs a body in a subtransaction, for rooms that do not see the server's headers.
#pragma once

#include <functional>

#include "pg/error.hpp"

namespace pg {

// True: it worked and is kept. False: it raised and is rolled back; caught says what it was. Out of memory and
// cancellation are never caught.
bool attempt_body(const std::function<void()> &body, Caught &caught);

// Lets a cancel request or a shutdown in; call it in loops.
void check_interrupts();

}  // namespace pg
