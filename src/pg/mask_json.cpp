// Masks the leaves of a jsonb or json document: all of them, or those that paths select.
#include "pg/mask_json.hpp"

#include "core/mask.hpp"
#include "core/path.hpp"
#include "pg/boundary.hpp"
#include "pg/mask_value.hpp"

namespace pg {
namespace {

Numeric numeric_zero()
{
	return DatumGetNumeric(DirectFunctionCall1(int4_numeric, Int32GetDatum(0)));
}

bool is_equal(Numeric a, Numeric b)
{
	return DatumGetBool(DirectFunctionCall2(numeric_eq, NumericGetDatum(a), NumericGetDatum(b)));
}

// plain: no destructors in this function
void mask_leaf(JsonbValue &leaf, Numeric zero)
{
	switch (leaf.type) {
		case jbvString:
			if (leaf.val.string.len > 0) {
				leaf.val.string.val = const_cast<char *>(core::kStars.data());
				leaf.val.string.len = static_cast<int>(core::kStars.size());
			}
			break;
		case jbvNumeric:
			leaf.val.numeric = zero;
			break;
		case jbvBool:
			leaf.val.boolean = false;
			break;
		default:  // null; stored documents have no other leaves
			break;
	}
}

// plain: no destructors in this function
bool is_leaf(JsonbIteratorToken token)
{
	return token == WJB_VALUE || token == WJB_ELEM;
}

// A document being copied token by token.
struct Copy {
	JsonbIterator *iterator;
	JsonbParseState *state;
	JsonbValue *result;
	Numeric zero;
	JsonbIteratorToken token;
	JsonbValue value;
	bool scalar;  // the document is one bare leaf, which jsonb stores as an array of one
};

// plain: no destructors in this function
Copy begin_copy(Jsonb *document)
{
	Copy copy{};
	copy.iterator = JsonbIteratorInit(&document->root);
	copy.scalar = JB_ROOT_IS_SCALAR(document);
	copy.zero = numeric_zero();
	copy.token = JsonbIteratorNext(&copy.iterator, &copy.value, false);
	return copy;
}

// Writes the current token, masked or not, and reads the next.
// plain: no destructors in this function
void advance(Copy &copy, bool masked)
{
	CHECK_FOR_INTERRUPTS();
	if (masked && is_leaf(copy.token))
		mask_leaf(copy.value, copy.zero);
	JsonbValue *value = is_leaf(copy.token) || copy.token == WJB_KEY ? &copy.value : nullptr;
	copy.result = pushJsonbValue(&copy.state, copy.token, value);
	copy.token = JsonbIteratorNext(&copy.iterator, &copy.value, false);
}

// plain: no destructors in this function
Jsonb *end_copy(Copy &copy)
{
	if (copy.result->type == jbvArray)
		copy.result->val.array.rawScalar = copy.scalar;
	return JsonbValueToJsonb(copy.result);
}

// Keeps the path walk in step with the tokens of a document.
class Follower {
public:
	explicit Follower(std::span<const core::Path> paths) : walk_(paths) {}

	// Before the token is written. True: what it holds is to be masked.
	bool before(const Copy &copy)
	{
		switch (copy.token) {
			case WJB_KEY:
				walk_.enter_key({copy.value.val.string.val, static_cast<std::size_t>(copy.value.val.string.len)});
				return false;
			case WJB_BEGIN_ARRAY:
			case WJB_BEGIN_OBJECT:
				enter_element();
				open_container(copy);
				return false;
			case WJB_END_ARRAY:
			case WJB_END_OBJECT:
				open_.pop_back();
				leave();
				return false;
			default: {
				enter_element();
				const bool selected = walk_.selected();
				leave();
				return selected;
			}
		}
	}

private:
	struct Container {
		bool array;
		std::size_t index;
		std::size_t count;
	};

	void open_container(const Copy &copy)
	{
		Container container{};
		if (copy.token == WJB_BEGIN_ARRAY && !copy.scalar) {
			container.array = true;
			container.count = static_cast<std::size_t>(copy.value.val.array.nElems);
		}
		open_.push_back(container);
	}

	// A member was entered at its key.
	void enter_element()
	{
		if (!open_.empty() && open_.back().array)
			walk_.enter_index(open_.back().index++, open_.back().count);
	}

	void leave() { walk_.leave(); }  // nothing at the root

	core::PathWalk walk_;
	std::vector<Container> open_;
};

// One token of JSON text, which its type has already checked.
struct JsonToken {
	const char *begin;
	const char *end;
	enum Kind { other, key, string, number, boolean } kind;
};

constexpr bool is_json_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// plain: no destructors in this function
JsonToken next_token(const char *at, const char *end)
{
	JsonToken token{at, at + 1, JsonToken::other};
	if (*at == '"') {
		while (token.end < end && *token.end != '"')
			token.end += *token.end == '\\' && token.end + 1 < end ? 2 : 1;
		if (token.end < end)
			++token.end;
		const char *after = token.end;
		while (after < end && is_json_blank(*after))
			++after;
		token.kind = after < end && *after == ':' ? JsonToken::key : JsonToken::string;
	} else if (*at == '-' || (*at >= '0' && *at <= '9')) {
		while (token.end < end && std::strchr("+-.eE0123456789", *token.end) != nullptr && *token.end != '\0')
			++token.end;
		token.kind = JsonToken::number;
	} else if (*at >= 'a' && *at <= 'z') {
		while (token.end < end && *token.end >= 'a' && *token.end <= 'z')
			++token.end;
		token.kind = *at == 'n' ? JsonToken::other : JsonToken::boolean;
	}
	return token;
}

constexpr std::string_view kMaskedString = "\"*****\"";

std::string_view masked_token(const JsonToken &token)
{
	const std::string_view text(token.begin, static_cast<std::size_t>(token.end - token.begin));
	switch (token.kind) {
		case JsonToken::string:
			return text.size() > 2 ? kMaskedString : text;
		case JsonToken::number:
			return "0";
		case JsonToken::boolean:
			return "false";
		default:
			return text;
	}
}

}  // namespace

Jsonb *mask_jsonb_leaves(Jsonb *document)
{
	Copy copy = begin_copy(document);
	while (copy.token != WJB_DONE)
		advance(copy, true);
	return end_copy(copy);
}

bool jsonb_leaves_masked(Jsonb *document, core::Encoding encoding)
{
	const Numeric zero = numeric_zero();
	JsonbIterator *iterator = JsonbIteratorInit(&document->root);
	JsonbValue value;
	JsonbIteratorToken token;
	while ((token = JsonbIteratorNext(&iterator, &value, false)) != WJB_DONE) {
		if (!is_leaf(token))
			continue;
		if (value.type == jbvString &&
			!core::is_masked({value.val.string.val, static_cast<std::size_t>(value.val.string.len)}, encoding))
			return false;
		if (value.type == jbvBool && value.val.boolean)
			return false;
		if (value.type == jbvNumeric && !is_equal(value.val.numeric, zero))
			return false;
	}
	return true;
}

text *mask_json_leaves(text *document)
{
	const char *at = VARDATA_ANY(document);
	const char *const end = at + VARSIZE_ANY_EXHDR(document);
	StringInfoData out;
	initStringInfo(&out);
	while (at < end) {
		const JsonToken token = next_token(at, end);
		const std::string_view masked = masked_token(token);
		appendBinaryStringInfo(&out, masked.data(), static_cast<int>(masked.size()));
		at = token.end;
	}
	return cstring_to_text_with_len(out.data, out.len);
}

bool json_leaves_masked(text *document, core::Encoding encoding)
{
	const char *at = VARDATA_ANY(document);
	const char *const end = at + VARSIZE_ANY_EXHDR(document);
	while (at < end) {
		const JsonToken token = next_token(at, end);
		at = token.end;
		const std::string_view text(token.begin, static_cast<std::size_t>(token.end - token.begin));
		// As it is written: asterisks and hexadecimal digits need no escapes.
		if (token.kind == JsonToken::string && !core::is_masked(text.substr(1, text.size() - 2), encoding))
			return false;
		if (token.kind == JsonToken::boolean && text != "false")
			return false;
		// Zero in any spelling: 0, -0.00, 0e5.
		const std::string_view digits = text.substr(0, text.find_first_of("eE"));
		if (token.kind == JsonToken::number && digits.find_first_not_of("-0.") != std::string_view::npos)
			return false;
	}
	return true;
}

Datum masked_jsonb(const Call &call, int argument)
{
	const ::Datum document = call.datum(argument);
	return guarded([=] { return JsonbPGetDatum(mask_jsonb_leaves(DatumGetJsonbP(document))); });
}

Datum masked_jsonb(const Call &call, int argument, std::span<const core::Path> paths)
{
	const ::Datum document = call.datum(argument);
	Copy copy = guarded([=] { return begin_copy(DatumGetJsonbP(document)); });
	Follower follower(paths);
	while (copy.token != WJB_DONE) {
		const bool masked = follower.before(copy);
		guarded([&copy, masked] { advance(copy, masked); });
	}
	return guarded([&copy] { return JsonbPGetDatum(end_copy(copy)); });
}

}  // namespace pg
