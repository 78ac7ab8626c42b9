import type { ClusterUnderTest } from './ClusterUnderTest';
import { ContractSubject, type ContractPart } from './ContractSubject';
import { accessContract } from './contract/access';
import { applyContract } from './contract/apply';
import { applyOwnershipContract } from './contract/applyOwnership';
import { customResourceContract } from './contract/customResources';
import { defaultsContract } from './contract/defaults';
import { deletionContract } from './contract/deletion';
import { discoveryContract } from './contract/discovery';
import { escalationContract } from './contract/escalation';
import { listContract } from './contract/lists';
import { namespaceContract } from './contract/namespaces';
import { objectContract } from './contract/objects';
import { patchContract } from './contract/patches';
import { quotaContract } from './contract/quota';
import { reviewContract } from './contract/reviews';
import { tokenContract } from './contract/tokens';
import { validationContract } from './contract/validation';
import { watchContract } from './contract/watches';
import { workloadContract } from './contract/workloads';

const parts: { readonly [title: string]: ContractPart } = {
  objects: objectContract,
  deletion: deletionContract,
  patches: patchContract,
  'server-side apply': applyContract,
  'field owners': applyOwnershipContract,
  lists: listContract,
  watches: watchContract,
  namespaces: namespaceContract,
  validation: validationContract,
  defaults: defaultsContract,
  quotas: quotaContract,
  workloads: workloadContract,
  'access control': accessContract,
  'escalation prevention': escalationContract,
  reviews: reviewContract,
  'ServiceAccount tokens': tokenContract,
  'custom resources': customResourceContract,
  discovery: discoveryContract,
};

/**
 * What the product relies on in a Kubernetes API. The same tests run against the development
 * cluster and the real one, so that neither can be what the other is not. With a reason to skip,
 * all of them count as skipped, and the reason is in their name.
 */
export function describeClusterContract(
  name: string,
  start: () => Promise<ClusterUnderTest>,
  options: { skipBecause?: string } = {},
): void {
  const { skipBecause } = options;
  const describeOrSkip = skipBecause ? describe.skip : describe;
  const reason = skipBecause ? ` (skipped: ${skipBecause})` : '';
  describeOrSkip(`${name} keeps the contract${reason}`, () => {
    let subject: ContractSubject;

    beforeAll(async () => {
      subject = new ContractSubject(await start());
    }, 900_000);

    afterAll(async () => {
      await subject?.stop();
    }, 60_000);

    describe.each(Object.entries(parts))('of %s', (_title, part) => {
      part(() => subject);
    });
  });
}
