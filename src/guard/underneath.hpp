// What user code may not do underneath a statement of the engine, since no rollback would undo it.
#pragma once

namespace guard {

// From now on in this backend. Called once, when the library is loaded.
void watch_utilities();

}  // namespace guard
