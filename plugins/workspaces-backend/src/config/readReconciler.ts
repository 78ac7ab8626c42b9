import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  assertKnownKeys,
  invalidConfig,
} from '@team-workspaces/backstage-plugin-workspaces-node';
import type { ReconcilerConfig } from '../types';
import { readChoice, readWholeNumber } from './configProblems';

const PATH = 'workspaces.reconciler';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Reads `workspaces.reconciler`. */
export function readReconciler(config: Config | undefined): ReconcilerConfig {
  if (config) {
    assertKnownKeys(config, PATH, [
      'concurrency',
      'writeConcurrency',
      'lease',
      'pollInterval',
      'backoff',
      'attemptsBeforeError',
      'resyncInterval',
      'drift',
      'stuckTerminating',
      'stepTimeout',
    ]);
  }
  const backoff = config?.getOptionalConfig('backoff');
  if (backoff) {
    assertKnownKeys(backoff, `${PATH}.backoff`, ['base', 'max']);
  }
  const whole = (key: string, fallback: number) =>
    (config && readWholeNumber(config, PATH, key, 1)) ?? fallback;
  const duration = (key: string, fallback: number) =>
    readDuration(config, key, `${PATH}.${key}`) ?? fallback;
  const backoffBaseMs =
    readDuration(backoff, 'base', `${PATH}.backoff.base`) ?? SECOND;
  const backoffMaxMs =
    readDuration(backoff, 'max', `${PATH}.backoff.max`) ?? 5 * MINUTE;
  if (backoffMaxMs < backoffBaseMs) {
    throw invalidConfig(`${PATH}.backoff.max`, 'it is shorter than base.');
  }
  return {
    concurrency: whole('concurrency', 8),
    // With more, the API server is no faster: 16 reach 92 % of what 48 reach.
    writeConcurrency: whole('writeConcurrency', 24),
    leaseMs: duration('lease', 30 * SECOND),
    pollIntervalMs: duration('pollInterval', 5 * SECOND),
    backoffBaseMs,
    backoffMaxMs,
    attemptsBeforeError: whole('attemptsBeforeError', 3),
    resyncIntervalMs: duration('resyncInterval', 10 * MINUTE),
    drift:
      (config &&
        readChoice(config, PATH, 'drift', ['heal', 'report'] as const)) ??
      'heal',
    stuckTerminatingMs: duration('stuckTerminating', 2 * MINUTE),
    stepTimeoutMs: duration('stepTimeout', 5 * MINUTE),
  };
}

function readDuration(
  config: Config | undefined,
  key: string,
  path: string,
): number | undefined {
  if (!config?.has(key)) {
    return undefined;
  }
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (milliseconds <= 0) {
    throw invalidConfig(path, 'it must be longer than nothing.');
  }
  return milliseconds;
}
