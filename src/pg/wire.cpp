// Values as bytes: binary send/recv format where it is portable, output text elsewhere, raw bytes for text and bytea.
#include "pg/wire.hpp"

#include "pg/boundary.hpp"
#include "pg/pinned_format.hpp"
#include "pg/text_pieces.hpp"
#include "pg/wire_internal.hpp"

namespace pg {
namespace {

// Kept as their content. Text-like types: their send format is that, but converted to the client's encoding. xml and
// tsquery: their receive functions do not give back every byte that the send functions got.
bool is_raw(::Oid type)
{
	return type == TEXTOID || type == VARCHAROID || type == BPCHAROID || type == JSONOID || type == BYTEAOID || type == XMLOID ||
		   type == XMLARRAYOID || type == TSQUERYOID || type == TSQUERYARRAYOID;
}

// plain: no destructors in this function
bool needs_text(::Oid type)
{
	const ::Oid base = getBaseType(type);
	const char kind = get_typtype(base);
	if (kind == TYPTYPE_ENUM)
		return true;
	// Their receive functions refuse what their send functions give for an empty one.
	if (base == INT2VECTOROID || base == OIDVECTOROID)
		return true;
	if (base < FirstNormalObjectId && kind != TYPTYPE_COMPOSITE)
		return !OidIsValid(get_element_type(base)) ? kind == TYPTYPE_PSEUDO : needs_text(get_element_type(base));
	return true;
}

}  // namespace

bool keeps_text(Oid type)
{
	return guarded([=] { return needs_text(type); });
}

WireScope::WireScope() : format_(std::make_unique<PinnedFormat>())
{
	client_encoding_ = guarded([] {
		const int before = pg_get_client_encoding();
		SetClientEncoding(GetDatabaseEncoding());
		return before;
	});
}

WireScope::~WireScope()
{
	// The conversion was set up when the client chose it, so this only sets a variable.
	SetClientEncoding(client_encoding_);
}

// plain: no destructors in this function
Encoder *make_encoders(TupleDesc desc, std::size_t columns, const Form *forms)
{
	auto *encoders = static_cast<Encoder *>(palloc0(sizeof(Encoder) * (columns + 1)));
	for (std::size_t c = 0; c < columns; ++c) {
		const ::Oid type = TupleDescAttr(desc, static_cast<int>(c))->atttypid;
		::Oid function;
		bool varlena;
		const ::Oid base = getBaseType(type);
		const bool is_its_text = base == TEXTOID || base == VARCHAROID || base == BPCHAROID;
		if (forms[c] == Form::wire ? is_raw(base) : is_its_text) {
			encoders[c].kind = Encoder::raw;
			continue;
		}
		if (forms[c] == Form::wire && !needs_text(type)) {
			encoders[c].kind = Encoder::send;
			getTypeBinaryOutputInfo(type, &function, &varlena);
		} else {
			encoders[c].kind = Encoder::output;
			getTypeOutputInfo(type, &function, &varlena);
		}
		fmgr_info(function, &encoders[c].function);
	}
	return encoders;
}

// plain: no destructors in this function
void encode(Encoder &encoder, ::Datum value, const char **bytes, std::size_t *length)
{
	if (encoder.kind == Encoder::output) {
		*bytes = OutputFunctionCall(&encoder.function, value);
		*length = std::strlen(*bytes);
		return;
	}
	struct varlena *content = encoder.kind == Encoder::raw
								  ? PG_DETOAST_DATUM_PACKED(value)
								  : reinterpret_cast<struct varlena *>(SendFunctionCall(&encoder.function, value));
	*length = VARSIZE_ANY_EXHDR(content);
	*bytes = VARDATA_ANY(content);
	// A tuple of the batch dies before the bytes do.
	if (encoder.kind == Encoder::raw && content == reinterpret_cast<struct varlena *>(DatumGetPointer(value))) {
		char *copy = static_cast<char *>(palloc(*length + 1));
		std::memcpy(copy, *bytes, *length);
		*bytes = copy;
	}
}

namespace {

struct Decoder {
	enum Kind { raw, receive, input } kind;
	FmgrInfo function;
	::Oid parameter;
	int32 typmod;
	int attribute;
};

// plain: no destructors in this function
Decoder make_decoder(::Oid type, int32 typmod, bool text)
{
	Decoder d{};
	d.typmod = typmod;
	::Oid function;
	if (is_raw(getBaseType(type))) {
		d.kind = Decoder::raw;
		return d;
	}
	if (text) {
		d.kind = Decoder::input;
		getTypeInputInfo(type, &function, &d.parameter);
	} else {
		d.kind = Decoder::receive;
		getTypeBinaryInputInfo(type, &function, &d.parameter);
	}
	fmgr_info(function, &d.function);
	return d;
}

// plain: no destructors in this function
::Datum decode(Decoder &d, const char *bytes, std::size_t length)
{
	if (d.kind == Decoder::raw)
		return PointerGetDatum(cstring_to_text_with_len(bytes, static_cast<int>(length)));
	char *copy = static_cast<char *>(palloc(length + 1));
	std::memcpy(copy, bytes, length);
	copy[length] = '\0';
	if (d.kind == Decoder::input)
		return InputFunctionCall(&d.function, copy, d.parameter, d.typmod);
	StringInfoData buffer;
	buffer.data = copy;
	buffer.len = static_cast<int>(length);
	buffer.maxlen = static_cast<int>(length + 1);
	buffer.cursor = 0;
	return ReceiveFunctionCall(&d.function, &buffer, d.parameter, d.typmod);
}

}  // namespace

RowArray make_rows(Oid relation, const std::vector<WireColumn> &columns,
				   const std::vector<std::vector<std::optional<std::string_view>>> &rows)
{
	return guarded([&]() -> RowArray {
		Relation rel = table_open(relation, AccessShareLock);
		TupleDesc desc = RelationGetDescr(rel);
		auto *decoders = static_cast<Decoder *>(palloc(sizeof(Decoder) * (columns.size() + 1)));
		for (std::size_t c = 0; c < columns.size(); ++c) {
			const Form_pg_attribute column = TupleDescAttr(desc, columns[c].attribute - 1);
			decoders[c] = make_decoder(column->atttypid, column->atttypmod, columns[c].text);
			decoders[c].attribute = columns[c].attribute - 1;
		}
		auto *values = static_cast<::Datum *>(palloc0(sizeof(::Datum) * static_cast<Size>(desc->natts)));
		auto *nulls = static_cast<bool *>(palloc(sizeof(bool) * static_cast<Size>(desc->natts)));
		auto *tuples = static_cast<::Datum *>(palloc(sizeof(::Datum) * (rows.size() + 1)));
		for (std::size_t r = 0; r < rows.size(); ++r) {
			std::memset(nulls, true, static_cast<std::size_t>(desc->natts));
			for (std::size_t c = 0; c < columns.size(); ++c) {
				const std::optional<std::string_view> &cell = rows[r][c];
				if (!cell)
					continue;
				nulls[decoders[c].attribute] = false;
				values[decoders[c].attribute] = decode(decoders[c], cell->data(), cell->size());
			}
			tuples[r] = HeapTupleGetDatum(heap_form_tuple(desc, values, nulls));
		}
		const ::Oid row_type = RelationGetForm(rel)->reltype;
		ArrayType *array = construct_array(tuples, static_cast<int>(rows.size()), row_type, -1, false, TYPALIGN_DOUBLE);
		RowArray result{get_array_type(row_type), PointerGetDatum(array)};
		table_close(rel, NoLock);
		return result;
	});
}

void kept_texts(Oid type, bool text, std::string_view bytes, const std::function<void(std::string_view)> &take)
{
	const char *content = bytes.data();
	const std::size_t length = bytes.size();
	TextPieces pieces;
	pieces.numbers = true;
	pieces.apart = true;
	MemoryContext memory = guarded([] { return AllocSetContextCreate(CurrentMemoryContext, "erasure kept value", ALLOCSET_DEFAULT_SIZES); });
	guarded([&] {
		// The base type's functions: a domain's checks are nobody's business here.
		const ::Oid base = getBaseType(type);
		const TextType found = text_type(base);
		if (found.shape == TextShape::none)
			return;
		MemoryContext before = MemoryContextSwitchTo(memory);
		Decoder decoder = make_decoder(base, -1, text);
		collect_texts(&pieces, decode(decoder, content, length), base, found.shape);
		MemoryContextSwitchTo(before);
	});
	for (int i = 0; i < pieces.count; ++i) {
		auto *piece = const_cast<char *>(pieces.items[i].bytes);
		take({piece, pieces.items[i].length});
		explicit_bzero(piece, pieces.items[i].length);
	}
	guarded([=] { MemoryContextDelete(memory); });
}

}  // namespace pg
