// Which columns look personal by their names: a dictionary of eight languages over names of any style.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core {

// What sort of personal data a column may hold.
enum class Kind {
	none,
	email,
	phone,
	person_name,
	user_name,
	credential,
	address,
	birth,
	trait,  // gender, marital status, nationality, religion, health
	national_id,
	bank,
	card,
	network,
	photo,
	free_text,
	title,
	job,
	employer,
	account,
	document,
	location,
};
std::string_view to_text(Kind kind);

// What a word says. Words of eight languages share these.
enum class Word {
	unknown,
	neutral,
	email,
	phone,
	part_of_name,  // first, last, given, middle
	whole_name,    // surname, vorname
	name,
	person,
	role,  // billing, shipping, emergency: says whose or what for
	thing,
	street,
	city,
	postal,
	address,
	address_part,  // state, country: personal beside an address
	birth,
	trait,
	id,
	national,
	tax,
	bank,
	account,
	card,
	user_name,
	credential,
	network,
	photo,
	free_text,
	message,
	title,
	job,
	company,
	document,
	location,
	head,  // as the last word it says that the column is about something else: type, count, flag
	date,
	settings,
};

struct NameWord {
	std::string text;
	Word word = Word::unknown;
};

// Letters alone, lower-case and without accents.
std::string folded(std::string_view text);

// The words of a name, lower-case and without accents: camelCase, snake_case, digits and words run together are taken apart.
std::vector<NameWord> words_of(std::string_view name);

// What a table's name says about its rows.
struct TableTaste {
	bool person = false;   // customers, order_contacts
	bool address = false;  // addresses, payment cards, phone numbers: belongs to a person in whole
	bool thing = false;    // products, files
	bool message = false;  // notes, tickets, letters
};
TableTaste taste_of(const std::vector<NameWord> &table);

// What the type lets a column hold.
enum class TypeClass { text, number, date, network, document, binary, geometry, other };

// What a personal column of its table must be accompanied by, for this one to be personal too.
enum class Needs { nothing, address, person };

struct NameVerdict {
	Kind kind = Kind::none;
	double confidence = 0;
	Needs needs = Needs::nothing;
	bool known = false;  // the dictionary has an opinion, if only that it is something else
};
NameVerdict judge_name(const std::vector<NameWord> &column, const TableTaste &table, TypeClass type);

// What a comment says, for columns whose name says nothing.
NameVerdict judge_comment(std::string_view comment, TypeClass type);

}  // namespace core
