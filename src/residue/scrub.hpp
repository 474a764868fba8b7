// Out of the files: tables that personal data was erased from are scrubbed, and until that is done they are remembered.
#pragma once

#include "pg/spi.hpp"
#include "policy/model.hpp"

namespace residue {

// Notes, in the erasing transaction, that the subject's tables have to be scrubbed.
void want_scrub(const policy::Subject &subject);

// What erase_due ends with: all that is wanted, in a worker. Between two transactions, with a connection that may commit;
// nothing is locked and no snapshot held while it waits.
void scrub_erased(pg::Spi &spi);

}  // namespace residue
