#!/usr/bin/env bash
# Sets atsmatch up on Debian 12 (and its like): installs the packages that are missing, configures and
# builds build/release/atsmatch.
#
#   ./bootstrap.sh            set up and build
#   ./bootstrap.sh --test     set up, build everything, run all tests
#   ./bootstrap.sh --no-install   do not install packages; say which are missing
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

packages=(
  g++ cmake ninja-build pkg-config
  libre2-dev libicu-dev libboost-program-options-dev
  libpoppler-cpp-dev libpoppler-private-dev
  nlohmann-json3-dev libarchive-dev libpugixml-dev libfmt-dev libstemmer-dev libseccomp-dev
  nettle-dev libxxhash-dev
  libkainjow-mustache-dev libwebp-dev
  libgtest-dev libbenchmark-dev
)
# For --test: schemas are checked by python3-jsonschema, pages and completions by those who read them, the pipe by an engine.
test_packages=(python3-jsonschema dpkg-dev groff-base zsh fish parallel)

run_tests=no
install=yes
for argument in "$@"; do
  case "$argument" in
    --test) run_tests=yes ;;
    --no-install) install=no ;;
    -h | --help)
      sed -n '2,7s/^# \{0,1\}//p' "$0"
      exit 0
      ;;
    *)
      echo "bootstrap.sh: unknown option '$argument'; try --help" >&2
      exit 2
      ;;
  esac
done

if [[ $run_tests == yes ]]; then packages+=("${test_packages[@]}"); fi

say() { echo "bootstrap: $*" >&2; }

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' ||
    missing+=("$package")
done
if ((${#missing[@]})); then
  say "missing packages: ${missing[*]}"
  if [[ $install == no ]]; then
    say "install them with: apt-get install ${missing[*]}"
    exit 1
  fi
  as_root=()
  if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || { say "not root and no sudo: install the packages above, then try again"; exit 1; }
    as_root=(sudo)
  fi
  say "installing them with apt-get"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

# A tree that was copied or moved keeps a cache of its old place; begin anew then.
cache=build/release/CMakeCache.txt
if [[ -f $cache ]] && ! grep -qF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
  say "build/release was made elsewhere: starting afresh"
  rm -rf build/release
fi

say "configuring"
cmake --preset release -Wno-dev >&2
if [[ $run_tests == yes ]]; then
  say "building everything"
  cmake --build --preset release >&2
  say "running all tests"
  ctest --preset release
else
  say "building build/release/atsmatch"
  cmake --build --preset release --target atsmatch >&2
fi
