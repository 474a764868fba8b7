// Hashes the keys that are personal data.
#include "policy/handles.hpp"

#include <optional>

#include "core/mask.hpp"
#include "policy/engine_sql.hpp"

namespace policy {
namespace {

std::string hex(const std::string &bytes, std::size_t digits)
{
	std::string text;
	for (std::size_t i = 0; i < digits; ++i) {
		const auto byte = static_cast<unsigned char>(bytes[i / 2]);
		text.push_back("0123456789abcdef"[i % 2 == 0 ? byte >> 4 : byte & 15]);
	}
	return text;
}

bool shows_nothing(const Node &node, const std::vector<std::vector<std::string>> &columns, std::size_t row)
{
	for (std::size_t c = 0; c < node.key.size(); ++c)
		if (const TokenColumn *token = node.token(node.key[c].number); token != nullptr && !core::is_unique_mask(columns[c][row], token->max_chars))
			return false;
	return true;
}

}  // namespace

std::string handle(const vault::KeyedHash &hash, std::int32_t table_id, const std::string &text)
{
	return "hmac:" + hex(hash("key of table " + std::to_string(table_id), text), 32);
}

std::vector<std::string> handles(const Node &node, const std::vector<std::vector<std::string>> &columns, std::vector<std::string> texts)
{
	if (!node.key_changes())
		return texts;
	as_extension([&](pg::Spi &spi) {
		std::optional<vault::KeyedHash> hash;
		for (std::size_t i = 0; i < texts.size(); ++i) {
			if (shows_nothing(node, columns, i))
				continue;
			if (!hash)
				hash.emplace(spi, vault::KeyedHash::Use::find);
			if (!hash->is_there())
				throw pg::Failure(pg::code::vault_cannot_be_opened, "the hash key is missing", "Subjects whose key is personal data are known by hashes under it.",
								  "Restore erasure.installation from a backup of this database.");
			texts[i] = handle(*hash, node.id, texts[i]);
		}
	});
	return texts;
}

void hide(const Subject &subject, KeySet &keys)
{
	keys.texts = handles(subject.root(), keys.columns, std::move(keys.texts));
}

void prepare_handles(const Node &node)
{
	if (node.key_changes())
		as_extension([](pg::Spi &spi) { (void)vault::KeyedHash(spi, vault::KeyedHash::Use::make); });
}

}  // namespace policy
