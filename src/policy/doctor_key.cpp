// The doctor on the key file: where it is, who may read it, and whether it opens the vault.
#include "pg/spi.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"
#include "vault/key_file.hpp"

namespace policy::doctor {

void check_key_file(Visit &visit)
{
	if (!visit.server)
		return;
	vault::KeyFileState state;
	as_extension([&](pg::Spi &spi) { state = vault::key_file_state(spi); });
	const std::string object = visit.details ? "key file " + state.path : "key file";
	if (!state.problem.empty())
		visit.error(object,
					(visit.details ? state.problem : "The key file is missing, open to others, or another one.") +
						(state.recorded ? " Nothing can be undone or deleted permanently." : " Nothing will be deleted permanently."),
					visit.details && !state.remedy.empty() ? "-- " + state.remedy : pg::Text("-- ask a superuser, whom erasure.doctor() shows more"));
	if (state.lacks_day_keys)
		visit.info(object, "is not the server's to change, so there are no day keys: a copy of the vault opens for as long as somebody has the master key");
	if (!state.in_data_directory)
		return;
	const std::string fix = "erasure.key_file = '/etc/postgresql/erasure.key'";
	if (state.there)
		visit.error(object, "is in the data directory: a backup of it holds the vault and its key", fix + "  # once the file has been moved there");
	else if (!state.recorded)
		visit.warning(object, "will be created in the data directory by the first permanent delete: a backup of it then holds the vault and its key", fix);
}

}  // namespace policy::doctor
