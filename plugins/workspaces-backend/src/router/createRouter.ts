import type { Handler } from 'express';
import Router from 'express-promise-router';
import type { CatalogExport } from '../catalogExport/CatalogExport';
import type { IamService } from '../iam/IamService';
import type { MembersService } from '../members/MembersService';
import { createOpenApiRouter } from '../schema/openapi/generated';
import type { RequestRules } from '../service/request/RequestRules';
import { databaseUnavailable } from './databaseUnavailable';
import { RouteContext, type RouteContextOptions } from './RouteContext';
import { addCatalogRoutes } from './routes/catalog';
import { addDetailRoutes } from './routes/details';
import { addEventRoutes, type EventRouteOptions } from './routes/events';
import { addIamRoutes } from './routes/iam';
import { addListRoute } from './routes/listWorkspaces';
import { addMemberRoutes } from './routes/members';
import { addPortalRoutes } from './routes/portal';
import { addProvisioningRoutes } from './routes/provisioning';
import { addServiceAccountRoutes } from './routes/serviceAccounts';
import { addSignInRoute, type SignInRouteOptions } from './routes/signIn';
import { addWorkspaceRoutes } from './routes/workspaces';
import { parseBody } from './validation/parseBody';
import { validateRequest } from './validation/validateRequest';

/** What {@link createRouter} needs. */
export interface RouterOptions extends RouteContextOptions {
  readonly rules: RequestRules;
  readonly events: EventRouteOptions;
  readonly catalogExport: Pick<CatalogExport, 'read'>;
  readonly members: MembersService;
  readonly iam: IamService;
  readonly signIns: Pick<SignInRouteOptions, 'addSignIn' | 'kick'>;
}

/** The HTTP API. Errors are left to the error handler of the backend. */
export async function createRouter(options: RouterOptions): Promise<Handler> {
  const router = Router();
  router.use(...parseBody(), ...validateRequest(options.rules));
  const api = await createOpenApiRouter({
    // Both were done above: the generated router would report the first problem only, without the field.
    middleware: [(_request, _response, next) => next()],
    validatorOptions: { validateRequests: false },
  });
  const context = new RouteContext(options);
  addListRoute(api, context);
  addWorkspaceRoutes(api, context);
  addProvisioningRoutes(api, context);
  addDetailRoutes(api, context);
  addMemberRoutes(api, context, options.members);
  addServiceAccountRoutes(api, context, options.iam);
  addIamRoutes(api, context, options.iam);
  addSignInRoute(api, { ...options, ...options.signIns });
  addEventRoutes(api, context, options.events);
  addPortalRoutes(api, context);
  addCatalogRoutes(api, context, options.catalogExport);
  router.use(api);
  router.use(databaseUnavailable);
  return router;
}
