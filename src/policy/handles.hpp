// What a row is called in the extension's own tables and in messages: its key, or a keyed hash where the key is personal data.
#pragma once

#include <string>
#include <vector>

#include "policy/keys.hpp"
#include "policy/model.hpp"
#include "vault/keyed_hash.hpp"

namespace policy {

// For keys as texts, [key column][row] and whole. A key whose personal parts are masked stands as it is.
std::vector<std::string> handles(const Node &node, const std::vector<std::vector<std::string>> &columns, std::vector<std::string> texts);

// A key's handle under a hash key, in a table of that number.
std::string handle(const vault::KeyedHash &hash, std::int32_t table_id, const std::string &text);

// The texts of a key set become handles.
void hide(const Subject &subject, KeySet &keys);

// What reading a subject's key needs to be there: called when a table is declared.
void prepare_handles(const Node &node);

}  // namespace policy
