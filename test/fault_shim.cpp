/*
 * Preloaded into a test server, makes a call of one backend's fail or kills it there. A backend arms itself in SQL:
 *
 *   SELECT size FROM pg_stat_file('/fault/EVENT/ACTION/N/TIMES')    the N-th EVENT from now on, and the TIMES - 1 after it (default 1)
 *   SELECT size FROM pg_stat_file('/fault/off')                     no more; how many there were
 *
 * Events: new (C++ allocations), malloc (all allocations), wal (writes to WAL), data (writes to tables and indexes, and
 * making room for them), key (what changes a key file: creating, writing, syncing, linking, renaming and removing it).
 * Actions: fail (out of memory, or no space left), kill (before it is done), kill-after.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <new>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

extern "C" {
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
}

namespace {

enum Event { none, by_new, by_malloc, wal, data, key };
enum Action { fail, kill_before, kill_after };

Event armed = none;
Action action = fail;
long first = 0;
long times = 1;
long seen = 0;

bool due(Event event)
{
	if (armed != event)
		return false;
	++seen;
	return seen >= first && seen < first + times;
}

void die()
{
	kill(getpid(), SIGKILL);
	pause();
}

// Whether the call is to fail; does not return if the backend is to die before it.
bool strikes(Event event)
{
	if (!due(event) || action == kill_after)
		return false;
	if (action == kill_before)
		die();
	errno = event == by_new || event == by_malloc ? ENOMEM : ENOSPC;
	return true;
}

void done(Event event)
{
	if (armed == event && action == kill_after && seen >= first)
		die();
}

Event event_of_path(const char *path)
{
	return armed == key && strstr(path, "erasure.key") != nullptr ? key : none;
}

Event event_of_file(int file)
{
	if (armed != wal && armed != data && armed != key)
		return none;
	char link[64];
	char path[4096];
	snprintf(link, sizeof link, "/proc/self/fd/%d", file);
	const ssize_t length = readlink(link, path, sizeof path - 1);
	if (length < 0)
		return none;
	path[length] = '\0';
	if (armed == key)
		return event_of_path(path);
	const bool is_wal = strstr(path, "/pg_wal/") != nullptr;
	const bool is_data = strstr(path, "/base/") != nullptr && strstr(path, "/pgsql_tmp") == nullptr;
	return armed == wal && is_wal ? wal : armed == data && is_data ? data : none;
}

// A word of the path into one of the list's numbers, from `start` on.
int word(const char *text, const char *const *list, int start)
{
	for (int i = 0; list[i] != nullptr; ++i)
		if (strcmp(text, list[i]) == 0)
			return start + i;
	return -1;
}

// False: no such fault.
bool arm(const char *what, struct stat *st)
{
	static const char *const events[] = {"new", "malloc", "wal", "data", "key", nullptr};
	static const char *const actions[] = {"fail", "kill", "kill-after", nullptr};
	char event[16];
	char how[16];
	long number = 0;
	long many = 1;
	armed = none;
	memset(st, 0, sizeof *st);
	st->st_mode = S_IFREG;
	st->st_size = seen;
	if (strcmp(what, "off") == 0)
		return true;
	if (sscanf(what, "%15[a-z]/%15[a-z-]/%ld/%ld", event, how, &number, &many) < 3)
		return false;
	const int which = word(event, events, by_new);
	const int act = word(how, actions, fail);
	if (which < 0 || act < 0 || number < 1)
		return false;
	action = static_cast<Action>(act);
	first = number;
	times = many;
	seen = 0;
	armed = static_cast<Event>(which);
	return true;
}

template <typename Function>
Function *real(Function *&found, const char *name)
{
	if (found == nullptr)
		found = reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
	return found;
}

}  // namespace

// A call of `name` as it is, unless the event of `where` is due.
#define CALL(name, where, failed, ...)                    \
	static decltype(::name) *found;                        \
	const Event event = where;                             \
	if (event != none && strikes(event))                   \
		return failed;                                     \
	const auto result = real(found, #name)(__VA_ARGS__);   \
	if (event != none)                                     \
		done(event);                                       \
	return result

extern "C" {

int stat(const char *path, struct stat *st) noexcept
{
	static decltype(::stat) *found;
	if (strncmp(path, "/fault/", 7) != 0)
		return real(found, "stat")(path, st);
	if (arm(path + 7, st))
		return 0;
	errno = EINVAL;
	return -1;
}

ssize_t pwrite(int file, const void *from, size_t size, off_t at)
{
	CALL(pwrite, event_of_file(file), -1, file, from, size, at);
}

ssize_t pwritev(int file, const struct iovec *from, int count, off_t at)
{
	CALL(pwritev, event_of_file(file), -1, file, from, count, at);
}

int posix_fallocate(int file, off_t at, off_t size)
{
	CALL(posix_fallocate, event_of_file(file), ENOSPC, file, at, size);
}

ssize_t write(int file, const void *from, size_t size)
{
	CALL(write, event_of_file(file), -1, file, from, size);
}

int fsync(int file)
{
	CALL(fsync, event_of_file(file), -1, file);
}

int link(const char *from, const char *to) noexcept
{
	CALL(link, event_of_path(from), -1, from, to);
}

int rename(const char *from, const char *to) noexcept
{
	CALL(rename, event_of_path(from), -1, from, to);
}

int unlink(const char *path) noexcept
{
	CALL(unlink, event_of_path(path), -1, path);
}

int open(const char *path, int flags, ...)
{
	mode_t mode = 0;
	if ((flags & O_CREAT) != 0) {
		va_list rest;
		va_start(rest, flags);
		mode = va_arg(rest, mode_t);
		va_end(rest);
	}
	CALL(open, (flags & O_CREAT) != 0 ? event_of_path(path) : none, -1, path, flags, mode);
}

void *malloc(size_t size)
{
	return strikes(by_malloc) ? nullptr : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return strikes(by_malloc) ? nullptr : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return strikes(by_malloc) ? nullptr : __libc_realloc(old, size);
}

}

void *operator new(size_t size)
{
	void *const memory = strikes(by_new) ? nullptr : malloc(size);
	if (memory == nullptr)
		throw std::bad_alloc();
	return memory;
}

void *operator new(size_t size, const std::nothrow_t &) noexcept
{
	return strikes(by_new) ? nullptr : malloc(size);
}

void operator delete(void *memory) noexcept
{
	free(memory);
}

void operator delete(void *memory, size_t) noexcept
{
	free(memory);
}
