// direct_delete => 'soft_delete': a client's DELETE is planned as the UPDATE that deletes softly.
#pragma once

#include "pg/server.hpp"

namespace guard {

// Puts itself before whatever plans statements by now.
void install_planner();

// Whether a statement that was planned so wrote this row.
bool wrote_by_deleting(HeapTuple tuple);

// Whether this is the time that it writes. Another one comes from an UPDATE that has joined it, or from a trigger.
bool is_time_of_deleting(Form_pg_attribute column, ::Datum value);

// erasure.bypass has another value: what is deleted and how is another matter now, for prepared statements too.
void bypass_changed(bool, void *);

}  // namespace guard
