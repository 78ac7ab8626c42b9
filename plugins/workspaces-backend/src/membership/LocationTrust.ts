import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { escapeRegExp } from 'lodash';
import type { MembershipConfig } from '../types';

/** What a {@link LocationTrust} works with. */
export interface LocationTrustOptions extends MembershipConfig {
  readonly catalog: Pick<CatalogService, 'streamLocations'>;
  readonly auth: AuthService;
}

/**
 * Decides by where the catalog has entities from whether they count as Users and Groups: whoever may register a
 * location could otherwise make a Group of any name, or join one.
 *
 * Locations are such as the annotation `backstage.io/managed-by-origin-location` has them, which the catalog itself
 * sets to the outermost location; empty for an entity of which the catalog does not say.
 */
export class LocationTrust {
  readonly #options: LocationTrustOptions;
  readonly #patterns: readonly RegExp[] | undefined;
  readonly #configured: ReadonlySet<string>;

  constructor(options: LocationTrustOptions) {
    this.#options = options;
    this.#patterns = options.trustedLocations?.map(toRegExp);
    this.#configured = new Set(options.catalogLocations);
  }

  /** The trusted ones among some locations. Throws when the catalog does not answer. */
  async trustedAmong(
    locations: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>> {
    const all = [...locations];
    if (this.#patterns) {
      const patterns = this.#patterns;
      return new Set(all.filter(one => patterns.some(each => each.test(one))));
    }
    const others = all.filter(
      location => location !== '' && !this.#configured.has(location),
    );
    const registered = await this.#registeredAmong(others);
    return new Set(
      all.filter(one => this.#configured.has(one) || !registered.has(one)),
    );
  }

  /** Those that somebody registered while the catalog was running. */
  async #registeredAmong(
    locations: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const registered = new Set<string>();
    if (locations.length === 0) {
      return registered;
    }
    const { catalog, auth } = this.#options;
    const targets = locations.map(one => one.slice(one.indexOf(':') + 1));
    // Asked each time: an entity must not count because its location was registered a moment ago.
    const pages = catalog.streamLocations(
      { query: { target: { $in: targets } } },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      page.forEach(({ type, target }) => registered.add(`${type}:${target}`));
    }
    return registered;
  }
}

function toRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').map(escapeRegExp).join('.*')}$`);
}
