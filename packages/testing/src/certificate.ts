/** A certificate that vouches for itself, for a server on loopback. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TestCertificate {
  readonly key: string;
  readonly certificate: string;
  /** Both in one file. */
  readonly pem: string;
}

/** Whether there is an openssl to make one. */
export function canMakeCertificate(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** @returns paths of files in the folder */
export function makeCertificate(folder: string): TestCertificate {
  const [key, certificate, pem] = ['key.pem', 'certificate.pem', 'both.pem'].map((name) =>
    join(folder, name),
  );
  const paths = { key: key ?? '', certificate: certificate ?? '', pem: pem ?? '' };
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', [...request, ...names, '-keyout', paths.key, '-out', paths.certificate], {
    stdio: 'ignore',
  });
  const text = readFileSync(paths.key, 'utf8') + readFileSync(paths.certificate, 'utf8');
  writeFileSync(paths.pem, text, { mode: 0o600 });
  return paths;
}
