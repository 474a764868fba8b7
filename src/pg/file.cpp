// Private files through fd.c, which closes what an error leaves open.
#include "pg/file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pg/boundary.hpp"

namespace pg {
namespace {

// The rules of check_ssl_key_file_permissions(), libpq/be-secure-common.c.
FileResult::Kind judge(const struct stat &st, std::size_t most_bytes)
{
	if (!S_ISREG(st.st_mode))
		return FileResult::not_regular;
	if (st.st_uid != geteuid() && st.st_uid != 0)
		return FileResult::wrong_owner;
	const mode_t forbidden = st.st_uid == geteuid() ? S_IRWXG | S_IRWXO : S_IWGRP | S_IXGRP | S_IRWXO;
	if ((st.st_mode & forbidden) != 0)
		return FileResult::loose;
	if (static_cast<std::size_t>(st.st_size) > most_bytes)
		return FileResult::too_large;
	return FileResult::ok;
}

// An opened file, or why there is none (-1).
struct Opened {
	int fd;
	std::size_t size;
	FileResult result;
};

// Judges what it opened, not what the path names a moment later. O_NONBLOCK: a pipe must not keep us waiting.
// plain: no destructors in this function
Opened open_private(const char *path, std::size_t most_bytes)
{
	const int fd = OpenTransientFile(path, O_RDONLY | O_NONBLOCK | PG_BINARY);
	if (fd < 0)
		return {-1, 0, {errno == ENOENT || errno == ENOTDIR ? FileResult::missing : FileResult::unreadable, errno}};
	struct stat st;
	FileResult result;
	if (fstat(fd, &st) != 0)
		result = {FileResult::unreadable, errno};
	else
		result.kind = judge(st, most_bytes);
	if (result.kind == FileResult::ok)
		return {fd, static_cast<std::size_t>(st.st_size), result};
	CloseTransientFile(fd);
	return {-1, 0, result};
}

// plain: no destructors in this function
FileResult read_all(int fd, unsigned char *to, std::size_t size)
{
	std::size_t done = 0;
	while (done < size) {
		const ssize_t got = read(fd, to + done, size - done);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return {FileResult::unreadable, got < 0 ? errno : EIO};  // EIO: it shrank under our hands
		done += static_cast<std::size_t>(got);
	}
	return {};
}

// plain: no destructors in this function
bool write_all(int fd, const char *from, std::size_t size)
{
	while (size > 0) {
		const ssize_t put = write(fd, from, size);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0) {
			errno = put < 0 ? errno : ENOSPC;
			return false;
		}
		from += put;
		size -= static_cast<std::size_t>(put);
	}
	return true;
}

// For a directory as well. Some file systems cannot sync a directory and say so, as fsync_fname_ext() knows (fd.c).
// Not pg_fsync(), which wants a file open for writing; but like it a matter of the setting fsync.
// plain: no destructors in this function
bool sync_path(const char *path)
{
	const int fd = OpenTransientFile(path, O_RDONLY | PG_BINARY);
	if (fd < 0)
		return errno == EISDIR || errno == EACCES;
	const bool ok = !enableFsync || fsync(fd) == 0 || errno == EBADF || errno == EINVAL || errno == EROFS;
	const int error = errno;
	CloseTransientFile(fd);
	errno = error;
	return ok;
}

// plain: no destructors in this function
bool write_new(const char *path, const char *content, std::size_t size)
{
	(void)unlink(path);  // a draft that a crash left
	const int fd = OpenTransientFilePerm(path, O_CREAT | O_EXCL | O_WRONLY | PG_BINARY, S_IRUSR | S_IWUSR);
	if (fd < 0)
		return false;
	const bool ok = write_all(fd, content, size) && pg_fsync(fd) == 0;
	const int error = errno;
	if (CloseTransientFile(fd) != 0 && ok)
		return false;
	errno = error;
	return ok;
}

// Closes it, too.
// plain: no destructors in this function
void overwrite(int fd)
{
	struct stat st;
	if (fstat(fd, &st) == 0 && st.st_nlink == 0) {
		static const char zeros[4096] = {};
		for (off_t left = st.st_size; left > 0; left -= static_cast<off_t>(sizeof(zeros)))
			if (!write_all(fd, zeros, static_cast<std::size_t>(Min(left, static_cast<off_t>(sizeof(zeros))))))
				break;
		(void)pg_fsync(fd);
	}
	CloseTransientFile(fd);
}

// plain: no destructors in this function
bool replace(const char *path, const char *draft, const char *directory, std::string_view content)
{
	if (!write_new(draft, content.data(), content.size()))
		return false;
	const int old = OpenTransientFile(path, O_RDWR | O_NONBLOCK | PG_BINARY);
	const bool ok = old >= 0 && rename(draft, path) == 0;
	const int error = errno;
	if (!ok)
		(void)unlink(draft);
	const bool synced = ok && sync_path(directory);
	const int sync_error = errno;
	if (synced)
		overwrite(old);
	else if (old >= 0)
		CloseTransientFile(old);
	errno = ok ? sync_error : error;
	return synced;
}

// Behind all links; itself where it cannot be told.
std::string real_path(const std::string &path)
{
	std::error_code error;
	const std::filesystem::path real = std::filesystem::canonical(path, error);
	return error ? path : real.string();
}

std::string directory_of(const std::string &path)
{
	const std::size_t slash = path.rfind('/');
	if (slash == std::string::npos)
		return ".";
	return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

std::string data_directory() { return DataDir; }

std::string server_user()
{
	const struct passwd *user = getpwuid(geteuid());
	return user != nullptr ? user->pw_name : "uid " + std::to_string(geteuid());
}

FileResult read_private_file(const std::string &path, std::size_t most_bytes, Secret &to)
{
	const char *p = path.c_str();
	const Opened opened = guarded([=] { return open_private(p, most_bytes); });
	if (opened.fd < 0)
		return opened.result;
	to.allocate(opened.size);
	unsigned char *at = to.data();
	return guarded([=] {
		const FileResult result = read_all(opened.fd, at, opened.size);
		CloseTransientFile(opened.fd);
		return result;
	});
}

// Written beside its place and linked there when complete: link() refuses an existing name just as O_EXCL does, and a
// crash in the middle leaves a stray file and not half a key.
FileResult create_private_file(const std::string &path, std::string_view content)
{
	const std::string draft = path + ".new";
	const std::string directory = directory_of(path);
	const char *p = path.c_str();
	const char *d = draft.c_str();
	const char *dir = directory.c_str();
	return guarded([=]() -> FileResult {
		FileResult result;
		if (!write_new(d, content.data(), content.size()))
			result = {FileResult::unreadable, errno};
		else if (link(d, p) != 0)
			result = {errno == EEXIST ? FileResult::exists : FileResult::unreadable, errno};
		(void)unlink(d);
		if (result.kind == FileResult::ok && !sync_path(dir))
			result = {FileResult::unreadable, errno};
		return result;
	});
}

FileResult replace_private_file(const std::string &path, std::string_view content)
{
	const std::string real = real_path(path);
	const std::string draft = real + ".new";
	const std::string directory = directory_of(real);
	const char *p = real.c_str();
	const char *d = draft.c_str();
	const char *dir = directory.c_str();
	return guarded([=]() -> FileResult {
		if (!replace(p, d, dir, content))
			return {FileResult::unreadable, errno};
		return {};
	});
}

bool may_replace_private_file(const std::string &path)
{
	const std::string real = real_path(path);
	struct stat st;
	return stat(real.c_str(), &st) == 0 && st.st_uid == geteuid() && (st.st_mode & S_IWUSR) != 0 && access(directory_of(real).c_str(), W_OK) == 0;
}

void sync_file(const std::string &path)
{
	const std::string directory = directory_of(path);
	const char *p = path.c_str();
	const char *dir = directory.c_str();
	guarded([=] {
		(void)sync_path(p);
		(void)sync_path(dir);
	});
}

}  // namespace pg
