// A value as bytes to keep and back: what the vault stores, and the arrays that bring the values home.
#pragma once

#include <functional>
#include <memory>

#include "pg/error.hpp"
#include "pg/types.hpp"

namespace pg {

// Whether a type's values are kept as output text (true) or in its binary send format (false). Types whose binary
// form names type OIDs of this database (arrays, rows and ranges of user-defined types) are kept as text, so that a
// vault survives dump and restore.
bool keeps_text(Oid type);

class PinnedFormat;

// The settings a wire conversion needs: ISO dates, exact floats, and no conversion to the client's encoding.
// Destruction puts the client's encoding back, also while an error unwinds.
class WireScope {
public:
	WireScope();
	~WireScope();
	WireScope(const WireScope &) = delete;
	WireScope &operator=(const WireScope &) = delete;

private:
	std::unique_ptr<PinnedFormat> format_;
	int client_encoding_;
};

// The texts in a value kept that way, and its numbers as digits; the bytes handed out are wiped. Within a WireScope. Runs the
// type's input function, of arrays and rows those of their parts.
void kept_texts(Oid type, bool text, std::string_view bytes, const std::function<void(std::string_view)> &take);

// One column of the rows to be rebuilt.
struct WireColumn {
	AttrNumber attribute;  // in the relation
	bool text;             // how the bytes were kept
};

// Builds an array of the relation's own row type, rows × columns of bytes as kept, for
// "UPDATE ... FROM unnest($1)". Attributes not named are NULL. The result lives in the current memory context.
struct RowArray {
	Oid type;
	Datum value;
};
RowArray make_rows(Oid relation, const std::vector<WireColumn> &columns,
				   const std::vector<std::vector<std::optional<std::string_view>>> &rows);

}  // namespace pg
