// The values that are looked for: brought to one form, and what counts as an occurrence of one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/phone_number.hpp"
#include "core/wiped.hpp"

namespace core {

// What may not stand right beside an occurrence. none: part of a longer word counts, as a name in a file's name. word: letters
// and digits. email: what would make another address of it.
enum class Edges : std::uint8_t { none, word, email };

struct Needle {
	std::uint32_t offset = 0;
	std::uint32_t length = 0;
	Edges edges = Edges::none;
};

// Values in lower case and without blanks around them. Of long ones the first bytes count. An e-mail address is also looked for
// as a link writes it; what is nothing but a telephone number is so in every way of writing it.
class Needles {
public:
	static constexpr std::size_t kMostBytes = 512;
	static constexpr std::size_t kShort = 6;  // characters; shorter ones count as whole words only

	// utf8: what the database's texts are encoded in; else only ASCII has upper and lower case.
	explicit Needles(bool utf8) : utf8_(utf8) {}

	// Three characters, or six bytes: two Han characters are a name.
	static bool long_enough(std::string_view value);

	// Whether finding it says something: addresses, numbers, several words. A single word is somebody else's name or city as well.
	static bool tells_somebody(std::string_view value);

	// False, and not added, when it is too short.
	bool add(std::string_view value);
	// After the last one: forgets duplicates.
	void finish();

	bool utf8() const { return utf8_; }
	std::size_t size() const { return items_.size(); }
	const Needle &operator[](std::size_t i) const { return items_[i]; }
	std::string_view text(std::size_t i) const { return {bytes_.data() + items_[i].offset, items_[i].length}; }

	// Whether this one stands at that place, whatever is beside it; and whether what is beside it allows it.
	bool stands_at(std::size_t i, std::string_view hay, std::size_t at) const;
	bool edges_allow(std::size_t i, std::string_view hay, std::size_t at) const;

	bool has_phones() const { return !phones_.empty(); }
	bool finds_phone(std::string_view hay) const;
	bool is_phone(std::int64_t number) const;  // as a column of numbers keeps it

private:
	struct Phone {
		std::uint64_t national;
		std::uint32_t country;
		bool operator==(const Phone &) const = default;
	};

	void put(std::string_view folded, Edges edges);
	void add_phone(std::string_view value);
	bool accepts(const PhoneNumber &number) const;

	bool utf8_;
	WipedVector<char> bytes_;
	std::vector<Needle> items_;
	WipedVector<Phone> phones_;
};

}  // namespace core
