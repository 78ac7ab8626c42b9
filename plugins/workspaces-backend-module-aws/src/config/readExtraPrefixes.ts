import type { Config } from '@backstage/config';
import { assertKnownKeys } from '@team-workspaces/backstage-plugin-workspaces-node';
import type { ExtraPrefix } from '../policies';
import { readChoice, readRequired } from './configProblems';

/** Reads `extraPrefixes`, which every workspace of the cluster gets. */
export function readExtraPrefixes(
  config: Config,
  path: string,
): readonly ExtraPrefix[] {
  const sections = config.getOptionalConfigArray('extraPrefixes') ?? [];
  return sections.map((section, index) => {
    const at = `${path}.extraPrefixes[${index}]`;
    assertKnownKeys(section, at, ['bucket', 'prefix', 'access']);
    return {
      bucket: readRequired(section, at, 'bucket'),
      prefix: readRequired(section, at, 'prefix'),
      access: readChoice(
        section.getOptionalString('access') ?? 'read',
        `${at}.access`,
        ['read', 'write'],
      ),
    };
  });
}
