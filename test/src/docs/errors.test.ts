import { REASONS } from '@team-workspaces/backstage-plugin-workspaces-common';
import {
  isRequestErrorCode,
  RequestError,
} from '@team-workspaces/backstage-plugin-workspaces-backend/src/service/RequestError';
import { readText } from './__testUtils__/repository';

/** The status that Backstage answers with, by the name of the error. */
const STATUSES: Readonly<Record<string, string>> = {
  InputError: '400',
  NotAllowedError: '403',
  NotFoundError: '404',
  ConflictError: '409',
  PayloadTooLargeError: '413',
};

describe('docs/errors.md', () => {
  const page = readText('docs/errors.md');

  it('has a section for every code, and none for others', () => {
    const sections = [...page.matchAll(/^### (\w+)$/gm)];
    expect(sections.map(([, code]) => code).sort()).toEqual(
      Object.keys(REASONS).sort(),
    );
  });

  it.each(['Members', 'Requests'])('says the statuses of %s', title => {
    const [, rest] = page.split(new RegExp(`^## ${title}$`, 'm'));
    const [section] = rest.split(/^## /m);
    const documented = [
      ...section.matchAll(/^### (\w+)\n\n(?:(\d{3})\.)?/gm),
    ].map(([, code, status]) => `${code} ${status}`);
    expect(documented).toEqual(
      documented.map(each => {
        const [code] = each.split(' ');
        return isRequestErrorCode(code)
          ? `${code} ${STATUSES[new RequestError(code, '').name]}`
          : `${code} is no code of requests`;
      }),
    );
    expect(documented.length).toBeGreaterThan(5);
  });
});
