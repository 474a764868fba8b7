// Writes the fields of a link one behind the other.
#include "core/audit_chain.hpp"

#include <cstdint>

namespace core {

std::string audit_link(std::string_view previous, const AuditFields &fields)
{
	std::string link(previous);
	for (const auto &field : fields) {
		link += field ? '\1' : '\0';
		if (!field)
			continue;
		const auto length = static_cast<std::uint64_t>(field->size());
		for (int shift = 56; shift >= 0; shift -= 8)
			link += static_cast<char>(length >> shift & 0xff);
		link += *field;
	}
	return link;
}

}  // namespace core
