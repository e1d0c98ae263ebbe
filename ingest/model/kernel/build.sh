#!/bin/sh
# kernel.as → kernel.wasm. AssemblyScript is fetched into npm's cache, it is no dependency of this package.
# The source is not called .ts, because it is not TypeScript; the compiler insists, so it gets a copy.
set -e
cd "$(dirname "$0")"
temp=$(mktemp -d)
trap 'rm -r "$temp"' EXIT
cp kernel.as "$temp/kernel.ts"
target="$PWD/kernel.wasm"
cd "$temp"
npx --yes --package assemblyscript@0.27.37 asc kernel.ts --outFile "$target" \
  --enable simd --runtime stub --noAssert --importMemory -O3
