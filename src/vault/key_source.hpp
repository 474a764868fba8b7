// Where the ring of keys is kept: the key file, read, made and changed, or a program that says what is in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pg/secret.hpp"
#include "vault/cipher.hpp"
#include "vault/key_ring.hpp"

namespace vault {

// Holds the keys in secret memory as long as it lives.
class KeySource {
public:
	KeySource();

	// What a program has said is good for the rest of the transaction, unless it is to be asked anew.
	static void ask_anew();

	enum class Found { yes, missing, bad };
	struct Trouble {
		std::string detail;  // names the place, never content
		std::string hint;    // what helps where the file may well be the right one
	};
	Found read(Trouble &trouble);
	std::string missing() const;

	// In the order of the file.
	const std::vector<std::string> &ids() const { return ids_; }
	KeyView key(std::size_t i) const { return KeyView(keys_.data() + i * kKeyBytes, kKeyBytes); }
	// ids().size() where there is none.
	std::size_t find(std::string_view id) const;
	// The last whose id begins so.
	std::optional<std::size_t> last_with(std::string_view prefix) const;

	// What signs, apart from those: the last one, or one of a name. Nothing where there is none.
	struct Signing {
		std::string id;
		KeyView seed;
	};
	std::optional<Signing> signing(const std::optional<std::string> &id) const;

	// In a sentence, and its path, which a program has none of.
	std::string name() const { return is_file() ? "The key file \"" + path_ + "\"" : "The output of erasure.key_command"; }
	const std::string &path() const { return path_; }
	bool is_file() const { return command_.empty(); }
	// Whether the server may put keys into it and take them out: not where root owns it, say, nor from a program.
	bool may_change() const;

	// The rest between pg::lock_private_files() and its end, so that nobody else changes it meanwhile.
	// A new file with one key, whose id is returned; empty: there is one already.
	std::string create() const;
	// After read(): some keys go and new ones come, in one step.
	void change(const std::vector<std::string> &without, const std::vector<std::string> &with, bool signing = false) const;
	// Safely on disk, also where somebody else made it.
	void sync() const;

private:
	Found fetch(Trouble &trouble);
	Found fetch_file(Trouble &trouble);
	std::string_view text() const;

	std::string command_;
	std::string path_;
	std::vector<std::string> ids_;
	std::vector<std::string> signing_ids_;
	pg::Secret text_;
	pg::Secret keys_;  // kKeyBytes each, in the order of ids_, and behind them that of signing_ids_
};

}  // namespace vault
