// Names of many styles and languages are taken apart, and judged as a reader would.
#include <gtest/gtest.h>

#include "core/name_dictionary.hpp"
#include "core/name_words.hpp"
#include "random_text.hpp"

namespace {

using core::judge_name;
using core::Kind;
using core::Needs;
using core::TableTaste;
using core::taste_of;
using core::TypeClass;
using core::Word;
using core::words_of;

std::vector<std::string> texts(std::string_view name)
{
	std::vector<std::string> all;
	for (const core::NameWord &word : words_of(name))
		all.push_back(word.text);
	return all;
}
using Texts = std::vector<std::string>;

Kind kind_of(std::string_view column, std::string_view table = "customers", TypeClass type = TypeClass::text)
{
	const core::NameVerdict verdict = judge_name(words_of(column), taste_of(words_of(table)), type);
	return verdict.confidence >= 0.5 ? verdict.kind : Kind::none;
}

TEST(NameDictionary, TakesNamesApart)
{
	EXPECT_EQ(texts("billing_address"), (Texts{"billing", "address"}));
	EXPECT_EQ(texts("shipToCity"), (Texts{"ship", "to", "city"}));
	EXPECT_EQ(texts("URLPath"), (Texts{"url", "path"}));
	EXPECT_EQ(texts("address2"), (Texts{"address"}));
	EXPECT_EQ(texts("Straße"), (Texts{"strasse"}));
	EXPECT_EQ(texts("prénom"), (Texts{"prenom"}));
	EXPECT_EQ(texts(""), Texts{});
	EXPECT_EQ(texts("__"), Texts{});
}

TEST(NameDictionary, JoinsWordsThatMeanSomethingElseTogether)
{
	EXPECT_EQ(texts("mot_de_passe"), (Texts{"motdepasse"}));
	EXPECT_EQ(texts("e_mail"), (Texts{"email"}));
	EXPECT_EQ(texts("EMail"), (Texts{"email"}));
	EXPECT_EQ(texts("user_name"), (Texts{"username"}));
}

TEST(NameDictionary, SplitsWordsRunTogether)
{
	EXPECT_EQ(texts("streetaddress"), (Texts{"street", "address"}));
	EXPECT_EQ(texts("homephonenumber"), (Texts{"home", "phonenumber"}));
	EXPECT_EQ(texts("kundenadresse"), (Texts{"kunden", "adresse"}));
	EXPECT_EQ(texts("lieferstrasse"), (Texts{"liefer", "strasse"}));
	// Short scraps are no words: nothing of "name" is in "renamed".
	EXPECT_EQ(texts("renamed"), (Texts{"renamed"}));
	EXPECT_EQ(texts("phonetic"), (Texts{"phonetic"}));
	EXPECT_EQ(texts("xqzvbn"), (Texts{"xqzvbn"}));
}

TEST(NameDictionary, KnowsEightLanguages)
{
	const std::pair<const char *, Kind> all[] = {
		{"first_name", Kind::person_name}, {"Nachname", Kind::person_name}, {"prenom", Kind::person_name}, {"apellidos", Kind::person_name},
		{"cognome", Kind::person_name}, {"sobrenome", Kind::person_name}, {"achternaam", Kind::person_name}, {"nazwisko", Kind::person_name},
		{"street", Kind::address}, {"hausnr", Kind::address}, {"code_postal", Kind::address}, {"direccion", Kind::address}, {"indirizzo", Kind::address},
		{"endereco", Kind::address}, {"woonplaats", Kind::address}, {"kod_pocztowy", Kind::address},
		{"mobile", Kind::phone}, {"handynr", Kind::phone}, {"telephone_portable", Kind::phone}, {"movil", Kind::phone}, {"cellulare", Kind::phone},
		{"telemovel", Kind::phone}, {"mobiel", Kind::phone}, {"nr_telefonu", Kind::phone},
		{"passwort", Kind::credential}, {"mot_de_passe", Kind::credential}, {"contrasena", Kind::credential}, {"senha", Kind::credential},
		{"wachtwoord", Kind::credential}, {"haslo", Kind::credential},
		{"ssn", Kind::national_id}, {"steuer_id", Kind::national_id}, {"codice_fiscale", Kind::national_id}, {"pesel", Kind::national_id}, {"bsn", Kind::national_id},
		{"bemerkungen", Kind::free_text}, {"remarques", Kind::free_text}, {"observaciones", Kind::free_text}, {"uwagi", Kind::free_text},
	};
	for (const auto &[name, kind] : all)
		EXPECT_EQ(kind_of(name), kind) << name;
	for (const char *date : {"birth_date", "GebDat", "date_naissance", "fecha_nacimiento", "data_di_nascita", "geboortedatum", "data_urodzenia"})
		EXPECT_EQ(kind_of(date, "customers", TypeClass::date), Kind::birth) << date;
}

TEST(NameDictionary, IsNotFooled)
{
	for (const char *name : {"product_name", "file_name", "filename", "customer_file_name", "user_group_name", "hostname", "description", "table_name", "nazwa_produktu", "nome_do_produto", "dateiname", "email_template",
							 "phone_type", "email_verified", "password_changed_at", "is_email", "address_count", "newsletter", "web_address", "status", "currency", "locale"})
		EXPECT_EQ(kind_of(name), Kind::none) << name;
	EXPECT_EQ(kind_of("street_count", "orders", TypeClass::number), Kind::none);
	EXPECT_EQ(kind_of("created_at", "customers", TypeClass::date), Kind::none);
	EXPECT_EQ(kind_of("customer_id", "customers", TypeClass::number), Kind::none);
	EXPECT_EQ(kind_of("amount", "payments", TypeClass::number), Kind::none);
}

TEST(NameDictionary, LooksAtTheTable)
{
	EXPECT_EQ(kind_of("name", "customers"), Kind::person_name);
	EXPECT_EQ(kind_of("name", "products"), Kind::none);
	EXPECT_EQ(kind_of("name", "customer_types"), Kind::none);
	EXPECT_EQ(kind_of("notes", "customers"), Kind::free_text);
	EXPECT_EQ(kind_of("notes", "products"), Kind::none);
	EXPECT_EQ(kind_of("notes", "orders"), Kind::free_text);
	EXPECT_TRUE(taste_of(words_of("order_contacts")).person);
	EXPECT_TRUE(taste_of(words_of("customer_files")).thing);
	EXPECT_FALSE(taste_of(words_of("customer_files")).person);
}

TEST(NameDictionary, SaysWhatAWordNeedsBesideIt)
{
	const TableTaste plain;
	EXPECT_EQ(judge_name(words_of("state"), plain, TypeClass::text).needs, Needs::address);
	EXPECT_EQ(judge_name(words_of("title"), plain, TypeClass::text).needs, Needs::person);
	EXPECT_EQ(judge_name(words_of("street"), plain, TypeClass::text).needs, Needs::nothing);
}

TEST(NameDictionary, LooksAtTheType)
{
	EXPECT_EQ(kind_of("email", "customers", TypeClass::date), Kind::none);
	EXPECT_EQ(kind_of("phone", "customers", TypeClass::number), Kind::phone);
	EXPECT_EQ(kind_of("client", "sessions", TypeClass::network), Kind::network);
	EXPECT_EQ(kind_of("photo", "customers", TypeClass::binary), Kind::photo);
	EXPECT_EQ(kind_of("profile_data", "customers", TypeClass::document), Kind::document);
	EXPECT_EQ(kind_of("settings", "customers", TypeClass::document), Kind::none);
	EXPECT_EQ(kind_of("email", "customers", TypeClass::other), Kind::none);
}

TEST(NameDictionary, ReadsComments)
{
	EXPECT_EQ(core::judge_comment("E-mail address of the relative", TypeClass::text).kind, Kind::email);
	EXPECT_EQ(core::judge_comment("Telefonnummer", TypeClass::text).kind, Kind::phone);
	EXPECT_EQ(core::judge_comment("Date of birth", TypeClass::date).kind, Kind::birth);
	EXPECT_EQ(core::judge_comment("Primary key", TypeClass::text).kind, Kind::none);
	EXPECT_EQ(core::judge_comment("e-mail format, html or plain", TypeClass::text).kind, Kind::none);
}

TEST(NameDictionary, KnowsGivenNames)
{
	EXPECT_TRUE(core::is_given_name("anna"));
	EXPECT_TRUE(core::is_given_name("jose"));
	EXPECT_FALSE(core::is_given_name("table"));
	EXPECT_FALSE(core::is_given_name(""));
}

TEST(NameDictionary, EveryLetterEndsUpInAWord)
{
	RandomText random(7);
	const std::vector<std::string_view> pieces{"mail", "x", "Adresse", "_", "é", "ß", "Name", "q", "nr", "9", "\xff", "telefon", "zz", "strasse"};
	for (int round = 0; round < 3000; ++round) {
		const std::string name = random.pieces(pieces, 12);
		std::string letters;
		for (const std::string &word : texts(name))
			letters += word;
		EXPECT_EQ(letters, core::folded(name)) << name;
	}
}

}  // namespace
