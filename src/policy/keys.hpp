// The keys of one call: as the caller wrote them, and as the subject table's own types spell them.
#pragma once

#include <string>
#include <vector>

#include "pg/call.hpp"
#include "pg/spi.hpp"
#include "policy/model.hpp"
#include "policy/row_sets.hpp"

namespace policy {

// Distinct keys, one text per key column. texts holds each key as erasure's own tables keep it and as messages name it: a
// keyed hash where it is personal data (policy/handles.hpp).
struct KeySet {
	std::vector<std::vector<std::string>> columns;  // [key column][key]
	std::vector<std::string> texts;
	RowSets sets;  // rows of shared tables that go with these subjects

	std::size_t size() const { return texts.size(); }
	pg::Params params() const;  // of a statement that begins with key_set() or an array of the keys
};

// 42P17 when the key of the declaration has gone; so do all that read keys.
void require_key(const Subject &subject);

// Reads the argument "keys": an array of the key's type or of one that casts to it by assignment, jsonb objects for a
// composite key, or a text that is an array literal, JSON, or one single key. Duplicates count once. Raises 22023 for
// NULL, empty, NULL elements, and keys that the key's type does not accept.
KeySet read_keys(pg::Call &call, int argument, const Subject &subject);

// The single key of state(), export(): anyelement or text.
KeySet read_key(pg::Call &call, int argument, const Subject &subject);

// From keys as erasure's tables keep them of masked and erased subjects.
KeySet keys_from_texts(pg::Spi &spi, const Subject &subject, const std::vector<std::string> &texts);

// From keys as erasure's tables keep them of subjects in any state: where they are hashes, the deleted rows are looked through for
// them. P0002 when one is not found there.
KeySet keys_of_deleted(const Subject &subject, const std::vector<std::string> &texts);

// 'keys "1", "2" and 5 more', for a DETAIL.
std::string list_keys(const std::vector<std::string> &keys);

}  // namespace policy
