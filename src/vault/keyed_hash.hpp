// Keyed hashes: a value is known again without being kept.
#pragma once

#include <string>
#include <string_view>

#include "pg/secret.hpp"
#include "pg/spi.hpp"
#include "vault/hmac.hpp"

namespace vault {

class MasterKeys;

// The database's own hash key: random, wrapped by the master key in erasure.installation, in secret memory as long as this
// object lives. It outlives the data keys, since what is hashed must be known again after an erasure.
class KeyedHash {
public:
	enum class Use {
		make,  // creates the key at first use, and the master key with it
		find,  // no key yet: nothing was ever hashed
	};

	// As the extension's owner. Raises 58030 where the master key is missing or wrong, or the wrapped key was changed.
	KeyedHash(pg::Spi &spi, Use use);
	// One that another copy of the database has written down, wrapped by a key that the key file has.
	KeyedHash(pg::Spi &spi, std::string_view master_id, std::string_view wrapped);

	// False: there is no key, so that nothing that was hashed can be met.
	bool is_there() const { return key_.size() > 0; }
	std::string operator()(std::string_view purpose, std::string_view value) const { return hmac(KeyView(key_.data(), kKeyBytes), purpose, value); }

	// The key itself, where master keys are replaced.
	static void unwrap(const MasterKeys &master, std::string_view master_id, std::string_view wrapped, pg::Secret &key);
	static std::string wrap(KeyView master, const std::string &master_id, const pg::Secret &key);

private:
	bool read(std::string &master_id, std::string &wrapped) const;
	void create(pg::Spi &spi);
	void open(pg::Spi &spi, std::string_view master_id, std::string_view wrapped);

	pg::Secret key_;
};

}  // namespace vault
