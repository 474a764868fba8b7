// Keys as text: output functions under pinned settings, and erasure._key for the engine's SQL.
#include "pg/key_text.hpp"

#include "pg/boundary.hpp"
#include "pg/call.hpp"

namespace pg {
namespace {

// Output functions read these variables directly; setting them is a few stores, where a settings stack would cost more
// than the output itself. Put back also while an error unwinds.
class PinnedOutput {
public:
	explicit PinnedOutput(pg_tz *utc)
		: date_style_(DateStyle), interval_style_(IntervalStyle), float_digits_(extra_float_digits),
		  bytea_(bytea_output), zone_(session_timezone)
	{
		DateStyle = USE_ISO_DATES;
		IntervalStyle = INTSTYLE_POSTGRES;
		extra_float_digits = 1;
		bytea_output = BYTEA_OUTPUT_HEX;
		session_timezone = utc;
	}
	~PinnedOutput()
	{
		DateStyle = date_style_;
		IntervalStyle = interval_style_;
		extra_float_digits = float_digits_;
		bytea_output = bytea_;
		session_timezone = zone_;
	}
	PinnedOutput(const PinnedOutput &) = delete;
	PinnedOutput &operator=(const PinnedOutput &) = delete;

private:
	int date_style_, interval_style_, float_digits_, bytea_;
	pg_tz *zone_;
};

const char *output(::Oid type, ::Datum value)
{
	pg_tz *utc = guarded([] { return pg_tzset("UTC"); });
	PinnedOutput pinned(utc);
	return guarded([=] {
		::Oid function;
		bool varlena;
		getTypeOutputInfo(type, &function, &varlena);
		return static_cast<const char *>(OidOutputFunctionCall(function, value));
	});
}

}  // namespace

std::string key_text(Oid type, Datum value)
{
	return output(type, value);
}

}  // namespace pg

// erasure._key("any") RETURNS text
ERASURE_FUNCTION(erasure_key)
{
	return call.result(pg::key_text(call.type_of(0), call.datum(0)));
}
