// Fuzzes the reading of paths and the walk: what is read can be written and read again, and any walk ends where it began.
#include <string>
#include <vector>

#include "core/path.hpp"
#include "fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
	FuzzInput input(data, size);
	std::uint8_t moves[16];
	for (std::uint8_t &move : moves)
		move = input.byte();
	const std::string_view text = input.rest();

	const char *reason = nullptr;
	const std::optional<core::Path> path = core::parse_path(text, &reason);
	require(path.has_value() == (reason == nullptr));
	if (!path)
		return 0;
	require(path->size() <= text.size());
	require(core::parse_path(core::path_text(*path), nullptr) == path);

	// Straight down the path itself: its end is selected, nothing above it is.
	const std::vector<core::Path> paths{*path};
	core::PathWalk walk(paths);
	for (const core::PathStep &step : *path) {
		require(!walk.selected() && !walk.barren());
		walk.enter_key(step.kind == core::PathStep::Kind::any ? "whatever" : step.name);
	}
	require(walk.selected());
	while (walk.depth() > 0)
		walk.leave();

	for (const std::uint8_t move : moves) {
		const bool was_selected = walk.selected();
		const bool was_barren = walk.barren();
		const std::size_t depth = walk.depth();
		if (move % 3 == 0) {
			walk.leave();
			continue;
		}
		if (move % 3 == 1)
			walk.enter_index(move / 16, 16);
		else
			walk.enter_key(move / 3 < path->size() ? (*path)[move / 3].name : "x");
		require(walk.depth() == depth + 1);
		require(walk.selected() || !was_selected);
		require(!was_barren || walk.barren());
	}
	while (walk.depth() > 0)
		walk.leave();
	require(walk.selected() == path->empty());
	return 0;
}
