#!/usr/bin/env bash
# Builds the fuzzers and runs each for some seconds: fuzz.sh SECONDS [TARGET…]
#
# What is found is kept in Tests/Fuzz/Corpus, made as small as it can be; a crash ends the run with
# its input under .build-fuzz/crashes. Figures go to .build-fuzz/figures.tsv: target, seconds,
# executions, inputs and bytes of the corpus, edges. FOXP3_FUZZ_BUILT=1 leaves the building out.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(lines bgzf walk header record scores hgvs spdi table pedigree sheet yaml)
build=.build-fuzz

if [ -z "${FOXP3_FUZZ_BUILT:-}" ]; then
  # The sanitizers' flags are for all of the Swift; CScan gets its own in Package.swift.
  FOXP3_FUZZ=1 swift build -c release --scratch-path $build --product FoxP3Fuzz \
    -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing
  swiftc -sanitize=fuzzer,address -use-ld=lld -o $build/fuzz \
    -Xlinker --whole-archive $build/release/libFoxP3Fuzz.a -Xlinker --no-whole-archive \
    -lhts -ldeflate -lz -lFoundation -lFoundationEssentials -l_FoundationICU
fi
rm -rf $build/seeds
python3 Tests/Fuzz/seeds.py . $build/seeds

# Swift's own report of a crash starts a program, which the address sanitizer does not bear.
export SWIFT_BACKTRACE=enable=no
run="nice -n 19"
chrt --idle 0 true 2>/dev/null && run="chrt --idle 0"
mkdir -p $build/crashes
failed=0
for target in "${targets[@]}"; do
  export FOXP3_FUZZ_TARGET=$target
  corpus=Tests/Fuzz/Corpus/$target
  grown=$build/corpus/$target
  log=$build/$target.log
  mkdir -p "$corpus" "$grown" "$build/seeds/$target"
  options=(-max_len=8192 -timeout=30 -detect_leaks=0 -artifact_prefix="$build/crashes/$target-")
  if ! $run $build/fuzz "${options[@]}" -max_total_time="$seconds" -print_final_stats=1 \
      "$grown" "$corpus" "$build/seeds/$target" >"$log" 2>&1; then
    echo "$target: CRASHED, see $log and $build/crashes" >&2
    failed=1
    continue
  fi
  edges=$(grep -oE 'cov: [0-9]+' "$log" | tail -1 | cut -d' ' -f2)
  executions=$(grep -oE 'number_of_executed_units: [0-9]+' "$log" | grep -oE '[0-9]+$')
  # The smallest inputs that reach as much: at most 60 kB a target are kept in the repository.
  rm -rf "$build/merged"
  mkdir -p "$build/merged"
  $run $build/fuzz -merge=1 -max_len=2048 -detect_leaks=0 "$build/merged" "$corpus" "$grown" \
    "$build/seeds/$target" >"$log.merge" 2>&1 || true
  rm -f "$corpus"/*
  size=0
  for file in $(ls -Sr "$build/merged"); do
    size=$((size + $(stat -c %s "$build/merged/$file")))
    [ $size -le 60000 ] || break
    cp "$build/merged/$file" "$corpus/"
  done
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$target" "$seconds" "$executions" \
    "$(ls "$corpus" | wc -l)" "$(du -bc "$corpus"/* | tail -1 | cut -f1)" "$edges" \
    | tee -a $build/figures.tsv
done
exit $failed
