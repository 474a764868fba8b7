// Whether a table's columns can hold their masks: every constraint is evaluated on the masked values.
#pragma once

#include "policy/mask_trial.hpp"

namespace policy {

struct Misfit {
	Names columns;        // the personal ones that it is about
	std::string why;      // a sentence that names the constraint
	std::string way_out;  // for when no mask fits
};

// Everything that stands in the way of the node's masks, taken together. A constraint over one column whose mask always
// gives the same is decided by that value; any other is tried on all rows, in one sequential read a table.
std::vector<Misfit> misfits(const Node &node, const std::string &deleted_at);

// Of those, what types, domains, NOT NULL, CHECK constraints and generated columns say.
std::vector<Misfit> value_misfits(const TrialTable &table);

// Of those, what UNIQUE and exclusion constraints and foreign keys say.
std::vector<Misfit> key_misfits(const TrialTable &table);

// The word of a mask for this column with which nothing is wrong with it and nothing else goes wrong; '' when there is none.
std::string fitting_mask(const Node &node, const std::string &deleted_at, const std::string &column, std::size_t misfits_now);

// Raises 42P17 with all misfits at once when the masks of these columns do not fit, proposing ones that do. in_list: the
// columns were named in a call that gives default masks, and have to be left out of it.
void require_masks_fit(const Node &node, const std::string &deleted_at, const Names &columns, bool in_list);

// For on_erase => 'set_null': every personal column must accept NULL.
void require_nullable(const Node &node, const std::string &deleted_at);

}  // namespace policy
