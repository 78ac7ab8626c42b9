/** One comparison. */
export interface Comparison {
  readonly name: string;
  /** What we need, in the unit. */
  readonly ours: number;
  readonly reference: number;
  readonly unit: 'ms' | 'writes';
  /** What the reference is. */
  readonly referenceName: string;
  /** The ratio of ours to the reference may at most be this; a limit of 0 means that ours must be 0. */
  readonly limit: number;
}

const COLUMNS = [
  'Benchmark',
  'Reference',
  'Ours',
  'Reference value',
  'Ratio',
  'Limit',
  'Verdict',
];

/** Whether a comparison stays within its limit. */
export function passes({ ours, reference, limit }: Comparison): boolean {
  return limit === 0 ? ours === 0 : ours / reference <= limit;
}

/** The comparisons as a Markdown table. */
export function renderTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(comparison => [
    comparison.name,
    comparison.referenceName,
    formatValue(comparison.ours, comparison.unit),
    formatValue(comparison.reference, comparison.unit),
    comparison.reference > 0
      ? (comparison.ours / comparison.reference).toFixed(2)
      : '–',
    `≤ ${comparison.limit.toFixed(2)}`,
    passes(comparison) ? 'pass' : 'fail',
  ]);
  const widths = COLUMNS.map((column, index) =>
    Math.max(column.length, ...rows.map(row => row[index].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [
    line(COLUMNS),
    line(widths.map(width => '-'.repeat(width))),
    ...rows.map(line),
  ].join('\n');
}

function formatValue(value: number, unit: Comparison['unit']): string {
  return unit === 'ms' ? `${Math.round(value)} ms` : `${value} writes`;
}

/** The middle one of an odd number of values, the mean of the middle two otherwise. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
