import { X509Certificate } from 'node:crypto';
import { createAuthority, createServerCertificate } from './certificates';

describe('certificates', () => {
  it('are signed by the authority, for this machine only', async () => {
    const authority = await createAuthority();
    const server = await createServerCertificate(authority, '127.0.0.1');
    const issuer = new X509Certificate(authority.certificate);
    const certificate = new X509Certificate(server.certificate);
    expect(issuer.ca).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(certificate.verify(issuer.publicKey)).toBe(true);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkHost('example.com')).toBeUndefined();
  });
});
