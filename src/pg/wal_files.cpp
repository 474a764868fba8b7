// Walks pg_wal. A page of WAL begins with a header that says where in the log it belongs.
#include "pg/wal_files.hpp"

#include "pg/boundary.hpp"

extern "C" {
#include "access/xlog_internal.h"
}

namespace pg {
namespace {

constexpr std::size_t kRead = 64 * XLOG_BLCKSZ;

bool is_zero(const char *page)
{
	return page[0] == 0 && std::memcmp(page, page + 1, XLOG_BLCKSZ - 1) == 0;
}

// plain: below the boundary
void look_at_page(const char *page, std::uint64_t &oldest)
{
	const auto *header = reinterpret_cast<const XLogPageHeaderData *>(page);
	// Of an earlier version of PostgreSQL, or no WAL at all: as old as can be.
	if (header->xlp_magic == XLOG_PAGE_MAGIC)
		oldest = std::min<std::uint64_t>(oldest, header->xlp_pageaddr + XLOG_BLCKSZ);
	else if (!is_zero(page))
		oldest = 0;
}

// plain: likewise. A file may be removed, or renamed for later use, while the directory is read.
bool look_at_file(const char *path, char *buffer, std::uint64_t &oldest)
{
	const int file = OpenTransientFile(path, O_RDONLY | PG_BINARY);
	if (file < 0) {
		if (errno == ENOENT)
			return false;
		ereport(ERROR, (errcode_for_file_access(), errmsg("could not open file \"%s\": %m", path)));
	}
	for (ssize_t got; (got = read(file, buffer, kRead)) > 0;) {
		for (ssize_t at = 0; at + XLOG_BLCKSZ <= got; at += XLOG_BLCKSZ)
			look_at_page(buffer + at, oldest);
		CHECK_FOR_INTERRUPTS();
	}
	CloseTransientFile(file);
	return true;
}

bool holds_wal(const char *name)
{
	const std::size_t length = std::strlen(name);
	const auto ends_with = [&](const char *end) { return length >= std::strlen(end) && std::strcmp(name + length - std::strlen(end), end) == 0; };
	return name[0] != '.' && !ends_with(".history") && !ends_with(".backup") && std::strcmp(name, "archive_status") != 0 && std::strcmp(name, "summaries") != 0;
}

}  // namespace

WalFiles look_at_wal()
{
	struct Found {
		std::uint64_t files;
		std::uint64_t oldest;
	};
	const Found found = guarded([] {
		Found all{0, PG_UINT64_MAX};
		auto *buffer = static_cast<char *>(palloc(kRead));
		DIR *directory = AllocateDir(XLOGDIR);
		for (const dirent *entry; (entry = ReadDir(directory, XLOGDIR)) != nullptr;) {
			char path[MAXPGPATH];
			if (!holds_wal(entry->d_name))
				continue;
			strlcpy(path, XLOGDIR "/", sizeof(path));
			strlcat(path, entry->d_name, sizeof(path));
			all.files += look_at_file(path, buffer, all.oldest) ? 1 : 0;
		}
		FreeDir(directory);
		pfree(buffer);
		return all;
	});
	return {found.files, found.oldest == 0 ? std::nullopt : std::optional(found.oldest)};
}

void switch_wal()
{
	guarded([] { RequestXLogSwitch(false); });
}

}  // namespace pg
