// Judges names word by word.
#include "core/name_dictionary.hpp"

#include <algorithm>

#include "core/fence.hpp"

namespace core {

std::string_view to_text(Kind kind)
{
	switch (kind) {
	case Kind::none: break;
	case Kind::email: return "an e-mail address";
	case Kind::phone: return "a telephone number";
	case Kind::person_name: return "a person's name";
	case Kind::user_name: return "a user name";
	case Kind::credential: return "a credential";
	case Kind::address: return "a postal address";
	case Kind::birth: return "a date or place of birth or death";
	case Kind::trait: return "a trait of a person";
	case Kind::national_id: return "a national identity, tax or insurance number";
	case Kind::bank: return "a bank account";
	case Kind::card: return "a payment card";
	case Kind::network: return "a network or device address";
	case Kind::photo: return "a likeness or signature";
	case Kind::free_text: return "free text about or by a person";
	case Kind::title: return "a title";
	case Kind::job: return "an occupation";
	case Kind::employer: return "an employer or company";
	case Kind::account: return "a customer's number";
	case Kind::document: return "a document with data about a person";
	case Kind::location: return "a person's whereabouts";
	}
	return "nothing personal";
}

namespace {

using Words = std::vector<NameWord>;

bool has(const Words &words, std::initializer_list<Word> wanted)
{
	return std::any_of(words.begin(), words.end(), [&](const NameWord &w) { return std::find(wanted.begin(), wanted.end(), w.word) != wanted.end(); });
}

bool says(const Words &words, std::initializer_list<std::string_view> texts)
{
	return std::any_of(words.begin(), words.end(), [&](const NameWord &w) { return std::find(texts.begin(), texts.end(), w.text) != texts.end(); });
}

Word last_word(const Words &words)
{
	for (auto at = words.rbegin(); at != words.rend(); ++at)
		if (at->word != Word::neutral)
			return at->word;
	return Word::unknown;
}

Word first_word(const Words &words)
{
	return words.empty() ? Word::unknown : words.front().word;
}

NameVerdict verdict(Kind kind, double confidence, Needs needs = Needs::nothing) { return {kind, confidence, needs, true}; }
constexpr NameVerdict kNot{Kind::none, 0, Needs::nothing, true};

bool about_something_else(const Words &words)
{
	const Word last = last_word(words);
	if (last == Word::head || last == Word::settings)
		return !has(words, {Word::birth}) || says(words, {"sent"});
	if (last == Word::date)
		return !has(words, {Word::birth});
	// is_email, has_phone, and flags written as questions.
	const Words first(words.begin(), words.begin() + (words.empty() ? 0 : 1));
	return says(first, {"is", "has", "can", "allow", "send", "show", "est", "ist", "hat"}) && words.size() > 1;
}

NameVerdict judge_contact(const Words &words, TypeClass type)
{
	const bool thing = has(words, {Word::thing}) && !has(words, {Word::person});
	if (has(words, {Word::credential}) && (has(words, {Word::user_name, Word::person, Word::email}) || !has(words, {Word::thing, Word::document, Word::message})) &&
		!(says(words, {"digest", "hash", "key", "token", "pass"}) && thing))
		return type == TypeClass::text || type == TypeClass::binary ? verdict(Kind::credential, says(words, {"hash", "digest", "pass"}) && words.size() == 1 ? 0.5 : 0.9) : kNot;
	if (has(words, {Word::network}) && (type == TypeClass::text || type == TypeClass::network))
		return verdict(Kind::network, thing ? 0.3 : 0.85);
	if (type == TypeClass::text && has(words, {Word::email}) && !has(words, {Word::message}))
		return verdict(Kind::email, thing ? 0.55 : 0.95);
	if ((type == TypeClass::text || type == TypeClass::number) && has(words, {Word::phone}) && !has(words, {Word::message}))
		return verdict(Kind::phone, thing ? 0.4 : 0.95);
	return {};
}

NameVerdict judge_identity(const Words &words, TypeClass type)
{
	const bool written = type == TypeClass::text || type == TypeClass::number;
	if (has(words, {Word::birth}))
		return written || type == TypeClass::date ? verdict(Kind::birth, 0.95) : kNot;
	if (!written)
		return {};
	if (has(words, {Word::national}) && !has(words, {Word::thing, Word::company}))
		return verdict(Kind::national_id, says(words, {"national", "social", "code"}) && words.size() == 1 ? 0.4 : 0.9);
	if (has(words, {Word::tax}))
		return has(words, {Word::id}) || words.size() == 1 ? verdict(Kind::national_id, says(words, {"tax", "iva", "fiscal", "tva"}) && words.size() == 1 ? 0.2 : 0.8) : kNot;
	if (has(words, {Word::card}) && (has(words, {Word::id, Word::person}) || words.size() == 1 || says(words, {"creditcard", "cvv", "cvc", "cardnumber", "holder"})))
		return verdict(Kind::card, 0.85);
	if (has(words, {Word::bank}))
		return verdict(Kind::bank, says(words, {"bank", "swift", "conta", "cuenta", "conto"}) && !has(words, {Word::id, Word::account, Word::person}) ? 0.55 : 0.9);
	if (has(words, {Word::account}) && type == TypeClass::text && (has(words, {Word::id}) || words.front().text != "account") && !has(words, {Word::thing}))
		return verdict(Kind::account, 0.75);
	return {};
}

NameVerdict judge_person(const Words &words, const TableTaste &table, TypeClass type)
{
	if (type != TypeClass::text)
		return {};
	const Word last = last_word(words);
	const bool thing = has(words, {Word::thing, Word::settings, Word::head, Word::network});
	if (has(words, {Word::whole_name}))
		return verdict(Kind::person_name, thing ? 0.4 : says(words, {"alias"}) ? 0.5 : 0.95);
	if (has(words, {Word::user_name}) && last != Word::id)
		return verdict(Kind::user_name, thing ? 0.4 : 0.85);
	if (says(words, {"loginid", "userid"}) || (has(words, {Word::user_name}) && last == Word::id))
		return verdict(Kind::user_name, says(words, {"userid"}) ? 0.5 : 0.8);
	const bool name = has(words, {Word::name});
	if (name && has(words, {Word::company}))
		return verdict(Kind::employer, 0.7, Needs::person);
	if (name && thing)
		return kNot;
	if (name && has(words, {Word::part_of_name, Word::person, Word::role}))
		return verdict(Kind::person_name, has(words, {Word::role}) && !has(words, {Word::part_of_name, Word::person}) ? 0.75 : 0.9);
	if (name && has(words, {Word::address, Word::address_part, Word::city, Word::street}))
		return verdict(Kind::address, 0.6, Needs::address);
	if (name && (words.size() == 1 || has(words, {Word::title})))
		return table.person && !table.thing ? verdict(Kind::person_name, 0.85) : table.address ? verdict(Kind::person_name, 0.5) : kNot;
	if (has(words, {Word::part_of_name}) && (words.size() == 1 || has(words, {Word::part_of_name}) == (words.size() == 2 && says(words, {"initial", "initials"}))))
		return verdict(Kind::person_name, says(words, {"nick"}) ? 0.8 : 0.55, Needs::person);
	if (has(words, {Word::person}) && !thing && (last == Word::person || last == Word::role) && !has(words, {Word::id}))
		return verdict(Kind::person_name, 0.6);
	return {};
}

NameVerdict judge_place(const Words &words, const TableTaste &table, TypeClass type)
{
	const bool host = says(words, {"web", "host", "url", "server", "memory"});
	if (type == TypeClass::geometry || (has(words, {Word::location}) && (type == TypeClass::number || type == TypeClass::binary || type == TypeClass::text)))
		return table.person || table.address || has(words, {Word::person, Word::address}) ? verdict(Kind::location, 0.8) : verdict(Kind::location, 0.55, Needs::address);
	if (type != TypeClass::text || host)
		return {};
	const bool thing = has(words, {Word::thing}) && !has(words, {Word::person});
	if (has(words, {Word::street, Word::postal}))
		return verdict(Kind::address, thing ? 0.4 : last_word(words) == Word::id && !has(words, {Word::postal}) && says(words, {"str", "suite", "dom", "via"}) ? 0.5 : 0.9);
	if (has(words, {Word::address}))
		return verdict(Kind::address, thing ? 0.35 : 0.9);
	if (has(words, {Word::city}))
		return verdict(Kind::address, thing ? 0.35 : 0.75, table.person || table.address ? Needs::nothing : Needs::address);
	if (table.address && !table.thing && says(words, {"line", "ligne", "zeile", "linea", "linha", "regel"}))
		return verdict(Kind::address, 0.7);
	if (has(words, {Word::address_part}) && !thing)
		return verdict(Kind::address, 0.7, Needs::address);
	return {};
}

NameVerdict judge_description(const Words &words, const TableTaste &table, TypeClass type)
{
	if (has(words, {Word::trait}) && type != TypeClass::number && type != TypeClass::date && !has(words, {Word::thing}))
		return verdict(Kind::trait, table.thing ? 0.3 : 0.85);
	if (has(words, {Word::photo}) && !has(words, {Word::thing}) && (type == TypeClass::text || type == TypeClass::binary || type == TypeClass::document))
		return verdict(Kind::photo, table.thing ? 0.3 : says(words, {"scan", "image", "bild", "bilder"}) ? 0.55 : 0.8);
	if (says(words, {"photo", "picture", "avatar", "portrait", "foto"}) && !table.thing && (type == TypeClass::text || type == TypeClass::binary))
		return verdict(Kind::photo, 0.7);
	const bool written = type == TypeClass::text || type == TypeClass::document || type == TypeClass::binary;
	if (written && has(words, {Word::free_text}) && !has(words, {Word::thing, Word::id}))
		return verdict(Kind::free_text, table.thing ? 0.4 : 0.75);
	if (type == TypeClass::text && has(words, {Word::message}) && !has(words, {Word::thing, Word::id}))
		return verdict(Kind::free_text, table.thing ? 0.3 : table.message ? 0.7 : 0.55);
	if (type == TypeClass::text && has(words, {Word::title}) && words.size() <= 2 && (words.size() == 1 || has(words, {Word::person, Word::name, Word::neutral})))
		return verdict(Kind::title, table.thing ? 0.2 : says(words, {"anrede", "salutation", "civilite", "honorific", "aanhef"}) || has(words, {Word::person}) ? 0.8 : 0.65, Needs::person);
	if (type == TypeClass::text && has(words, {Word::job}) && !has(words, {Word::thing}))
		return verdict(Kind::job, table.thing ? 0.3 : 0.7, says(words, {"position", "cargo", "stelle", "functie"}) ? Needs::person : Needs::nothing);
	if (type == TypeClass::text && has(words, {Word::job}) && says(words, {"job"}))
		return verdict(Kind::job, 0.7);
	if (type == TypeClass::text && has(words, {Word::company}) && words.size() <= 2)
		return verdict(Kind::employer, 0.65, Needs::person);
	return {};
}

NameVerdict judge_document(const Words &words, const TableTaste &table)
{
	if (has(words, {Word::settings, Word::thing}))
		return kNot;
	if (has(words, {Word::person, Word::address, Word::email, Word::phone}))
		return verdict(Kind::document, 0.8);
	if (has(words, {Word::document, Word::message}))
		return verdict(Kind::document, table.thing ? 0.35 : 0.6);
	return {};
}

bool known(const Words &words)
{
	return std::any_of(words.begin(), words.end(), [](const NameWord &w) { return w.word != Word::unknown && w.word != Word::neutral && w.word != Word::id; });
}

}  // namespace

TableTaste taste_of(const std::vector<NameWord> &table)
{
	TableTaste taste;
	// phone_types, customer_status: a list of words to choose from, nobody's data.
	if (!table.empty() && says({table.back()}, {"type", "types", "kind", "kinds", "status", "statuses", "typ", "typen", "art", "arten", "tipo", "tipos", "tipi", "soort", "rodzaj"})) {
		taste.thing = true;
		return taste;
	}
	taste.person = has(table, {Word::person});
	taste.address = has(table, {Word::address, Word::card, Word::bank, Word::phone, Word::email});
	taste.message = has(table, {Word::free_text, Word::message}) || says(table, {"ticket", "tickets", "review", "reviews", "letter", "letters", "conversation", "call", "calls"});
	taste.thing = has(table, {Word::thing}) && !taste.message;
	// product_customers is about customers, customer_files about files: the last word counts.
	if (taste.person && taste.thing) {
		taste.thing = last_word(table) == Word::thing;
		taste.person = !taste.thing;
	}
	return taste;
}

NameVerdict judge_name(const std::vector<NameWord> &column, const TableTaste &table, TypeClass type)
{
	if (column.empty() || type == TypeClass::other)
		return {};
	if (about_something_else(column))
		return kNot;
	if (type == TypeClass::document)
		if (const NameVerdict found = judge_document(column, table); found.known)
			return found;
	for (const NameVerdict &found : {judge_contact(column, type), judge_identity(column, type), judge_person(column, table, type), judge_place(column, table, type),
									 judge_description(column, table, type)})
		if (found.known)
			return found;
	if (type == TypeClass::network)
		return verdict(Kind::network, has(column, {Word::thing}) || table.thing ? 0.3 : 0.7);
	NameVerdict nothing;
	nothing.known = known(column) && (type == TypeClass::text || first_word(column) != Word::unknown);
	return nothing;
}

NameVerdict judge_comment(std::string_view comment, TypeClass type)
{
	if (comment.size() > 400 || (type != TypeClass::text && type != TypeClass::date && type != TypeClass::document && type != TypeClass::binary))
		return {};
	const Words words = words_of(comment);
	if (words.size() > 12 || says(words, {"foreign", "primary", "references", "fremdschlussel", "not"}))
		return {};
	if (has(words, {Word::birth}))
		return verdict(Kind::birth, 0.6);
	if (type == TypeClass::date)
		return {};
	if (has(words, {Word::email}) && !has(words, {Word::head, Word::thing}))
		return verdict(Kind::email, 0.65);
	if (has(words, {Word::phone}) && !has(words, {Word::head, Word::thing}))
		return verdict(Kind::phone, 0.65);
	if (has(words, {Word::whole_name}) || (has(words, {Word::name}) && has(words, {Word::person}) && !has(words, {Word::thing})))
		return verdict(Kind::person_name, 0.65);
	if (has(words, {Word::street, Word::postal}) || (has(words, {Word::address}) && !has(words, {Word::thing, Word::head})))
		return verdict(Kind::address, 0.6);
	if (has(words, {Word::credential}) && !has(words, {Word::thing, Word::head}))
		return verdict(Kind::credential, 0.6);
	if (says(words, {"iban", "passport", "ssn", "pesel", "personal", "personenbezogen", "pii", "gdpr", "dsgvo", "rgpd"}))
		return verdict(Kind::national_id, 0.6);
	return {};
}

}  // namespace core
