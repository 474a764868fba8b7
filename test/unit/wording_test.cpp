// What users read is plain English, whatever their tables are called.
#include <gtest/gtest.h>

#include <vector>

#include "core/wording.hpp"

namespace {

using core::confirmation;
using core::key_list;
using core::Noun;
using core::noun_for_table;

TEST(Confirmation, AsksAboutSeveral)
{
	const core::Confirmation words = confirmation("customers", 3);
	EXPECT_EQ(words.title, "Bulk Update");
	EXPECT_EQ(words.question, "3 customers will be permanently deleted. Do you want to proceed?");
	EXPECT_EQ(words.prompt, "Enter the number of customers to delete to confirm.");
}

TEST(Confirmation, AsksAboutOne)
{
	const core::Confirmation words = confirmation("customers", 1);
	EXPECT_EQ(words.title, "Attention");
	EXPECT_EQ(words.question, "1 customer will be permanently deleted. Do you want to proceed?");
	EXPECT_EQ(words.prompt, "Enter the number of customers to delete to confirm.");
}

TEST(Confirmation, CountsTwoAsSeveral)
{
	EXPECT_EQ(confirmation("people", 2).title, "Bulk Update");
	EXPECT_EQ(confirmation("people", 2).question,
			  "2 people will be permanently deleted. Do you want to proceed?");
}

TEST(Confirmation, IsTheSameForASingularTableName)
{
	for (const std::string_view name : {"customer", "Customer", "CUSTOMERS", "tbl_customers", "tblCustomer"}) {
		EXPECT_EQ(confirmation(name, 2).question, confirmation("customers", 2).question) << name;
		EXPECT_EQ(confirmation(name, 1).question, confirmation("customers", 1).question) << name;
	}
}

TEST(NounForTable, FindsBothFormsFromEither)
{
	const std::vector<Noun> nouns = {
		{"customer", "customers"},   {"person", "people"},       {"company", "companies"},   {"address", "addresses"},
		{"child", "children"},       {"woman", "women"},         {"salesman", "salesmen"},   {"human", "humans"},
		{"salesperson", "salespeople"}, {"boy", "boys"},         {"box", "boxes"},           {"branch", "branches"},
		{"status", "statuses"},      {"bus", "buses"},           {"bonus", "bonuses"},       {"house", "houses"},
		{"clause", "clauses"},       {"nurse", "nurses"},        {"case", "cases"},          {"purchase", "purchases"},
		{"response", "responses"},   {"employee", "employees"},  {"movie", "movies"},        {"hero", "heroes"},
		{"photo", "photos"},         {"analysis", "analyses"},   {"wife", "wives"},          {"life", "lives"},
		{"representative", "representatives"}, {"archive", "archives"}, {"alias", "aliases"}, {"quiz", "quizzes"},
		{"cache", "caches"},         {"size", "sizes"},          {"boss", "bosses"},         {"user", "users"},
		{"lead", "leads"},           {"contact", "contacts"},    {"member", "members"},      {"patient", "patients"},
		{"specimen", "specimens"},   {"key", "keys"},            {"inquiry", "inquiries"},   {"tax", "taxes"},
		{"invoice", "invoices"},     {"quote", "quotes"},        {"access", "accesses"},     {"spouse", "spouses"},
		{"virus", "viruses"},        {"employer", "employers"},  {"agency", "agencies"},     {"visit", "visits"},
		{"alumnus", "alumni"},       {"citizen", "citizens"},    {"student", "students"},    {"guest", "guests"},
	};
	for (const Noun &noun : nouns) {
		EXPECT_EQ(noun_for_table(noun.one), noun) << noun.one << ": " << noun_for_table(noun.one).many;
		EXPECT_EQ(noun_for_table(noun.many), noun) << noun.many << ": " << noun_for_table(noun.many).one;
	}
}

TEST(NounForTable, KnowsWordsWithOneForm)
{
	for (const std::string_view name : {"staff", "personnel", "data", "series", "information"})
		EXPECT_EQ(noun_for_table(name), (Noun{std::string(name), std::string(name)}));
}

TEST(NounForTable, TakesNamesApart)
{
	EXPECT_EQ(noun_for_table("sales_contacts"), (Noun{"sales contact", "sales contacts"}));
	EXPECT_EQ(noun_for_table("SalesContact"), (Noun{"sales contact", "sales contacts"}));
	EXPECT_EQ(noun_for_table("salesContact"), (Noun{"sales contact", "sales contacts"}));
	EXPECT_EQ(noun_for_table("HRContacts"), (Noun{"hr contact", "hr contacts"}));
	EXPECT_EQ(noun_for_table("sales-contacts"), (Noun{"sales contact", "sales contacts"}));
	EXPECT_EQ(noun_for_table("Sales Contacts"), (Noun{"sales contact", "sales contacts"}));
	EXPECT_EQ(noun_for_table("__contacts__"), (Noun{"contact", "contacts"}));
	EXPECT_EQ(noun_for_table("crm2Lead"), (Noun{"crm2 lead", "crm2 leads"}));
	EXPECT_EQ(noun_for_table("tbl"), (Noun{"tbl", "tbls"}));
}

TEST(NounForTable, LeavesAloneWhatIsNoEnglish)
{
	EXPECT_EQ(noun_for_table("customers_2024"), (Noun{"customers 2024", "customers 2024"}));
	EXPECT_EQ(noun_for_table("顧客"), (Noun{"顧客", "顧客"}));
	EXPECT_EQ(noun_for_table(""), (Noun{"row", "rows"}));
	EXPECT_EQ(noun_for_table("___"), (Noun{"row", "rows"}));
	EXPECT_EQ(noun_for_table("s"), (Noun{"s", "ses"}));
}

TEST(KeyList, NamesTenAtMost)
{
	std::vector<std::string> keys;
	EXPECT_EQ(key_list(keys, 0), "");
	EXPECT_EQ(key_list(keys, 3), "3 more");
	keys = {"4"};
	EXPECT_EQ(key_list(keys, 1), "\"4\"");
	EXPECT_EQ(key_list(keys, 0), "\"4\"");
	EXPECT_EQ(key_list(keys, 18), "\"4\" and 17 more");
	keys = {"4", "8"};
	EXPECT_EQ(key_list(keys, 2), "\"4\", \"8\"");
	keys = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
	EXPECT_TRUE(key_list(keys, 10).ends_with("\"9\", \"10\""));
	EXPECT_TRUE(key_list(keys, 11).ends_with("\"10\" and 1 more"));
	keys.push_back("11");
	EXPECT_TRUE(key_list(keys, 11).ends_with("\"10\" and 1 more"));
	EXPECT_TRUE(key_list(keys, 0).ends_with("\"10\" and 1 more"));
	EXPECT_TRUE(key_list(keys, 200000).ends_with("\"10\" and 199990 more"));
}

}  // namespace
