// One telephone number in its ways of writing, and those that only look like it.
#include <gtest/gtest.h>

#include "core/needle.hpp"
#include "core/phone_number.hpp"

namespace {

bool finds(std::string_view value, std::string_view text)
{
	core::Needles needles(true);
	EXPECT_TRUE(needles.add(value));
	needles.finish();
	return needles.finds_phone(text);
}

TEST(PhoneNumbers, AnyWayOfWritingFindsAnyOther)
{
	const std::string_view ways[] = {"+49 170 1234567", "+491701234567", "0049 170 1234567", "00491701234567", "0170 1234567", "0170/1234567", "+49 (0)170 123-4567", "(0170) 123 45 67",
									 "0170.123.4567", "491701234567", "+49\xC2\xA0" "170 1234567"};
	for (const std::string_view value : ways)
		for (const std::string_view written : ways)
			EXPECT_TRUE(finds(value, written)) << value << " in " << written;
	for (const std::string_view written : ways)
		EXPECT_TRUE(finds("+49 170 1234567", "call me (" + std::string(written) + "), room 12")) << written;
}

TEST(PhoneNumbers, AmongOtherNumbers)
{
	EXPECT_TRUE(finds("0170 1234567", "030 7654321 0170 1234567 040 1111111"));
	EXPECT_TRUE(finds("0170 1234567", "12 0170 1234567"));
	EXPECT_TRUE(finds("0170 1234567", "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 0170 1234567 1 2 3 4 5"));
	EXPECT_TRUE(finds("0170 1234567", "+49 30 7654321 0170 1234567"));
	EXPECT_TRUE(finds("+1 (555) 123-4567", "5551234567"));
	EXPECT_TRUE(finds("5551234567", "+1 (555) 123-4567"));
	EXPECT_TRUE(finds("555-123-4567", "{\"phone\":15551234567}"));
}

TEST(PhoneNumbers, NotWhatOnlyLooksLikeIt)
{
	EXPECT_FALSE(finds("+49 170 1234567", "+48 170 1234567"));
	EXPECT_FALSE(finds("+49 170 1234567", "0170 12345678"));
	EXPECT_FALSE(finds("+49 170 1234567", "170 123456"));
	EXPECT_FALSE(finds("+49 170 1234567", "0170x1234567"));
	EXPECT_FALSE(finds("+49 170 1234567", "900170123456712"));
	EXPECT_FALSE(finds("+49 170 1234567", ""));
	EXPECT_EQ(core::whole_phone("12 Main Street 1234567").count, 0);
	EXPECT_EQ(core::whole_phone("123 45").count, 0);
	EXPECT_EQ(core::whole_phone("1234567890123456789012").count, 0);
	EXPECT_EQ(core::whole_phone("0000000000").count, 0);
	EXPECT_EQ(core::whole_phone("").count, 0);
}

TEST(PhoneNumbers, AsAColumnOfNumbersHasThem)
{
	core::Needles needles(true);
	needles.add("+49 170 1234567");
	needles.finish();
	EXPECT_TRUE(needles.finds_phone("491701234567"));
	EXPECT_TRUE(needles.finds_phone("1701234567"));
	EXPECT_FALSE(needles.finds_phone("1701234568"));
}

}  // namespace
