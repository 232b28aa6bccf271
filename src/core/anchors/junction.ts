/**
 * Where the edge between `left` and `right` lies in `text`, edits allowed: semi-global alignment of the two
 * in a row (Sellers 1980), traced back to the edge. `side` says which of the two the edge belongs to: the edge
 * stands right before the first matched unit of `right` (a quote's start) or after the last of `left` (its end).
 */
export function junction(text: string, left: string, right: string, side: 'start' | 'end'): number {
  const pattern = left + right;
  const width = text.length + 1;
  const cost = costs(text, pattern);
  let column = cheapest(cost.subarray(pattern.length * width));
  let row = pattern.length;
  let first = -1;
  let last = -1;
  let edge = column;
  while (row > 0) {
    const here = cost[row * width + column] ?? 0;
    const same = column > 0 && pattern.charCodeAt(row - 1) === text.charCodeAt(column - 1);
    if (column > 0 && here === (cost[(row - 1) * width + column - 1] ?? 0) + (same ? 0 : 1)) {
      row--;
      column--;
      if (same && row >= left.length) first = column;
      if (same && row < left.length && last < 0) last = column + 1;
    } else if (here === (cost[(row - 1) * width + column] ?? 0) + 1) row--;
    else column--;
    if (row === left.length) edge = column;
  }
  const exact = side === 'start' ? first : last;
  return exact < 0 ? edge : exact;
}

/** Edit distances of every beginning of `pattern` to text that ends at every column, free start. */
function costs(text: string, pattern: string): Uint16Array {
  const width = text.length + 1;
  const cost = new Uint16Array(width * (pattern.length + 1));
  for (let i = 1; i <= pattern.length; i++) {
    cost[i * width] = i;
    const unit = pattern.charCodeAt(i - 1);
    for (let j = 1; j < width; j++) {
      const diagonal = (cost[(i - 1) * width + j - 1] ?? 0) + (unit === text.charCodeAt(j - 1) ? 0 : 1);
      const up = (cost[(i - 1) * width + j] ?? 0) + 1;
      const back = (cost[i * width + j - 1] ?? 0) + 1;
      cost[i * width + j] = Math.min(diagonal, up, back);
    }
  }
  return cost;
}

function cheapest(row: Uint16Array): number {
  let best = 0;
  row.forEach((value, i) => {
    if (value < (row[best] ?? 0)) best = i;
  });
  return best;
}
