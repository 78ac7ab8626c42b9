import { ConfigReader } from '@backstage/config';
import { readIdentity } from './readIdentity';

describe('readIdentity', () => {
  it('should read the annotation, which may be absent', () => {
    const config = new ConfigReader({
      subjectAnnotation: 'example.com/subject',
    });
    expect(readIdentity(config)).toEqual({
      subjectAnnotation: 'example.com/subject',
    });
    expect(readIdentity(undefined)).toEqual({ subjectAnnotation: undefined });
  });

  it.each([
    [
      { subjectAnnotation: 'with space' },
      'workspaces.identity.subjectAnnotation',
    ],
    [{ subjectAnotation: 'x' }, 'workspaces.identity.subjectAnotation'],
  ])('should refuse %j', (data, key) => {
    expect(() => readIdentity(new ConfigReader(data))).toThrow(key);
  });
});
