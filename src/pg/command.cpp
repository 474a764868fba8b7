// Starts the shell, reads until its end or a limit, and leaves no process behind.
#include "pg/command.hpp"

#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pg/boundary.hpp"

extern char **environ;

namespace pg {
namespace {

struct Child {
	pid_t pid = -1;
	int fd = -1;
	int error = 0;
};

// With signals as a program expects them, which a backend's are not.
// plain: no destructors in this function
Child start(const char *command)
{
	Child child;
	int ends[2];
	if (pipe2(ends, O_CLOEXEC) != 0) {
		child.error = errno;
		return child;
	}
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	sigset_t none, usual;
	sigemptyset(&none);
	sigfillset(&usual);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &usual);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	char shell[] = "sh", option[] = "-c";
	char *const arguments[] = {shell, option, const_cast<char *>(command), nullptr};
	child.error = posix_spawn(&child.pid, "/bin/sh", &actions, &attributes, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	close(ends[1]);
	child.fd = ends[0];
	return child;
}

long now_milliseconds()
{
	timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

bool interrupted() { return QueryCancelPending || ProcDiePending; }

constexpr int kGlance = 100;  // milliseconds between looks for an interrupt

// plain: no destructors in this function
CommandResult::Kind read_all(int fd, unsigned char *to, std::size_t most, long deadline, std::size_t &size)
{
	for (;;) {
		const long left = deadline - now_milliseconds();
		if (left <= 0 || interrupted())
			return CommandResult::late;
		pollfd look = {fd, POLLIN, 0};
		if (poll(&look, 1, static_cast<int>(Min(left, static_cast<long>(kGlance)))) <= 0)
			continue;
		const ssize_t got = read(fd, to + size, most + 1 - size);
		if (got == 0)
			return CommandResult::ok;
		if (got < 0 && errno != EINTR)
			return CommandResult::failed;
		size += got > 0 ? static_cast<std::size_t>(got) : 0;
		if (size > most)
			return CommandResult::too_much;
	}
}

// Closing its output is not the end of a program; it is waited for, as long as there is time.
// plain: no destructors in this function
bool reap(pid_t pid, long deadline, int &status)
{
	for (;;) {
		const pid_t done = waitpid(pid, &status, WNOHANG);
		if (done == pid || (done < 0 && errno != EINTR))
			return done == pid;
		if (now_milliseconds() >= deadline || interrupted())
			return false;
		pg_usleep(1000);
	}
}

// plain: no destructors in this function
CommandResult run(const char *command, unsigned char *to, std::size_t most, int milliseconds)
{
	CommandResult result;
	const long deadline = now_milliseconds() + milliseconds;
	const Child child = start(command);
	if (child.error != 0) {
		if (child.fd >= 0)
			close(child.fd);
		result.kind = CommandResult::not_started;
		result.error = child.error;
		return result;
	}
	result.kind = read_all(child.fd, to, most, deadline, result.size);
	close(child.fd);
	int status = 0;
	if (result.kind != CommandResult::ok || !reap(child.pid, deadline, status)) {
		if (result.kind == CommandResult::ok)
			result.kind = CommandResult::late;
		kill(-child.pid, SIGKILL);
		(void)waitpid(child.pid, &status, 0);
		return result;
	}
	if (WIFSIGNALED(status)) {
		result.kind = CommandResult::killed;
		result.status = WTERMSIG(status);
	} else if (WEXITSTATUS(status) != 0) {
		result.kind = CommandResult::failed;
		result.status = WEXITSTATUS(status);
	}
	return result;
}

}  // namespace

CommandResult run_command(const std::string &command, std::size_t most_bytes, int milliseconds, Secret &output)
{
	output.allocate(most_bytes + 1);
	unsigned char *to = output.data();
	const char *text = command.c_str();
	const CommandResult result = run(text, to, most_bytes, milliseconds);
	guarded([] { CHECK_FOR_INTERRUPTS(); });
	return result;
}

}  // namespace pg
