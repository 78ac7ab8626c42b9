import type { Messages } from '../hooks/useMessages';
import { checkRoleArn } from './checkRoleArn';

/** Gives the key of the text instead of the text. */
const t = ((key: string) => key) as unknown as Messages;

describe('checkRoleArn', () => {
  it.each([
    'arn:aws:iam::123456789012:role/drls-workspace-a',
    'arn:aws-cn:iam::123456789012:role/path/of/it/name',
    'arn:aws-us-gov:iam::123456789012:role/a_b+c=d,e.f@g-h',
  ])('should accept %s', arn => {
    expect(checkRoleArn(arn, t)).toBeUndefined();
  });

  it.each([
    ['', 'iam.dialog.arnEmpty'],
    ['drls-workspace-a', 'iam.dialog.arnShape'],
    ['arn:aws:iam::123456789012:user/ann', 'iam.dialog.arnKind'],
    ['arn:aws:iam::1234:role/a', 'iam.dialog.arnAccount'],
    ['arn:aws:iam::123456789012:role/*', 'iam.dialog.arnWildcard'],
    ['arn:aws:sts::123456789012:assumed-role/a/b', 'iam.dialog.arnShape'],
    ['arn:aws:iam::123456789012:role/a b', 'iam.dialog.arnShape'],
    ['arn:aws:iam::123456789012:role/', 'iam.dialog.arnShape'],
  ])('should refuse "%s"', (arn, problem) => {
    expect(checkRoleArn(arn, t)).toBe(problem);
  });
});
