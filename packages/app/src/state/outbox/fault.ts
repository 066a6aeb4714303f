/** Why a message did not come through, as a code that a page can say in words. */

/** Why a try failed. `address-refused`: the guard of addresses does not let it out; `answer`: the answer was no yes. */
export type DeliveryFault =
  | 'address-refused'
  | 'no-such-name'
  | 'no-connection'
  | 'no-answer'
  | 'certificate'
  | 'not-let-in'
  | 'answer';

/** The server may not speak to this address: that stays so until somebody declares otherwise. */
export class AddressRefused extends Error {
  readonly code = 'OMBUD_ADDRESS_REFUSED';
}

/** Codes of Node, of its TLS and of the mail client. */
const faultOfCode: Readonly<Record<string, DeliveryFault>> = {
  OMBUD_ADDRESS_REFUSED: 'address-refused',
  ENOTFOUND: 'no-such-name',
  EAI_AGAIN: 'no-such-name',
  EDNS: 'no-such-name',
  ECONNREFUSED: 'no-connection',
  EHOSTUNREACH: 'no-connection',
  ENETUNREACH: 'no-connection',
  ESOCKET: 'no-connection',
  ECONNECTION: 'no-connection',
  EAUTH: 'not-let-in',
  ETLS: 'certificate',
};

const certificate = /^(ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED)/;

/** Why a try failed, by what it threw; that of which nothing is known gave no answer. */
export function faultOf(error: unknown): DeliveryFault {
  if (!(error instanceof Error)) return 'no-answer';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (certificate.test(code)) return 'certificate';
  return faultOfCode[code] ?? (error.cause === undefined ? 'no-answer' : faultOf(error.cause));
}
