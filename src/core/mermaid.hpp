// Flowcharts as Mermaid text, in which any name is safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core {

struct FlowNode {
	std::vector<std::string> lines;
	bool marked = false;  // drawn as a subroutine, with a thick border
};

struct FlowEdge {
	std::size_t from = 0;  // places in the list of nodes
	std::size_t to = 0;
	std::string label;
	bool dashed = false;
};

// Text for use between double quotes in Mermaid. What the renderer could take for an end, markup, a comment, an entity or
// Markdown becomes an entity of Mermaid's own (#34;), so do control characters, line breaks among them. The text is in
// an encoding where no byte below 0x80 is part of a longer character, as a server's encodings are; UTF-8's invisible
// characters are made visible as U+FFFD.
std::string mermaid_text(std::string_view text);

// 'flowchart LR' and one line for each node and edge, in their order. Nodes are called t1, t2, ...; names stand in
// labels only.
std::string flowchart(const std::vector<FlowNode> &nodes, const std::vector<FlowEdge> &edges);

}  // namespace core
