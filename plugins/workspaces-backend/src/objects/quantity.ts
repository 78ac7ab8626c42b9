const PATTERN =
  /^(?<whole>0|[1-9][0-9]*)(?:\.(?<fraction>[0-9]+))?(?<suffix>m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/;

const DECIMAL_SUFFIXES = ['m', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** A Kubernetes quantity as a number of thousandths; undefined when the text is no quantity that we take. */
export function quantityInThousandths(text: string): bigint | undefined {
  const groups = PATTERN.exec(text)?.groups;
  if (!groups) {
    return undefined;
  }
  const { whole, fraction = '', suffix = '' } = groups;
  const numerator = BigInt(whole + fraction) * thousandthsOf(suffix);
  const denominator = 10n ** BigInt(fraction.length);
  return numerator % denominator === 0n ? numerator / denominator : undefined;
}

/**
 * The one form in which the API server returns a quantity: no fraction, and the largest unit of the family
 * (decimal or binary) that keeps it whole. Undefined when the text is not a whole number of thousandths, or of
 * bytes with a binary unit. Exponents such as `1e3`
 * and leading zeros are not taken: the API server returns them as they are.
 */
export function canonicalQuantity(text: string): string | undefined {
  const thousandths = quantityInThousandths(text);
  if (thousandths === undefined) {
    return undefined;
  }
  const binary = text.endsWith('i');
  if (binary && thousandths % 1000n !== 0n) {
    return undefined;
  }
  const number = binary ? thousandths / 1000n : thousandths;
  if (number === 0n) {
    return '0';
  }
  // Below 1024 the API server leaves the binary family.
  return binary && number >= 1024n
    ? inLargestUnit(number, 1024n, BINARY_SUFFIXES)
    : inLargestUnit(thousandths, 1000n, DECIMAL_SUFFIXES);
}

function thousandthsOf(suffix: string): bigint {
  return suffix.endsWith('i')
    ? 1000n * 1024n ** BigInt(BINARY_SUFFIXES.indexOf(suffix))
    : 1000n ** BigInt(DECIMAL_SUFFIXES.indexOf(suffix));
}

function inLargestUnit(
  amount: bigint,
  base: bigint,
  suffixes: readonly string[],
): string {
  let number = amount;
  let unit = 0;
  while (number % base === 0n && unit < suffixes.length - 1) {
    number /= base;
    unit += 1;
  }
  return `${number}${suffixes[unit]}`;
}
