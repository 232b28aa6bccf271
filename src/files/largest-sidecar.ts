/** Bytes of a sidecar: more than the most units that one may have can take. Larger ones are not even read. */
export const LARGEST_SIDECAR = 16_000_000;
