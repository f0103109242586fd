import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../src/log.js';

const TOKEN = 'MTIz.abc-DEF.secret';

afterEach(() => vi.restoreAllMocks());

/** What is written on standard error while `work` runs. */
function written(work: () => void): string {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  work();
  return lines.join('');
}

describe('createLogger', () => {
  it('writes a JSON line on standard error', () => {
    const line = written(() => createLogger('info', []).info({ guild: 'g' }, 'ready'));
    expect(JSON.parse(line)).toMatchObject({ guild: 'g', msg: 'ready' });
    expect(line.endsWith('\n')).toBe(true);
  });

  it('writes nothing below its level', () => {
    expect(written(() => createLogger('warn', []).info('ready'))).toBe('');
  });

  it.each([
    ['the message', (log: ReturnType<typeof createLogger>) => log.error(`login with ${TOKEN} failed`)],
    ['a field', (log: ReturnType<typeof createLogger>) => log.error({ token: TOKEN }, 'failed')],
    ['a nested field', (log: ReturnType<typeof createLogger>) => log.error({ a: { b: [TOKEN] } }, 'failed')],
    [
      'an error and its stack',
      (log: ReturnType<typeof createLogger>) => log.error(new Error(`bad ${TOKEN}`)),
    ],
    [
      'the cause of an error',
      (log: ReturnType<typeof createLogger>) =>
        log.error({ err: new Error('bad', { cause: new Error(TOKEN) }) }, 'failed'),
    ],
    [
      'a child',
      (log: ReturnType<typeof createLogger>) => log.child({ auth: `Bot ${TOKEN}` }).error('failed'),
    ],
  ])('never shows a secret in %s', (_, log) => {
    const text = written(() => log(createLogger('info', [null, TOKEN])));
    expect(text).toContain('[secret]');
    expect(text).not.toContain(TOKEN);
  });

  it('never shows a secret that JSON writes in another way', () => {
    const password = 'p"a\\s\ns';
    const text = written(() =>
      createLogger('info', [password]).error({ url: `postgres://u:${password}@db` }, 'failed'),
    );
    expect(text).toContain('[secret]');
    expect(JSON.parse(text).url).not.toContain(password);
  });

  it.each(['error', 'err'])(
    'tells what an error in the field %s says and why, and no other field of it',
    (field) => {
      const error = Object.assign(new RangeError('too long', { cause: new Error('the disk is full') }), {
        url: '/webhooks/1/TOKEN',
      });
      const line = JSON.parse(written(() => createLogger('info', []).warn({ [field]: error }, 'not saved')));
      expect(line[field]).toMatchObject({
        name: 'RangeError',
        message: 'too long',
        cause: { message: 'the disk is full' },
      });
      expect(JSON.stringify(line)).not.toContain('TOKEN');
    },
  );

  it('leaves a line alone when there is no secret', () => {
    expect(written(() => createLogger('info', [null, '']).info('ready'))).toContain('"msg":"ready"');
  });
});
