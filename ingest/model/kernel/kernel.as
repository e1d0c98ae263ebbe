// The arithmetic of the tagger as WebAssembly SIMD: AssemblyScript, built by build.sh into kernel.wasm.
// Only standard (not relaxed) SIMD and no library function, so every engine and processor gives the same bits.
// Memory belongs to the caller (network.ts): all arguments are byte addresses into it.
// Rows come in fours: every row count is a multiple of 4, buffers are padded to that.

// x[row] = bias + the projected embedding of each column's id. `places` holds, per column, the address of
// its ids and of its table (f32 [rows][width]).
export function gather(places: usize, columns: i32, rows: i32, width: i32, bias: usize, x: usize): void {
  const bytes = width << 2;
  for (let row = 0; row < rows; row++, x += bytes) {
    memory.copy(x, bias, bytes);
    for (let column = 0; column < columns; column++) {
      const place = places + (column << 3);
      const id = load<i32>(load<usize>(place) + (row << 2));
      const table = load<usize>(place, 4) + id * bytes;
      for (let i = 0; i < bytes; i += 16) {
        v128.store(x + i, f32x4.add(v128.load(x + i), v128.load(table + i)));
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function sum4(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

// @ts-ignore: decorator
@inline
function toInt16(low: v128, high: v128): v128 {
  return i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(f32x4.nearest(low)), i32x4.trunc_sat_f32x4_s(f32x4.nearest(high)));
}

// y[row] = int16(LayerNorm(x[row])); gain and shift already carry the fixed int16 scale.
export function norm(x: usize, y: usize, rows: i32, width: i32, gain: usize, shift: usize): void {
  const bytes: usize = width << 2;
  const share = <f32>1 / <f32>width;
  for (let row = 0; row < rows; row++, x += bytes, y += bytes >> 1) {
    let total = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) total = f32x4.add(total, v128.load(x + i));
    const mean = f32x4.splat(sum4(total) * share);
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const d = f32x4.sub(v128.load(x + i), mean);
      squares = f32x4.add(squares, f32x4.mul(d, d));
    }
    const inverse = f32x4.splat(<f32>1 / sqrt<f32>(sum4(squares) * share + <f32>1e-5));
    for (let i: usize = 0; i < bytes; i += 32) {
      const a = f32x4.mul(f32x4.sub(v128.load(x + i), mean), inverse);
      const b = f32x4.mul(f32x4.sub(v128.load(x + i, 16), mean), inverse);
      const low = f32x4.add(f32x4.mul(a, v128.load(gain + i)), v128.load(shift + i));
      const high = f32x4.add(f32x4.mul(b, v128.load(gain + i, 16)), v128.load(shift + i, 16));
      v128.store(y + (i >> 1), toInt16(low, high));
    }
  }
}

// y[row] = x[row] (not negative) as int16 with the row's own scale, which goes to scales[row].
export function quantise(x: usize, y: usize, rows: i32, width: i32, scales: usize): void {
  const bytes: usize = width << 2;
  for (let row = 0; row < rows; row++, x += bytes, y += bytes >> 1, scales += 4) {
    let peak = f32x4.splat(<f32>1e-20);
    for (let i: usize = 0; i < bytes; i += 16) peak = f32x4.max(peak, v128.load(x + i));
    let most = max(f32x4.extract_lane(peak, 0), f32x4.extract_lane(peak, 1));
    most = max(most, max(f32x4.extract_lane(peak, 2), f32x4.extract_lane(peak, 3)));
    store<f32>(scales, most / <f32>32767);
    const up = f32x4.splat(<f32>32767 / most);
    for (let i: usize = 0; i < bytes; i += 32) {
      v128.store(y + (i >> 1), toInt16(f32x4.mul(v128.load(x + i), up), f32x4.mul(v128.load(x + i, 16), up)));
    }
  }
}

// @ts-ignore: decorator
@inline
function finish(sum: v128, rowScale: v128, scale: v128, bias: v128, out: usize, mode: i32): void {
  let value = f32x4.add(f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), rowScale), bias);
  if (mode == 1) value = f32x4.max(value, f32x4.splat(0));
  if (mode == 2) value = f32x4.add(value, v128.load(out));
  v128.store(out, value);
}

// out[row][o] = Σ over taps and k of a[row + tap][k] · w[o][tap][k], × rowScales[row] × scale[o] + bias[o].
// a: int16, rows `pitch` bytes apart, taps `step` bytes apart, `k` even numbers in each. w: int16 in the order
// [o/8][tap][k/2][8 outputs][2], so that one dot product of pairs feeds four outputs and nothing is summed across lanes.
// mode 0: store, 1: store max(0, ·), 2: add to out. `groups` = outputs/8; rows of out are 32·groups bytes apart.
export function dense(
  a: usize, pitch: usize, step: usize, taps: i32, k: usize, rows: i32,
  w: usize, groups: i32, scale: usize, bias: usize, rowScales: usize, out: usize, mode: i32,
): void {
  const outPitch: usize = groups << 5;
  const kBytes: usize = k << 1;
  const perGroup: usize = <usize>taps * (k << 4);
  for (let group = 0; group < groups; group++) {
    const scaleLow = v128.load(scale), scaleHigh = v128.load(scale, 16);
    const biasLow = v128.load(bias), biasHigh = v128.load(bias, 16);
    let rowA = a, rowOut = out, rowScale = rowScales;
    for (let row = 0; row < rows; row += 4) {
      let s00 = i32x4.splat(0), s01 = i32x4.splat(0), s10 = i32x4.splat(0), s11 = i32x4.splat(0);
      let s20 = i32x4.splat(0), s21 = i32x4.splat(0), s30 = i32x4.splat(0), s31 = i32x4.splat(0);
      let p = w, tapA = rowA;
      for (let tap = 0; tap < taps; tap++, tapA += step) {
        let a0 = tapA, a1 = tapA + pitch, a2 = a1 + pitch, a3 = a2 + pitch;
        const end = tapA + kBytes;
        // Not unrolled: with one step a turn the engine keeps all eight sums in registers (112 against 71 GFlop/s).
        while (a0 < end) {
          const w0 = v128.load(p), w1 = v128.load(p, 16);
          let v = v128.load32_splat(a0);
          s00 = i32x4.add(s00, i32x4.dot_i16x8_s(w0, v)); s01 = i32x4.add(s01, i32x4.dot_i16x8_s(w1, v));
          v = v128.load32_splat(a1);
          s10 = i32x4.add(s10, i32x4.dot_i16x8_s(w0, v)); s11 = i32x4.add(s11, i32x4.dot_i16x8_s(w1, v));
          v = v128.load32_splat(a2);
          s20 = i32x4.add(s20, i32x4.dot_i16x8_s(w0, v)); s21 = i32x4.add(s21, i32x4.dot_i16x8_s(w1, v));
          v = v128.load32_splat(a3);
          s30 = i32x4.add(s30, i32x4.dot_i16x8_s(w0, v)); s31 = i32x4.add(s31, i32x4.dot_i16x8_s(w1, v));
          a0 += 4; a1 += 4; a2 += 4; a3 += 4; p += 32;
        }
      }
      const r0 = v128.load32_splat(rowScale), r1 = v128.load32_splat(rowScale, 4);
      const r2 = v128.load32_splat(rowScale, 8), r3 = v128.load32_splat(rowScale, 12);
      const out1 = rowOut + outPitch, out2 = out1 + outPitch, out3 = out2 + outPitch;
      finish(s00, r0, scaleLow, biasLow, rowOut, mode);
      finish(s01, r0, scaleHigh, biasHigh, rowOut + 16, mode);
      finish(s10, r1, scaleLow, biasLow, out1, mode);
      finish(s11, r1, scaleHigh, biasHigh, out1 + 16, mode);
      finish(s20, r2, scaleLow, biasLow, out2, mode);
      finish(s21, r2, scaleHigh, biasHigh, out2 + 16, mode);
      finish(s30, r3, scaleLow, biasLow, out3, mode);
      finish(s31, r3, scaleHigh, biasHigh, out3 + 16, mode);
      rowA += pitch << 2; rowOut += outPitch << 2; rowScale += 16;
    }
    w += perGroup; scale += 32; bias += 32; out += 32;
  }
}

// out = e^(x − the row's greatest), the odds of each tag against the likeliest; `width` a multiple of 4.
// e^v = 2^n · e^r with |r| ≤ ln2/2, e^r by its series to r^6; v below −80 counts as −80.
export function odds(x: usize, out: usize, rows: i32, width: i32): void {
  const bytes: usize = width << 2;
  for (let row = 0; row < rows; row++, x += bytes, out += bytes) {
    let peak = v128.load(x);
    for (let i: usize = 16; i < bytes; i += 16) peak = f32x4.max(peak, v128.load(x + i));
    const low = max(f32x4.extract_lane(peak, 0), f32x4.extract_lane(peak, 1));
    const most = f32x4.splat(max(low, max(f32x4.extract_lane(peak, 2), f32x4.extract_lane(peak, 3))));
    for (let i: usize = 0; i < bytes; i += 16) {
      const v = f32x4.max(f32x4.sub(v128.load(x + i), most), f32x4.splat(-80));
      const n = f32x4.nearest(f32x4.mul(v, f32x4.splat(<f32>1.4426950408889634)));
      let r = f32x4.sub(v, f32x4.mul(n, f32x4.splat(0.693359375)));
      r = f32x4.add(r, f32x4.mul(n, f32x4.splat(<f32>2.12194440e-4)));
      let e = f32x4.splat(<f32>(1.0 / 720));
      e = f32x4.add(f32x4.mul(e, r), f32x4.splat(<f32>(1.0 / 120)));
      e = f32x4.add(f32x4.mul(e, r), f32x4.splat(<f32>(1.0 / 24)));
      e = f32x4.add(f32x4.mul(e, r), f32x4.splat(<f32>(1.0 / 6)));
      e = f32x4.add(f32x4.mul(e, r), f32x4.splat(0.5));
      e = f32x4.add(f32x4.mul(e, r), f32x4.splat(1));
      e = f32x4.add(f32x4.mul(e, r), f32x4.splat(1));
      const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
      v128.store(out + i, f32x4.mul(e, power));
    }
  }
}
