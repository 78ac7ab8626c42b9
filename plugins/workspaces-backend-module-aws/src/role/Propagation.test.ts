import { Propagation } from './Propagation';

describe('Propagation', () => {
  it('looks soon, and then seldom', () => {
    expect(new Propagation().pauses()).toEqual([1_000, 4_500, 6_000]);
  });

  it('looks when the last one was known, and a little earlier each time', () => {
    const propagation = new Propagation();
    propagation.took(5_500);
    expect(propagation.pauses()).toEqual([4_950, 1_000, 6_000]);
    propagation.took(4_950);
    expect(propagation.pauses()[0]).toBeLessThan(4_950);
  });

  it('looks soon again once AWS is fast', () => {
    const propagation = new Propagation();
    propagation.took(11_500);
    expect(propagation.pauses()).toEqual([10_350, 1_150]);
    propagation.took(1_000);
    expect(propagation.pauses()).toEqual([1_000, 4_500, 6_000]);
  });
});
