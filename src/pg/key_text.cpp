// Keys as text: output functions under pinned settings, and erasure._key for the engine's SQL.
#include "pg/key_text.hpp"

#include "pg/boundary.hpp"
#include "pg/call.hpp"
#include "pg/pinned_format.hpp"

namespace pg {
namespace {

// Also in UTC.
class PinnedOutput {
public:
	explicit PinnedOutput(pg_tz *utc) : zone_(session_timezone) { session_timezone = utc; }
	~PinnedOutput() { session_timezone = zone_; }
	PinnedOutput(const PinnedOutput &) = delete;
	PinnedOutput &operator=(const PinnedOutput &) = delete;

private:
	PinnedFormat format_;
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
