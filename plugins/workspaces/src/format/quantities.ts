const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

/** A Kubernetes quantity as a number in its base unit (cores, bytes, pieces); undefined when it is none. */
export function parseQuantity(quantity: string): number | undefined {
  const match = /^([+-]?[\d.]+)(?:([eE][+-]?\d+)|([A-Za-z]*))$/.exec(
    quantity.trim(),
  );
  if (!match) {
    return undefined;
  }
  const value = Number(`${match[1]}${match[2] ?? ''}`);
  const suffix = match[3] ?? '';
  const power = BINARY.indexOf(suffix);
  const factor = power >= 0 ? 1024 ** (power + 1) : DECIMAL[suffix];
  return Number.isNaN(value) || factor === undefined
    ? undefined
    : value * factor;
}

/**
 * A Kubernetes quantity for people: bytes as `45.3 GiB`, everything else as a number of the language.
 * What is no quantity is shown as it came.
 */
export function formatQuantity(
  resource: string,
  quantity: string,
  language?: string,
): string {
  const value = parseQuantity(quantity);
  if (value === undefined) {
    return quantity;
  }
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (!/memory|storage/.test(resource) || /storageclass/.test(resource)) {
    return new Intl.NumberFormat(language, {
      maximumFractionDigits: 3,
    }).format(value);
  }
  let scaled = value;
  let unit = 'B';
  for (const next of BINARY) {
    if (scaled < 1024) {
      break;
    }
    scaled /= 1024;
    unit = `${next}B`;
  }
  return `${number.format(scaled)} ${unit}`;
}
