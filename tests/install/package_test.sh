#!/usr/bin/env bash
# Makes the Debian packages, installs them into a root of their own and removes them again.
#   package_test.sh BUILD_FOLDER
set -euo pipefail
build=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { echo "package_test: $*" >&2; exit 1; }

(cd "$folder" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$folder" >"$folder/log" 2>&1) ||
  { cat "$folder/log"; exit 1; }
program=$(echo "$folder"/atsmatch_*.deb) development=$(echo "$folder"/libatsmatch-dev_*.deb)
[[ -f $program && -f $development ]] || fail "no packages: $(ls "$folder")"
dpkg-deb --field "$program" Depends | grep -q libpoppler || fail "the program depends on no Poppler"
! dpkg-deb --contents "$program" | awk '{ print $2 }' | grep -qv '^root/root$' || fail "files that are not root's"

# --root: nothing of this system changes; --force-depends: its own root holds no other packages.
root=$folder/root
mkdir -p "$root"/var/lib/dpkg/{info,updates}
touch "$root/var/lib/dpkg/status"
in_root() { dpkg --root="$root" --force-not-root --force-depends --force-script-chrootless --log=/dev/null "$@" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }; }
files() { find "$root" ! -type d ! -path "$root/var/lib/dpkg/*" | sort; }
in_root --install "$program" "$development"
[[ $("$root/usr/bin/atsmatch" --version) == "atsmatch "* ]] || fail "the installed program does not run"
[[ -n $(find "$root/usr/lib" -name atsmatchConfig.cmake) ]] || fail "no CMake package"
in_root --purge atsmatch libatsmatch-dev
[[ -z $(files) ]] || fail "left behind: $(files)"
