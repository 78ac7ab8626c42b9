import { awsConfiguration } from './awsConfiguration';
import { Portal } from './Portal';
import { hasPortal, keepPortal } from './sharedPortal';
import { startAws } from './startAws';

/** Starts the one portal of all browser tests: starting it takes longer than all of them. */
export default async function globalSetup(): Promise<void> {
  if (hasPortal()) {
    return;
  }
  const aws = await startAws();
  try {
    const portal = await Portal.start(aws && awsConfiguration(aws.url));
    keepPortal(portal, aws);
  } catch (error) {
    await aws?.stop();
    throw error;
  }
}
