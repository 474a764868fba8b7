// Shapes and check digits: real ones pass, with one digit changed they do not.
#include <gtest/gtest.h>

#include "core/value_pattern.hpp"
#include "random_text.hpp"

namespace {

using namespace core;

// Each with another last digit: none of the nine may pass.
template <typename F>
void expect_check_digit(F &&test, const std::string &good)
{
	EXPECT_TRUE(test(good)) << good;
	std::string bad = good;
	for (char c = '0'; c <= '9'; ++c) {
		bad.back() = c;
		if (bad != good) {
			EXPECT_FALSE(test(bad)) << bad;
		}
	}
}

TEST(ValuePattern, Email)
{
	for (const char *good : {"a@b.de", "first.last+tag@example.co.uk", "jörg@müller.example", "x_y@1and1.example"})
		EXPECT_TRUE(is_email(good)) << good;
	for (const char *bad : {"", "@", "a@", "@b.de", "a@b", "a@b.c", "a b@c.de", "a@b@c.de", "a@b..de", "a@.de", "a@1.2.3.4", "<a@b.de>"})
		EXPECT_FALSE(is_email(bad)) << bad;
}

TEST(ValuePattern, Phone)
{
	for (const char *good : {"+49 170 1234567", "(415) 555-0100", "030 1234567", "0171/2345678", "+1-555-010-0000", "555-0100 4711", "(1) 42.34.22.66", "+33 6 12 34 56 78"})
		EXPECT_TRUE(is_phone(good)) << good;
	for (const char *bad : {"", "12345", "1234567", "2024-01-31", "31.12.2024", "10.0.0.1", "v1.2.3", "4111 1111 1111 1111 1111", "abc", "+", "12.50", "x1234567"})
		EXPECT_FALSE(is_phone(bad)) << bad;
}

TEST(ValuePattern, Iban)
{
	for (const char *good : {"DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "ES9121000418450200051332", "NL91ABNA0417164300", "pl61109010140000071219812874"})
		EXPECT_TRUE(is_iban(good)) << good;
	expect_check_digit(is_iban, "DE89370400440532013000");
	for (const char *bad : {"", "DE", "DE8937040044053201300", "XX89370400440532013000", "DE89370400440532013-00!"})
		EXPECT_FALSE(is_iban(bad)) << bad;
}

TEST(ValuePattern, Card)
{
	for (const char *good : {"4111111111111111", "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "6011111111111117", "30569309025904", "3530111333300000"})
		EXPECT_TRUE(is_card_number(good)) << good;
	expect_check_digit(is_card_number, "4111111111111111");
	for (const char *bad : {"", "0000000000000000", "1234567812345670", "411111111111111", "4111a11111111111"})
		EXPECT_FALSE(is_card_number(bad)) << bad;
}

TEST(ValuePattern, IpAddress)
{
	for (const char *good : {"192.0.2.1", "10.0.0.0/8", "::1", "2001:db8::1", "2001:db8:0:0:0:0:0:1", "fe80::1/64"})
		EXPECT_TRUE(is_ip_address(good)) << good;
	for (const char *bad : {"", "1.2.3", "1.2.3.256", "1.2.3.4.5", ":::1", "2001:db8", "12:30", "12:30:15", "g::1", "1.2.3.4/"})
		EXPECT_FALSE(is_ip_address(bad)) << bad;
}

TEST(ValuePattern, BirthDate)
{
	for (const char *good : {"1984-03-02", "02.03.1984", "03/02/1984", "12/31/1984", "1984-03-02 00:00:00", "1984-02-29"})
		EXPECT_TRUE(is_birth_date(good, 2026)) << good;
	for (const char *bad : {"", "1985-02-29", "1984-13-01", "1884-03-02", "2030-01-01", "1984-03-02 11:22:33", "84-03-02", "1984/03-02"})
		EXPECT_FALSE(is_birth_date(bad, 2026)) << bad;
}

TEST(ValuePattern, PostalAddress)
{
	for (const char *good : {"Lindenstraße 5", "12 rue des Lilas", "47 MySakila Drive", "Calle Mayor 3", "221B Baker Street", "Hauptstr. 1", "Via Roma 10", "ul. Długa 7", "Kerkstraat 12"})
		EXPECT_TRUE(is_postal_address(good)) << good;
	for (const char *bad : {"", "Street", "42", "a@street5.example", "Model 5000", "Yoga 2"})
		EXPECT_FALSE(is_postal_address(bad)) << bad;
}

TEST(ValuePattern, PersonName)
{
	for (const char *good : {"Anna", "Anna Berg", "Berg, Anna", "Dr. Anna Berg", "José García", "Łukasz Nowak", "Jean-Pierre Blanc", "JÜRGEN"})
		EXPECT_TRUE(is_person_name(good)) << good;
	for (const char *bad : {"", "A", "Lamp 5", "Desk lamp", "anna@post.example", "https://anna.example", "The quick brown fox jumps"})
		EXPECT_FALSE(is_person_name(bad)) << bad;
}

TEST(ValuePattern, NationalNumbers)
{
	expect_check_digit(is_pesel, "44051401359");
	EXPECT_FALSE(is_pesel("44951401359"));
	EXPECT_TRUE(is_dni_or_nie("12345678Z"));
	EXPECT_TRUE(is_dni_or_nie("X1234567L"));
	EXPECT_FALSE(is_dni_or_nie("12345678A"));
	EXPECT_TRUE(is_codice_fiscale("RSSMRA85T10A562S"));
	EXPECT_FALSE(is_codice_fiscale("RSSMRA85T10A562T"));
	EXPECT_FALSE(is_codice_fiscale("RSSMRA85T10A56-S"));
	expect_check_digit(is_cpf, "11144477735");
	EXPECT_TRUE(is_cpf("111.444.777-35"));
	expect_check_digit(is_bsn, "111222333");
	expect_check_digit(is_steuer_id, "86095742719");
	EXPECT_TRUE(is_nir("255081416802538"));
	EXPECT_FALSE(is_nir("255081416802539"));
	EXPECT_TRUE(is_nir("180 02 2A 001 001 " + std::to_string(97 - (1800220001001LL - 1000000) % 97)));
	EXPECT_TRUE(is_ssn("078-05-1120"));
	EXPECT_FALSE(is_ssn("666-05-1120"));
	EXPECT_FALSE(is_ssn("078051120"));
	for (const char *bad : {"", "1", "00000000000", "11111111111", "000000000", "hello"})
		EXPECT_FALSE(is_national_id(bad)) << bad;
}

TEST(JudgeSample, NeedsMostOfTheValues)
{
	EXPECT_EQ(judge_sample({}, 2026).kind, Kind::none);
	EXPECT_EQ(judge_sample({"a@b.de", "c@d.de", "e@f.de", "n/a"}, 2026).kind, Kind::email);
	EXPECT_EQ(judge_sample({"a@b.de", "n/a", "none", "unknown"}, 2026).kind, Kind::none);
	// One value repeated says nothing about the others.
	EXPECT_EQ(judge_sample({"Max", "Max", "Max", "Max"}, 2026).kind, Kind::none);
	EXPECT_EQ(judge_sample({"Anna Berg", "Uwe Lang", "Carmen Ruiz", "Someone Else"}, 2026).kind, Kind::person_name);
	EXPECT_EQ(judge_sample({"1001", "1002", "1003", "1004"}, 2026).kind, Kind::none);
}

TEST(JudgeSample, DatesOfBirthLieFarApart)
{
	EXPECT_EQ(judge_sample({"1950-01-01", "1961-04-05", "1972-07-08", "1983-10-11", "1994-12-13"}, 2026).kind, Kind::birth);
	EXPECT_EQ(judge_sample({"1996-07-04", "1996-07-05", "1997-07-08", "1998-01-11", "1998-05-06"}, 2026).kind, Kind::none);
	EXPECT_EQ(judge_sample({"1950-01-01", "1961-04-05", "1972-07-08", "1983-10-11", "2025-12-13"}, 2026).kind, Kind::none);
}

TEST(ValuePattern, StandsAnyBytes)
{
	RandomText random(11);
	const std::vector<std::string_view> pieces{"1", "23", "-", " ", "@", ".", "a", "DE", "+", "é", "\xff", "(", "/", ":", "straße", "x", "anna", "0000"};
	for (int round = 0; round < 20000; ++round) {
		const std::string value = random.pieces(pieces, 14);
		is_email(value), is_phone(value), is_iban(value), is_card_number(value), is_ip_address(value), is_birth_date(value, 2026), is_postal_address(value);
		is_person_name(value), is_national_id(value);
	}
}

}  // namespace
