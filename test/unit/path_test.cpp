// Paths are read in all their forms or refused with a reason, and a walk selects what they mean.
#include <gtest/gtest.h>

#include <vector>

#include "core/path.hpp"
#include "random_text.hpp"

namespace {

using core::parse_path;
using core::Path;
using core::path_text;
using core::PathStep;
using core::PathWalk;

PathStep key(std::string_view name) { return {PathStep::Kind::key, std::string(name)}; }
const PathStep any{PathStep::Kind::any, {}};

Path read(std::string_view text)
{
	const char *reason = nullptr;
	const std::optional<Path> path = parse_path(text, &reason);
	EXPECT_TRUE(path) << text << ": " << (reason ? reason : "");
	EXPECT_EQ(reason, nullptr);
	return path.value_or(Path{key("unreadable")});
}

TEST(ParsePath, ReadsTheDottedForm)
{
	EXPECT_EQ(read("email"), Path{key("email")});
	EXPECT_EQ(read("contact.email"), (Path{key("contact"), key("email")}));
	EXPECT_EQ(read("$.contact.email"), (Path{key("contact"), key("email")}));
	EXPECT_EQ(read("phones[*].number"), (Path{key("phones"), any, key("number")}));
	EXPECT_EQ(read("phones[0].number"), (Path{key("phones"), key("0"), key("number")}));
	EXPECT_EQ(read("phones[-1]"), (Path{key("phones"), key("-1")}));
	EXPECT_EQ(read("$[*].email"), (Path{any, key("email")}));
	EXPECT_EQ(read("[*][2].email"), (Path{any, key("2"), key("email")}));
	EXPECT_EQ(read("*"), Path{any});
	EXPECT_EQ(read("contact.*"), (Path{key("contact"), any}));
	EXPECT_EQ(read("*.email"), (Path{any, key("email")}));
	EXPECT_EQ(read("$"), Path{});
	EXPECT_EQ(read("first name.e-mail"), (Path{key("first name"), key("e-mail")}));
	EXPECT_EQ(read("straße.漢字"), (Path{key("straße"), key("漢字")}));
	EXPECT_EQ(read("a$b"), Path{key("a$b")});
}

TEST(ParsePath, ReadsQuotedKeys)
{
	EXPECT_EQ(read("\"e.mail\".home"), (Path{key("e.mail"), key("home")}));
	EXPECT_EQ(read("$.\"a\\\"b\\\\c\""), Path{key("a\"b\\c")});
	EXPECT_EQ(read("\"\""), Path{key("")});
	EXPECT_EQ(read("\"*\"[*]"), (Path{key("*"), any}));
	EXPECT_EQ(read("\"$ref\""), Path{key("$ref")});
	EXPECT_EQ(read("\" x \""), Path{key(" x ")});
}

TEST(ParsePath, ReadsArrayLiterals)
{
	EXPECT_EQ(read("{email}"), Path{key("email")});
	EXPECT_EQ(read("{contact,email}"), (Path{key("contact"), key("email")}));
	EXPECT_EQ(read(" { contact , e mail } "), (Path{key("contact"), key("e mail")}));
	EXPECT_EQ(read("{phones,*,number}"), (Path{key("phones"), any, key("number")}));
	EXPECT_EQ(read("{phones,\"*\",number}"), (Path{key("phones"), key("*"), key("number")}));
	EXPECT_EQ(read("{\\*}"), Path{key("*")});
	EXPECT_EQ(read("{phones,-1}"), (Path{key("phones"), key("-1")}));
	EXPECT_EQ(read("{\"odd,key\",\"\",\"a\\\"b\\\\\"}"), (Path{key("odd,key"), key(""), key("a\"b\\")}));
	EXPECT_EQ(read("{a.b}"), Path{key("a.b")});
	EXPECT_EQ(read("{$}"), Path{key("$")});
	EXPECT_EQ(read("{\\ x\\ }"), Path{key(" x ")});
	EXPECT_EQ(read("{\"NULL\",nul\\l}"), (Path{key("NULL"), key("null")}));
	EXPECT_EQ(read("{}"), Path{});
	EXPECT_EQ(read("{ }"), Path{});
}

TEST(ParsePath, RefusesWhatIsMalformedAndSaysWhy)
{
	for (const std::string_view text :
		 {"", " ", ".", "..", ".a", "a.", "a..b", "$..a", "$.", "$a", "$$", "a.$b", "[", "[]", "a[", "a[]", "a[*",
		  "a[x]", "a[1]b", "a[ 1]", "a[1,2]", "a[last]", "a[99999999999]", "a[-]", "a]", "a.[*]", "a*", "*a", "**",
		  "a[**]", "\"", "\"a", "\"a\\", "\"a\\\"", "\"a\"b", "a\"b\"", "a\\b", " a", "a ", "a. b", "a}", "a{b}",
		  "{", "{a", "{a,", "{a,}", "{,a}", "{,}", "{a,,b}", "{a}b", "{a}}", "{a}{b}", "{{a}}", "{a{b}", "{\"a}",
		  "{\"a\"b}", "{a\"b\"}", "{NULL}", "{a,null}", "{a\\", "{\"a\\", "{\"a\" \"b\"}"}) {
		const char *reason = nullptr;
		EXPECT_EQ(parse_path(text, &reason), std::nullopt) << text;
		ASSERT_NE(reason, nullptr) << text;
		EXPECT_EQ(std::string_view(reason).back(), '.') << text;
		EXPECT_EQ(parse_path(text, nullptr), std::nullopt) << text;
	}
}

TEST(ParsePath, ReadsBackWhatPathTextWrites)
{
	EXPECT_EQ(path_text({}), "$");
	EXPECT_EQ(path_text(read("{phones,*,number}")), "phones.*.number");
	EXPECT_EQ(path_text(read("{\"a.b\",\"\"}")), "\"a.b\".\"\"");

	RandomText random(7);
	std::vector<std::string_view> from = awkward_pieces();
	from.insert(from.end(), {"\"", "\\", "[", "]", "{", "}", ",", "$", "\t", "-1", "null"});
	for (int round = 0; round < 50000; ++round) {
		Path path;
		for (std::size_t left = random.below(5); left > 0; --left)
			path.push_back(random.chance(4) ? any : key(random.pieces(from, 4)));
		ASSERT_EQ(read(path_text(path)), path) << path_text(path);

		std::string literal = "{";
		for (const PathStep &step : path) {
			literal += literal.size() > 1 ? "," : "";
			if (step == any) {
				literal += "*";
				continue;
			}
			literal += '"';
			for (const char c : step.name)
				literal += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
			literal += '"';
		}
		ASSERT_EQ(read(literal + "}"), path) << literal;
	}
}

// A step of a walk: a key, or an element of an array of `count`.
struct Descent {
	Descent(const char *name) : key(name) {}
	Descent(std::size_t at, std::size_t of) : index(at), count(of) {}
	std::string key;
	std::size_t index = 0;
	std::size_t count = 0;
};

bool selects(const std::vector<std::string_view> &paths, const std::vector<Descent> &descents)
{
	std::vector<Path> read_paths;
	for (const std::string_view text : paths)
		read_paths.push_back(read(text));
	PathWalk walk(read_paths);
	for (const Descent &descent : descents)
		descent.count > 0 ? walk.enter_index(descent.index, descent.count) : walk.enter_key(descent.key);
	EXPECT_EQ(walk.depth(), descents.size());
	return walk.selected();
}

TEST(PathWalk, SelectsTheNodeAndAllBelowIt)
{
	EXPECT_TRUE(selects({"contact.email"}, {"contact", "email"}));
	EXPECT_TRUE(selects({"contact"}, {"contact", "email"}));
	EXPECT_TRUE(selects({"contact"}, {"contact", {3, 4}, "anything"}));
	EXPECT_FALSE(selects({"contact.email"}, {"contact"}));
	EXPECT_FALSE(selects({"contact.email"}, {"contact", "phone"}));
	EXPECT_FALSE(selects({"contact.email"}, {"email"}));
	EXPECT_FALSE(selects({"contact.email"}, {"other", "email"}));
	EXPECT_FALSE(selects({"email"}, {"Email"}));
	EXPECT_TRUE(selects({"$"}, {}));
	EXPECT_TRUE(selects({"$"}, {"a", "b"}));
	EXPECT_FALSE(selects({}, {}));
	EXPECT_FALSE(selects({}, {"a"}));
}

TEST(PathWalk, TakesAnyKeyAndAnyElement)
{
	EXPECT_TRUE(selects({"phones[*].number"}, {"phones", {2, 5}, "number"}));
	EXPECT_TRUE(selects({"phones[*].number"}, {"phones", "home", "number"}));
	EXPECT_FALSE(selects({"phones[*].number"}, {"phones", {2, 5}, "kind"}));
	EXPECT_FALSE(selects({"phones[*].number"}, {"phones", {2, 5}}));
	EXPECT_TRUE(selects({"*"}, {"a"}));
	EXPECT_FALSE(selects({"*.b"}, {"a"}));
	EXPECT_TRUE(selects({"$[*].email"}, {{0, 1}, "email"}));
	EXPECT_TRUE(selects({"{\"*\"}"}, {"*"}));
	EXPECT_FALSE(selects({"{\"*\"}"}, {"a"}));
}

TEST(PathWalk, TakesElementsByNumberFromEitherEnd)
{
	EXPECT_TRUE(selects({"phones[1]"}, {"phones", {1, 3}}));
	EXPECT_FALSE(selects({"phones[1]"}, {"phones", {0, 3}}));
	EXPECT_TRUE(selects({"{phones,-1}"}, {"phones", {2, 3}}));
	EXPECT_FALSE(selects({"{phones,-1}"}, {"phones", {0, 3}}));
	EXPECT_FALSE(selects({"{phones,-4}"}, {"phones", {0, 3}}));
	EXPECT_TRUE(selects({"{phones,1}"}, {"phones", "1"}));  // as #> does
	EXPECT_TRUE(selects({"{phones,-1}"}, {"phones", "-1"}));
}

TEST(PathWalk, LooksThroughArraysForAForgottenStar)
{
	EXPECT_TRUE(selects({"phones.number"}, {"phones", {2, 5}, "number"}));
	EXPECT_TRUE(selects({"phones.number"}, {"phones", {2, 5}, {0, 1}, "number"}));
	EXPECT_TRUE(selects({"email"}, {{0, 2}, "email"}));
	EXPECT_FALSE(selects({"phones.number"}, {"phones", {2, 5}}));
	EXPECT_FALSE(selects({"phones.number"}, {"phones", {2, 5}, "kind"}));
	EXPECT_FALSE(selects({"phones[0].number"}, {"phones", {1, 5}, "number"}));
}

TEST(PathWalk, FollowsSeveralPathsAtOnce)
{
	const std::vector<std::string_view> paths = {"a.b", "a.*.c", "d"};
	EXPECT_TRUE(selects(paths, {"a", "b"}));
	EXPECT_TRUE(selects(paths, {"a", "x", "c"}));
	EXPECT_FALSE(selects(paths, {"a", "x"}));
	EXPECT_TRUE(selects(paths, {"d"}));
}

TEST(PathWalk, ForgetsWhatItLeft)
{
	const std::vector<Path> paths = {read("a.b"), read("c")};
	PathWalk walk(paths);
	EXPECT_FALSE(walk.barren());
	walk.enter_key("x");
	EXPECT_TRUE(walk.barren());
	walk.enter_key("b");
	EXPECT_FALSE(walk.selected());
	walk.leave();
	walk.leave();
	walk.enter_key("a");
	EXPECT_FALSE(walk.barren());
	walk.enter_key("b");
	EXPECT_TRUE(walk.selected());
	EXPECT_FALSE(walk.barren());
	walk.enter_key("deep");
	EXPECT_TRUE(walk.selected());
	walk.leave();
	walk.leave();
	EXPECT_FALSE(walk.selected());
	walk.leave();
	walk.enter_key("c");
	EXPECT_TRUE(walk.selected());
	walk.leave();
	walk.leave();  // one too many does no harm
	EXPECT_EQ(walk.depth(), 0u);
	walk.enter_key("c");
	EXPECT_TRUE(walk.selected());
}

// The plain definition: does the path match the descents, from their first step on?
bool matches(const Path &path, std::size_t step, const std::vector<Descent> &descents, std::size_t at)
{
	if (step == path.size())
		return true;
	if (at == descents.size())
		return false;
	const Descent &descent = descents[at];
	const PathStep &wanted = path[step];
	if (wanted == any)
		return matches(path, step + 1, descents, at + 1);
	if (descent.count == 0)
		return wanted.name == descent.key && matches(path, step + 1, descents, at + 1);
	if (wanted.name.find_first_not_of("-0123456789") != std::string::npos)
		return matches(path, step, descents, at + 1);
	const long long number = std::stoll(wanted.name);
	const long long index = number < 0 ? number + static_cast<long long>(descent.count) : number;
	return index == static_cast<long long>(descent.index) && matches(path, step + 1, descents, at + 1);
}

TEST(PathWalk, AgreesWithThePlainDefinition)
{
	RandomText random(8);
	const std::vector<std::string_view> names = {"a", "b", "0", "1", "-1", "-2"};
	int selected = 0;
	for (int round = 0; round < 100000; ++round) {
		std::vector<Path> paths(random.below(4));
		for (Path &path : paths) {
			for (std::size_t left = random.below(4); left > 0; --left)
				path.push_back(random.chance(4) ? any : key(random.pick(names)));
		}
		std::vector<Descent> descents;
		PathWalk walk(paths);
		for (std::size_t left = random.below(6); left > 0; --left) {
			if (random.chance(2)) {
				const std::size_t count = 1 + random.below(3);
				descents.emplace_back(random.below(count), count);
				walk.enter_index(descents.back().index, count);
			} else {
				descents.emplace_back(random.pick(names).data());
				walk.enter_key(descents.back().key);
			}
			if (random.chance(4)) {  // a side step must leave no trace
				walk.enter_key("a");
				walk.leave();
			}
			bool expected = false;
			for (const Path &path : paths)
				expected = expected || matches(path, 0, descents, 0);
			ASSERT_EQ(walk.selected(), expected);
			selected += expected;
		}
	}
	EXPECT_GT(selected, 10000);
}

}  // namespace
