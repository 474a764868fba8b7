// Finding, adopting, creating and checking the key file.
//
// The database decides: once a fingerprint is recorded, only the file that has that key is good, and none is ever made.
// A promoted standby or a restored dump would otherwise start a second key beside the one its vault was sealed with.
#include "vault/key_file.hpp"

#include <filesystem>

#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "pg/file.hpp"
#include "pg/lock.hpp"
#include "vault/day_keys.hpp"

namespace vault {
namespace {

constexpr const char *kCannotBeOpened = "vault cannot be opened";

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
MasterKeys::MasterKeys(pg::Spi &spi, Use use)
{
	Recorded known = recorded(spi);
	if (!known.fingerprint && use == Use::open)
		refuse("This database has never recorded a master key.", known);
	if (!known.fingerprint)
		known = lock(spi);

	const bool there = read(known);
	if (!there && known.fingerprint)
		refuse(source_.missing(), known);
	if (known.fingerprint)
		check(known);
	else if (there)
		source_.sync();
	else
		create();
	if (use == Use::open)
		return;
	settle(spi, use, known);
	// Nothing was recorded, or the last key in the file is a newer one: from now on the vault needs that too.
	record(spi, known);
}

KeyView MasterKeys::find(std::string_view id) const
{
	const std::size_t at = source_.find(id);
	if (at == source_.ids().size())
		throw pg::Failure(pg::code::vault_cannot_be_opened, kCannotBeOpened, source_.name() + " does not have master key \"" + std::string(id) + "\".",
						  "Put the line of that key back into the file.");
	return source_.key(at);
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

// What counts is what a later reader finds. Another database's backend may have been first.
void MasterKeys::create()
{
	pg::lock_private_files();
	const std::string id = source_.create();
	pg::unlock_private_files();
	if (!read({}))
		refuse(source_.missing(), {});
	if (id.empty())
		source_.sync();
	else
		warn_of_backups(source_.path(), id);
}

// False when there is no file. One that is already there although nothing is recorded is adopted: an administrator put
// it there, it was made for another database of this server, or by a first use that was rolled back.
bool MasterKeys::read(const Recorded &known)
{
	KeySource::Trouble trouble;
	switch (source_.read(trouble)) {
		case KeySource::Found::bad:
			refuse(trouble.detail, known, trouble.hint);
		case KeySource::Found::missing:
			return false;
		default:
			return true;
	}
}

void MasterKeys::check(const Recorded &known) const
{
	const std::size_t at = source_.find(known.id.value_or(""));
	if (at < source_.ids().size() && fingerprint(source_.ids()[at], source_.key(at)) == *known.fingerprint)
		return;
	refuse(source_.name() + " has another key than \"" + known.id.value_or("") + "\", which this database has recorded.", known);
}

// The key of today, made where nobody has yet; where there are no day keys, the active one.
std::size_t MasterKeys::choose(pg::Spi &spi, Use use, const Recorded &known)
{
	if (use != Use::seal_data || !keeps_day_keys(source_))
		return active_key(source_.ids());
	const std::string prefix = day_prefix(database_tag(), today(spi));
	if (const auto at = source_.last_with(prefix))
		return *at;
	pg::lock_private_files();
	if (!read(known))
		refuse(source_.missing(), known);
	if (!source_.last_with(prefix)) {
		source_.change({}, {prefix + random_id()});
		if (!read(known))
			refuse(source_.missing(), known);
	}
	pg::unlock_private_files();
	return source_.last_with(prefix).value();
}

// Who takes a key away has it alone and looks for what it has sealed, so its share is taken first and the file read again.
void MasterKeys::settle(pg::Spi &spi, Use use, const Recorded &known)
{
	for (;;) {
		const std::string id = source_.ids()[choose(spi, use, known)];
		pg::share_key(key_locks(), id);
		if (!read(known))
			refuse(source_.missing(), known);
		active_ = source_.find(id);
		if (active_ < source_.ids().size())
			return;
	}
}

// Whoever holds the row is recording a key as well, or replacing all of them, and is not waited for.
void MasterKeys::record(pg::Spi &spi, const Recorded &before) const
{
	const std::size_t last = active_key(source_.ids());
	const std::string now = fingerprint(source_.ids()[last], source_.key(last));
	if (before.fingerprint && *before.fingerprint == now)
		return;
	if (before.fingerprint && spi.query("SELECT FROM erasure.installation FOR UPDATE SKIP LOCKED").empty())
		return;
	spi.execute("UPDATE erasure.installation SET key_fingerprint = $1, key_id = $2", pg::Params().add(now).add(source_.ids()[last]));
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

void add_signing_key()
{
	pg::lock_private_files();
	KeySource source;
	KeySource::Trouble trouble;
	if (source.read(trouble) != KeySource::Found::yes)
		throw pg::Failure(pg::code::vault_cannot_be_opened, kCannotBeOpened, trouble.detail.empty() ? source.missing() : trouble.detail, trouble.hint);
	if (!source.signing({}))
		source.change({}, {random_id()}, true);
	pg::unlock_private_files();
}

pg::Oid key_locks() { return pg::relation_by_name("erasure", "vault_key"); }

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
	KeySource source;
	state.path = source.is_file() ? source.path() : "of erasure.key_command";
	state.in_data_directory = source.is_file() && resolved(state.path).starts_with(resolved(pg::data_directory()) + "/");
	state.recorded = spi.value("SELECT key_fingerprint FROM erasure.installation").has_value();
	KeySource::Trouble trouble;
	const KeySource::Found found = source.read(trouble);
	state.there = found != KeySource::Found::missing;
	state.lacks_day_keys = state.there && wants_day_keys() && !keeps_day_keys(source);
	pg::Caught caught;
	if (state.recorded && !pg::attempt_body([&] { MasterKeys(spi, MasterKeys::Use::open); }, caught)) {
		state.problem = caught.detail.empty() ? caught.message : caught.detail;
		state.remedy = caught.hint;
	} else if (found == KeySource::Found::bad) {
		state.problem = trouble.detail;
		state.remedy = trouble.hint;
	}
	return state;
}

}  // namespace vault
