import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav/navModule';
import { signInModule } from './signIn/signInModule';

/** The portal: every frontend plugin in package.json is found by `app.packages: all`. */
export const app = createApp({ features: [navModule, signInModule] });
