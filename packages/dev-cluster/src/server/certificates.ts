import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { md, pki } from 'node-forge';

/** A private key and its certificate, both PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly certificate: string;
}

const yearsValid = 10;

function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const forgeKey = pki.privateKeyFromPem(privateKey);
  return {
    pem: privateKey,
    privateKey: forgeKey,
    publicKey: pki.setRsaPublicKey(forgeKey.n, forgeKey.e),
  };
}

function newCertificate(
  publicKey: pki.rsa.PublicKey,
  commonName: string,
): pki.Certificate {
  const certificate = pki.createCertificate();
  certificate.publicKey = publicKey;
  // A serial number must be positive, so the first byte stays below 0x80.
  certificate.serialNumber = `01${randomBytes(8).toString('hex')}`;
  certificate.validity.notBefore = new Date(Date.now() - 60_000);
  certificate.validity.notAfter = new Date();
  certificate.validity.notAfter.setFullYear(
    certificate.validity.notBefore.getFullYear() + yearsValid,
  );
  certificate.setSubject([{ name: 'commonName', value: commonName }]);
  return certificate;
}

/** Makes a certificate authority that signs nothing but the server's certificate. */
export function createAuthority(): KeyAndCertificate {
  const { pem, privateKey, publicKey } = newKey();
  const certificate = newCertificate(publicKey, 'dev-cluster-ca');
  certificate.setIssuer(certificate.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ]);
  certificate.sign(privateKey, md.sha256.create());
  return { key: pem, certificate: pki.certificateToPem(certificate) };
}

/** Makes a server certificate for this machine, signed by the authority. */
export function createServerCertificate(
  authority: KeyAndCertificate,
  host: string,
): KeyAndCertificate {
  const { pem, publicKey } = newKey();
  const issuer = pki.certificateFromPem(authority.certificate);
  const certificate = newCertificate(publicKey, 'dev-cluster');
  certificate.setIssuer(issuer.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: [
        { type: 2, value: 'localhost' },
        { type: 7, ip: '127.0.0.1' },
        { type: 7, ip: host },
      ],
    },
  ]);
  certificate.sign(pki.privateKeyFromPem(authority.key), md.sha256.create());
  return { key: pem, certificate: pki.certificateToPem(certificate) };
}
