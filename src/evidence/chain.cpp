// Seals the audit log, and holds it against its seals.
#include "evidence/chain.hpp"

#include <array>

#include "core/audit_chain.hpp"
#include "evidence/audit.hpp"
#include "evidence/digest.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/lock.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "vault/cipher.hpp"

namespace evidence {
namespace {

constexpr std::size_t kBatch = 1000;
constexpr std::string_view kBeginning = "erasure audit chain 1";

// What is sealed of an entry, as texts that no setting of the session changes. The actor is free text, and may have to go one
// day: only a salted hash of it is.
constexpr const char *kFields = R"(
e.id, (extract(epoch FROM e.at) OPERATOR(pg_catalog.*) 1000000)::pg_catalog.int8,
e.action, e.relation_name, e.session_role, e.outer_role, pg_catalog.text(e.client_address), e.request, e.subjects, e.row_count, e.detail)";
constexpr std::size_t kFieldCount = 11;

// Of all transactions before the horizon every entry was seen by an earlier call; another database's numbers say nothing.
constexpr const char *kUnsealed = R"(
FROM erasure.audit_entry e LEFT JOIN erasure.installation i ON i.sealed_origin OPERATOR(pg_catalog.=) erasure._origin()
WHERE (i.sealed_to IS NULL OR e.transaction OPERATOR(pg_catalog.>=) i.sealed_to)
  AND NOT EXISTS (SELECT FROM erasure.audit_seal s WHERE s.entry OPERATOR(pg_catalog.=) e.id)
ORDER BY e.id)";

using Field = std::optional<std::string_view>;

Field field(const pg::Cursor &cursor, std::size_t row, std::size_t column)
{
	return cursor.is_null(row, column) ? Field() : Field(cursor.at(row, column));
}

// The hash of a link, from the columns of kFields that begin at `first`.
std::string link_hash(const std::string &previous, const std::string &number, const pg::Cursor &cursor, std::size_t row, std::size_t first, Field actor)
{
	core::AuditFields fields{number};
	for (std::size_t i = 0; i < kFieldCount; ++i)
		fields.push_back(field(cursor, row, first + i));
	fields.push_back(actor);
	return sha256(core::audit_link(previous, fields));
}

std::string hex(std::string_view bytes)
{
	constexpr char digits[] = "0123456789abcdef";
	std::string text;
	for (const char c : bytes) {
		text += digits[static_cast<unsigned char>(c) >> 4];
		text += digits[static_cast<unsigned char>(c) & 15];
	}
	return text;
}

std::string unhex(std::string_view text)
{
	const auto value = [](char c) { return c >= 'a' ? c - 'a' + 10 : c - '0'; };
	std::string bytes;
	for (std::size_t i = 0; i + 1 < text.size(); i += 2)
		bytes += static_cast<char>(value(text[i]) << 4 | value(text[i + 1]));
	return bytes;
}

std::string random_salt()
{
	std::array<unsigned char, 16> salt;
	vault::fill_random(salt);
	return {reinterpret_cast<const char *>(salt.data()), salt.size()};
}

struct Head {
	std::int64_t number = 0;
	std::string hash = sha256(kBeginning);
};

Head read_head(pg::Spi &spi)
{
	Head head;
	for (const pg::Row &row : spi.query("SELECT number, pg_catalog.encode(hash, 'hex') FROM erasure.audit_seal ORDER BY number DESC LIMIT 1")) {
		head.number = std::stoll(*row[0]);
		head.hash = unhex(*row[1]);
	}
	return head;
}

void seal_batch(pg::Spi &spi, const pg::Cursor &cursor, Head &head)
{
	std::vector<std::int64_t> numbers;
	std::vector<std::int64_t> entries;
	std::vector<std::string> salts;
	std::vector<std::string> digests;
	std::vector<std::string> hashes;
	for (std::size_t row = 0; row < cursor.rows(); ++row) {
		const std::string salt = random_salt();
		const Field actor = field(cursor, row, 0);
		const std::string digest = actor ? sha256(salt + std::string(*actor)) : std::string();
		head.hash = link_hash(head.hash, std::to_string(++head.number), cursor, row, 1, actor ? Field(digest) : Field());
		numbers.push_back(head.number);
		entries.push_back(std::stoll(std::string(cursor.at(row, 1))));
		salts.push_back(salt);
		digests.push_back(digest);
		hashes.push_back(head.hash);
	}
	pg::Params params;
	params.add(numbers).add(entries).add_byteas(std::move(salts)).add_byteas(std::move(digests)).add_byteas(std::move(hashes));
	spi.execute("INSERT INTO erasure.audit_seal (number, entry, actor_salt, actor_digest, hash) "
				"SELECT n, e, CASE WHEN pg_catalog.length(d) OPERATOR(pg_catalog.>) 0 THEN s END, nullif(d, ''), h FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2), "
				"pg_catalog.unnest($3), pg_catalog.unnest($4), pg_catalog.unnest($5)) AS u(n, e, s, d, h)",
				params);
}

void require_may_audit(const char *what)
{
	if (!may_audit())
		throw pg::Failure(pg::code::insufficient_privilege, std::string("permission denied to ") + what + " the audit log", "It takes what reading the log takes.",
						  "Call it as an owner of a protected table, or as a role that is allowed to undo, erase_now, hold or export there.");
}

}  // namespace

std::int64_t seal()
{
	std::int64_t sealed = 0;
	policy::as_extension([&](pg::Spi &spi) {
		const pg::Oid seals = pg::relation_by_name("erasure", "audit_seal");
		pg::take_turn(seals, seals);
		// Before the entries are read: all of what had ended by then is among them.
		const pg::Text horizon = spi.value("SELECT pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())");
		Head head = read_head(spi);
		pg::Cursor cursor("SELECT e.actor, " + std::string(kFields) + kUnsealed, {}, std::vector<pg::Form>(1 + kFieldCount, pg::Form::text));
		while (cursor.fetch(kBatch)) {
			seal_batch(spi, cursor, head);
			sealed += static_cast<std::int64_t>(cursor.rows());
		}
		cursor.close();
		spi.execute("INSERT INTO erasure.installation DEFAULT VALUES ON CONFLICT DO NOTHING");
		spi.execute("UPDATE erasure.installation SET sealed_to = $1::pg_catalog.int8, sealed_origin = erasure._origin()", pg::Params().add(horizon));
	});
	return sealed;
}

namespace {

// The first thing that is wrong with the chain, as number, entry and words.
struct Broken {
	pg::Text number;
	pg::Text entry;
	std::string problem;
};

constexpr std::size_t kSealColumns = 6;
constexpr const char *kSealed = R"(
 FROM erasure.audit_seal s LEFT JOIN erasure.audit_entry e ON e.id OPERATOR(pg_catalog.=) s.entry ORDER BY s.number)";

std::optional<Broken> check_seal(const pg::Cursor &cursor, std::size_t row, Head &head)
{
	const std::string number(cursor.at(row, 0));
	const std::string entry(cursor.at(row, 1));
	const std::string expected = std::to_string(++head.number);
	if (number != expected)
		return Broken{expected, {}, "its seal is missing"};
	if (cursor.is_null(row, kSealColumns))
		return Broken{number, entry, "the entry is missing"};
	const Field digest = field(cursor, row, 3);
	const Field actor = field(cursor, row, 5);
	// One that was taken out of the log leaves its hash.
	if (actor && (!digest || hex(sha256(unhex(cursor.at(row, 2)) + std::string(*actor))) != *digest))
		return Broken{number, entry, "the actor was changed"};
	const std::string bytes = digest ? unhex(*digest) : std::string();
	head.hash = link_hash(head.hash, number, cursor, row, kSealColumns, digest ? Field(bytes) : Field());
	if (hex(head.hash) != cursor.at(row, 4))
		return Broken{number, entry, "the entry or its seal was changed"};
	return std::nullopt;
}

// known: a head that was kept elsewhere, by its number, or 0.
std::optional<Broken> check_chain(std::int64_t known, const std::string &known_hash)
{
	std::optional<Broken> broken;
	policy::as_extension([&](pg::Spi &) {
		Head head;
		pg::Cursor cursor("SELECT s.number, s.entry, pg_catalog.encode(s.actor_salt, 'hex'), pg_catalog.encode(s.actor_digest, 'hex'), pg_catalog.encode(s.hash, 'hex'), e.actor, " +
							  std::string(kFields) + kSealed,
						  {}, std::vector<pg::Form>(kSealColumns + kFieldCount, pg::Form::text));
		while (!broken && cursor.fetch(kBatch)) {
			for (std::size_t row = 0; !broken && row < cursor.rows(); ++row) {
				broken = check_seal(cursor, row, head);
				if (!broken && known == head.number && hex(head.hash) != known_hash)
					broken = Broken{std::to_string(head.number), std::string(cursor.at(row, 1)), "the chain up to here is another than the one whose head was given"};
			}
		}
		cursor.close();
		if (!broken && known > head.number)
			broken = Broken{std::to_string(head.number + 1), {}, "the chain was cut off: its head had number " + std::to_string(known)};
	});
	return broken;
}

// Written by somebody else than the extension, under the number of a transaction whose entries were sealed long ago.
std::optional<Broken> check_added()
{
	std::optional<Broken> broken;
	policy::as_extension([&](pg::Spi &spi) {
		const pg::Text entry = spi.value("SELECT pg_catalog.min(e.id) FROM erasure.audit_entry e JOIN erasure.installation i ON i.sealed_origin OPERATOR(pg_catalog.=) erasure._origin() "
										 "WHERE e.transaction OPERATOR(pg_catalog.<) i.sealed_to AND NOT EXISTS (SELECT FROM erasure.audit_seal s WHERE s.entry OPERATOR(pg_catalog.=) e.id)");
		if (entry)
			broken = Broken{{}, entry, "the entry was added behind the chain's back"};
	});
	return broken;
}

}  // namespace
}  // namespace evidence

// erasure.seal_audit() RETURNS bigint
ERASURE_FUNCTION(erasure_seal_audit)
{
	evidence::require_may_audit("seal");
	return call.result(evidence::seal());
}

// erasure.verify_audit(head_number bigint, head_hash text) RETURNS TABLE(number bigint, entry bigint, problem text)
ERASURE_FUNCTION(erasure_verify_audit)
{
	evidence::require_may_audit("verify");
	const pg::Text number = call.output(0);
	const pg::Text hash = call.output(1);
	if (number.has_value() != hash.has_value())
		throw pg::Failure(pg::code::invalid_parameter, "head_number and head_hash go together", {}, "Pass both as erasure.audit_head gave them, or neither.");
	auto broken = evidence::check_chain(number ? std::stoll(*number) : 0, hash.value_or(""));
	if (!broken)
		broken = evidence::check_added();
	call.start_rows();
	if (broken)
		call.add_row({broken->number, broken->entry, broken->problem});
	return call.nothing();
}
