// The SQLSTATEs that erasure raises and the C++ exception that carries one to the entry wrapper.
#pragma once

#include <exception>
#include <string>
#include <utility>

namespace pg {

// Packs five characters as PostgreSQL's MAKE_SQLSTATE does (utils/elog.h).
constexpr int sqlstate(const char (&code)[6])
{
	int packed = 0;
	for (int i = 0; i < 5; ++i)
		packed |= ((code[i] - '0') & 0x3F) << (6 * i);
	return packed;
}

// Five characters again.
inline std::string sqlstate_text(int packed)
{
	std::string text;
	for (int i = 0; i < 5; ++i, packed >>= 6)
		text += static_cast<char>((packed & 0x3F) + '0');
	return text;
}

namespace code {
constexpr int insufficient_privilege = sqlstate("42501");
constexpr int invalid_parameter = sqlstate("22023");
constexpr int key_not_found = sqlstate("P0002");
constexpr int wrong_state = sqlstate("55000");
constexpr int on_hold = sqlstate("55006");
constexpr int policy_cannot_work = sqlstate("42P17");
constexpr int vault_cannot_be_opened = sqlstate("58030");
constexpr int serialization_failure = sqlstate("40001");
constexpr int deadlock_detected = sqlstate("40P01");
constexpr int not_supported = sqlstate("0A000");
constexpr int invalid_transaction_termination = sqlstate("2D000");
constexpr int active_transaction = sqlstate("25001");
constexpr int lock_not_available = sqlstate("55P03");
constexpr int unique_violation = sqlstate("23505");
constexpr int undefined_object = sqlstate("42704");
constexpr int undefined_table = sqlstate("42P01");
constexpr int undefined_column = sqlstate("42703");
constexpr int wrong_object_type = sqlstate("42809");
constexpr int duplicate_object = sqlstate("42710");
constexpr int internal_error = sqlstate("XX000");
constexpr int out_of_memory = sqlstate("53200");
}  // namespace code

// An error of our own. Primary message short and lower case; detail and hint are sentences.
class Failure : public std::exception {
public:
	Failure(int sqlstate, std::string message, std::string detail = {}, std::string hint = {})
		: sqlstate_(sqlstate), message_(std::move(message)), detail_(std::move(detail)), hint_(std::move(hint))
	{
	}
	const char *what() const noexcept override { return message_.c_str(); }
	int sqlstate() const noexcept { return sqlstate_; }
	const std::string &message() const noexcept { return message_; }
	const std::string &detail() const noexcept { return detail_; }
	const std::string &hint() const noexcept { return hint_; }

private:
	int sqlstate_;
	std::string message_;
	std::string detail_;
	std::string hint_;
};

// What pg::attempt() gives back when PostgreSQL raised an error that the caller wants to handle.
struct Caught {
	int sqlstate = 0;
	std::string message;
	std::string detail;
	std::string hint;
};

// Messages that are not errors. All may raise (a client that has gone), so they are guarded.
void notice(const std::string &message, const std::string &detail = {}, const std::string &hint = {});
void warning(const std::string &message, const std::string &detail = {}, const std::string &hint = {});
// To the server's log only, and without the statement, which may hold personal data.
void server_log(int sqlstate, const std::string &message, const std::string &detail, const std::string &hint);

}  // namespace pg
