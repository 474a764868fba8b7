// Keys that are personal data: subjects get their masked key, and undo gives them back the one they had.
#pragma once

#include <string>
#include <vector>

#include "lifecycle/subjects.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"

namespace lifecycle {

// The keys as they will be once they are masked, in the same order.
policy::KeySet masked_keys(const policy::Subject &subject, const Subjects &subjects);

// Masks the keys in the subject table, from where foreign keys carry them on. The subjects have them from then on, and
// their entries follow.
void mask_keys(const policy::Subject &subject, Subjects &subjects, policy::KeySet masked);

// What the extension remembers of subjects under one key moves to another; with `former` it keeps the old one.
void rename_entries(pg::Spi &spi, const policy::Subject &subject, const std::vector<std::string> &from, const std::vector<std::string> &to, bool former);

// Values that foreign keys have to carry on when a table's columns are masked, and where they must be gone afterwards:
// triggers can be switched off.
class Followers {
public:
	// Before anything is masked. Rows that may be shared are left out.
	void remember(const policy::Subject &subject, const Subjects &subjects);
	// 42P17 where a row still holds an old value.
	void require_gone() const;

private:
	struct Follower {
		pg::TableInfo table;
		std::string constraint;
		std::vector<pg::ColumnInfo> columns;
		std::vector<std::vector<std::string>> values;
	};
	void remember(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects);

	std::vector<Follower> followers_;
};

}  // namespace lifecycle
