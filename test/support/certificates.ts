import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A certificate and its key, as PEM. */
export interface Certificate {
  certificate: string;
  key: string;
}

/** An authority that nobody but a test trusts. */
export interface Authority {
  /** Its own certificate, as PEM. */
  certificate: string;
  /** Signs a certificate for a host name or a client's name, for a day; of the last minute, where it shall have expired. */
  sign: (name: string, options?: { hasExpired: boolean }) => Promise<Certificate>;
}

export async function createAuthority(name: string): Promise<Authority> {
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const lasting = () => ({
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + 24 * 60 * 60_000),
    signingAlgorithm: ALGORITHM,
  });
  const own = await x509.X509CertificateGenerator.createSelfSigned({
    ...lasting(),
    serialNumber: '01',
    name: `CN=${name}`,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  let signed = 1;
  return {
    certificate: own.toString('pem'),
    sign: async (subject, { hasExpired } = { hasExpired: false }) => {
      const its = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
      signed += 1;
      const certificate = await x509.X509CertificateGenerator.create({
        ...lasting(),
        ...(hasExpired && { notAfter: new Date(Date.now() - 1_000) }),
        serialNumber: signed.toString(16).padStart(2, '0'),
        subject: `CN=${subject}`,
        issuer: own.subject,
        publicKey: its.publicKey,
        signingKey: keys.privateKey,
        extensions: [
          new x509.BasicConstraintsExtension(false, undefined, true),
          new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: subject }]),
        ],
      });
      const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', its.privateKey));
      const body = pkcs8.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
      return {
        certificate: certificate.toString('pem'),
        key: `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`,
      };
    },
  };
}
