const certificateFaults = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Whether a connection was refused by us, because nobody vouches for the certificate of the other side. */
export const isUntrusted = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && certificateFaults.has(String(error.code))) || isUntrusted(error.cause));
