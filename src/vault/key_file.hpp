// The master keys: the file they are in, and the fingerprint by which the database knows its own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pg/spi.hpp"
#include "vault/cipher.hpp"
#include "vault/key_source.hpp"

namespace vault {

// Reads the keys and keeps them in secret memory as long as it lives: a verb's call. Whatever is wrong with the file raises
// 58030, and nothing is created then.
class MasterKeys {
public:
	enum class Use {
		seal,       // records the key, and creates the file if the database has never had one
		seal_data,  // likewise, for what is destroyed again: under today's key where there are day keys
		open,
	};

	MasterKeys(pg::Spi &spi, Use use);

	// What seals. It stays in the file at least until the transaction's end.
	const std::string &active_id() const { return source_.ids()[active_]; }
	KeyView active() const { return source_.key(active_); }

	// Raises 58030 when the file does not have it.
	KeyView find(std::string_view id) const;

	const KeySource &source() const { return source_; }

private:
	struct Recorded {
		pg::Text fingerprint;
		pg::Text id;
	};

	Recorded recorded(pg::Spi &spi, const char *locking = "") const;
	Recorded lock(pg::Spi &spi) const;
	void create();
	bool read(const Recorded &known);
	void check(const Recorded &known) const;
	std::size_t choose(pg::Spi &spi, Use use, const Recorded &known);
	void settle(pg::Spi &spi, Use use, const Recorded &known);
	void record(pg::Spi &spi, const Recorded &before) const;
	[[noreturn]] void refuse(const std::string &detail, const Recorded &known, std::string hint = {}) const;

	KeySource source_;
	std::size_t active_ = 0;
};

// The extension's table whose number the locks on keys go by.
pg::Oid key_locks();

// Puts what signs certificates into the ring, unless somebody else has just done so.
void add_signing_key();

// How the key file fares, for whoever looks after the server; reads, and creates nothing.
struct KeyFileState {
	std::string path;
	bool recorded = false;           // the database has a master key
	bool there = false;
	bool in_data_directory = false;  // wherever links lead
	bool lacks_day_keys = false;     // they are asked for, and the server cannot keep them
	std::string problem;             // why the vault cannot be opened, or will not be; names the path
	std::string remedy;
};
KeyFileState key_file_state(pg::Spi &spi);

}  // namespace vault
