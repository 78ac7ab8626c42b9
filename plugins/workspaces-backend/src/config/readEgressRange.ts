import type { Config } from '@backstage/config';
import { invalidConfig } from '@team-workspaces/backstage-plugin-workspaces-node';
import { parseCidr } from './cidr';

/** Where cloud machines hand out their own credentials: no workspace may ever reach it. */
const INSTANCE_METADATA = ['169.254.169.254/32', 'fd00:ec2::254/128'];

/** Reads the `cidr` of an explicit range, however private; only such that give away everything are refused. */
export function readEgressRange(config: Config, path: string): string {
  const text = config.getString('cidr');
  const range = parseCidr(text);
  const key = `${path}.cidr`;
  if (!range) {
    throw invalidConfig(
      key,
      `"${text}" is not a range such as 10.20.0.0/16 or fd00:20::/64, without bits behind the prefix.`,
    );
  }
  if (range.prefixLength === 0) {
    throw invalidConfig(
      key,
      `"${text}" is every address; use egressOutside for addresses outside.`,
    );
  }
  for (const metadata of INSTANCE_METADATA) {
    if (range.contains(parseCidr(metadata)!)) {
      throw invalidConfig(
        key,
        `"${text}" contains the instance metadata service ${metadata}.`,
      );
    }
  }
  return text;
}
