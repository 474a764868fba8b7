// Reading the paths of mask_jsonb, in dotted form and as text[] literals, and following them over a document.
#include "core/path.hpp"

#include <algorithm>
#include <utility>

#include "core/fence.hpp"

namespace core {

namespace {

// The server's own idea of blanks in array literals (scanner_isspace, PostgreSQL 14 to 18).
constexpr bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

constexpr std::string_view kSpecial = ".[]{}\"\\*";

bool needs_quotes(std::string_view key)
{
	return key.empty() || key.front() == '$' || is_blank(key.front()) || is_blank(key.back()) ||
		   key.find_first_of(kSpecial) != std::string_view::npos;
}

PathStep key_step(std::string name) { return PathStep{PathStep::Kind::key, std::move(name)}; }
PathStep any_step() { return PathStep{PathStep::Kind::any, {}}; }

// A step as an array index: an optional sign and digits, few enough for a long long.
std::optional<long long> as_number(std::string_view text)
{
	const bool negative = text.starts_with('-');
	if (negative)
		text.remove_prefix(1);
	constexpr std::size_t most_digits = 10;  // PostgreSQL takes a 32-bit integer here
	if (text.empty() || text.size() > most_digits)
		return std::nullopt;
	long long number = 0;
	for (const char c : text) {
		if (c < '0' || c > '9')
			return std::nullopt;
		number = number * 10 + (c - '0');
	}
	return negative ? -number : number;
}

class Reader {
public:
	explicit Reader(std::string_view text) : text_(text) {}

	bool read()
	{
		if (text_.empty())
			return fail("A path must not be empty; \"$\" is the whole document.");
		skip_blanks();
		if (looking_at('{')) {
			++at_;
			return read_braced();
		}
		at_ = 0;  // in the dotted form blanks are part of a key
		return read_dotted();
	}

	Path path;
	const char *reason = nullptr;

private:
	bool done() const { return at_ == text_.size(); }
	bool looking_at(char c) const { return !done() && text_[at_] == c; }

	bool fail(const char *why)
	{
		reason = why;
		return false;
	}

	bool read_dotted();
	bool read_named_step();
	bool read_bracket();
	bool read_quoted(std::string &out);

	bool read_braced();
	bool read_element();
	bool read_bare_element();
	bool read_end();
	void skip_blanks();

	std::string_view text_;
	std::size_t at_ = 0;
};

bool Reader::read_dotted()
{
	if (looking_at('$')) {
		++at_;
		if (!done() && !looking_at('.') && !looking_at('['))
			return fail("\"$\" is the whole document: a dot or a bracket must follow. Put a key that begins with it in "
						"double quotes.");
	} else if (!looking_at('[') && !read_named_step()) {
		return false;
	}
	while (!done()) {
		const bool bracket = looking_at('[');
		if (!bracket && !looking_at('.'))
			return fail("After a step there must be a dot, a bracket or the end.");
		++at_;
		if (bracket ? !read_bracket() : !read_named_step())
			return false;
	}
	return true;
}

// What stands before or after a dot.
bool Reader::read_named_step()
{
	if (looking_at('"')) {
		++at_;
		std::string name;
		if (!read_quoted(name))
			return false;
		path.push_back(key_step(std::move(name)));
		return true;
	}
	const std::size_t end = std::min(text_.find_first_of(".[", at_), text_.size());
	const std::string_view name = text_.substr(at_, end - at_);
	at_ = end;
	if (name == "*") {
		path.push_back(any_step());
		return true;
	}
	if (name.empty())
		return fail("A step is missing; an empty key is written \"\".");
	if (needs_quotes(name))
		return fail("A key with special characters, or with blanks at its ends, must be in double quotes.");
	path.push_back(key_step(std::string(name)));
	return true;
}

// What follows an opening bracket.
bool Reader::read_bracket()
{
	const std::size_t end = text_.find(']', at_);
	if (end == std::string_view::npos)
		return fail("A bracket is not closed.");
	const std::string_view inside = text_.substr(at_, end - at_);
	at_ = end + 1;
	if (inside == "*") {
		path.push_back(any_step());
		return true;
	}
	if (!as_number(inside))
		return fail("A bracket holds a number or an asterisk.");
	path.push_back(key_step(std::string(inside)));
	return true;
}

// What follows an opening double quote, in either form.
bool Reader::read_quoted(std::string &out)
{
	for (; !done(); ++at_) {
		if (looking_at('"')) {
			++at_;
			return true;
		}
		if (looking_at('\\') && ++at_ == text_.size())
			break;
		out.push_back(text_[at_]);
	}
	return fail("A double quote is not closed.");
}

void Reader::skip_blanks()
{
	while (!done() && is_blank(text_[at_]))
		++at_;
}

// After the opening brace; the rules are those of array_in.
bool Reader::read_braced()
{
	skip_blanks();
	if (looking_at('}')) {
		++at_;
		return read_end();
	}
	for (;;) {
		skip_blanks();
		if (!read_element())
			return false;
		skip_blanks();
		if (done())
			return fail("A brace is not closed.");
		const char separator = text_[at_++];
		if (separator == '}')
			return read_end();
		if (separator != ',')
			return fail("Between elements there must be a comma.");
	}
}

bool Reader::read_element()
{
	if (!looking_at('"'))
		return read_bare_element();
	++at_;
	std::string name;
	if (!read_quoted(name))
		return false;
	path.push_back(key_step(std::move(name)));
	return true;
}

bool Reader::read_bare_element()
{
	std::string name;
	std::size_t to_keep = 0;  // trailing blanks go, unless they are escaped
	bool escaped = false;
	for (; !done(); ++at_) {
		char c = text_[at_];
		if (c == ',' || c == '}')
			break;
		if (c == '{' || c == '"')
			return fail("An element with braces or double quotes inside must be in double quotes.");
		const bool literal = c == '\\';
		if (literal) {
			if (++at_ == text_.size())
				return fail("A brace is not closed.");
			c = text_[at_];
			escaped = true;
		}
		name.push_back(c);
		if (literal || !is_blank(c))
			to_keep = name.size();
	}
	name.resize(to_keep);
	if (name.empty())
		return fail("An element is missing; an empty key is written \"\".");
	if (!escaped && name == "*") {
		path.push_back(any_step());
		return true;
	}
	const bool is_null = name.size() == 4 && (name[0] | 0x20) == 'n' && (name[1] | 0x20) == 'u' &&
						 (name[2] | 0x20) == 'l' && (name[3] | 0x20) == 'l';
	if (!escaped && is_null)
		return fail("An element must not be NULL; a key of that name must be in double quotes.");
	path.push_back(key_step(std::move(name)));
	return true;
}

bool Reader::read_end()
{
	skip_blanks();
	return done() || fail("After the closing brace there must be nothing.");
}

}  // namespace

std::optional<Path> parse_path(std::string_view text, const char **reason)
{
	Reader reader(text);
	if (!reader.read()) {
		if (reason)
			*reason = reader.reason;
		return std::nullopt;
	}
	return std::move(reader.path);
}

std::string path_text(const Path &path)
{
	if (path.empty())
		return "$";
	std::string text;
	for (const PathStep &step : path) {
		if (!text.empty())
			text.push_back('.');
		if (step.kind == PathStep::Kind::any) {
			text.push_back('*');
		} else if (!needs_quotes(step.name)) {
			text.append(step.name);
		} else {
			text.push_back('"');
			for (const char c : step.name) {
				if (c == '"' || c == '\\')
					text.push_back('\\');
				text.push_back(c);
			}
			text.push_back('"');
		}
	}
	return text;
}

PathWalk::PathWalk(std::span<const Path> paths) : paths_(paths)
{
	levels_.push_back(Level{0, false});
	for (std::size_t path = 0; path < paths_.size(); ++path)
		keep(path, 0);
}

// Below a selected node there is nothing left to match.
void PathWalk::open_level()
{
	const bool selected = levels_.back().selected;
	levels_.push_back(Level{positions_.size(), selected});
}

void PathWalk::keep(std::size_t path, std::size_t step)
{
	if (step == paths_[path].size())
		levels_.back().selected = true;
	else
		positions_.push_back(Position{path, step});
}

void PathWalk::enter_key(std::string_view key)
{
	const std::size_t begin = levels_.back().first;
	const std::size_t end = positions_.size();
	open_level();
	for (std::size_t i = begin; i < end && !levels_.back().selected; ++i) {
		const Position position = positions_[i];
		const PathStep &step = paths_[position.path][position.step];
		if (step.kind == PathStep::Kind::any || step.name == key)
			keep(position.path, position.step + 1);
	}
}

void PathWalk::enter_index(std::size_t index, std::size_t count)
{
	const std::size_t begin = levels_.back().first;
	const std::size_t end = positions_.size();
	open_level();
	for (std::size_t i = begin; i < end && !levels_.back().selected; ++i) {
		const Position position = positions_[i];
		const PathStep &step = paths_[position.path][position.step];
		if (step.kind == PathStep::Kind::any) {
			keep(position.path, position.step + 1);
			continue;
		}
		const std::optional<long long> number = as_number(step.name);
		if (!number) {
			keep(position.path, position.step);  // looks through the array
			continue;
		}
		const long long wanted = *number < 0 ? *number + static_cast<long long>(count) : *number;
		if (wanted >= 0 && static_cast<std::size_t>(wanted) == index)
			keep(position.path, position.step + 1);
	}
}

void PathWalk::leave()
{
	if (levels_.size() == 1)
		return;
	positions_.resize(levels_.back().first);
	levels_.pop_back();
}

bool PathWalk::barren() const
{
	return !selected() && levels_.back().first == positions_.size();
}

}  // namespace core
