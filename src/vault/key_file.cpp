// Finding, adopting, creating and checking the key file.
//
// The database decides: once a fingerprint is recorded, only the file that has that key is good, and none is ever made.
// A promoted standby or a restored dump would otherwise start a second key beside the one its vault was sealed with.
#include "vault/key_file.hpp"

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "pg/attempt.hpp"
#include "pg/file.hpp"
#include "pg/role.hpp"

namespace vault {
namespace {

constexpr const char *kCannotBeOpened = "vault cannot be opened";

std::string key_file_path()
{
	std::string path = pg::setting("erasure.key_file");
	if (path.empty())
		path = "erasure.key";
	return path.front() == '/' ? path : pg::data_directory() + "/" + path;
}

std::string describe(const std::string &path, const pg::FileResult &result)
{
	const std::string file = "The key file \"" + path + "\"";
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

// What helps when the file may well be the right one; empty where only another file does.
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

void warn_of_backups(const std::string &path, const std::string &id)
{
	const std::string directory = pg::data_directory() + "/";
	if (path.compare(0, directory.size(), directory) == 0)
		pg::warning("created master key \"" + id + "\" in the data directory",
					"The key file is \"" + path + "\". A backup of the data directory holds the vault and its key.",
					"Move the file to a place that is backed up separately and set erasure.key_file to it, as in: "
					"LOAD 'erasure'; ALTER SYSTEM SET erasure.key_file = '/etc/postgresql/erasure.key'; SELECT pg_reload_conf(); "
					"each as a statement of its own.");
	else
		pg::warning("created master key \"" + id + "\"", "The key file is \"" + path + "\".",
					"Keep a copy apart from the backups of the database: without it no permanent delete can be undone.");
}

}  // namespace

// Two first uses at once meet at the row of erasure.installation; two databases of one server, which share the default
// file, at the file itself.
MasterKeys::MasterKeys(pg::Spi &spi, Use use) : path_(key_file_path())
{
	Recorded known = recorded(spi);
	if (!known.fingerprint && use == Use::open)
		refuse("This database has never recorded a master key.", known);
	if (!known.fingerprint)
		known = lock(spi);

	const bool there = read(known);
	if (!there && known.fingerprint)
		refuse(describe(path_, {pg::FileResult::missing}), known);
	if (known.fingerprint)
		check(known);
	else if (there)
		pg::sync_file(path_);
	else
		create();
	// Nothing was recorded, or the last key in the file is a newer one: from now on the vault needs that too.
	if (use == Use::seal)
		record(spi, known);
}

KeyView MasterKeys::find(std::string_view id) const
{
	const auto found = std::find(ids_.begin(), ids_.end(), id);
	if (found == ids_.end())
		throw pg::Failure(pg::code::vault_cannot_be_opened, kCannotBeOpened,
						  "The key file \"" + path_ + "\" does not have master key \"" + std::string(id) + "\".",
						  "Put the line of that key back into the file.");
	return key(static_cast<std::size_t>(found - ids_.begin()));
}

MasterKeys::Recorded MasterKeys::recorded(pg::Spi &spi, const char *locking) const
{
	const pg::Rows rows = spi.query(std::string("SELECT key_fingerprint, key_id FROM erasure.installation ") + locking);
	return rows.empty() ? Recorded{} : Recorded{rows[0][0], rows[0][1]};
}

MasterKeys::Recorded MasterKeys::lock(pg::Spi &spi) const
{
	spi.execute("INSERT INTO erasure.installation (one) VALUES (true) ON CONFLICT DO NOTHING");
	return recorded(spi, "FOR UPDATE");
}

void MasterKeys::create()
{
	pg::Secret text;
	text.allocate(kNewKeyFileBytes);
	std::string id;
	write_new_key_file(reinterpret_cast<char *>(text.data()), id);
	const std::string_view content(reinterpret_cast<const char *>(text.data()), text.size());
	const pg::FileResult result = pg::create_private_file(path_, content);
	if (result.kind != pg::FileResult::ok && result.kind != pg::FileResult::exists)
		throw pg::Failure(pg::code::vault_cannot_be_opened, "master key could not be created",
						  "The key file \"" + path_ + "\" could not be written: " + std::strerror(result.error) + ".",
						  "Set erasure.key_file to a place where the server may create a file.");
	// What counts is what a later reader finds. Another database's backend may have been first.
	if (!read({}))
		refuse(describe(path_, {pg::FileResult::missing}), {});
	if (result.kind == pg::FileResult::exists)
		pg::sync_file(path_);
	else
		warn_of_backups(path_, id);
}

// False when there is no file. One that is already there although nothing is recorded is adopted: an administrator put
// it there, it was made for another database of this server, or by a first use that was rolled back.
bool MasterKeys::read(const Recorded &known)
{
	pg::Secret text;
	const pg::FileResult result = pg::read_private_file(path_, kMostKeyFileBytes, text);
	if (result.kind == pg::FileResult::missing)
		return false;
	if (result.kind != pg::FileResult::ok)
		refuse(describe(path_, result), known, remedy(path_, result));

	std::vector<KeyLine> lines;
	std::string why;
	if (!parse_key_file({reinterpret_cast<const char *>(text.data()), text.size()}, lines, why))
		refuse("The key file \"" + path_ + "\" is malformed: " + why + ".", known);

	keys_.allocate(lines.size() * kKeyBytes);
	for (std::size_t i = 0; i < lines.size(); ++i) {
		ids_.emplace_back(lines[i].id);
		decode_key(lines[i].digits, KeySpace(keys_.data() + i * kKeyBytes, kKeyBytes));
	}
	return true;
}

void MasterKeys::check(const Recorded &known) const
{
	const auto found = std::find(ids_.begin(), ids_.end(), known.id.value_or(""));
	if (found != ids_.end() &&
		fingerprint(*found, key(static_cast<std::size_t>(found - ids_.begin()))) == *known.fingerprint)
		return;
	refuse("The key file \"" + path_ + "\" has another key than \"" + known.id.value_or("") +
			   "\", which this database has recorded.",
		   known);
}

void MasterKeys::record(pg::Spi &spi, const Recorded &before) const
{
	const std::string now = fingerprint(active_id(), active());
	if (before.fingerprint && *before.fingerprint == now)
		return;
	spi.execute("UPDATE erasure.installation SET key_fingerprint = $1, key_id = $2",
				pg::Params().add(now).add(active_id()));
}

void MasterKeys::refuse(const std::string &detail, const Recorded &known, std::string hint) const
{
	if (hint.empty())
		hint = known.fingerprint
				   ? "Put the file with master key \"" + known.id.value_or("") +
						 "\" in its place, or set erasure.key_file to where it is. A new key could not open what is in "
						 "the vault, so none was made."
				   : "Put a good key file there, or, if no database uses this one, move it away: the next permanent "
					 "delete then makes a new one.";
	throw pg::Failure(pg::code::vault_cannot_be_opened, kCannotBeOpened, detail, hint);
}

namespace {

// Of the file, or of the place where it will be.
std::string resolved(const std::string &path)
{
	std::error_code error;
	const std::filesystem::path real = std::filesystem::weakly_canonical(path, error);
	return error ? path : real.string();
}

}  // namespace

KeyFileState key_file_state(pg::Spi &spi)
{
	KeyFileState state;
	state.path = key_file_path();
	state.in_data_directory = resolved(state.path).starts_with(resolved(pg::data_directory()) + "/");
	state.recorded = spi.value("SELECT key_fingerprint FROM erasure.installation").has_value();
	pg::Secret text;
	const pg::FileResult result = pg::read_private_file(state.path, kMostKeyFileBytes, text);
	state.there = result.kind != pg::FileResult::missing;
	pg::Caught caught;
	if (state.recorded && !pg::attempt_body([&] { MasterKeys(spi, MasterKeys::Use::open); }, caught)) {
		state.problem = caught.detail.empty() ? caught.message : caught.detail;
		state.remedy = caught.hint;
	} else if (state.there && result.kind != pg::FileResult::ok) {
		state.problem = describe(state.path, result);
		state.remedy = remedy(state.path, result);
	}
	return state;
}

}  // namespace vault
