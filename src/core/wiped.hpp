// Memory for personal values that is overwritten before it is given back.
#pragma once

#include <cstddef>
#include <new>
#include <string.h>
#include <vector>

namespace core {

template <typename T>
struct WipingAllocator {
	using value_type = T;

	WipingAllocator() = default;
	template <typename U>
	WipingAllocator(const WipingAllocator<U> &) noexcept
	{
	}
	T *allocate(std::size_t count) { return static_cast<T *>(::operator new(count * sizeof(T))); }
	void deallocate(T *memory, std::size_t count) noexcept
	{
		explicit_bzero(static_cast<void *>(memory), count * sizeof(T));
		::operator delete(memory);
	}
	bool operator==(const WipingAllocator &) const = default;
};

// Not std::string: it keeps short texts in the object itself, where no allocator wipes them.
template <typename T>
using WipedVector = std::vector<T, WipingAllocator<T>>;

}  // namespace core
