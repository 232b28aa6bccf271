/** Carries numbers over into a longer array, which it returns. */
export function longer<T extends Int32Array | Float32Array | Uint8Array>(values: T, bigger: T): T {
  bigger.set(values);
  return bigger;
}
