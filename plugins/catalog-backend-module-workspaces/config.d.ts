import type { HumanDuration } from '@backstage/types';

export interface Config {
  catalog?: {
    providers?: {
      /** Team workspaces in the catalog. */
      workspaces?: {
        /**
         * Namespace of the Groups that hold the members of workspaces; `workspaces` by default. Groups of other
         * sources must not be in it.
         *
         * @visibility backend
         */
        groupNamespace?: string;

        /**
         * When every workspace is read again, by each backend for itself; every five minutes by default. Single
         * changes are followed by events.
         *
         * @visibility backend
         */
        schedule?: {
          frequency: string | HumanDuration | { cron: string };
          timeout: string | HumanDuration;
          initialDelay?: string | HumanDuration;
        };
      };
    };
  };
}
