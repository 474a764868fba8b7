// Converts between the database's encoding and UTF-8.
#include "pg/utf8.hpp"

#include "pg/boundary.hpp"

namespace pg {
namespace {

std::string convert(std::string_view text, int from, int to)
{
	if (from == to || text.empty())
		return std::string(text);
	const char *bytes = text.data();
	const int length = static_cast<int>(text.size());
	const char *converted = guarded([=] {
		// It wants a terminating zero, and gives back what it was given where there is nothing to do.
		char *copy = pnstrdup(bytes, static_cast<Size>(length));
		return reinterpret_cast<char *>(pg_do_encoding_conversion(reinterpret_cast<unsigned char *>(copy), length, from, to));
	});
	return converted;
}

}  // namespace

std::string to_utf8(std::string_view text) { return convert(text, GetDatabaseEncoding(), PG_UTF8); }
std::string from_utf8(std::string_view text) { return convert(text, PG_UTF8, GetDatabaseEncoding()); }

}  // namespace pg
