#!/usr/bin/env bash
# Installs the build, looks at what is there, and builds a project that uses it.
#   install_test.sh BUILD_FOLDER CXX_COMPILER CXX_FLAGS
set -euo pipefail
build=$1 compiler=$2 flags=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "install_test: $*" >&2; exit 1; }

cmake --install "$build" --prefix "$folder/prefix" >"$folder/log" || { cat "$folder/log"; exit 1; }
prefix=$folder/prefix
library=$(dirname "$(find "$prefix" -name libatsmatch_parser.a)")
for file in bin/atsmatch share/man/man1/atsmatch.1 share/bash-completion/completions/atsmatch \
    share/zsh/vendor-completions/_atsmatch share/fish/vendor_completions.d/atsmatch.fish \
    share/atsmatch/schemas/match.schema.json share/doc/atsmatch/copyright \
    include/atsmatch/parser/parse.h include/atsmatch/matcher/match.h; do
  [[ -s $prefix/$file ]] || fail "$file is missing"
done
[[ -s $library/cmake/atsmatch/atsmatchConfig.cmake ]] || fail "no CMake package"
[[ $("$prefix/bin/atsmatch" --version) == "atsmatch "* ]] || fail "the installed program does not run"
[[ $("$prefix/bin/atsmatch" man) == "$(cat "$prefix/share/man/man1/atsmatch.1")" ]] || fail "another manual"
# Whoever includes our headers needs the headers of nobody else, and no path of this machine.
! grep -rlE '#include <(unicode|re2|poppler|boost|nlohmann|fmt)/' "$prefix/include" || fail "foreign headers"
! grep -rlF "$build" "$library/cmake" || fail "the CMake package names the build folder"

cmake -S "$here/consumer" -B "$folder/consumer" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_COMPILER="$compiler" \
  -DCMAKE_CXX_FLAGS="$flags" -Wno-dev >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
cmake --build "$folder/consumer" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
said=$("$folder/consumer/consumer")
[[ $said == "Jordan Rivera: scored" ]] || fail "the consumer says '$said'"
