import { readFileSync } from "node:fs";

// The functions of kernel.as; every argument but counts and modes is a byte address in `memory`.
interface Functions {
  gather(places: number, columns: number, rows: number, width: number, bias: number, x: number): void;
  norm(x: number, y: number, rows: number, width: number, gain: number, shift: number): void;
  quantise(x: number, y: number, rows: number, width: number, scales: number): void;
  dense(
    a: number,
    pitch: number,
    step: number,
    taps: number,
    k: number,
    rows: number,
    w: number,
    groups: number,
    scale: number,
    bias: number,
    rowScales: number,
    out: number,
    mode: number,
  ): void;
  odds(x: number, out: number, rows: number, width: number): void;
}

export interface Kernel extends Functions {
  /** Reserves zeroed memory for good and answers its address. Typed arrays made before may be detached by it. */
  allocate(bytes: number): number;
  /** Views of the memory as it is now; take them anew after allocate(). */
  float32(address: number, length: number): Float32Array;
  int32(address: number, length: number): Int32Array;
  int16(address: number, length: number): Int16Array;
}

const PAGE = 65536;

export function loadKernel(): Kernel {
  const memory = new WebAssembly.Memory({ initial: 16, maximum: 16384 });
  const code = new WebAssembly.Module(readFileSync(new URL("./kernel.wasm", import.meta.url)));
  const functions = new WebAssembly.Instance(code, { env: { memory } }).exports as unknown as Functions;
  let top = 1024;
  const allocate = (bytes: number): number => {
    const address = top;
    top += Math.ceil(bytes / 64) * 64;
    const missing = top - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return address;
  };
  return {
    gather: functions.gather,
    norm: functions.norm,
    quantise: functions.quantise,
    dense: functions.dense,
    odds: functions.odds,
    allocate,
    float32: (address, length) => new Float32Array(memory.buffer, address, length),
    int32: (address, length) => new Int32Array(memory.buffer, address, length),
    int16: (address, length) => new Int16Array(memory.buffer, address, length),
  };
}
