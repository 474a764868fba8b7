// The database's name in the ids of its day keys, and the end of keys.
#include "vault/day_keys.hpp"

#include "evidence/digest.hpp"
#include "pg/ddl.hpp"
#include "pg/error.hpp"
#include "pg/lock.hpp"
#include "vault/key_source.hpp"

namespace vault {

std::string database_tag()
{
	constexpr char kDigits[] = "0123456789abcdef";
	std::string tag;
	for (const char byte : evidence::sha256(pg::origin()).substr(0, 6)) {
		tag += kDigits[static_cast<unsigned char>(byte) >> 4];
		tag += kDigits[byte & 15];
	}
	return tag;
}

void take_out(const std::vector<std::string> &ids)
{
	pg::lock_private_files();
	KeySource source;
	KeySource::Trouble trouble;
	if (source.read(trouble) != KeySource::Found::yes)
		throw pg::Failure(pg::code::vault_cannot_be_opened, "vault cannot be opened", trouble.detail.empty() ? source.missing() : trouble.detail, trouble.hint);
	source.change(ids, {});
	pg::unlock_private_files();
}

}  // namespace vault
