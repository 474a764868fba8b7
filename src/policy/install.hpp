// What erasure installs on the user's tables: the guard triggers and the two views beside a subject table.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "pg/spi.hpp"
#include "policy/model.hpp"

namespace policy {

// Which of the declared tables a guard stands on: all, subject tables, or those of them whose subjects a client's own statement may move.
enum class GuardOf : std::uint8_t { declared, subject, direct };

// One guard trigger.
struct Guard {
	const char *name;
	const char *function;
	const char *when;
	bool row;
	GuardOf of;
};
std::span<const Guard> guards();

// A table with its partitions or inheritance children, but temporary and foreign ones, on which a guard cannot stand or need not.
std::vector<pg::Oid> guarded_tables(pg::Oid relation);
// Those on which a guard is created: PostgreSQL clones row triggers to partitions, but not to inheritance children.
std::vector<pg::Oid> guard_places(pg::Oid relation, const Guard &guard);

// What the policy says of one relation, over all the subjects it is declared under.
struct Wanted {
	bool declared = false;
	bool subject = false;
	bool direct = false;  // the policy lets a client's own statements delete softly
	std::map<std::string, pg::AttrNumber> watched;  // columns whose change the guard must see
};
Wanted wanted_for(pg::Oid relation);
bool is_wanted(const Guard &guard, const Wanted &wanted);

// A BEFORE trigger of the user's, on the table or one of its partitions, can change columns that the statement did not
// name; a guard "UPDATE OF" would miss it.
bool has_foreign_before_trigger(pg::Spi &spi, pg::Oid relation);

// The view of a subject table with the suffix '_active' or '_deleted'.
struct ListView {
	bool exists = false;
	std::string sql_name;
};
ListView list_view(const Subject &subject, const std::string &suffix);

// While one lives, DDL is our own, and the event triggers have nothing to add.
class OwnDdl {
public:
	OwnDdl() noexcept;
	~OwnDdl();
	OwnDdl(const OwnDdl &) = delete;
	OwnDdl &operator=(const OwnDdl &) = delete;
	static bool running() noexcept;
};

// Makes the triggers of one relation what the current policy asks for: created, replaced, or dropped when the
// relation is no longer declared.
void refresh_guards(pg::Oid relation);

// The same, touching only what is not as it should be: after somebody else's DDL. What a superuser disabled stays so.
void keep_guards(pg::Oid relation);
// Guards that were enabled as ordinary triggers, as a restore that had disabled them does, fire always again. Of any table:
// its policy may not be there yet. Costs a look into an index where there are none.
void keep_always(pg::Oid relation);
// Takes the guard that names these columns away; keep_guards brings it back once they are altered.
void make_way_for_columns(pg::Oid relation, const std::vector<std::string> &columns);

// The owner of the table may not have CREATE on its schema; a view that was there before comes back by the extension's
// owner, under whom nobody's code runs here, and is the table owner's again.
enum class ViewMaker : std::uint8_t { owner, extension };
void create_view(const Subject &subject, const std::string &suffix, ViewMaker maker);
void create_views(const Subject &subject);
// SELECT for the roles that hold permissions: what use_roles and allow gave.
void grant_on_views(const Subject &subject);
void drop_views(const Subject &subject);

}  // namespace policy
