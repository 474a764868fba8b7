// Takes a fuzzer's bytes apart: a few parameters first, the rest is text in a buffer of just its size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

// What must hold. Not assert(): it would go with NDEBUG.
inline void require(bool holds)
{
	if (!holds)
		__builtin_trap();
}

class FuzzInput {
public:
	FuzzInput(const std::uint8_t *data, std::size_t size) : data_(data), size_(size) {}

	std::uint8_t byte()
	{
		if (size_ == 0)
			return 0;
		--size_;
		return *data_++;
	}

	int number()
	{
		std::uint32_t value = 0;
		for (int i = 0; i < 4; ++i)
			value = value << 8 | byte();
		return static_cast<int>(value);
	}

	// The sanitizer sees a byte read past the end.
	std::string_view rest()
	{
		exact_ = std::make_unique<char[]>(size_);
		if (size_ > 0)
			std::memcpy(exact_.get(), data_, size_);
		return {exact_.get(), size_};
	}

private:
	const std::uint8_t *data_;
	std::size_t size_;
	std::unique_ptr<char[]> exact_;
};
