import { ChangeDamper } from './ChangeDamper';

describe('ChangeDamper', () => {
  let followed: string[];
  let damper: ChangeDamper;

  beforeEach(() => {
    jest.useFakeTimers();
    followed = [];
    damper = new ChangeDamper(id => followed.push(id));
  });

  afterEach(() => {
    damper.clear();
    jest.useRealTimers();
  });

  it('follows the first changes up at once', () => {
    for (let change = 0; change < 10; change++) {
      damper.add('alpha');
    }
    expect(followed).toHaveLength(10);
  });

  it('slows down when they go on, down to once a minute, for that workspace only', async () => {
    const minutes = 10;
    for (let second = 0; second < minutes * 60; second++) {
      damper.add('alpha');
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(followed.length).toBeGreaterThan(10);
    expect(followed.length).toBeLessThan(10 + 8 + minutes);
    damper.add('beta');
    expect(followed.at(-1)).toBe('beta');
  });

  it('never loses the last change', async () => {
    for (let change = 0; change < 12; change++) {
      damper.add('alpha');
    }
    expect(followed).toHaveLength(10);
    await jest.advanceTimersByTimeAsync(500);
    expect(followed).toHaveLength(11);
  });

  it('starts afresh after a while without changes', async () => {
    for (let change = 0; change < 12; change++) {
      damper.add('alpha');
    }
    await jest.advanceTimersByTimeAsync(121_000);
    damper.add('alpha');
    expect(followed).toHaveLength(12);
  });

  it('follows nothing up after it was cleared', async () => {
    for (let change = 0; change < 12; change++) {
      damper.add('alpha');
    }
    damper.clear();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(followed).toHaveLength(10);
  });
});
