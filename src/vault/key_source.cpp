// Reads, makes and changes the key file, and says what is wrong with it.
#include "vault/key_source.hpp"

#include <algorithm>
#include <cstring>

#include "pg/command.hpp"
#include "pg/error.hpp"
#include "pg/file.hpp"
#include "pg/role.hpp"

namespace vault {
namespace {

std::string key_file_path()
{
	std::string path = pg::setting("erasure.key_file");
	if (path.empty())
		path = "erasure.key";
	return path.front() == '/' ? path : pg::data_directory() + "/" + path;
}

std::string describe(const std::string &file, const pg::FileResult &result)
{
	switch (result.kind) {
		case pg::FileResult::missing:
			return file + " is missing.";
		case pg::FileResult::not_regular:
			return file + " is not a regular file.";
		case pg::FileResult::wrong_owner:
			return file + " must belong to the database server's user or to root.";
		case pg::FileResult::loose:
			return file + " has group or world access. It must have permissions u=rw (0600) or less if the server's " +
				   "user owns it, or u=rw,g=r (0640) or less if root does.";
		case pg::FileResult::too_large:
			return file + " is too large to be a key file.";
		default:
			return file + " could not be read: " + std::strerror(result.error) + ".";
	}
}

std::string remedy(const std::string &path, const pg::FileResult &result)
{
	switch (result.kind) {
		case pg::FileResult::loose:
			return "Run: chmod 600 '" + path + "'";
		case pg::FileResult::wrong_owner:
			return "Run: chown " + pg::server_user() + " '" + path + "'";
		case pg::FileResult::unreadable:
			return "Let the database server's user, " + pg::server_user() + ", read the file.";
		default:
			return {};
	}
}

std::string_view text_of(const pg::Secret &secret) { return {reinterpret_cast<const char *>(secret.data()), secret.size()}; }

}  // namespace

namespace {

constexpr std::size_t kMostOutputBytes = 256 << 10;

// What the program has said in this transaction, whose end wipes it.
struct Said {
	std::string command;
	pg::Secret text;
};

Said &said()
{
	static Said *const one = new Said;
	return *one;
}

std::string describe(const pg::CommandResult &result)
{
	const std::string program = "The program of erasure.key_command ";
	switch (result.kind) {
		case pg::CommandResult::not_started:
			return program + "could not be started: " + std::strerror(result.error) + ".";
		case pg::CommandResult::killed:
			return program + "was ended by signal " + std::to_string(result.status) + ".";
		case pg::CommandResult::late:
			return program + "took longer than erasure.key_command_timeout.";
		case pg::CommandResult::too_much:
			return program + "says more than a key ring can be.";
		default:
			return program + "failed with exit status " + std::to_string(result.status) + ".";
	}
}

// %% is a percent sign, as in ssl_passphrase_command, whose other escapes have no meaning here.
bool expand(std::string_view command, std::string &out)
{
	for (std::size_t i = 0; i < command.size(); ++i) {
		if (command[i] == '%' && (++i == command.size() || command[i] != '%'))
			return false;
		out += command[i];
	}
	return true;
}

}  // namespace

KeySource::KeySource() : command_(pg::setting("erasure.key_command")), path_(command_.empty() ? key_file_path() : std::string()) {}

void KeySource::ask_anew() { said().text.release(); }

std::string_view KeySource::text() const { return text_of(is_file() ? text_ : said().text); }

std::string KeySource::missing() const { return describe(name(), {pg::FileResult::missing}); }

bool KeySource::may_change() const { return is_file() && pg::may_replace_private_file(path_); }

void KeySource::sync() const
{
	if (is_file())
		pg::sync_file(path_);
}

std::size_t KeySource::find(std::string_view id) const
{
	return static_cast<std::size_t>(std::find(ids_.begin(), ids_.end(), id) - ids_.begin());
}

std::optional<std::size_t> KeySource::last_with(std::string_view prefix) const
{
	for (std::size_t at = ids_.size(); at > 0; --at)
		if (std::string_view(ids_[at - 1]).starts_with(prefix))
			return at - 1;
	return std::nullopt;
}

KeySource::Found KeySource::fetch_file(Trouble &trouble)
{
	const pg::FileResult result = pg::read_private_file(path_, kMostKeyFileBytes, text_);
	if (result.kind == pg::FileResult::missing)
		return Found::missing;
	if (result.kind == pg::FileResult::ok)
		return Found::yes;
	trouble = {describe(name(), result), remedy(path_, result)};
	return Found::bad;
}

KeySource::Found KeySource::fetch(Trouble &trouble)
{
	Said &once = said();
	if (once.text.is_there() && once.command == command_)
		return Found::yes;
	std::string program;
	if (!expand(command_, program)) {
		trouble = {"erasure.key_command has a percent sign that is not doubled.", "Write %% for a percent sign."};
		return Found::bad;
	}
	const pg::CommandResult result = pg::run_command(program, kMostOutputBytes, std::stoi(pg::setting("erasure.key_command_timeout")), once.text);
	once.command = command_;
	once.text.shorten(result.size);
	if (result.kind == pg::CommandResult::ok)
		return Found::yes;
	ask_anew();
	trouble = {describe(result), "The server's log has what the program wrote to its standard error."};
	return Found::bad;
}

// Whoever read a file while it was replaced may have found zeros: the second look finds the new one.
KeySource::Found KeySource::read(Trouble &trouble)
{
	std::vector<KeyLine> lines;
	std::string why;
	for (int look = 0; look < 2; ++look) {
		if (const Found found = is_file() ? fetch_file(trouble) : fetch(trouble); found != Found::yes)
			return found;
		if (parse_key_file(text(), lines, why))
			break;
	}
	if (!why.empty()) {
		ask_anew();
		trouble = {name() + " is malformed: " + why + ".", {}};
		return Found::bad;
	}
	ids_.clear();
	signing_ids_.clear();
	std::stable_partition(lines.begin(), lines.end(), [](const KeyLine &line) { return !line.signs; });
	keys_.allocate(lines.size() * kKeyBytes);
	for (std::size_t i = 0; i < lines.size(); ++i) {
		(lines[i].signs ? signing_ids_ : ids_).emplace_back(lines[i].id);
		decode_key(lines[i].digits, KeySpace(keys_.data() + i * kKeyBytes, kKeyBytes));
	}
	return Found::yes;
}

std::optional<KeySource::Signing> KeySource::signing(const std::optional<std::string> &id) const
{
	for (std::size_t at = signing_ids_.size(); at > 0; --at)
		if (!id || signing_ids_[at - 1] == *id)
			return Signing{signing_ids_[at - 1], key(ids_.size() + at - 1)};
	return std::nullopt;
}

namespace {

[[noreturn]] void not_written(const std::string &file, int error)
{
	throw pg::Failure(pg::code::vault_cannot_be_opened, "master key could not be created", file + " could not be written: " + std::strerror(error) + ".",
					  "Set erasure.key_file to a place where the server may create a file.");
}

}  // namespace

std::string KeySource::create() const
{
	const std::string id = random_id();
	pg::Secret text;
	text.allocate(most_ring_bytes(0, 1));
	const std::size_t size = change_ring({}, {}, {id}, reinterpret_cast<char *>(text.data()));
	const pg::FileResult result = pg::create_private_file(path_, text_of(text).substr(0, size));
	if (result.kind == pg::FileResult::exists)
		return {};
	if (result.kind != pg::FileResult::ok)
		not_written(name(), result.error);
	return id;
}

void KeySource::change(const std::vector<std::string> &without, const std::vector<std::string> &with, bool signing) const
{
	pg::Secret text;
	text.allocate(most_ring_bytes(text_.size(), with.size()));
	const std::size_t size = change_ring(text_of(text_), without, with, reinterpret_cast<char *>(text.data()), signing);
	if (size > kMostKeyFileBytes)
		throw pg::Failure(pg::code::vault_cannot_be_opened, "master key could not be created", name() + " would become too large.",
						  "erasure.key_ring() lists its keys, erasure.retire_key takes out what nothing needs any more.");
	const pg::FileResult result = pg::replace_private_file(path_, text_of(text).substr(0, size));
	if (result.kind != pg::FileResult::ok)
		not_written(name(), result.error);
}

}  // namespace vault
