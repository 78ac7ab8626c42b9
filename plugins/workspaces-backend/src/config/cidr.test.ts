import { parseCidr } from './cidr';

describe('parseCidr', () => {
  it.each([
    ['10.0.0.0/8', 'ipv4'],
    ['0.0.0.0/0', 'ipv4'],
    ['10.1.2.3/32', 'ipv4'],
    ['fd00:20::/64', 'ipv6'],
    ['::1/128', 'ipv6'],
    ['2000::/3', 'ipv6'],
  ])('reads %s', (text, family) => {
    expect(parseCidr(text)?.family).toBe(family);
  });

  it.each([
    '',
    '10.0.0.0',
    '10/8',
    '10.0.0.0/33',
    '10.0.0.1/8',
    '10.0.0.0/-1',
    '256.0.0.0/8',
    'fd00::1/64',
    'fe80::%eth0/64',
    'example.com/8',
    '10.0.0.0/8 ',
    '0x0a.0.0.0/8',
  ])('refuses %j', text => {
    expect(parseCidr(text)).toBeUndefined();
  });

  it.each([
    ['10.0.0.0/8', '10.96.0.0/12', true],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.96.0.0/12', '10.0.0.0/8', false],
    ['10.0.0.0/8', '11.0.0.0/8', false],
    ['0.0.0.0/0', 'fd00::/8', false],
    ['2000::/3', '2001:db8::/32', true],
    ['2000::/3', 'fd00::/8', false],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(parseCidr(outer)!.contains(parseCidr(inner)!)).toBe(expected);
  });
});
