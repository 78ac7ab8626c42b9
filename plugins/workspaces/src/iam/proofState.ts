import type { IamProof } from '@team-workspaces/backstage-plugin-workspaces-common';
import type { Tone } from '../format/phases';
import type { Messages } from '../hooks/useMessages';

/** What a proof found, in words and as a tone. */
export function proofState(
  proof: IamProof,
  t: Messages,
): { readonly text: string; readonly tone: Tone } {
  switch (proof.status) {
    case 'proved':
      return {
        text: t('iam.proof.proved', { count: proof.workspaces }),
        tone: 'ok',
      };
    case 'refuted':
      return { text: t('iam.proof.refuted'), tone: 'error' };
    case 'not-verified':
      return { text: t('iam.proof.not-verified'), tone: 'warning' };
    default:
      return { text: t('iam.proof.not-applicable'), tone: 'muted' };
  }
}
