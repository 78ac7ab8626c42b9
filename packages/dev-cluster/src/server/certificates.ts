import { generateKeyPair, randomBytes, sign as signWith } from 'node:crypto';
import { promisify } from 'node:util';
import { asn1, md, pki } from 'node-forge';

/** A private key and its certificate, both PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly certificate: string;
}

const yearsValid = 10;

async function newKey(): Promise<{ key: string; publicKey: pki.PublicKey }> {
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { key: privateKey, publicKey: pki.publicKeyFromPem(publicKey) };
}

function newCertificate(
  publicKey: pki.PublicKey,
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

/** Signs with Node, which is much faster at it than the library that builds the certificate. */
function signed(certificate: pki.Certificate, key: string): string {
  const signer: pki.rsa.PrivateKey = {
    ...pki.privateKeyFromPem(key),
    sign: () => {
      const content = asn1.toDer(certificate.tbsCertificate).getBytes();
      const bytes = Buffer.from(content, 'binary');
      return signWith('sha256', bytes, key).toString('binary');
    },
  };
  certificate.sign(signer, md.sha256.create());
  return pki.certificateToPem(certificate);
}

/** Makes a certificate authority that signs nothing but the server's certificate. */
export async function createAuthority(): Promise<KeyAndCertificate> {
  const { key, publicKey } = await newKey();
  const certificate = newCertificate(publicKey, 'dev-cluster-ca');
  certificate.setIssuer(certificate.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ]);
  return { key, certificate: signed(certificate, key) };
}

/** Makes a server certificate for this machine, signed by the authority. */
export async function createServerCertificate(
  authority: KeyAndCertificate,
  host: string,
): Promise<KeyAndCertificate> {
  const { key, publicKey } = await newKey();
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
  return { key, certificate: signed(certificate, authority.key) };
}
