// SPI behind C++: every call guarded, results copied out, snapshots newer than the locks that came before.
#include "pg/spi.hpp"

#include "pg/boundary.hpp"
#include "pg/wire_internal.hpp"

namespace pg {
namespace {

enum ParamKind { kDatum = 0, kText, kTexts, kNumbers, kBytea, kByteas };

}  // namespace

Params &Params::add(std::int64_t value)
{
	items_.push_back({.type = INT8OID, .datum = Int64GetDatum(value), .text = {}, .texts = {}, .numbers = {}});
	return *this;
}

Params &Params::add_int4(std::int32_t value)
{
	items_.push_back({.type = INT4OID, .datum = Int32GetDatum(value), .text = {}, .texts = {}, .numbers = {}});
	return *this;
}

Params &Params::add_oid(Oid value)
{
	items_.push_back({.type = OIDOID, .datum = ObjectIdGetDatum(value), .text = {}, .texts = {}, .numbers = {}});
	return *this;
}

Params &Params::add_bool(bool value)
{
	items_.push_back({.type = BOOLOID, .datum = BoolGetDatum(value), .text = {}, .texts = {}, .numbers = {}});
	return *this;
}

Params &Params::add(const std::string &value)
{
	items_.push_back({.type = TEXTOID, .kind = kText, .text = value, .texts = {}, .numbers = {}});
	return *this;
}

Params &Params::add(const Text &value)
{
	items_.push_back({.type = TEXTOID, .null = !value, .kind = kText, .text = value.value_or(""), .texts = {}, .numbers = {}});
	return *this;
}

Params &Params::add(const std::vector<std::string> &values)
{
	return add(std::vector<Text>(values.begin(), values.end()));
}

Params &Params::add(const std::vector<Text> &values)
{
	items_.push_back({.type = TEXTARRAYOID, .kind = kTexts, .text = {}, .texts = values, .numbers = {}});
	return *this;
}

Params &Params::add(const std::vector<std::int64_t> &values)
{
	items_.push_back({.type = INT8ARRAYOID, .kind = kNumbers, .text = {}, .texts = {}, .numbers = values});
	return *this;
}

Params &Params::add_bytea(std::string value)
{
	items_.push_back({.type = BYTEAOID, .kind = kBytea, .text = std::move(value), .texts = {}, .numbers = {}});
	return *this;
}

Params &Params::add_byteas(std::vector<std::string> values)
{
	Item item{.type = BYTEAARRAYOID, .kind = kByteas, .text = {}, .texts = {}, .numbers = {}};
	item.texts.reserve(values.size());
	for (std::string &value : values)
		item.texts.emplace_back(std::move(value));
	items_.push_back(std::move(item));
	return *this;
}

Params &Params::add_datum(Oid type, Datum value, bool null)
{
	items_.push_back({.type = type, .null = null, .datum = value, .text = {}, .texts = {}, .numbers = {}});
	return *this;
}

namespace {

::Datum varlena_datum(const std::string &bytes)
{
	// text and bytea share their layout
	return PointerGetDatum(cstring_to_text_with_len(bytes.data(), static_cast<int>(bytes.size())));
}

::Datum array_datum(const Params::Item &item, ::Oid element)
{
	const auto count = static_cast<int>(item.texts.size());
	if (count == 0)
		return PointerGetDatum(construct_empty_array(element));
	auto *values = static_cast<::Datum *>(palloc(sizeof(::Datum) * item.texts.size()));
	auto *nulls = static_cast<bool *>(palloc0(sizeof(bool) * item.texts.size()));
	for (std::size_t i = 0; i < item.texts.size(); ++i) {
		nulls[i] = !item.texts[i].has_value();
		values[i] = nulls[i] ? 0 : varlena_datum(*item.texts[i]);
	}
	int dims[1] = {count};
	int lower[1] = {1};
	return PointerGetDatum(construct_md_array(values, nulls, 1, dims, lower, element, -1, false, TYPALIGN_INT));
}

::Datum numbers_datum(const Params::Item &item)
{
	auto *values = static_cast<::Datum *>(palloc(sizeof(::Datum) * (item.numbers.size() + 1)));
	for (std::size_t i = 0; i < item.numbers.size(); ++i)
		values[i] = Int64GetDatum(item.numbers[i]);
	return PointerGetDatum(construct_array(values, static_cast<int>(item.numbers.size()), INT8OID, 8, FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

::Datum item_datum(const Params::Item &item)
{
	switch (item.kind) {
		case kText:
		case kBytea:
			return varlena_datum(item.text);
		case kTexts:
			return array_datum(item, TEXTOID);
		case kByteas:
			return array_datum(item, BYTEAOID);
		case kNumbers:
			return numbers_datum(item);
		default:
			return item.datum;
	}
}

// A statement's parameters as PostgreSQL wants them, in the current memory context.
struct Bound {
	int count;
	::Oid *types;
	::Datum *values;
	char *nulls;
};

// Called inside a guard.
Bound bind_params(const Params &params)
{
	const std::size_t n = params.items().size();
	Bound bound{static_cast<int>(n), nullptr, nullptr, nullptr};
	bound.types = static_cast<::Oid *>(palloc0(sizeof(::Oid) * (n + 1)));
	bound.values = static_cast<::Datum *>(palloc0(sizeof(::Datum) * (n + 1)));
	bound.nulls = static_cast<char *>(palloc0(n + 1));
	for (std::size_t i = 0; i < n; ++i) {
		const Params::Item &item = params.items()[i];
		bound.types[i] = item.type;
		bound.nulls[i] = item.null ? 'n' : ' ';
		bound.values[i] = item.null ? 0 : item_datum(item);
	}
	return bound;
}

// Prepares and runs one statement in a memory context of its own. SPI_tuptable holds the rows afterwards.
std::uint64_t run(const std::string &sql, const Params &params, SnapshotKind which)
{
	const char *source = sql.c_str();
	return guarded([&, source]() -> std::uint64_t {
		MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "erasure statement", ALLOCSET_DEFAULT_SIZES);
		MemoryContext before = MemoryContextSwitchTo(context);
		const Bound bound = bind_params(params);
		SPIPlanPtr plan = SPI_prepare(source, bound.count, bound.types);
		if (plan == nullptr)
			elog(ERROR, "could not prepare a statement: %s", SPI_result_code_string(SPI_result));
		// A snapshot of its own, taken after the last lock was granted.
		CommandCounterIncrement();
		::Snapshot snapshot = which == SnapshotKind::latest ? GetLatestSnapshot() : GetTransactionSnapshot();
		const int code = SPI_execute_snapshot(plan, bound.values, bound.nulls, snapshot, InvalidSnapshot, false, true, 0);
		if (code < 0)
			elog(ERROR, "could not run a statement: %s", SPI_result_code_string(code));
		const std::uint64_t processed = SPI_processed;
		SPI_freeplan(plan);
		MemoryContextSwitchTo(before);
		MemoryContextDelete(context);
		return processed;
	});
}

Rows copy_rows()
{
	Rows rows;
	SPITupleTable *table = SPI_tuptable;
	if (table == nullptr)
		return rows;
	const auto count = static_cast<std::size_t>(SPI_processed);
	const int columns = table->tupdesc->natts;
	rows.reserve(count);
	for (std::size_t i = 0; i < count; ++i) {
		Row row;
		row.reserve(static_cast<std::size_t>(columns));
		for (int c = 1; c <= columns; ++c) {
			const char *value = guarded([=] { return static_cast<const char *>(SPI_getvalue(table->vals[i], table->tupdesc, c)); });
			row.push_back(value ? Text(value) : std::nullopt);
		}
		rows.push_back(std::move(row));
	}
	guarded([=] { SPI_freetuptable(table); });
	return rows;
}

void connect(bool nonatomic)
{
	guarded([=] {
		if (SPI_connect_ext(nonatomic ? SPI_OPT_NONATOMIC : 0) != SPI_OK_CONNECT)
			elog(ERROR, "could not connect to the SPI manager");
	});
}

}  // namespace

Spi::Spi() : unwinding_(std::uncaught_exceptions())
{
	connect(false);
	open_ = true;
}

Spi::Spi(bool nonatomic) : unwinding_(std::uncaught_exceptions())
{
	connect(nonatomic);
	open_ = true;
}

// While an error unwinds, the abort of the (sub)transaction closes the connection.
Spi::~Spi()
{
	Assert(!open_ || std::uncaught_exceptions() > unwinding_);
}

void Spi::finish()
{
	guarded([] { SPI_finish(); });
	open_ = false;
}

Rows Spi::query(const std::string &sql, const Params &params, SnapshotKind kind)
{
	run(sql, params, kind);
	return copy_rows();
}

Text Spi::value(const std::string &sql, const Params &params, SnapshotKind kind)
{
	Rows rows = query(sql, params, kind);
	if (rows.empty())
		return std::nullopt;
	return rows[0][0];
}

std::int64_t Spi::number(const std::string &sql, const Params &params, SnapshotKind kind)
{
	const Text text = value(sql, params, kind);
	return text ? std::stoll(*text) : 0;
}

bool Spi::first_row(const char *sql, const Params &params, int columns, Datum *values, bool *nulls)
{
	if (run(sql, params, SnapshotKind::latest) == 0)
		return false;
	guarded([=] {
		SPITupleTable *table = SPI_tuptable;
		for (int i = 0; i < columns; ++i) {
			const Form_pg_attribute column = TupleDescAttr(table->tupdesc, i);
			values[i] = SPI_getbinval(table->vals[0], table->tupdesc, i + 1, &nulls[i]);
			if (!nulls[i])
				values[i] = SPI_datumTransfer(values[i], column->attbyval, column->attlen);
		}
		SPI_freetuptable(table);
	});
	return true;
}

std::uint64_t Spi::execute(const std::string &sql, const Params &params)
{
	const std::uint64_t processed = run(sql, params, SnapshotKind::latest);
	SPITupleTable *table = SPI_tuptable;
	if (table != nullptr)
		guarded([=] { SPI_freetuptable(table); });
	return processed;
}

void Spi::utility(const std::string &sql)
{
	const char *source = sql.c_str();
	guarded([=] {
		const int code = SPI_execute(source, false, 0);
		if (code < 0)
			elog(ERROR, "could not run a statement: %s", SPI_result_code_string(code));
	});
}

void Spi::commit()
{
	guarded([] { SPI_commit(); });
}

void Spi::rollback()
{
	guarded([] { SPI_rollback(); });
}

bool snapshot_is_fixed()
{
	return IsolationUsesXactSnapshot();
}

std::uint32_t next_command_id()
{
	return guarded([] {
		CommandCounterIncrement();
		return GetCurrentCommandId(false);
	});
}

// A portal made by hand, because SPI's own cursors take the transaction's snapshot, which is too old under
// REPEATABLE READ, and refuse to lock rows when told to be read-only.
Cursor::Cursor(const std::string &sql, const Params &params, std::vector<Form> forms) : forms_(std::move(forms))
{
	const char *source = sql.c_str();
	portal_ = guarded([&, source]() -> void * {
		const Bound bound = bind_params(params);
		SPIPlanPtr plan = SPI_prepare(source, bound.count, bound.types);
		if (plan == nullptr)
			elog(ERROR, "could not prepare a cursor: %s", SPI_result_code_string(SPI_result));
		CommandCounterIncrement();
		ParamListInfo list = makeParamList(bound.count);
		for (int i = 0; i < bound.count; ++i)
			list->params[i] = {bound.values[i], bound.nulls[i] == 'n', PARAM_FLAG_CONST, bound.types[i]};
		// Planned for these very parameters: the planner must know how many keys there are.
		CachedPlan *cached = GetCachedPlan(static_cast<CachedPlanSource *>(linitial(SPI_plan_get_plan_sources(plan))), list, nullptr, nullptr);
		Portal portal = CreateNewPortal();
		portal->visible = false;
		MemoryContext before = MemoryContextSwitchTo(portal->portalContext);
		ParamListInfo kept = copyParamList(list);
		List *statements = static_cast<List *>(copyObjectImpl(cached->stmt_list));
		char *text = pstrdup(source);
		MemoryContextSwitchTo(before);
		ReleaseCachedPlan(cached, nullptr);
		PortalDefineQuery(portal, nullptr, text, CMDTAG_SELECT, statements, nullptr);
		PortalStart(portal, kept, 0, GetLatestSnapshot());
		SPI_freeplan(plan);
		return portal;
	});
}

Cursor::~Cursor() = default;  // an abort drops the portal

bool Cursor::fetch(std::size_t rows)
{
	auto *portal = static_cast<Portal>(portal_);
	auto *old = static_cast<MemoryContext>(context_);
	const std::size_t columns = forms_.size();
	const Form *forms = forms_.data();
	struct Result {
		MemoryContext context;
		View *data;
		std::size_t rows;
	};
	const Result result = guarded([=] {
		Result r{old, nullptr, 0};
		if (r.context == nullptr)
			r.context = AllocSetContextCreate(CurrentMemoryContext, "erasure cursor batch", ALLOCSET_DEFAULT_SIZES);
		MemoryContextReset(r.context);
		SPI_cursor_fetch(portal, true, static_cast<long>(rows));
		SPITupleTable *table = SPI_tuptable;
		r.rows = static_cast<std::size_t>(SPI_processed);
		MemoryContext before = MemoryContextSwitchTo(r.context);
		TupleDesc desc = table->tupdesc;
		r.data = static_cast<View *>(palloc(sizeof(View) * (r.rows * columns + 1)));
		auto *values = static_cast<::Datum *>(palloc(sizeof(::Datum) * static_cast<Size>(desc->natts)));
		auto *nulls = static_cast<bool *>(palloc(sizeof(bool) * static_cast<Size>(desc->natts)));
		Encoder *encoders = make_encoders(desc, columns, forms);
		for (std::size_t i = 0; i < r.rows; ++i) {
			heap_deform_tuple(table->vals[i], desc, values, nulls);
			for (std::size_t c = 0; c < columns; ++c) {
				View &view = r.data[i * columns + c];
				view = {nullptr, 0};
				if (!nulls[c])
					encode(encoders[c], values[c], &view.bytes, &view.length);
			}
		}
		MemoryContextSwitchTo(before);
		SPI_freetuptable(table);
		return r;
	});
	context_ = result.context;
	data_ = result.data;
	rows_ = result.rows;
	return rows_ > 0;
}

void Cursor::close()
{
	auto *portal = static_cast<Portal>(portal_);
	auto *context = static_cast<MemoryContext>(context_);
	guarded([=] {
		SPI_cursor_close(portal);
		if (context != nullptr)
			MemoryContextDelete(context);
	});
	portal_ = nullptr;
	context_ = nullptr;
	data_ = nullptr;
	rows_ = 0;
}

}  // namespace pg
