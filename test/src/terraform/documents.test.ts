import { join } from 'node:path';
import {
  normalisePolicy,
  policySize,
  renderPermissionsPolicy,
  renderTrustPolicy,
  samePolicy,
} from '@team-workspaces/backstage-plugin-workspaces-backend-module-aws';
import {
  acceptedInputs,
  plainInput,
  refusedInputs,
  toRolePolicyInput,
  type DocumentsInput,
} from './__testUtils__/documentsCases';
import {
  findTerraformObstacle,
  MODULE_DIRECTORY,
  Terraform,
  TERRAFORM_LIMIT_MS,
  type Diagnostic,
} from './__testUtils__/Terraform';

jest.setTimeout(TERRAFORM_LIMIT_MS);

const obstacle = findTerraformObstacle();
const describeWhereItRuns = obstacle ? describe.skip : describe;
const source = JSON.stringify(join(MODULE_DIRECTORY, 'modules', 'documents'));

/** An argument as HCL; JSON is HCL but for the two signs that begin a template. */
function toHcl(value: unknown): string {
  return JSON.stringify(value).replace(/([$%])\{/g, '$1$1{');
}

function moduleCall(name: string, input: DocumentsInput): string {
  return [
    `module "${name}" {`,
    `  source = ${source}`,
    ...Object.entries(input)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `  ${key} = ${toHcl(value)}`),
    '}',
  ].join('\n');
}

describeWhereItRuns(obstacle ?? 'documents of Terraform', () => {
  describe('of what is accepted', () => {
    const inputs = acceptedInputs();
    let documents: Record<
      string,
      {
        trust_policy: string;
        permissions_policy: string;
        trust_policy_size: number;
        permissions_policy_size: number;
      }
    >;

    beforeAll(async () => {
      const terraform = await Terraform.create({
        'main.tf': inputs
          .map((input, index) => moduleCall(`case_${index}`, input))
          .join('\n'),
        'outputs.tf': inputs
          .map(
            (_, index) =>
              `output "case_${index}" { value = module.case_${index} }`,
          )
          .join('\n'),
      });
      documents = (await terraform.apply()) as typeof documents;
      await terraform.remove();
    });

    it.each(
      inputs.map((input, index) => ({
        index,
        input,
        title: `${input.workspace_id} in ${input.region}`,
      })),
    )('should be what the portal renders for $title', ({ index, input }) => {
      const rendered = toRolePolicyInput(input);
      const trust = renderTrustPolicy(rendered);
      const permissions = renderPermissionsPolicy(rendered);
      const made = documents[`case_${index}`];
      expect(normalisePolicy(JSON.parse(made.trust_policy))).toEqual(
        normalisePolicy(trust),
      );
      expect(normalisePolicy(JSON.parse(made.permissions_policy))).toEqual(
        normalisePolicy(permissions),
      );
      expect(made.trust_policy_size).toBe(policySize(trust));
      expect(made.permissions_policy_size).toBe(policySize(permissions));
    });

    it('should tell two workspaces apart', () => {
      const { case_0: one, case_4: other } = documents;
      expect(
        samePolicy(
          JSON.parse(one.trust_policy),
          JSON.parse(other.trust_policy),
        ),
      ).toBe(false);
    });
  });

  describe('of what is refused', () => {
    const errors: Diagnostic[] = [];

    beforeAll(async () => {
      const files = refusedInputs.map(
        ({ change }, index) =>
          [
            `refused_${index}.tf`,
            moduleCall(`refused_${index}`, { ...plainInput, ...change }),
          ] as const,
      );
      for (const comparing of [false, true]) {
        const terraform = await Terraform.create(
          Object.fromEntries(
            files.filter(
              (_, index) =>
                Boolean(refusedInputs[index].comparesVariables) === comparing,
            ),
          ),
        );
        errors.push(...(await terraform.planErrors()));
        await terraform.remove();
      }
    });

    it.each(
      refusedInputs.map((refused, index) => ({
        ...refused,
        index,
        title: JSON.stringify(refused.change),
      })),
    )('should not come about from $title', ({ index, message }) => {
      expect(
        errors
          .filter(({ range }) => range?.filename === `refused_${index}.tf`)
          .map(({ detail }) => detail),
      ).toContainEqual(expect.stringContaining(message));
    });

    it.each(refusedInputs.filter(({ onlyTerraform }) => !onlyTerraform))(
      'should be refused by the portal, too, for $change',
      ({ change }) => {
        const input = toRolePolicyInput({ ...plainInput, ...change });
        expect(() => renderPermissionsPolicy(input)).toThrow();
      },
    );

    it('should say what to do about a trust policy that is too large', async () => {
      const terraform = await Terraform.create({
        'main.tf': moduleCall('large', {
          ...plainInput,
          namespaces: Array.from({ length: 40 }, (_, n) => `team-a-stage-${n}`),
        }),
      });
      expect(
        (await terraform.planErrors()).map(({ detail }) => detail),
      ).toEqual([
        expect.stringMatching(/The trust policy has \d+ characters.*2048/),
      ]);
      await terraform.remove();
    });
  });
});
