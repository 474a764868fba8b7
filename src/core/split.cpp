// Takes a text apart at a separator.
#include "core/split.hpp"

#include <algorithm>

#include "core/fence.hpp"

namespace core {

std::vector<std::string> split(std::string_view text, char separator)
{
	std::vector<std::string> parts;
	for (std::size_t at = 0; !text.empty() && at <= text.size();) {
		const std::size_t end = std::min(text.find(separator, at), text.size());
		parts.emplace_back(text.substr(at, end - at));
		at = end + 1;
	}
	return parts;
}

}  // namespace core
