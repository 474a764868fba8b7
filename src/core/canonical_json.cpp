// Reads JSON and writes it again, sorted.
#include "core/canonical_json.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/fence.hpp"

namespace core {
namespace {

constexpr int kMostDepth = 100;
constexpr char kDigits[] = "0123456789abcdef";

class Reader {
public:
	explicit Reader(std::string_view rest) : rest_(rest) {}

	bool value(std::string &out, int depth)
	{
		blanks();
		if (rest_.empty() || depth > kMostDepth)
			return false;
		switch (rest_.front()) {
			case '{':
				return object(out, depth);
			case '[':
				return array(out, depth);
			case '"': {
				std::string text;
				if (!string(text))
					return false;
				out += json_string(text);
				return true;
			}
			default:
				return word(out);
		}
	}

	bool at_end()
	{
		blanks();
		return rest_.empty();
	}

private:
	void blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

	bool take(char c)
	{
		blanks();
		if (rest_.empty() || rest_.front() != c)
			return false;
		rest_.remove_prefix(1);
		return true;
	}

	// Numbers stay as they are written; jsonb writes a number in one way.
	bool word(std::string &out)
	{
		const std::string_view found = rest_.substr(0, rest_.find_first_not_of("0123456789+-.eEtrufalsn"));
		const bool number = !found.empty() && (found.front() == '-' || (found.front() >= '0' && found.front() <= '9')) &&
							found.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
		if (!number && found != "true" && found != "false" && found != "null")
			return false;
		out += found;
		rest_.remove_prefix(found.size());
		return true;
	}

	bool escape(std::string &text)
	{
		constexpr std::string_view kNames = "\"\\/bfnrt";
		constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
		if (rest_.empty())
			return false;
		if (const std::size_t at = kNames.find(rest_.front()); at != std::string_view::npos) {
			text += kMeant[at];
			rest_.remove_prefix(1);
			return true;
		}
		// Only of control characters: everything else stands for itself in jsonb's output.
		if (rest_.size() < 5 || rest_.substr(0, 3) != "u00" || rest_[3] < '0' || rest_[3] > '1')
			return false;
		const auto low = std::string_view(kDigits, 16).find(rest_[4]);
		if (low == std::string_view::npos || (rest_[3] == '0' && low == 0))
			return false;
		text += static_cast<char>((rest_[3] - '0') * 16 + static_cast<int>(low));
		rest_.remove_prefix(5);
		return true;
	}

	bool string(std::string &text)
	{
		if (!take('"'))
			return false;
		while (!rest_.empty()) {
			const char c = rest_.front();
			rest_.remove_prefix(1);
			if (c == '"')
				return true;
			if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape(text)))
				return false;
			if (c != '\\')
				text += c;
		}
		return false;
	}

	bool array(std::string &out, int depth)
	{
		out += '[';
		take('[');
		for (bool first = true; !take(']'); first = false) {
			if (!first && !take(','))
				return false;
			out += first ? "" : ",";
			if (!value(out, depth + 1))
				return false;
		}
		out += ']';
		return true;
	}

	bool object(std::string &out, int depth)
	{
		std::vector<std::pair<std::string, std::string>> members;
		take('{');
		while (!take('}')) {
			if (!members.empty() && !take(','))
				return false;
			std::string key;
			std::string written;
			if (!string(key) || !take(':') || !value(written, depth + 1))
				return false;
			members.emplace_back(std::move(key), std::move(written));
		}
		std::sort(members.begin(), members.end());
		out += '{';
		for (std::size_t i = 0; i < members.size(); ++i) {
			if (i > 0 && members[i].first == members[i - 1].first)
				return false;
			out += (i > 0 ? "," : "") + json_string(members[i].first) + ":" + members[i].second;
		}
		out += '}';
		return true;
	}

	std::string_view rest_;
};

}  // namespace

std::optional<std::string> canonical_json(std::string_view json)
{
	Reader reader(json);
	std::string out;
	if (!reader.value(out, 0) || !reader.at_end())
		return std::nullopt;
	return out;
}

std::string json_string(std::string_view text)
{
	constexpr std::string_view kMeant = "\"\\\b\f\n\r\t";
	constexpr std::string_view kNames = "\"\\bfnrt";
	std::string out = "\"";
	for (const char c : text) {
		const auto byte = static_cast<unsigned char>(c);
		if (const std::size_t at = kMeant.find(c); at != std::string_view::npos)
			(out += '\\') += kNames[at];
		else if (byte < 0x20)
			((out += "\\u00") += kDigits[byte >> 4]) += kDigits[byte & 15];
		else
			out += c;
	}
	return out += '"';
}

}  // namespace core
