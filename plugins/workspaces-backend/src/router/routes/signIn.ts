import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import { RequestError } from '../../service/RequestError';
import { audited } from '../audited';
import type { WorkspacesRouter } from '../RouteContext';

/** What the route of sign-ins works with. */
export interface SignInRouteOptions {
  readonly httpAuth: HttpAuthService;
  readonly auditor: AuditorService;
  /** Stores that somebody signed in, by entity ref. */
  readonly addSignIn: (ref: string) => Promise<void>;
  /** Has stored sign-ins handled soon. */
  readonly kick: () => void;
}

/**
 * Registers the report of a sign-in. People tell it of themselves only, and it waits for nothing but one row: neither
 * for the catalog nor for a cluster.
 */
export function addSignInRoute(
  router: WorkspacesRouter,
  { httpAuth, auditor, addSignIn, kick }: SignInRouteOptions,
): void {
  router.post('/v1/sign-in', async (request, response) => {
    // The request has the types of one operation, which are of no interest here.
    const untyped = request as unknown as Request;
    await audited(
      {
        auditor,
        request: untyped,
        eventId: 'workspace-mutate',
        meta: { actionType: 'sign-in' },
      },
      async () => {
        const { principal } = await httpAuth.credentials(untyped, {
          allow: ['user'],
        });
        if (principal.actor) {
          throw new RequestError(
            'PermissionDenied',
            'Sign-ins are told by people themselves, and not by services on their behalf.',
          );
        }
        await addSignIn(principal.userEntityRef.toLocaleLowerCase('en-US'));
      },
    );
    kick();
    response.status(202).json({ reported: true });
  });
}
