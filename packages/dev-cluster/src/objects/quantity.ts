/** Decimal suffixes as powers of ten. */
const decimal: readonly (readonly [string, number])[] = [
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
];
/** Binary suffixes as powers of 1024. */
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Everything is counted in the smallest unit that Kubernetes knows. */
const nano = 10n ** 9n;

interface Parsed {
  readonly nanos: bigint;
  readonly binary: boolean;
}

function scale(digits: string, factor: bigint): bigint {
  const [whole, fraction = ''] = digits.split('.');
  const value = BigInt(`${whole || '0'}${fraction}`) * factor;
  const divisor = 10n ** BigInt(fraction.length);
  // What is smaller than the smallest unit rounds up, as in Kubernetes.
  return (value + divisor - 1n) / divisor;
}

function parse(text: string): Parsed | undefined {
  const match = /^([+-]?)(\d*\.?\d*)(([eE][+-]?\d+)|[a-zA-Z]*)$/.exec(
    text.trim(),
  );
  if (!match || !/\d/.test(match[2])) return undefined;
  const sign = match[1] === '-' ? -1n : 1n;
  const [, , digits, suffix, exponent] = match;
  if (exponent) {
    const power = 9 + Number(exponent.slice(1));
    if (power < 0) return undefined;
    return { nanos: sign * scale(digits, 10n ** BigInt(power)), binary: false };
  }
  const binaryPower = binary.indexOf(suffix);
  if (binaryPower > 0) {
    const factor = nano * 1024n ** BigInt(binaryPower);
    return { nanos: sign * scale(digits, factor), binary: true };
  }
  const found = decimal.find(([name]) => name === suffix);
  if (!found) return undefined;
  const factor = 10n ** BigInt(found[1] + 9);
  return { nanos: sign * scale(digits, factor), binary: false };
}

function format({ nanos, binary: isBinary }: Parsed): string {
  if (nanos === 0n) return '0';
  const magnitude = nanos < 0n ? -nanos : nanos;
  if (isBinary && magnitude >= 1024n * nano) {
    let whole = nanos / nano;
    let power = 0;
    while (whole % 1024n === 0n && power < binary.length - 1) {
      whole /= 1024n;
      power += 1;
    }
    return `${whole}${binary[power]}`;
  }
  let value = nanos;
  let index = 0;
  while (value % 1000n === 0n && index < decimal.length - 1) {
    value /= 1000n;
    index += 1;
  }
  return `${value}${decimal[index][0]}`;
}

/** Whether the text is a quantity such as `500m` or `1Gi`. */
export function isQuantity(value: unknown): boolean {
  return parse(String(value)) !== undefined;
}

/** The usual form of a quantity: `0.5` becomes `500m`, `1024Mi` becomes `1Gi`. */
export function canonicalQuantity(value: unknown): string {
  const parsed = parse(String(value));
  return parsed ? format(parsed) : String(value);
}

/** The sum in its usual form, `0` for nothing. */
export function sumQuantities(values: readonly unknown[]): string {
  const parsed = values.flatMap(value => parse(String(value)) ?? []);
  return format({
    nanos: parsed.reduce((sum, quantity) => sum + quantity.nanos, 0n),
    binary: parsed.some(quantity => quantity.binary),
  });
}
