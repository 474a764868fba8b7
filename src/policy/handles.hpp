// What a row is called in the extension's own tables and in messages: its key, or a keyed hash where the key is personal data.
#pragma once

#include <string>
#include <vector>

#include "policy/keys.hpp"
#include "policy/model.hpp"

namespace policy {

// For keys as texts, [key column][row] and whole. A key whose personal parts are masked stands as it is.
std::vector<std::string> handles(const Node &node, const std::vector<std::vector<std::string>> &columns, std::vector<std::string> texts);

// The texts of a key set become handles.
void hide(const Subject &subject, KeySet &keys);

// What reading a subject's key needs to be there: called when a table is declared.
void prepare_handles(const Node &node);

}  // namespace policy
