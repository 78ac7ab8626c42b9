import { checkDescription, checkDisplayName } from './displayName';

const rules = (problems: { rule: string }[]) =>
  problems.map(({ rule }) => rule);

describe('checkDisplayName', () => {
  it.each(['D', 'Data Science', 'Équipe données', '数据科学', 'x'.repeat(128)])(
    'takes %j',
    name => expect(checkDisplayName(name)).toEqual([]),
  );

  it.each([
    ['', ['min-length']],
    ['   ', ['min-length']],
    [' Data', ['trimmed']],
    ['Data\u00a0', ['trimmed']],
    ['x'.repeat(129), ['max-length']],
    ['Data\u0000Science', ['no-control-characters']],
    ['Data\nScience', ['no-control-characters']],
    // Right-to-left override: the name would read as another one.
    ['Data\u202eecneicS', ['no-control-characters']],
    ['Data\u200bScience', ['no-control-characters']],
    ['Data\u2028Science', ['no-control-characters']],
  ])('refuses %j by %j', (name, expected) => {
    expect(rules(checkDisplayName(name))).toEqual(expected);
  });
});

describe('checkDescription', () => {
  it.each(['', 'One line', 'Two\nlines\r\n\tand a tab', 'x'.repeat(1024)])(
    'takes %j',
    description => expect(checkDescription(description)).toEqual([]),
  );

  it.each([
    ['x'.repeat(1025), ['max-length']],
    ['bell\u0007', ['no-control-characters']],
    ['override\u202e', ['no-control-characters']],
  ])('refuses %j by %j', (description, expected) => {
    expect(rules(checkDescription(description))).toEqual(expected);
  });
});
