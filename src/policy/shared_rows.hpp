// Rows that persons refer to, such as an address in a table of its own: taken only when nobody who is left needs them.
#pragma once

#include <cstdint>

#include "policy/keys.hpp"
#include "policy/model.hpp"
#include "policy/row_owners.hpp"

namespace policy {

// What to do with the rows of a shared table while they are looked at.
enum class Share {
	look,  // lock nothing
	take,  // lock every row that could be taken, so that of two last ones who need it one sees the other go
	all,   // lock nothing, and leave nothing out: what a person's rows refer to, shared or not
};

// The rows of an upward-linked table that go with these subjects, added to their row sets; parents come first. The others
// are returned, with the place of the subject that refers to them.
RowSet share_out(const Catalogue &all, const Subject &subject, const Node &node, KeySet &keys, Share share);

// share_out for every upward-linked table of the subject.
void share_out_all(const Catalogue &all, const Subject &subject, KeySet &keys, Share share);

// Whether rows of an upward-linked table are needed by anybody but the subjects of a call: a person who is neither masked
// nor erased, or a row of any table that refers to it and is nobody's.
std::vector<bool> needed_by_others(const Catalogue &all, const Subject &subject, const Node &node, const RowKeys &rows, const std::vector<std::string> &call);

}  // namespace policy
