import type { Config } from '@backstage/config';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { IdentityConfig } from '../types';

const PATH = 'workspaces.identity';

/** Reads `workspaces.identity`: how people are called by the identity provider. */
export function readIdentity(config: Config | undefined): IdentityConfig {
  if (config) {
    assertKnownKeys(config, PATH, ['subjectAnnotation']);
  }
  const subjectAnnotation = config?.getOptionalString('subjectAnnotation');
  if (
    subjectAnnotation !== undefined &&
    !/^([a-z0-9.-]+\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/.test(subjectAnnotation)
  ) {
    throw invalidConfig(
      `${PATH}.subjectAnnotation`,
      `"${subjectAnnotation}" is not the name of an annotation, such as example.com/subject.`,
    );
  }
  return { subjectAnnotation };
}
