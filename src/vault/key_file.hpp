// The master keys: the file they are in, and the fingerprint by which the database knows its own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pg/secret.hpp"
#include "pg/spi.hpp"
#include "vault/cipher.hpp"
#include "vault/key_ring.hpp"

namespace vault {

// Reads the key file once and keeps the keys in secret memory as long as it lives: a verb's call. Whatever is wrong
// with the file raises 58030, and nothing is created then.
class MasterKeys {
public:
	enum class Use {
		seal,  // records the key, and creates the file if the database has never had one
		open,
	};

	MasterKeys(pg::Spi &spi, Use use);

	// The last one in the file, for sealing.
	const std::string &active_id() const { return ids_.back(); }
	KeyView active() const { return key(ids_.size() - 1); }

	// Raises 58030 when the file does not have it.
	KeyView find(std::string_view id) const;

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
	void record(pg::Spi &spi, const Recorded &before) const;
	[[noreturn]] void refuse(const std::string &detail, const Recorded &known, std::string hint = {}) const;
	KeyView key(std::size_t i) const { return KeyView(keys_.data() + i * kKeyBytes, kKeyBytes); }

	std::string path_;
	std::vector<std::string> ids_;
	pg::Secret keys_;  // kKeyBytes each, in the order of ids_
};

// How the key file fares, for whoever looks after the server; reads, and creates nothing.
struct KeyFileState {
	std::string path;
	bool recorded = false;           // the database has a master key
	bool there = false;
	bool in_data_directory = false;  // wherever links lead
	std::string problem;             // why the vault cannot be opened, or will not be; names the path
	std::string remedy;
};
KeyFileState key_file_state(pg::Spi &spi);

}  // namespace vault
