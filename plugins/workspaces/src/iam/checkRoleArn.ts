import type { Messages } from '../hooks/useMessages';

const ROLE_ARN =
  /^arn:aws[a-z-]*:iam::\d{12}:role(\/[A-Za-z0-9_+=,.@-]+)*\/[A-Za-z0-9_+=,.@-]+$/;

/**
 * What is wrong with the ARN of a role as it was typed; undefined when nothing is seen. The backend knows more, such
 * as which accounts may be used.
 */
export function checkRoleArn(arn: string, t: Messages): string | undefined {
  if (arn === '') {
    return t('iam.dialog.arnEmpty');
  }
  if (/[*?]/.test(arn)) {
    return t('iam.dialog.arnWildcard');
  }
  const [prefix, , service, , account, resource = ''] = arn.split(':');
  if (prefix === 'arn' && service === 'iam') {
    if (!resource.startsWith('role/')) {
      return t('iam.dialog.arnKind');
    }
    if (!/^\d{12}$/.test(account)) {
      return t('iam.dialog.arnAccount');
    }
  }
  return ROLE_ARN.test(arn) ? undefined : t('iam.dialog.arnShape');
}
