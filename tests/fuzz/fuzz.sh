#!/usr/bin/env bash
# Fuzzes every target for a given time, from its seeds on: tests/fuzz/fuzz.sh SECONDS [TARGET...]
#
# Builds with the preset "fuzz" (clang, libFuzzer, ASan and UBSan).  What is learnt stays in
# build/fuzz/corpus/TARGET; inputs that fail are in build/fuzz/findings, and the exit code is 1.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[[ ${1:-} =~ ^[0-9]+$ ]] || { sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 2; }
seconds=$1
shift
targets=("$@")
if ((${#targets[@]} == 0)); then
  for source in tests/fuzz/*_fuzz.cc; do
    name=$(basename "$source" _fuzz.cc)
    targets+=("$name")
  done
fi
[[ -f build/fuzz/CMakeCache.txt ]] || cmake --preset fuzz -Wno-dev >/dev/null || exit 2
cmake --build --preset fuzz --target "${targets[@]/%/_fuzz}" >build/fuzz/build.log 2>&1 ||
  { tail -20 build/fuzz/build.log; exit 2; }
mkdir -p build/fuzz/findings
failed=0
TIMEFORMAT='%U %S'  # on a busy machine a second of the clock is less than one of a processor
for target in "${targets[@]}"; do
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus"
  log=build/fuzz/$target.log
  # Leaks are looked for at the end of the process alone; memory and a second per input are limits.
  if { time ASAN_OPTIONS=detect_leaks=0 build/fuzz/tests/fuzz/"${target}"_fuzz \
    -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/findings/$target." "$corpus" "tests/fuzz/seeds/$target" \
    >"$log" 2>&1; } 2>"$log.time"; then
    verdict=ok
  else
    verdict=FOUND
    failed=1
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  used=$(awk '{ printf "%.0f", $1 + $2 }' "$log.time")
  echo "$target: $verdict, ${runs:-0} runs in $used s of processor time (see $log)"
done
exit $failed
