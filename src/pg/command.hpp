// What a program says: run by the shell with a limit of time and size, its output kept as a secret.
#pragma once

#include <cstddef>
#include <string>

#include "pg/secret.hpp"

namespace pg {

struct CommandResult {
	enum Kind {
		ok,
		not_started,  // see `error`
		failed,       // see `status`
		killed,       // by the signal in `status`
		late,
		too_much,
	} kind = ok;
	int error = 0;   // errno
	int status = 0;  // exit status, or signal
	std::size_t size = 0;  // of the output
};

// Runs it in a process group of its own, which is killed when the time is over, there is too much output, or the query is
// cancelled (which raises). Nothing of the output goes anywhere else; what it writes to standard error goes to the server's log.
CommandResult run_command(const std::string &command, std::size_t most_bytes, int milliseconds, Secret &output);

}  // namespace pg
