// The paths of mask_jsonb: reading one, and telling during a walk over a document which nodes they select.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

struct PathStep {
	enum class Kind {
		key,  // this object key, or the array element of this number
		any,  // every key, every element
	};
	Kind kind = Kind::key;
	std::string name;  // empty for any

	bool operator==(const PathStep &) const = default;
};

// No steps: the whole document.
using Path = std::vector<PathStep>;

// Reads a path in any of these forms:
//
//     email    contact.email    $.contact.email    phones[*].number    phones[0].number    $[*].email
//     "e.mail".home    contact.*    {contact,email}    {phones,*,number}    {"odd,key"}    $    {}
//
// The braced form is the text[] literal that the operator #> takes, quoting included; a quoted or escaped
// asterisk is a key of that name. In the dotted form a key that holds one of . [ ] { } " \ * or begins with $,
// or that begins or ends with a space, stands in double quotes (\" and \\ inside).
// Malformed: no value, and `reason` is set to a full sentence with a static lifetime.
std::optional<Path> parse_path(std::string_view text, const char **reason);

// The path in its dotted form; parse_path reads it back to the same steps.
std::string path_text(const Path &path);

// Follows a walk over one document: enter a member or element before looking at it, leave it afterwards.
//
//     PathWalk walk(paths);
//     walk.enter_key("contact"); walk.enter_key("email");
//     if (walk.selected()) ...
//     walk.leave(); walk.leave();
//
// A path that selects an object or array selects everything below it. A step that is no number looks
// through arrays, as jsonpath's lax mode does: `phones.number` also selects the numbers in an array of
// phones, for a forgotten [*] must not leave personal data in place. A negative number counts from the end,
// as #> does. The paths must outlive the walk.
class PathWalk {
public:
	explicit PathWalk(std::span<const Path> paths);

	void enter_key(std::string_view key);
	void enter_index(std::size_t index, std::size_t count);
	void leave();

	// The current node is selected, or lies below one that is.
	bool selected() const { return levels_.back().selected; }

	// No node below the current one is selected: it can be copied as it stands.
	bool barren() const;

	std::size_t depth() const { return levels_.size() - 1; }

private:
	struct Position {
		std::size_t path;
		std::size_t step;  // the step to be matched next
	};
	struct Level {
		std::size_t first;  // its positions begin here in positions_
		bool selected;
	};

	void open_level();
	void keep(std::size_t path, std::size_t step);

	std::span<const Path> paths_;
	std::vector<Position> positions_;
	std::vector<Level> levels_;
};

}  // namespace core
