type Numbers = Int32Array<ArrayBufferLike> | Float32Array<ArrayBufferLike>;

/** Numbers that are added to at the end, without an object for each. */
export interface Growing<T extends Numbers> {
  /** All that has been added. */
  readonly values: () => T;
  readonly add: (more: T) => void;
  readonly size: () => number;
}

export function growing<T extends Numbers>(make: (length: number) => T): Growing<T> {
  let held = make(1 << 16);
  let size = 0;
  return {
    values: () => held.subarray(0, size) as T,
    add: (more) => {
      if (size + more.length > held.length) {
        const bigger = make(Math.max(held.length * 2, size + more.length));
        bigger.set(held);
        held = bigger;
      }
      held.set(more, size);
      size += more.length;
    },
    size: () => size,
  };
}
