// Keeps the pass of the running engine statement.
#include "guard/pass.hpp"

namespace guard {
namespace {

constinit const Pass *running = nullptr;

}  // namespace

Pass::Pass(Step step, pg::Oid relation, std::uint32_t command_id) noexcept
	: outer_(running), step_(step), relation_(relation), command_id_(command_id)
{
	running = this;
}

Pass::~Pass()
{
	running = outer_;
}

const Pass *Pass::current() noexcept
{
	return running;
}

bool engine_running() noexcept
{
	return running != nullptr;
}

}  // namespace guard
