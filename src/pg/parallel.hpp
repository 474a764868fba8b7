// The same work in this backend and in parallel workers of it, which see the same rows and send back what they find.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace pg {

// How one of those at work gets its share and hands out what it found.
class WorkShare {
public:
	virtual ~WorkShare() = default;
	// The next of the parts, which are numbered from 0; false when all are taken.
	virtual bool next(std::uint64_t &part) = 0;
	virtual void send(std::string_view message) = 0;
};

// Runs work(share) here, and in up to `workers` workers the C function `entry` of this library, whose body is run_worker(). What
// they send, and what work sends, comes to `receive` in this backend. All see what is committed by now, whatever the isolation
// level. The task's bytes are wiped afterwards. Nothing may be written meanwhile.
struct Teamwork {
	const char *entry;
	std::uint64_t parts = 0;
	int workers = 0;
	std::string_view task;
	std::function<void(WorkShare &)> work;
	std::function<void(std::string_view)> receive;
};
void work_together(const Teamwork &team);

// As many workers as a maintenance command may have for so many blocks.
int maintenance_workers(std::uint64_t blocks);

// The whole body of the worker's C function.
void run_worker(void *segment, void *contents, void (*work)(std::string_view task, WorkShare &share));

}  // namespace pg
