// Walks values by the layouts of PostgreSQL's own types, hstore's, and for the rest the bytes as they are.
#include "pg/text_pieces.hpp"

namespace pg {
namespace {

// plain: no destructors in this file

void add_piece(TextPieces *pieces, const char *bytes, std::size_t length, TextPiece::Kind kind)
{
	if (pieces->count == pieces->room) {
		pieces->room = pieces->room == 0 ? 16 : pieces->room * 2;
		const Size size = sizeof(TextPiece) * static_cast<Size>(pieces->room);
		pieces->items = static_cast<TextPiece *>(pieces->items == nullptr ? MemoryContextAllocHuge(CurrentMemoryContext, size) : repalloc_huge(pieces->items, size));
	}
	pieces->items[pieces->count++] = {bytes, length, kind};
}

const char *detoasted(::Datum value, std::size_t *length)
{
	struct varlena *content = PG_DETOAST_DATUM_PACKED(value);
	*length = VARSIZE_ANY_EXHDR(content);
	return VARDATA_ANY(content);
}

void add_varlena(TextPieces *pieces, ::Datum value, TextPiece::Kind kind)
{
	std::size_t length;
	const char *bytes = detoasted(value, &length);
	add_piece(pieces, bytes, length, kind);
}

void add_numeric(TextPieces *pieces, Numeric value)
{
	if (!pieces->numbers)
		return;
	const char *digits = DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(value)));
	add_piece(pieces, digits, std::strlen(digits), TextPiece::number);
}

void add_integer(TextPieces *pieces, ::Datum value, ::Oid type)
{
	if (!pieces->numbers)
		return;
	const long long number = type == INT8OID ? DatumGetInt64(value) : DatumGetInt32(value);
	if (number < 1000000)
		return;
	const char *digits = psprintf("%lld", number);
	add_piece(pieces, digits, std::strlen(digits), TextPiece::number);
}

int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// "\u00fc" at this place; -1 when it is none.
long escaped_unit(const char *bytes, std::size_t length, std::size_t at)
{
	if (at + 6 > length || bytes[at] != '\\' || bytes[at + 1] != 'u')
		return -1;
	long unit = 0;
	for (std::size_t i = 2; i < 6; ++i) {
		const int digit = hex_digit(bytes[at + i]);
		if (digit < 0)
			return -1;
		unit = unit << 4 | digit;
	}
	return unit;
}

// Without escapes, which never make it longer. Programs write letters beyond ASCII as \u00fc, and / as \/.
std::size_t unescape(const char *bytes, std::size_t length, char *plain)
{
	std::size_t written = 0;
	const bool utf8 = GetDatabaseEncoding() == PG_UTF8;
	for (std::size_t at = 0; at < length;) {
		long code = escaped_unit(bytes, length, at);
		if (code > 0 && (utf8 || code < 0x80)) {
			at += 6;
			const long low = escaped_unit(bytes, length, at);
			if (code >= 0xD800 && code < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
				code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
				at += 6;
			}
			unsigned char character[8];
			unicode_to_utf8(static_cast<pg_wchar>(code), character);
			const int bytes_of = pg_utf_mblen(character);
			std::memcpy(plain + written, character, static_cast<std::size_t>(bytes_of));
			written += static_cast<std::size_t>(bytes_of);
		} else if (bytes[at] == '\\' && at + 1 < length) {
			const char next = bytes[at + 1];
			plain[written++] = next == 'n' || next == 't' || next == 'r' || next == 'b' || next == 'f' ? ' ' : next;
			at += 2;
		} else
			plain[written++] = bytes[at++];
	}
	return written;
}

void add_unescaped(TextPieces *pieces, const char *bytes, std::size_t length)
{
	char *plain = static_cast<char *>(MemoryContextAllocHuge(CurrentMemoryContext, length + 1));
	const std::size_t written = unescape(bytes, length, plain);
	add_piece(pieces, plain, written, TextPiece::text);
}

// What stands in quotes and is not followed by a colon, and numbers.
void add_json_values(TextPieces *pieces, const char *bytes, std::size_t length)
{
	for (std::size_t at = 0; at < length; ++at) {
		if (bytes[at] >= '0' && bytes[at] <= '9' && pieces->numbers) {
			const std::size_t start = at;
			while (at + 1 < length && bytes[at + 1] >= '0' && bytes[at + 1] <= '9')
				++at;
			add_piece(pieces, bytes + start, at + 1 - start, TextPiece::number);
		}
		if (bytes[at] != '"')
			continue;
		const std::size_t start = ++at;
		while (at < length && bytes[at] != '"')
			at += bytes[at] == '\\' ? 2 : 1;
		const std::size_t end = std::min(at, length);
		std::size_t after = end + 1;
		while (after < length && (bytes[after] == ' ' || bytes[after] == '\n' || bytes[after] == '\t' || bytes[after] == '\r'))
			++after;
		if (after >= length || bytes[after] != ':')
			add_unescaped(pieces, bytes + start, end - start);
	}
}

// json keeps what was written, escapes included.
void add_json(TextPieces *pieces, ::Datum value)
{
	std::size_t length;
	const char *bytes = detoasted(value, &length);
	if (pieces->apart)
		return add_json_values(pieces, bytes, length);
	add_piece(pieces, bytes, length, TextPiece::text);
	if (std::memchr(bytes, '\\', length) != nullptr)
		add_unescaped(pieces, bytes, length);
}

void add_jsonb(TextPieces *pieces, ::Datum value)
{
	Jsonb *document = DatumGetJsonbP(value);
	JsonbIterator *iterator = JsonbIteratorInit(&document->root);
	JsonbValue item;
	JsonbIteratorToken token;
	while ((token = JsonbIteratorNext(&iterator, &item, false)) != WJB_DONE) {
		if (token != WJB_VALUE && token != WJB_ELEM && (token != WJB_KEY || pieces->apart))
			continue;
		if (item.type == jbvString)
			add_piece(pieces, item.val.string.val, static_cast<std::size_t>(item.val.string.len), TextPiece::text);
		else if (item.type == jbvNumeric)
			add_numeric(pieces, item.val.numeric);
	}
}

// Its header counts the pairs; the ends of keys and values follow, then their bytes (hstore.h).
void add_hstore(TextPieces *pieces, ::Datum value)
{
	struct varlena *content = PG_DETOAST_DATUM(value);
	const std::size_t length = VARSIZE(content) - VARHDRSZ;
	const char *data = VARDATA(content);
	uint32 pairs = 0;
	if (length >= sizeof(uint32))
		std::memcpy(&pairs, data, sizeof pairs);
	pairs &= 0x0FFFFFFF;
	const std::size_t header = sizeof(uint32) * (1 + 2 * static_cast<std::size_t>(pairs));
	if (header > length)
		return;
	uint32 from = 0;
	for (uint32 i = 0; i < 2 * pairs; ++i) {
		uint32 entry;
		std::memcpy(&entry, data + sizeof(uint32) * (1 + static_cast<std::size_t>(i)), sizeof entry);
		const uint32 to = entry & 0x3FFFFFFF;
		if (to < from || to > length - header)
			return;
		add_piece(pieces, data + header + from, to - from, TextPiece::text);
		from = to;
	}
}

void add_array(TextPieces *pieces, ::Datum value)
{
	ArrayType *array = DatumGetArrayTypeP(value);
	const ::Oid type = ARR_ELEMTYPE(array);
	const TextType element = text_type(type);
	if (element.shape == TextShape::none)
		return;
	int16 length;
	bool by_value;
	char align;
	get_typlenbyvalalign(type, &length, &by_value, &align);
	::Datum *values;
	bool *nulls;
	int count;
	deconstruct_array(array, type, length, by_value, align, &values, &nulls, &count);
	for (int i = 0; i < count; ++i)
		if (!nulls[i])
			collect_texts(pieces, values[i], type, element.shape);
}

void add_composite(TextPieces *pieces, ::Datum value)
{
	HeapTupleHeader row = DatumGetHeapTupleHeader(value);
	TupleDesc desc = lookup_rowtype_tupdesc_copy(HeapTupleHeaderGetTypeId(row), HeapTupleHeaderGetTypMod(row));
	HeapTupleData tuple{};
	tuple.t_len = HeapTupleHeaderGetDatumLength(row);
	tuple.t_data = row;
	auto *values = static_cast<::Datum *>(palloc(sizeof(::Datum) * static_cast<Size>(desc->natts + 1)));
	auto *nulls = static_cast<bool *>(palloc(sizeof(bool) * static_cast<Size>(desc->natts + 1)));
	heap_deform_tuple(&tuple, desc, values, nulls);
	for (int i = 0; i < desc->natts; ++i) {
		const Form_pg_attribute field = TupleDescAttr(desc, i);
		if (!field->attisdropped && !nulls[i])
			collect_texts(pieces, values[i], field->atttypid, text_type(field->atttypid).shape);
	}
}

TextType composite_type(::Oid type)
{
	TupleDesc desc = lookup_rowtype_tupdesc_copy(type, -1);
	TextType found{TextShape::none, true};
	for (int i = 0; i < desc->natts; ++i)
		if (!TupleDescAttr(desc, i)->attisdropped && text_type(TupleDescAttr(desc, i)->atttypid).shape != TextShape::none)
			found = {TextShape::composite, false};  // its fields may be compressed one by one
	FreeTupleDesc(desc);
	return found;
}

TextType built_in_type(::Oid type)
{
	switch (type) {
		case TEXTOID:
		case VARCHAROID:
		case BPCHAROID:
		case XMLOID:
		case BYTEAOID:
		case REFCURSOROID:
			return {TextShape::text, true};
		case NAMEOID:
			return {TextShape::name, true};
		case JSONOID:
			return {TextShape::json, false};
		case JSONBOID:
			return {TextShape::jsonb, true};
		case INT4OID:
		case INT8OID:
			return {TextShape::integer, true};
		case NUMERICOID:
			return {TextShape::numeric, true};
		case ANYARRAYOID:  // the values of statistics
			return {TextShape::array, true};
		case TSVECTOROID:
		case TSQUERYOID:
		case JSONPATHOID:
		case PG_MCV_LISTOID:
			return {TextShape::joined, true};
		default:
			return {TextShape::none, true};
	}
}

struct TypeFacts {
	char kind, category;
	int16 length;
	bool hstore;
};

TypeFacts facts_of(::Oid type)
{
	HeapTuple tuple = SearchSysCache1(TYPEOID, ObjectIdGetDatum(type));
	if (!HeapTupleIsValid(tuple))
		return {};
	const auto *form = reinterpret_cast<Form_pg_type>(GETSTRUCT(tuple));
	TypeFacts facts{form->typtype, form->typcategory, form->typlen, std::strcmp(NameStr(form->typname), "hstore") == 0};
	ReleaseSysCache(tuple);
	return facts;
}

bool holds_text(TextShape shape) { return shape != TextShape::none && shape != TextShape::integer && shape != TextShape::numeric; }

}  // namespace

TextType text_type(::Oid type)
{
	check_stack_depth();
	type = getBaseType(type);
	const ::Oid element = get_element_type(type);
	if (OidIsValid(element)) {
		const TextType inner = text_type(element);
		return {inner.shape == TextShape::none ? TextShape::none : TextShape::array, inner.sure};
	}
	const TypeFacts facts = facts_of(type);
	if (facts.kind == TYPTYPE_COMPOSITE)
		return composite_type(type);
	if (facts.kind == TYPTYPE_RANGE)
		return {holds_text(text_type(get_range_subtype(type)).shape) ? TextShape::joined : TextShape::none, true};
	if (facts.kind == TYPTYPE_MULTIRANGE)
		return {holds_text(text_type(get_range_subtype(get_multirange_range(type))).shape) ? TextShape::joined : TextShape::none, true};
	if (type < kFirstUserOid || facts.kind != TYPTYPE_BASE || facts.length != -1)
		return built_in_type(type);
	return {facts.hstore ? TextShape::hstore : facts.category == TYPCATEGORY_STRING ? TextShape::text : TextShape::joined, true};
}

void collect_texts(TextPieces *pieces, ::Datum value, ::Oid type, TextShape shape)
{
	check_stack_depth();
	switch (shape) {
		case TextShape::none:
			return;
		case TextShape::text:
			return add_varlena(pieces, value, TextPiece::text);
		case TextShape::joined:
			return add_varlena(pieces, value, TextPiece::joined);
		case TextShape::name:
			return add_piece(pieces, NameStr(*DatumGetName(value)), strnlen(NameStr(*DatumGetName(value)), NAMEDATALEN), TextPiece::text);
		case TextShape::json:
			return add_json(pieces, value);
		case TextShape::jsonb:
			return add_jsonb(pieces, value);
		case TextShape::array:
			return add_array(pieces, value);
		case TextShape::composite:
			return add_composite(pieces, value);
		case TextShape::hstore:
			return add_hstore(pieces, value);
		case TextShape::integer:
			return add_integer(pieces, value, getBaseType(type));
		case TextShape::numeric:
			return add_numeric(pieces, DatumGetNumeric(value));
	}
}

}  // namespace pg
