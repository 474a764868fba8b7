// Escaping and assembling of Mermaid's flowcharts.
#include "core/mermaid.hpp"

#include "core/fence.hpp"

namespace core {
namespace {

constexpr bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool inside_word(std::string_view text, std::size_t at)
{
	const auto is_word = [](char c) { return is_alnum(c) || !is_ascii(c); };
	return at > 0 && at + 1 < text.size() && is_word(text[at - 1]) && is_word(text[at + 1]);
}

// An underscore can be emphasis, and a number with a dot or a dash the item of a list, unless they stand inside a word.
// Mermaid cuts lines that look like "style...:x#...;", so a colon stays only where a blank follows.
bool is_plain(std::string_view text, std::size_t at)
{
	const char c = text[at];
	switch (c) {
		case ' ':
		case ',':
		case '=':
		case '(':
		case ')':
			return true;
		case '_':
		case '.':
		case '-':
			return inside_word(text, at);
		case ':':
			return at + 1 < text.size() && text[at + 1] == ' ';
		default:
			return is_alnum(c);
	}
}

// How many bytes at this place are a character of UTF-8 that shows nothing: C1 controls, and those that change the
// direction of a text or break its lines (U+200B to U+200F, U+2028 to U+202E, U+2060 to U+206F, U+FEFF).
std::size_t invisible(std::string_view text, std::size_t at)
{
	const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
	const unsigned a = byte(at), b = byte(at + 1), c = byte(at + 2);
	if (a == 0xC2 && b >= 0x80 && b <= 0x9F)
		return 2;
	const bool general = a == 0xE2 && ((b == 0x80 && ((c >= 0x8B && c <= 0x8F) || (c >= 0xA8 && c <= 0xAE))) ||
									   (b == 0x81 && c >= 0xA0 && c <= 0xAF));
	return general || (a == 0xEF && b == 0xBB && c == 0xBF) ? 3 : 0;
}

void append_label(std::string &out, const std::vector<std::string> &lines)
{
	for (std::size_t i = 0; i < lines.size(); ++i) {
		if (i > 0)
			out += "<br/>";
		out += mermaid_text(lines[i]);
	}
}

std::string id(std::size_t place) { return "t" + std::to_string(place + 1); }

}  // namespace

std::string mermaid_text(std::string_view text)
{
	std::string out;
	for (std::size_t at = 0; at < text.size(); ++at) {
		if (const std::size_t hidden = invisible(text, at)) {
			out += "#65533;";
			at += hidden - 1;
		} else if (!is_ascii(text[at]) || is_plain(text, at)) {
			out += text[at];
		} else if (text[at] == '\t' || text[at] == '\n' || text[at] == '\r') {
			out += "#32;";  // as a blank, which is what a label would make of it
		} else {
			const unsigned code = static_cast<unsigned char>(text[at]);
			out += "#" + std::to_string(code < 0x20 || code == 0x7F ? 65533U : code) + ";";
		}
	}
	return out;
}

std::string flowchart(const std::vector<FlowNode> &nodes, const std::vector<FlowEdge> &edges)
{
	std::string out = "flowchart LR\n";
	std::string marked;
	for (std::size_t i = 0; i < nodes.size(); ++i) {
		out += "    " + id(i) + (nodes[i].marked ? "[[\"" : "[\"");
		append_label(out, nodes[i].lines);
		out += nodes[i].marked ? "\"]]\n" : "\"]\n";
		if (nodes[i].marked)
			marked += (marked.empty() ? "" : ",") + id(i);
	}
	for (const FlowEdge &edge : edges) {
		out += "    " + id(edge.from) + (edge.dashed ? " -.->" : " -->");
		if (!edge.label.empty())
			out += "|\"" + mermaid_text(edge.label) + "\"|";
		out += " " + id(edge.to) + "\n";
	}
	if (!marked.empty())
		out += "    classDef subject stroke-width:3px\n    class " + marked + " subject\n";
	return out;
}

}  // namespace core
