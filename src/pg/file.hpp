// A small private file, like a key: read under the rules of PostgreSQL's own key files, created whole or not at all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "pg/error.hpp"
#include "pg/secret.hpp"

namespace pg {

// Absolute.
std::string data_directory();
// The operating system's name of the user the server runs as.
std::string server_user();

struct FileResult {
	enum Kind {
		ok,
		missing,
		exists,       // only when creating
		unreadable,   // see `error`; when creating: it could not be made
		not_regular,  // a directory, a device, ...
		wrong_owner,  // neither the server's user nor root
		loose,        // others may read or change it
		too_large,
	} kind = ok;
	int error = 0;  // errno
};

// As ssl_key_file: owned by the server's user and closed to everyone else, or by root and readable at most by its
// group.
FileResult read_private_file(const std::string &path, std::size_t most_bytes, Secret &to);

// With mode 0600. Others see either no file or a complete one that is safely on disk; an existing one is left alone.
FileResult create_private_file(const std::string &path, std::string_view content);

// In place of the file there is, in one step: others see the old one or the new one, which is safely on disk. The old one's bytes
// are overwritten where nothing else refers to them, so that whoever is reading it at that moment finds zeros. A link is followed. One caller at a time: see
// lock_private_files().
FileResult replace_private_file(const std::string &path, std::string_view content);
// Whether that could work: the file belongs to the server's user, who may write to its directory.
bool may_replace_private_file(const std::string &path);

// Sees to it that a file made by somebody else is on disk, as far as its place lets us.
void sync_file(const std::string &path);

}  // namespace pg
