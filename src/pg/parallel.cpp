// PostgreSQL's parallel infrastructure: a shared counter hands out the parts, a queue a worker brings the messages.
#include "pg/parallel.hpp"

#include "pg/boundary.hpp"

extern "C" {
#include "access/parallel.h"
#include "optimizer/paths.h"
#include "storage/dsm.h"
#include "storage/latch.h"
#include "storage/shm_mq.h"
#include "storage/shm_toc.h"
#include "utils/wait_event.h"
}

namespace pg {
namespace {

constexpr uint64 kSharedKey = 1, kQueuesKey = 2;
constexpr Size kQueueBytes = 65536;

struct Shared {
	pg_atomic_uint64 next;
	uint64 parts;
	Size task_bytes;
	char task[FLEXIBLE_ARRAY_MEMBER];
};

bool take(Shared *shared, std::uint64_t &part)
{
	part = pg_atomic_fetch_add_u64(&shared->next, 1);
	return part < shared->parts;
}

// Also when an error ends it all: workers that have not read it yet are stopped then.
void wipe_task(dsm_segment *, ::Datum shared)
{
	auto *s = reinterpret_cast<Shared *>(DatumGetPointer(shared));
	explicit_bzero(s->task, s->task_bytes);
}

struct Crew {
	ParallelContext *context;
	Shared *shared;
	shm_mq_handle **queues;
	int launched;
};

// plain: no destructors in this function
Crew launch(const char *entry, int workers, uint64 parts, const char *task, Size task_bytes)
{
	EnterParallelMode();
	Crew crew{};
	crew.context = CreateParallelContext("erasure", entry, workers);
	shm_toc_estimate_chunk(&crew.context->estimator, offsetof(Shared, task) + task_bytes);
	shm_toc_estimate_chunk(&crew.context->estimator, mul_size(kQueueBytes, static_cast<Size>(workers)));
	shm_toc_estimate_keys(&crew.context->estimator, 2);
	InitializeParallelDSM(crew.context);

	crew.shared = static_cast<Shared *>(shm_toc_allocate(crew.context->toc, offsetof(Shared, task) + task_bytes));
	pg_atomic_init_u64(&crew.shared->next, 0);
	crew.shared->parts = parts;
	crew.shared->task_bytes = task_bytes;
	std::memcpy(crew.shared->task, task, task_bytes);
	if (crew.context->seg != nullptr)
		on_dsm_detach(crew.context->seg, wipe_task, PointerGetDatum(crew.shared));
	shm_toc_insert(crew.context->toc, kSharedKey, crew.shared);

	// Without a segment no worker can be launched.
	const int possible = crew.context->nworkers;
	auto *space = static_cast<char *>(shm_toc_allocate(crew.context->toc, mul_size(kQueueBytes, static_cast<Size>(workers))));
	crew.queues = static_cast<shm_mq_handle **>(palloc0(sizeof(shm_mq_handle *) * static_cast<Size>(workers + 1)));
	for (int i = 0; i < possible; ++i) {
		shm_mq *queue = shm_mq_create(space + static_cast<Size>(i) * kQueueBytes, kQueueBytes);
		shm_mq_set_receiver(queue, MyProc);
		crew.queues[i] = shm_mq_attach(queue, crew.context->seg, nullptr);
	}
	shm_toc_insert(crew.context->toc, kQueuesKey, space);
	LaunchParallelWorkers(crew.context);
	crew.launched = crew.context->nworkers_launched;
	for (int i = 0; i < crew.launched; ++i)
		shm_mq_set_handle(crew.queues[i], crew.context->worker[i].bgwhandle);
	return crew;
}

struct Message {
	shm_mq_result result;
	const char *bytes;
	Size length;
};

class Leader : public WorkShare {
public:
	Leader(Crew &crew, const std::function<void(std::string_view)> &receive) : crew_(crew), receive_(receive) {}

	// Between two parts, what the others have found: their queues hold only so much.
	bool next(std::uint64_t &part) override
	{
		drain();
		return take(crew_.shared, part);
	}
	void send(std::string_view message) override { receive_(message); }

	// Until the last of them has gone.
	void wait()
	{
		while (drain())
			guarded([] {
				(void)WaitLatch(MyLatch, WL_LATCH_SET | WL_EXIT_ON_PM_DEATH, 0, WAIT_EVENT_PARALLEL_FINISH);
				ResetLatch(MyLatch);
				CHECK_FOR_INTERRUPTS();
			});
	}

private:
	// Whether any of them may have more.
	bool drain()
	{
		bool open = false;
		for (int i = 0; i < crew_.launched; ++i)
			while (crew_.queues[i] != nullptr) {
				const Message message = guarded([&] {
					Message m{};
					void *data = nullptr;
					m.result = shm_mq_receive(crew_.queues[i], &m.length, &data, true);
					m.bytes = static_cast<const char *>(data);
					return m;
				});
				if (message.result == SHM_MQ_WOULD_BLOCK) {
					open = true;
					break;
				}
				if (message.result == SHM_MQ_DETACHED)
					crew_.queues[i] = nullptr;
				else
					receive_({message.bytes, message.length});
			}
		return open;
	}

	Crew &crew_;
	const std::function<void(std::string_view)> &receive_;
};

class Worker : public WorkShare {
public:
	Worker(Shared *shared, shm_mq_handle *queue) : shared_(shared), queue_(queue) {}

	bool next(std::uint64_t &part) override { return take(shared_, part); }
	void send(std::string_view message) override
	{
		const char *bytes = message.data();
		const Size length = message.size();
		guarded([=, this] {
#if PG_VERSION_NUM >= 150000
			(void)shm_mq_send(queue_, length, bytes, false, true);
#else
			(void)shm_mq_send(queue_, length, bytes, false);
#endif
		});
	}

private:
	Shared *shared_;
	shm_mq_handle *queue_;
};

}  // namespace

void work_together(const Teamwork &team)
{
	const char *task = team.task.data();
	const Size task_bytes = team.task.size();
	Crew crew = guarded([&] {
		PushActiveSnapshot(GetLatestSnapshot());
		return launch(team.entry, team.workers, team.parts, task, task_bytes);
	});
	Leader leader(crew, team.receive);
	team.work(leader);
	leader.wait();
	guarded([&] {
		WaitForParallelWorkersToFinish(crew.context);
		explicit_bzero(crew.shared->task, task_bytes);
		DestroyParallelContext(crew.context);
		ExitParallelMode();
		PopActiveSnapshot();
	});
}

int maintenance_workers(std::uint64_t blocks)
{
	const bool allowed = IsUnderPostmaster && !IsInParallelMode() && blocks >= static_cast<std::uint64_t>(std::max(min_parallel_table_scan_size, 0));
	return allowed ? max_parallel_maintenance_workers : 0;
}

void run_worker(void *segment, void *contents, void (*work)(std::string_view task, WorkShare &share))
{
	enter<bool>([=] {
		Shared *shared = nullptr;
		shm_mq_handle *queue = nullptr;
		guarded([&] {
			auto *toc = static_cast<shm_toc *>(contents);
			shared = static_cast<Shared *>(shm_toc_lookup(toc, kSharedKey, false));
			auto *space = static_cast<char *>(shm_toc_lookup(toc, kQueuesKey, false));
			auto *mine = reinterpret_cast<shm_mq *>(space + static_cast<Size>(ParallelWorkerNumber) * kQueueBytes);
			shm_mq_set_sender(mine, MyProc);
			queue = shm_mq_attach(mine, static_cast<dsm_segment *>(segment), nullptr);
		});
		Worker worker(shared, queue);
		work({shared->task, shared->task_bytes}, worker);
		guarded([&] { shm_mq_detach(queue); });
		return true;
	});
}

}  // namespace pg
