// Certificates of erasure: what the extension's tables tell of a request, in one form, signed.
#include "core/canonical_json.hpp"
#include "evidence/audit.hpp"
#include "evidence/signature.hpp"
#include "pg/call.hpp"
#include "pg/lock.hpp"
#include "pg/role.hpp"
#include "pg/utf8.hpp"
#include "policy/engine_sql.hpp"
#include "policy/permit.hpp"
#include "vault/key_file.hpp"

namespace evidence {
namespace {

constexpr pg::Oid kJson = 114;  // JSONOID (catalog/pg_type_d.h), which keeps the order

// Who may look at the subject table's requests and audit entries may have them certified.
void require_may_certify(std::int64_t request)
{
	pg::Text subject_id;
	policy::as_extension([&](pg::Spi &spi) { subject_id = spi.value("SELECT subject_id FROM erasure.request WHERE id OPERATOR(pg_catalog.=) $1", pg::Params().add(request)); });
	const auto all = policy::catalogue();
	const policy::Subject *subject = subject_id ? all->subject(std::stoi(*subject_id)) : nullptr;
	bool may = pg::is_superuser(pg::current_role());
	if (subject != nullptr)
		may = policy::may_see(*subject);
	else if (!subject_id)
		may = may_audit();
	if (!may)
		throw pg::Failure(pg::code::insufficient_privilege, "permission denied for request " + std::to_string(request), "It takes what seeing the request takes.",
						  "Call it as the owner of its table, or as a role that is allowed something there.");
	if (!subject_id)
		throw pg::Failure(pg::code::key_not_found, "there is no request " + std::to_string(request), {}, "erasure.requests lists them.");
}

void require_erased(pg::Spi &spi, std::int64_t request)
{
	const pg::Row row = spi.query("SELECT pg_catalog.count(*) FILTER (WHERE state OPERATOR(pg_catalog.=) 'masked' AND destroyed_at IS NULL), pg_catalog.count(*) "
								  "FROM erasure.subject_state WHERE request OPERATOR(pg_catalog.=) $1 AND state OPERATOR(pg_catalog.<>) 'deleted'",
								  pg::Params().add(request)).at(0);
	if (*row[0] == "0" && *row[1] != "0")
		return;
	throw pg::Failure(pg::code::wrong_state, "request " + std::to_string(request) + " is not erased",
					  *row[1] == "0" ? "None of its subjects is masked or erased any more." : *row[0] + " of its subjects can be undone still.",
					  "A certificate tells of what is gone for good.");
}

// As the database's own, which it has to know first.
vault::MasterKeys::Use use_of_ring(pg::Spi &spi)
{
	return spi.value("SELECT key_fingerprint FROM erasure.installation") ? vault::MasterKeys::Use::open : vault::MasterKeys::Use::seal;
}

// Runs a body with what signs, which is made at first use.
template <typename F>
void with_signing_key(pg::Spi &spi, const pg::Text &id, F &&body)
{
	{
		const vault::MasterKeys keys(spi, use_of_ring(spi));
		if (const auto found = keys.source().signing(id))
			return body(*found);
		if (id)
			throw pg::Failure(pg::code::undefined_object, "there is no signing key \"" + *id + "\"", keys.source().name() + " does not have it.");
		if (!keys.source().may_change())
			throw pg::Failure(pg::code::wrong_state, "there is no signing key", keys.source().name() + " has none, and is not the server's to change.",
							  "Add a line: erasure-sign-1, an id, and 64 hexadecimal digits from a good source of random numbers.");
		vault::add_signing_key();
	}
	const vault::MasterKeys keys(spi, vault::MasterKeys::Use::open);
	body(keys.source().signing({}).value());
}

std::string certificate(pg::Spi &spi, std::int64_t request)
{
	require_erased(spi, request);
	std::string signed_text;
	with_signing_key(spi, {}, [&](const vault::KeySource::Signing &signing) {
		const pg::Text content = spi.value("SELECT erasure._certificate($1, $2)", pg::Params().add(request).add(signing.id));
		const std::string canonical = core::canonical_json(pg::to_utf8(content.value())).value();
		signed_text = "{\"certificate\":" + canonical + ",\"signature\":" + core::json_string(sign(signing.seed, canonical)) + "}";
	});
	return pg::from_utf8(signed_text);
}

}  // namespace
}  // namespace evidence

// erasure.certificate(request bigint) RETURNS json
ERASURE_FUNCTION(erasure_certificate)
{
	policy::refuse_inside_engine();
	const std::int64_t request = call.int8(0, "request");
	evidence::require_may_certify(request);
	std::string text;
	policy::as_extension([&](pg::Spi &spi) { text = evidence::certificate(spi, request); });
	return call.result_as(evidence::kJson, text);
}

// erasure.public_key(key_id text) RETURNS text
ERASURE_FUNCTION(erasure_public_key)
{
	policy::refuse_inside_engine();
	evidence::require_may_audit("see the public key");
	const pg::Text id = call.optional_text(0);
	std::string pem;
	policy::as_extension([&](pg::Spi &spi) { evidence::with_signing_key(spi, id, [&](const vault::KeySource::Signing &signing) { pem = evidence::public_key_pem(signing.seed); }); });
	return call.result(pem);
}

// erasure._verify_signature(content jsonb, signature text, public_key text) RETURNS boolean
ERASURE_FUNCTION(erasure_verify_signature)
{
	const auto canonical = core::canonical_json(pg::to_utf8(call.output(0).value_or("")));
	const auto good = evidence::verify(call.text(2, "public_key"), canonical.value_or(""), call.text(1, "signature"));
	if (!good)
		throw pg::Failure(pg::code::invalid_parameter, "public_key is no Ed25519 public key", {}, "Pass what erasure.public_key() gave: -----BEGIN PUBLIC KEY----- and the rest.");
	return call.result(canonical.has_value() && *good);
}
