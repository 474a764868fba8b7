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

// Of all transactions before the horizon every entry was seen by an earlier call.
constexpr const char *kUnsealed = R"(
FROM erasure.audit_entry e WHERE e.transaction OPERATOR(pg_catalog.>=) $1
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

std::string random_salt()
{
	std::array<unsigned char, 16> salt;
	vault::fill_random(salt);
	return {reinterpret_cast<const char *>(salt.data()), salt.size()};
}

struct Head {
	std::int64_t number = 0;
	std::string hash = sha256(kBeginning);
	std::int64_t horizon = 0;  // of this database: another one's numbers say nothing
};

Head read_head()
{
	Head head;
	pg::Cursor cursor("SELECT number, CASE WHEN origin OPERATOR(pg_catalog.=) erasure._origin() THEN horizon ELSE 0 END, hash FROM erasure.audit_seal ORDER BY number DESC LIMIT 1",
					  {}, {pg::Form::text, pg::Form::text, pg::Form::wire});
	if (cursor.fetch(1)) {
		head.number = std::stoll(std::string(cursor.at(0, 0)));
		head.horizon = std::stoll(std::string(cursor.at(0, 1)));
		head.hash = cursor.at(0, 2);
	}
	cursor.close();
	return head;
}

void seal_batch(pg::Spi &spi, const pg::Cursor &cursor, Head &head, std::int64_t horizon)
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
	params.add(numbers).add(entries).add_byteas(std::move(salts)).add_byteas(std::move(digests)).add_byteas(std::move(hashes)).add(horizon);
	spi.execute("INSERT INTO erasure.audit_seal (number, entry, actor_salt, actor_digest, hash, horizon, origin) "
				"SELECT n, e, CASE WHEN pg_catalog.length(d) OPERATOR(pg_catalog.>) 0 THEN s END, nullif(d, ''), h, $6, erasure._origin() FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2), "
				"pg_catalog.unnest($3), pg_catalog.unnest($4), pg_catalog.unnest($5)) AS u(n, e, s, d, h)",
				params);
}

}  // namespace

std::int64_t seal(Turn turn)
{
	std::int64_t sealed = 0;
	policy::as_extension([&](pg::Spi &spi) {
		const pg::Oid seals = pg::relation_by_name("erasure", "audit_seal");
		if (turn == Turn::wait)
			pg::take_turn(seals, seals);
		else if (!pg::try_turn(seals, seals))
			return;
		// Before the entries are read: all of what had ended by then is among them.
		const std::int64_t horizon = spi.number("SELECT pg_catalog.pg_snapshot_xmin(pg_catalog.pg_current_snapshot())::pg_catalog.text::pg_catalog.int8");
		Head head = read_head();
		pg::Cursor cursor("SELECT e.actor, " + std::string(kFields) + kUnsealed, pg::Params().add(head.horizon), std::vector<pg::Form>(1 + kFieldCount, pg::Form::text));
		while (cursor.fetch(kBatch)) {
			seal_batch(spi, cursor, head, horizon);
			sealed += static_cast<std::int64_t>(cursor.rows());
		}
		cursor.close();
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

constexpr std::size_t kSealColumns = 7;
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
	const Field salt = field(cursor, row, 2);
	const Field digest = field(cursor, row, 3);
	const Field actor = field(cursor, row, 6);
	// One that was taken out of the log leaves its hash.
	if (actor && (!salt || !digest || sha256(std::string(*salt) + std::string(*actor)) != *digest))
		return Broken{number, entry, "the actor was changed"};
	head.hash = link_hash(head.hash, number, cursor, row, kSealColumns, digest);
	if (head.hash != cursor.at(row, 4))
		return Broken{number, entry, "the entry or its seal was changed"};
	if (cursor.at(row, 5) == "t")
		return Broken{number, entry, "the chain up to here is another than the one whose head was given"};
	return std::nullopt;
}

// known: a head that was kept elsewhere, by its number, or 0.
std::optional<Broken> check_chain(std::int64_t known, const pg::Text &known_hash)
{
	std::optional<Broken> broken;
	policy::as_extension([&](pg::Spi &) {
		Head head;
		std::vector<pg::Form> forms(kSealColumns + kFieldCount, pg::Form::text);
		forms[2] = forms[3] = forms[4] = pg::Form::wire;
		pg::Cursor cursor("SELECT s.number, s.entry, s.actor_salt, s.actor_digest, s.hash, "
						  "s.number OPERATOR(pg_catalog.=) $1 AND pg_catalog.encode(s.hash, 'hex') OPERATOR(pg_catalog.<>) pg_catalog.lower($2), e.actor, " +
							  std::string(kFields) + kSealed,
						  pg::Params().add(known).add(known_hash), forms);
		while (!broken && cursor.fetch(kBatch))
			for (std::size_t row = 0; !broken && row < cursor.rows(); ++row)
				broken = check_seal(cursor, row, head);
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
		const pg::Text entry = spi.value("SELECT pg_catalog.min(e.id) FROM erasure.audit_entry e WHERE e.transaction OPERATOR(pg_catalog.<) $1 "
										 "AND NOT EXISTS (SELECT FROM erasure.audit_seal s WHERE s.entry OPERATOR(pg_catalog.=) e.id)",
										 pg::Params().add(read_head().horizon));
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
	evidence::require_may_audit("seal the audit log");
	return call.result(evidence::seal(evidence::Turn::wait));
}

// erasure.verify_audit(head_number bigint, head_hash text) RETURNS TABLE(number bigint, entry bigint, problem text)
ERASURE_FUNCTION(erasure_verify_audit)
{
	evidence::require_may_audit("verify the audit log");
	const pg::Text number = call.output(0);
	const pg::Text hash = call.output(1);
	if (number.has_value() != hash.has_value())
		throw pg::Failure(pg::code::invalid_parameter, "head_number and head_hash go together", {}, "Pass both as erasure.audit_head gave them, or neither.");
	auto broken = evidence::check_chain(number ? std::stoll(*number) : 0, hash);
	if (!broken)
		broken = evidence::check_added();
	call.start_rows();
	if (broken)
		call.add_row({broken->number, broken->entry, broken->problem});
	return call.nothing();
}
