// How a cursor turns values into bytes; for pg/ only. Everything here is called inside a guard.
#pragma once

#include "pg/server.hpp"
#include "pg/spi.hpp"

namespace pg {

// What to do with one column's values.
struct Encoder {
	enum Kind { raw, send, output } kind;
	FmgrInfo function;
};

// In the current memory context.
Encoder *make_encoders(TupleDesc desc, std::size_t columns, const Form *forms);
void encode(Encoder &encoder, ::Datum value, const char **bytes, std::size_t *length);

}  // namespace pg
