// The database's hash key: made, wrapped and opened.
#include "vault/keyed_hash.hpp"

#include "pg/error.hpp"
#include "pg/wire.hpp"
#include "vault/key_file.hpp"

namespace vault {
namespace {

constexpr const char *kWrappedFor = "hash key";
constexpr const char *kCannotBeOpened = "hash key cannot be opened";

core::DataKeyPlace place(std::string_view master_key_id)
{
	core::DataKeyPlace place;
	place.key = kWrappedFor;
	place.master_key_id = master_key_id;
	return place;
}

}  // namespace

KeyedHash::KeyedHash(pg::Spi &spi, Use use)
{
	std::string master_id;
	std::string wrapped;
	if (!read(master_id, wrapped)) {
		if (use == Use::find)
			return;
		create(spi);
		if (!read(master_id, wrapped))
			throw pg::Failure(pg::code::vault_cannot_be_opened, kCannotBeOpened, "It was not stored in erasure.installation.");
	}
	open(spi, master_id, wrapped);
}

KeyedHash::KeyedHash(pg::Spi &spi, std::string_view master_id, std::string_view wrapped)
{
	open(spi, master_id, wrapped);
}

void KeyedHash::open(pg::Spi &spi, std::string_view master_id, std::string_view wrapped)
{
	MasterKeys master(spi, MasterKeys::Use::open);
	unwrap(master, master_id, wrapped, key_);
}

void KeyedHash::unwrap(const MasterKeys &master, std::string_view master_id, std::string_view wrapped, pg::Secret &key)
{
	key.allocate(kKeyBytes);
	try {
		Cipher().unwrap(master.find(master_id), place(master_id), wrapped, KeySpace(key.data(), kKeyBytes));
	} catch (const CipherError &error) {
		if (error.kind() == CipherError::Kind::library)
			throw;
		throw pg::Failure(pg::code::vault_cannot_be_opened, kCannotBeOpened, std::string("The key in erasure.installation: ") + error.what() + ".",
						  "Restore that table's row from a backup of this database.");
	}
}

std::string KeyedHash::wrap(KeyView master, const std::string &master_id, const pg::Secret &key)
{
	std::string wrapped;
	Cipher().wrap(master, place(master_id), KeyView(key.data(), kKeyBytes), wrapped);
	return wrapped;
}

bool KeyedHash::read(std::string &master_id, std::string &wrapped) const
{
	pg::Cursor cursor("SELECT hash_key_master, hash_key FROM erasure.installation WHERE hash_key IS NOT NULL", {}, {pg::Form::text, pg::Form::wire});
	pg::WireScope wire;
	const bool found = cursor.fetch(1);
	if (found) {
		master_id = cursor.at(0, 0);
		wrapped = cursor.at(0, 1);
	}
	cursor.close();
	return found;
}

// Of two first uses at once the second waits at the row for the first, and finds its key.
void KeyedHash::create(pg::Spi &spi)
{
	MasterKeys master(spi, MasterKeys::Use::seal);
	pg::Secret fresh;
	fresh.allocate(kKeyBytes);
	fill_random(fresh.part(0, kKeyBytes));
	spi.execute("UPDATE erasure.installation SET hash_key_master = $1, hash_key = $2 WHERE hash_key IS NULL",
				pg::Params().add(master.active_id()).add_bytea(wrap(master.active(), master.active_id(), fresh)));
}

}  // namespace vault
