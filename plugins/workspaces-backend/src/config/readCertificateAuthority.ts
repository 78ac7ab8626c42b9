import { readFileSync } from 'node:fs';
import type { Config } from '@backstage/config';
import { invalidConfig } from '@team-workspaces/backstage-plugin-workspaces-node';

const PEM_CERTIFICATE = '-----BEGIN CERTIFICATE-----';

/** Reads `caData` (base64 of PEM) or `caFile` (PEM) as base64 of PEM; undefined when neither is given. */
export function readCertificateAuthority(
  config: Config,
  key: string,
): string | undefined {
  const data = config.getOptionalString('caData');
  const file = config.getOptionalString('caFile');
  if (data !== undefined && file !== undefined) {
    throw invalidConfig(key, 'caData and caFile exclude each other.');
  }
  if (file !== undefined) {
    return toBase64(readFile(file, `${key}.caFile`), `${key}.caFile`);
  }
  if (data !== undefined) {
    return toBase64(Buffer.from(data, 'base64'), `${key}.caData`);
  }
  return undefined;
}

function toBase64(pem: Buffer, key: string): string {
  if (!pem.includes(PEM_CERTIFICATE)) {
    throw invalidConfig(key, 'there is no PEM certificate in it.');
  }
  return pem.toString('base64');
}

function readFile(file: string, key: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw invalidConfig(key, `the file "${file}" cannot be read.`);
  }
}
