import { subjectOf } from './subjectOf';

const ANNOTATION = 'example.com/subject';
const user = (subject?: string) => ({
  ref: 'user:default/dana',
  annotations: Object.fromEntries(
    subject === undefined ? [] : [[ANNOTATION, subject]],
  ),
});

describe('subjectOf', () => {
  it.each(['3f1c0b9e', 'Dana@example.com', 'https://idp.example.com#dana'])(
    'should take %s from the annotation',
    subject => {
      expect(subjectOf(user(subject), ANNOTATION)).toBe(subject);
    },
  );

  it.each([
    ['there is no annotation', undefined, ANNOTATION],
    ['none is configured', '3f1c0b9e', undefined],
    ['it is empty', ' ', ANNOTATION],
    ['it is too long', 'x'.repeat(256), ANNOTATION],
    ['it is the ref of somebody', 'user:default/lee', ANNOTATION],
    ['it is such a ref in capitals', 'User:Default/Lee', ANNOTATION],
  ])('should take the entity ref when %s', (_, subject, annotation) => {
    expect(subjectOf(user(subject), annotation)).toBe('user:default/dana');
  });
});
