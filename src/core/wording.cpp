// English for users: table names as nouns in singular and plural, confirmations, lists of keys.
#include "core/wording.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "core/fence.hpp"

namespace core {

namespace {

using Endings = std::initializer_list<std::string_view>;

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_with_any(std::string_view word, Endings endings)
{
	return std::any_of(endings.begin(), endings.end(), [word](std::string_view end) { return word.ends_with(end); });
}

bool is_any(std::string_view word, Endings words)
{
	return std::find(words.begin(), words.end(), word) != words.end();
}

// The word with `count` letters at its end replaced.
std::string with_ending(std::string_view word, std::size_t count, std::string_view ending)
{
	return std::string(word.substr(0, word.size() - count)).append(ending);
}

struct Pair {
	std::string_view one;
	std::string_view many;
};

// Also at the end of longer words: salespeople, grandchildren, housewives.
constexpr Pair kIrregularEndings[] = {
	{"person", "people"}, {"child", "children"}, {"wife", "wives"}, {"woman", "women"}, {"quiz", "quizzes"},
};

// What no rule below gets right, as far as tables are named so.
constexpr Pair kIrregular[] = {
	{"alias", "aliases"},   {"alumnus", "alumni"},     {"analysis", "analyses"}, {"cache", "caches"},
	{"canvas", "canvases"}, {"cookie", "cookies"},     {"crisis", "crises"},     {"criterion", "criteria"},
	{"die", "dies"},        {"diagnosis", "diagnoses"}, {"echo", "echoes"},      {"gas", "gases"},
	{"guru", "gurus"},      {"half", "halves"},        {"hero", "heroes"},       {"lens", "lenses"},
	{"lie", "lies"},        {"life", "lives"},         {"menu", "menus"},        {"movie", "movies"},
	{"niche", "niches"},    {"potato", "potatoes"},    {"rookie", "rookies"},    {"selfie", "selfies"},
	{"shoe", "shoes"},      {"thesis", "theses"},      {"thief", "thieves"},     {"tie", "ties"},
	{"veto", "vetoes"},     {"zombie", "zombies"},
};

constexpr std::string_view kInvariant[] = {
	"clientele", "data",     "equipment", "feedback",  "info",   "information", "mail",  "media",  "metadata",
	"news",      "personnel", "series",   "sheep",     "species", "staff",      "stuff", "traffic", "workforce",
};

// man/men, with the words that only end like it.
bool is_man(std::string_view word)
{
	return word.ends_with("man") && !ends_with_any(word, {"human", "german", "roman", "norman", "talisman", "ottoman"});
}

bool is_men(std::string_view word)
{
	return word.ends_with("men") && !ends_with_any(word, {"specimen", "regimen", "omen", "abdomen"});
}

// Ends in an s that makes no plural: address, status, analysis.
bool is_singular_in_s(std::string_view word)
{
	return ends_with_any(word, {"ss", "us", "is"}) ||
		   is_any(word, {"alias", "atlas", "bias", "canvas", "chaos", "gas", "lens"});
}

std::string singular_of_plural(std::string_view word)
{
	if (word.ends_with("ies"))
		return with_ending(word, 3, "y");
	if (ends_with_any(word, {"sses", "shes", "ches", "xes", "zzes", "tzes"}))
		return with_ending(word, 2, "");
	// statuses and bonuses, but houses and clauses
	if (word.ends_with("uses") && word.size() > 4 && !ends_with_any(word, {"ouses", "auses", "excuses"}))
		return with_ending(word, 2, "");
	return with_ending(word, 1, "");
}

std::string plural_of_singular(std::string_view word)
{
	if (is_man(word))
		return with_ending(word, 2, "en");
	if (word.ends_with("is"))
		return with_ending(word, 2, "es");
	if (ends_with_any(word, {"s", "x", "z", "ch", "sh"}))
		return with_ending(word, 0, "es");
	if (word.size() >= 2 && word.ends_with("y") && !is_vowel(word[word.size() - 2]))
		return with_ending(word, 1, "ies");
	return with_ending(word, 0, "s");
}

// Both forms of one lower-case word, whichever of them it is.
Noun noun_of_word(std::string_view word)
{
	if (word.empty() || !is_lower(word.back()) ||
		std::find(std::begin(kInvariant), std::end(kInvariant), word) != std::end(kInvariant))
		return {std::string(word), std::string(word)};
	for (const Pair &pair : kIrregular) {
		if (word == pair.one || word == pair.many)
			return {std::string(pair.one), std::string(pair.many)};
	}
	for (const Pair &pair : kIrregularEndings) {
		if (word.ends_with(pair.one))
			return {std::string(word), with_ending(word, pair.one.size(), pair.many)};
		if (word.ends_with(pair.many))
			return {with_ending(word, pair.many.size(), pair.one), std::string(word)};
	}
	if (is_men(word))
		return {with_ending(word, 2, "an"), std::string(word)};
	if (word.size() > 1 && word.back() == 's' && !is_singular_in_s(word))
		return {singular_of_plural(word), std::string(word)};
	return {std::string(word), plural_of_singular(word)};
}

// A new word begins at the capital of CamelCase, and at the last capital of HRContacts' HRC.
bool begins_word(std::string_view name, std::size_t i)
{
	if (i == 0 || !is_upper(name[i]))
		return false;
	const char before = name[i - 1];
	return is_lower(before) || is_digit(before) || (is_upper(before) && i + 1 < name.size() && is_lower(name[i + 1]));
}

std::vector<std::string> words_of(std::string_view name)
{
	std::vector<std::string> words;
	bool open = false;
	for (std::size_t i = 0; i < name.size(); ++i) {
		const char c = name[i];
		const bool ascii = static_cast<unsigned char>(c) < 0x80;
		if (ascii && !is_lower(c) && !is_upper(c) && !is_digit(c)) {
			open = false;
			continue;
		}
		if (!open || begins_word(name, i))
			words.emplace_back();
		open = true;
		words.back().push_back(is_upper(c) ? static_cast<char>(c | 0x20) : c);
	}
	if (words.size() > 1 && words.front() == "tbl")
		words.erase(words.begin());
	return words;
}

}  // namespace

Noun noun_for_table(std::string_view table_name)
{
	const std::vector<std::string> words = words_of(table_name);
	if (words.empty())
		return {"row", "rows"};
	std::string before;
	for (std::size_t i = 0; i + 1 < words.size(); ++i)
		before.append(words[i]).push_back(' ');
	const Noun last = noun_of_word(words.back());
	return {before + last.one, before + last.many};
}

std::string counted(std::uint64_t count, const Noun &noun)
{
	return std::to_string(count).append(" ").append(count == 1 ? noun.one : noun.many);
}

Confirmation confirmation(std::string_view table_name, std::uint64_t subjects)
{
	const Noun noun = noun_for_table(table_name);
	return {
		subjects == 1 ? "Attention" : "Bulk Update",
		counted(subjects, noun) + " will be permanently deleted. Do you want to proceed?",
		"Enter the number of " + noun.many + " to delete to confirm.",
	};
}

std::string key_list(std::span<const std::string> keys, std::uint64_t total)
{
	const std::size_t listed = std::min(keys.size(), kMostListedKeys);
	std::string list;
	for (std::size_t i = 0; i < listed; ++i) {
		if (i > 0)
			list.append(", ");
		list.append("\"").append(keys[i]).append("\"");
	}
	const std::uint64_t known = std::max<std::uint64_t>(total, keys.size());
	if (known > listed) {
		if (listed > 0)
			list.append(" and ");
		list.append(std::to_string(known - listed)).append(" more");
	}
	return list;
}

}  // namespace core
