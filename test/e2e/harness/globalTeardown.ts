import { stopPortal } from './sharedPortal';

/** Stops the portal that the setup started. */
export default stopPortal;
