# Builds, installs and tests the extension: PGXS for what PostgreSQL's users expect, and a few targets of our own.
#
#   make                  build                        make check   everything that can be tested, on a throwaway cluster
#   make install          into pg_config's place       make demo    the life of a customer's data, on a throwaway cluster
#   make installcheck     pg_regress and isolation     make bench   what it costs
#   make lint unit fuzz   the parts of check that need no server
#   make check-clients    drivers and ORMs alone, with those that take long to install
#
# WERROR=1 turns warnings into errors. demo, check and bench install what they lack (as root, on Debian).

# These start make again for what needs PostgreSQL's rules, which may not be here before they have installed it
# (and PGXS claims the name `check` for itself).
HOUSE := check check-clients demo bench lint unit fuzz

ifneq ($(filter $(HOUSE),$(MAKECMDGOALS)),)

.NOTPARALLEL:
.PHONY: $(MAKECMDGOALS)
check: ; test/check.sh
check-clients: ; test/clients/run.sh
demo:  ; test/cluster.sh --clock -- test/demo/run.sh
bench: ; test/cluster.sh --durable -- sh -c 'test/bench/suggest.sh && test/bench/guards.sh && test/bench/audit.sh && test/bench/scrub.sh && test/bench/residue.sh && test/bench/run.sh'
lint:  ; test/lint/run.sh
unit:  ; +$(MAKE) -f test/core.mk unit
fuzz:  ; +$(MAKE) -f test/core.mk fuzz
# PGXS's goals on the same command line, as in `make clean check`.
$(filter-out $(HOUSE),$(MAKECMDGOALS)): ; +$(MAKE) $@

else # PGXS

EXTENSION    := erasure
MODULE_big   := erasure
# The version's only home is the control file.
EXTVERSION   := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(EXTENSION).control)

# The install script is these, in this order. Step scripts between versions lie beside them.
SQL_FILES := \
	sql/00_header.sql \
	sql/10_tables.sql \
	sql/20_masks.sql \
	sql/30_policy.sql \
	sql/35_materialized_views.sql \
	sql/35_retain.sql \
	sql/36_suggest.sql \
	sql/37_doctor.sql \
	sql/38_diagram.sql \
	sql/40_verbs.sql \
	sql/45_approval.sql \
	sql/50_guards.sql \
	sql/52_hiding.sql \
	sql/55_events.sql \
	sql/60_evidence.sql \
	sql/61_keys.sql \
	sql/62_scrub.sql \
	sql/63_find.sql \
	sql/64_certificate.sql \
	sql/65_tombstones.sql \
	sql/70_schedule.sql \
	sql/80_views.sql \
	sql/90_privileges.sql
DATA_built   := $(EXTENSION)--$(EXTVERSION).sql
DATA         := $(wildcard sql/$(EXTENSION)--*--*.sql)

SOURCES      := $(sort $(wildcard src/*.cpp src/*/*.cpp))
OBJS         := $(SOURCES:.cpp=.o)
SHLIB_LINK   := -lstdc++ -lcrypto -llz4 -lhs

# lint sees to it that each of these has its expected output; `sort` keeps the order the same everywhere.
REGRESS        := $(patsubst test/sql/%.sql,%,$(sort $(wildcard test/sql/*.sql)))
REGRESS_OPTS   := --inputdir=test --load-extension=$(EXTENSION) --encoding=UTF8
ISOLATION      := $(patsubst test/isolation/specs/%.spec,%,$(sort $(wildcard test/isolation/specs/*.spec)))
# 16 looks for expected/ in the current directory unless told; 15 knows no such option.
ISOLATION_OPTS  = --inputdir=test/isolation --load-extension=$(EXTENSION) $(if $(filter-out 14 15,$(MAJOR)),--expecteddir=test/isolation)

EXTRA_CLEAN  := build .build-flags $(OBJS:.o=.d) $(OBJS:.o=.bc.d) results regression.diffs regression.out output_iso test/clients/node/node_modules

PG_CONFIG    ?= pg_config
PGXS         := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)
MAJOR        := $(shell $(PG_CONFIG) --version 2>/dev/null | sed 's/[^0-9]*\([0-9]*\).*/\1/')
# Debian's client package alone brings the makefiles.
ifeq ($(and $(wildcard $(PGXS)),$(wildcard $(shell $(PG_CONFIG) --includedir-server 2>/dev/null)/postgres.h)),)
$(error PostgreSQL's server headers are missing (asked: $(PG_CONFIG) --includedir-server). Install postgresql-server-dev-NN or set PG_CONFIG; `make demo` and `make check` do the former themselves on Debian, as root)
endif

# No bitcode unless asked for (make with_llvm=yes): it is a second compilation, and inlining what sits behind the wrapper
# that keeps exceptions in gains a query nothing. The server's own JIT is not affected.
ifneq ($(origin with_llvm),command line)
override with_llvm := no
endif

# -isystem: the headers of PostgreSQL are not ours to warn about. A directory named so wins over the -I that PGXS adds.
STRICT        = -std=c++20 -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wno-register -Wno-unused-parameter $(if $(filter 1,$(WERROR)),-Werror)
# With hidden symbols, PostgreSQL before 16 would hide the library's magic block too.
PG_CPPFLAGS  := $(if $(filter 14 15,$(MAJOR)),-DPGDLLEXPORT='__attribute__((visibility("default")))') -Isrc -isystem $(shell $(PG_CONFIG) --includedir-server) -DERASURE_VERSION='"$(EXTVERSION)"'
PG_CXXFLAGS   = $(STRICT) -fvisibility=hidden -MMD -MP

include $(PGXS)

# PGXS compiles bitcode with its own flags only; its dependency file must not overwrite the object's.
BITCODE_CXXFLAGS += $(STRICT) -MMD -MP -MF $@.d

all: $(DATA_built)

$(DATA_built): $(wildcard $(SQL_FILES)) $(EXTENSION).control Makefile
	cat $(wildcard $(SQL_FILES)) >$@

# Objects of other flags, another compiler or another PostgreSQL are not reused.
FLAGS_NOW    := $(CXX) $(shell $(CXX) -dumpfullversion 2>/dev/null) $(VERSION) $(EXTVERSION) $(CXXFLAGS)
.build-flags: FORCE
	@printf '%s\n' '$(FLAGS_NOW)' | cmp -s - $@ || printf '%s\n' '$(FLAGS_NOW)' >$@
$(OBJS) $(OBJS:.o=.bc): .build-flags

# Every source through clang as well, for what it has to say.
clang-check: $(SOURCES:%.cpp=build/clang/%.ok)
build/clang/%.ok: %.cpp .build-flags
	@mkdir -p $(@D)
	$(CLANGXX) $(STRICT) $(CPPFLAGS) -MMD -MP -MT $@ -MF $(@:.ok=.d) -fsyntax-only $< && touch $@
CLANGXX ?= clang++

.PHONY: FORCE clang-check
-include $(OBJS:.o=.d) $(OBJS:.o=.bc.d) $(SOURCES:%.cpp=build/clang/%.d)

endif
