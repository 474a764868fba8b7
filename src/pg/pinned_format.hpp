// The settings that output and input functions read, held at values that depend on nobody for as long as this lives.
#pragma once

#include "pg/server.hpp"

namespace pg {

// These are plain variables of PostgreSQL's; setting them is a few stores, where a settings stack would cost more than
// the output itself. Put back also while an error unwinds.
class PinnedFormat {
public:
	PinnedFormat()
		: date_style_(DateStyle), date_order_(DateOrder), interval_style_(IntervalStyle), float_digits_(extra_float_digits),
		  bytea_(bytea_output), xml_option_(xmloption), array_nulls_(Array_nulls)
	{
		DateStyle = USE_ISO_DATES;
		DateOrder = DATEORDER_YMD;
		IntervalStyle = INTSTYLE_POSTGRES;
		extra_float_digits = 1;
		bytea_output = BYTEA_OUTPUT_HEX;
		xmloption = XMLOPTION_CONTENT;
		Array_nulls = true;
	}
	~PinnedFormat()
	{
		DateStyle = date_style_;
		DateOrder = date_order_;
		IntervalStyle = interval_style_;
		extra_float_digits = float_digits_;
		bytea_output = bytea_;
		xmloption = xml_option_;
		Array_nulls = array_nulls_;
	}
	PinnedFormat(const PinnedFormat &) = delete;
	PinnedFormat &operator=(const PinnedFormat &) = delete;

private:
	int date_style_, date_order_, interval_style_, float_digits_, bytea_, xml_option_;
	bool array_nulls_;
};

}  // namespace pg
