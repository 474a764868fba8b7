// Memory for key material: in no core dump, and wiped when it is given up, however that happens.
#pragma once

#include <cstddef>
#include <span>

#include "pg/error.hpp"

namespace pg {

// Pages of their own, in the hands of a memory context below the current transaction's. Its reset callback wipes them, so
// that also an abort or a FATAL exit, which runs no destructor, leaves nothing behind.
class Secret {
public:
	Secret() = default;
	~Secret() { release(); }
	Secret(const Secret &) = delete;
	Secret &operator=(const Secret &) = delete;

	// Zeroed. What was in it before is wiped.
	void allocate(std::size_t size);
	void release() noexcept;

	// Less of it counts; all of it is wiped.
	void shorten(std::size_t size) { size_ = size; }
	// False before allocate(), and once the transaction has ended.
	bool is_there() const { return context_ != nullptr; }

	unsigned char *data() const { return bytes_; }
	std::size_t size() const { return size_; }
	std::span<unsigned char> part(std::size_t offset, std::size_t size) const { return {bytes_ + offset, size}; }

private:
	void *context_ = nullptr;
	unsigned char *bytes_ = nullptr;
	std::size_t size_ = 0;
};

}  // namespace pg
