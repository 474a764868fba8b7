# Unit tests and fuzzing of src/core: no PostgreSQL in sight, so the sanitizers and a fuzzer can have it.

CORE         := $(sort $(wildcard src/core/*.cpp))
# Files of other rooms that need nothing of PostgreSQL either.
PURE         := src/evidence/signature.cpp src/residue/matcher.cpp src/vault/cipher.cpp src/vault/hmac.cpp src/vault/key_ring.cpp
UNIT         := $(sort $(wildcard test/unit/*.cpp))
FUZZ         := $(patsubst test/fuzz/%.cpp,build/fuzz/%,$(sort $(wildcard test/fuzz/*.cpp)))
FUZZ_SECONDS ?= 3
CLANGXX      ?= clang++
MAKEFLAGS    += -j$(shell nproc 2>/dev/null || echo 2)
STRICT       := -std=c++20 -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Werror -Isrc -MMD -MP
SANITIZE     := -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS

.PHONY: unit fuzz
.SECONDARY:

unit: build/unit/tests
	build/unit/tests --gtest_brief=1 --gtest_output=xml:build/unit/result.xml

# What a run finds goes to build/fuzz/found; a crash leaves its input in build/fuzz. A corpus to start from is optional.
fuzz: $(FUZZ)
	@set -e; for f in $(FUZZ); do \
	    n=$${f##*/}; mkdir -p build/fuzz/found/$$n; corpus=test/fuzz/corpus/$$n; test -d $$corpus || corpus=; \
	    echo "fuzz $$n, $(FUZZ_SECONDS) s"; \
	    $$f -max_total_time=$(FUZZ_SECONDS) -timeout=10 -verbosity=0 -artifact_prefix=build/fuzz/$$n- build/fuzz/found/$$n $$corpus; \
	done

build/unit/tests: $(patsubst %.cpp,build/unit/%.o,$(CORE) $(PURE) $(UNIT))
	$(CXX) $(SANITIZE) -o $@ $^ -lgtest -lgtest_main -lcrypto -lhs -pthread

build/unit/%.o: %.cpp
	@mkdir -p $(@D)
	$(CXX) $(STRICT) $(SANITIZE) -c -o $@ $<

$(FUZZ): build/fuzz/%: build/fuzz/test/fuzz/%.o $(patsubst %.cpp,build/fuzz/%.o,$(CORE) $(PURE))
	$(CLANGXX) $(SANITIZE) -fsanitize=fuzzer -o $@ $^ -lcrypto -lhs

build/fuzz/%.o: %.cpp
	@mkdir -p $(@D)
	$(CLANGXX) $(STRICT) $(SANITIZE) -fsanitize=fuzzer-no-link -c -o $@ $<

-include $(shell find build/unit build/fuzz -name '*.d' 2>/dev/null)
