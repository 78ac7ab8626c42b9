import { PassThrough } from 'node:stream';
import { readLines } from './readLines';

describe('readLines', () => {
  const linesOf = async (stream: PassThrough) => {
    const lines: string[] = [];
    for await (const line of readLines(stream, 5)) {
      lines.push(line);
    }
    return lines;
  };

  it('should give complete lines, however the bytes come', async () => {
    const stream = new PassThrough();
    const lines = linesOf(stream);
    const bytes = Buffer.from('{"a":"ä"}\n\n{"b":1}\nrest');
    for (const byte of bytes) {
      stream.write(Uint8Array.of(byte));
    }
    stream.end();
    await expect(lines).resolves.toEqual(['{"a":"ä"}', '{"b":1}']);
  });

  it('should read together what came meanwhile', async () => {
    const stream = new PassThrough();
    const read = jest.spyOn(stream, 'read');
    const lines = readLines(stream, 5);
    stream.write('first\n');
    await expect(lines.next()).resolves.toMatchObject({ value: 'first' });
    for (let line = 0; line < 100; line += 1) {
      stream.write(`line ${line}\n`);
    }
    stream.end();
    read.mockClear();
    const rest: string[] = [];
    for await (const line of lines) {
      rest.push(line);
    }
    expect(rest).toHaveLength(100);
    expect(read.mock.results.filter(({ value }) => value)).toHaveLength(1);
  });
});
