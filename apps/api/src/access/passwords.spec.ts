import { hashPassword, verifyPassword } from './passwords.js';

describe('Passwords', () => {
  it('are told apart, with argon2id', async () => {
    const stored = await hashPassword('mật khẩu đúng');
    expect(stored).toMatch(/^\$argon2id\$/);
    await expect(verifyPassword(stored, 'mật khẩu đúng')).resolves.toBe(true);
    await expect(verifyPassword(stored, 'mật khẩu sai')).resolves.toBe(false);
  });

  it('refuses a flood at once instead of letting it wait in memory, and serves those before it', async () => {
    const results = await Promise.allSettled(Array.from({ length: 520 }, () => verifyPassword('no hash', 'x')));
    const codes = results.map((result) => (result as PromiseRejectedResult).reason as { code?: string });
    expect(codes.filter(({ code }) => code === 'OVERLOADED')).toHaveLength(18);
    await expect(hashPassword('x')).resolves.toBeDefined();
  });
});
