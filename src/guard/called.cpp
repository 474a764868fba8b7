// Tells a trigger function's own triggers from others.
#include "guard/called.hpp"

namespace guard {

// plain: no destructors in this function
// Anybody can put the function on a table of their own, at another event: it would find no row where it looks for one.
TriggerData *trigger_data(FunctionCallInfo fcinfo, const char *name, TriggerEvent event)
{
	auto *data = reinterpret_cast<TriggerData *>(fcinfo->context);
	constexpr TriggerEvent kinds = TRIGGER_EVENT_OPMASK | TRIGGER_EVENT_ROW | TRIGGER_EVENT_TIMINGMASK;
	if (!CALLED_AS_TRIGGER(fcinfo) || (data->tg_event & kinds) != event)
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED), errmsg("function \"%s\" was not called as its trigger", name)));
	return data;
}

}  // namespace guard
