// The texts in a value of any type: elements, fields, strings of a document. Runs no code of user-defined types.
#pragma once

#include "pg/server.hpp"
#include "pg/types.hpp"

namespace pg {

// How a type keeps text. sure: what it holds stands in a stored row byte by byte, unless the value is compressed or out of line.
enum class TextShape : std::uint8_t { none, text, name, json, jsonb, array, composite, hstore, joined, integer, numeric };

struct TextType {
	TextShape shape = TextShape::none;
	bool sure = true;
};

struct TextPiece {
	enum Kind : std::uint8_t {
		text,    // one text
		joined,  // bytes of an unknown layout, in which texts may touch
		number,  // digits; only of interest to who looks for telephone numbers
	};
	const char *bytes;
	std::size_t length;
	Kind kind;
};

// Grown in the current memory context.
struct TextPieces {
	TextPiece *items = nullptr;
	int count = 0;
	int room = 0;
	bool numbers = false;  // wanted
	bool apart = false;    // of documents the values alone, without their keys and what is around them
};

// These raise PostgreSQL's errors: called inside a guard.
TextType text_type(::Oid type);
void collect_texts(TextPieces *pieces, ::Datum value, ::Oid type, TextShape shape);

}  // namespace pg
