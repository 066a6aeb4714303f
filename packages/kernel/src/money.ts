import { kernelErrors } from './errors.ts';

/** An amount in the currency's smallest unit, exactly: 12.34 euros are `{ minor: 1234, currency: 'EUR' }`. */
export interface Money {
  /** A safe whole number; negative where it is owed. */
  readonly minor: number;
  /** ISO 4217, three capital letters. */
  readonly currency: string;
}

/** Currencies whose minor unit is not a hundredth: digits after the point, ISO 4217:2015 and its amendments to 2026. */
const digits: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};
const exponents = new Map(
  Object.entries(digits).flatMap(([exponent, currencies]) =>
    currencies.split(' ').map((currency) => [currency, Number(exponent)] as const),
  ),
);

/** Currencies in which somebody can be paid: list one of ISO 4217, as amended to January 2026, without metals, funds, tests and "none". */
const tender = new Set(
  [
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF',
    'CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ',
    'GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP',
    'LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR',
    'PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC',
    'SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF',
    'XPF YER ZAR ZMW ZWG',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether somebody can be paid in a currency.
 * @example isCurrency('XXX') // false: it is no currency
 */
export const isCurrency = (currency: string): boolean => tender.has(currency);

/**
 * Digits after the point of a currency's amounts.
 * @throws OmbudError `OMBUD_E_MONEY/currency` where it is not three capital letters
 * @example exponentOf('JPY') // 0
 */
export function exponentOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) throw kernelErrors.error('OMBUD_E_MONEY', 'currency', { currency });
  return exponents.get(currency) ?? 2;
}

/**
 * Reads a decimal amount, exactly: no rounding, no thousands, no more digits than the currency has.
 * @throws OmbudError `OMBUD_E_MONEY`
 * @example parseMoney('12.34', 'EUR') // { minor: 1234, currency: 'EUR' }
 */
export function parseMoney(text: string, currency: string): Money {
  const exponent = exponentOf(currency);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[3] ?? '';
  if (match === null || fraction.length > exponent)
    throw kernelErrors.error('OMBUD_E_MONEY', 'amount', { text, currency, digits: exponent });
  const whole = Number(`${match[2]}${fraction.padEnd(exponent, '0')}`);
  if (!Number.isSafeInteger(whole)) throw kernelErrors.error('OMBUD_E_MONEY', 'too-large', { text });
  return { minor: match[1] === '-' && whole !== 0 ? -whole : whole, currency };
}

/**
 * The amount as a decimal, for machines; people read it by `Intl.NumberFormat` at the front, which takes this text
 * exactly.
 * @example decimalOf({ minor: -5, currency: 'EUR' }) // '-0.05'
 */
export function decimalOf({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const all = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return exponent === 0 ? `${sign}${all}` : `${sign}${all.slice(0, -exponent)}.${all.slice(-exponent)}`;
}
