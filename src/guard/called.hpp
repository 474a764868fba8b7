// How a trigger was called, which is anybody's doing.
#pragma once

#include "pg/server.hpp"

namespace guard {

// What a trigger function was called with; 39P01 where it is another event, level or timing than its own.
TriggerData *trigger_data(FunctionCallInfo fcinfo, const char *name, TriggerEvent event);

}  // namespace guard
