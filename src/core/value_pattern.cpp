// Shapes and check digits, without regular expressions: linear in the value, whatever it is.
#include "core/value_pattern.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "core/name_words.hpp"
#include "core/value_digits.hpp"

#include "core/fence.hpp"

namespace core {
bool is_email(std::string_view value)
{
	const std::size_t at = value.find('@');
	if (value.size() > 254 || at == 0 || at == std::string_view::npos || at > 64 || value.find('@', at + 1) != std::string_view::npos)
		return false;
	for (const char c : value)
		if (static_cast<unsigned char>(c) <= ' ' || std::string_view("()<>,;:\"[]\\").find(c) != std::string_view::npos)
			return false;
	const std::string_view domain = value.substr(at + 1);
	const std::size_t dot = domain.rfind('.');
	return dot != std::string_view::npos && dot > 0 && domain.front() != '.' && domain.size() - dot > 2 && domain.find("..") == std::string_view::npos &&
		   !is_digit(domain.back());
}

bool is_phone(std::string_view value)
{
	while (!value.empty() && value.front() == ' ')
		value.remove_prefix(1);
	std::size_t digits = 0, groups = 0;
	bool inside = false, separated = false, dotted = false;
	// "555-0100 x12", "555-0100 ext. 12"
	const std::size_t extension = value.find_first_of("xXe");
	const std::string_view main = value.substr(0, extension);
	if (extension != std::string_view::npos) {
		const std::size_t digit_at = value.find_first_of("0123456789", extension);
		if (digit_at == std::string_view::npos || digit_at - extension > 5 || !all_digits(value, digit_at))
			return false;
	}
	for (std::size_t i = 0; i < main.size(); ++i) {
		const char c = main[i];
		if (is_digit(c)) {
			++digits;
			groups += !inside;
			inside = true;
			continue;
		}
		inside = false;
		if (c == '+' ? i != 0 && main[i - 1] != '(' : std::string_view(" -()/.").find(c) == std::string_view::npos)
			return false;
		separated = separated || c == ' ' || c == '-' || c == '(' || c == '/';
		dotted = dotted || c == '.';
	}
	if (main.empty() || digits < 6 || digits > 15 || groups > 7)
		return false;
	// Dates, dotted versions, amounts and addresses of machines are no telephone numbers.
	if ((is_digit(main[0]) && main.size() == 10 && groups == 3 && digits == 8) || (dotted && !separated && groups <= 4 && main[0] != '+' && main[0] != '0'))
		return false;
	return main[0] == '+' || main[0] == '(' || (main[0] == '0' && digits >= 7) || (separated && groups >= 2 && digits >= 7);
}

bool is_iban(std::string_view value)
{
	static constexpr std::string_view kLengths =
		"AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23"
		"IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SE24SI19SK24SM27SV28TN24"
		"TR26UA29VA22VG24XK20";
	if (value.size() < 15 || !is_letter(value[0]) || !is_letter(value[1]))
		return false;
	const std::string iban = compact(value, " -");
	if (iban.size() < 15 || !is_letter(iban[0]) || !is_letter(iban[1]) || !all_digits(iban, 2, 2))
		return false;
	std::size_t length = 0;
	for (std::size_t at = 0; at < kLengths.size(); at += 4)
		if (kLengths.substr(at, 2) == std::string_view(iban).substr(0, 2))
			length = static_cast<std::size_t>(number(kLengths.substr(at + 2, 2)));
	if (iban.size() != length)
		return false;
	int rest = 0;
	for (std::size_t i = 0; i < iban.size(); ++i) {
		const char c = iban[(i + 4) % iban.size()];
		if (is_digit(c))
			rest = (rest * 10 + digit(c)) % 97;
		else if (is_letter(c))
			rest = (rest * 100 + c - 'A' + 10) % 97;
		else
			return false;
	}
	return rest == 1;
}

bool is_card_number(std::string_view value)
{
	if (value.size() < 13 || !is_digit(value[0]))
		return false;
	const std::string card = compact(value, " -");
	if (card.size() < 13 || card.size() > 19 || !all_digits(card) || one_digit_only(card))
		return false;
	const int two = number(std::string_view(card).substr(0, 2)), four = number(std::string_view(card).substr(0, 4));
	const bool issued = (card[0] == '4' && (card.size() == 13 || card.size() == 16 || card.size() == 19)) ||
						(card.size() == 16 && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720))) ||
						(card.size() == 15 && (two == 34 || two == 37)) || (card.size() >= 16 && (four == 6011 || two == 65 || (four >= 3528 && four <= 3589))) ||
						(card.size() == 14 && (two == 36 || two == 38 || (two == 30 && card[2] <= '5'))) || (card.size() >= 16 && (two == 62 || two == 50 || (two >= 56 && two <= 58)));
	int sum = 0;
	for (std::size_t i = 0; i < card.size(); ++i) {
		int d = digit(card[card.size() - 1 - i]);
		if (i % 2 == 1)
			d = d * 2 > 9 ? d * 2 - 9 : d * 2;
		sum += d;
	}
	return issued && sum % 10 == 0;
}

namespace {

bool is_ipv4(std::string_view text)
{
	int parts = 0;
	while (true) {
		const std::size_t dot = text.find('.');
		const std::string_view part = text.substr(0, dot);
		if (part.empty() || part.size() > 3 || !all_digits(part) || number(part) > 255 || ++parts > 4)
			return false;
		if (dot == std::string_view::npos)
			return parts == 4;
		text.remove_prefix(dot + 1);
	}
}

bool is_ipv6(std::string_view text)
{
	std::size_t groups = 0, digits = 0, gaps = 0;
	if (text.size() < 3 || text.size() > 39)
		return false;
	for (std::size_t i = 0; i < text.size(); ++i) {
		if (text[i] == ':') {
			digits = 0;
			gaps += i > 0 && text[i - 1] == ':';
			continue;
		}
		if (!is_digit(text[i]) && !(upper(text[i]) >= 'A' && upper(text[i]) <= 'F'))
			return false;
		groups += digits == 0;
		if (++digits > 4)
			return false;
	}
	return text.find(":::") == std::string_view::npos && (gaps == 1 ? groups >= 1 && groups < 8 : gaps == 0 && groups == 8);
}

}  // namespace

bool is_ip_address(std::string_view value)
{
	if (const std::size_t slash = value.find('/'); slash != std::string_view::npos) {
		const std::string_view length = value.substr(slash + 1);
		if (length.size() > 3 || !all_digits(length))
			return false;
		value = value.substr(0, slash);
	}
	return is_ipv4(value) || is_ipv6(value);
}

bool is_birth_date(std::string_view value, int this_year)
{
	if (value.size() > 10) {
		if (value.size() < 19 || (value[10] != ' ' && value[10] != 'T') || value.substr(11, 8) != "00:00:00")
			return false;
		value = value.substr(0, 10);
	}
	if (value.size() != 10)
		return false;
	int year = 0, month = 0, day = 0;
	if (value[4] == '-' && value[7] == '-' && all_digits(value, 0, 4) && all_digits(value, 5, 2) && all_digits(value, 8, 2)) {
		year = number(value.substr(0, 4)), month = number(value.substr(5, 2)), day = number(value.substr(8, 2));
	} else if (value[2] == value[5] && std::string_view("./-").find(value[2]) != std::string_view::npos && all_digits(value, 0, 2) && all_digits(value, 3, 2) && all_digits(value, 6, 4)) {
		day = number(value.substr(0, 2)), month = number(value.substr(3, 2)), year = number(value.substr(6, 4));
		if (month > 12)
			std::swap(day, month);
	}
	return year >= this_year - 120 && year <= this_year && is_day(year, month, day);
}

bool is_postal_address(std::string_view value)
{
	if (value.size() < 6 || value.size() > 120 || value.find('@') != std::string_view::npos || !std::any_of(value.begin(), value.end(), is_digit))
		return false;
	// A number at the beginning or the end of a line, beside a word that streets are called by.
	static constexpr std::string_view kEndings[] = {"strasse", "str", "gasse", "platz", "allee", "straat", "laan", "plein", "gracht", "weg"};
	static constexpr std::string_view kWords[] = {"street", "road", "avenue", "ave", "lane", "drive", "boulevard", "blvd", "court", "square", "rd", "st", "dr", "rue",
												  "place", "quai", "chemin", "calle", "plaza", "paseo", "via", "viale", "piazza", "corso", "rua", "travessa", "avenida",
												  "ulica", "ul", "aleja", "strada", "impasse", "apt", "highway", "parkway", "way", "av", "bd", "praca", "os", "terrace"};
	std::string word;
	const auto names_a_street = [&] {
		if (word.empty())
			return false;
		const std::string text = folded(word);
		word.clear();
		return std::find(std::begin(kWords), std::end(kWords), text) != std::end(kWords) ||
			   std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view ending) { return text.ends_with(ending); });
	};
	for (const char c : value) {
		if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80)
			word += c;
		else if (names_a_street())
			return true;
	}
	return names_a_street();
}

bool is_person_name(std::string_view value)
{
	if (value.size() < 2 || value.size() > 60)
		return false;
	std::vector<std::string> words;
	std::string word;
	for (const char c : value) {
		if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80 || c == '\'') {
			word += c;
			continue;
		}
		if (c != ' ' && c != '-' && c != '.' && c != ',')
			return false;
		if (!word.empty())
			words.push_back(std::move(word));
		word.clear();
	}
	if (!word.empty())
		words.push_back(std::move(word));
	if (words.empty() || words.size() > 4)
		return false;
	// The name stands first, or second after a family name or a title: "Anna Berg", "Berg, Anna", "Dr. Anna Berg".
	for (std::size_t i = 0; i < words.size() && i < 2; ++i)
		if (is_given_name(folded(words[i])))
			return true;
	return false;
}

SampleVerdict judge_sample(const std::vector<std::string_view> &values, int this_year)
{
	struct Test {
		Kind kind;
		bool (*matches)(std::string_view);
		double share;           // of the values, at least
		std::size_t distinct;   // different ones that match, at least
		double confidence;
	};
	// One number in ten passes a check digit by chance, and many a word is somebody's name: the weaker the sign, the more of it.
	static constexpr Test kTests[] = {
		{Kind::email, is_email, 0.6, 2, 0.95},           {Kind::bank, is_iban, 0.6, 2, 0.95},
		{Kind::card, is_card_number, 0.8, 3, 0.9},       {Kind::national_id, is_national_id, 0.8, 3, 0.85},
		{Kind::network, is_ip_address, 0.8, 2, 0.8},     {Kind::phone, is_phone, 0.75, 3, 0.8},
		{Kind::address, is_postal_address, 0.5, 3, 0.8}, {Kind::person_name, is_person_name, 0.5, 3, 0.75},
	};
	if (values.empty())
		return {};
	for (const Test &test : kTests) {
		std::size_t matching = 0;
		std::set<std::string_view> distinct;
		for (const std::string_view value : values)
			if (test.matches(value)) {
				++matching;
				distinct.insert(value);
			}
		const double share = static_cast<double>(matching) / static_cast<double>(values.size());
		if (share >= test.share && distinct.size() >= test.distinct)
			return {test.kind, test.confidence};
	}
	// Dates of birth lie decades apart and none of them is recent.
	std::set<std::string_view> days;
	std::set<int> years;
	for (const std::string_view value : values) {
		if (!is_birth_date(value, this_year - 5))
			return {};
		days.insert(value);
		years.insert(value[4] == '-' ? number(value.substr(0, 4)) : number(value.substr(6, 4)));
	}
	if (days.size() >= 5 && *years.rbegin() - *years.begin() >= 25)
		return {Kind::birth, 0.6};
	return {};
}

}  // namespace core
