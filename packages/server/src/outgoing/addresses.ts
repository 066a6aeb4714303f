/**
 * Addresses that the server may speak to. Whoever declares where messages go must not learn, nor move, anything inside of
 * the network of the server: addresses of this machine, of the link and of private networks are refused unless
 * `settings.json` lists them. Ranges: the special-purpose registries of IANA (RFC 6890) and RFC 6052.
 */
import { BlockList, isIP } from 'node:net';

const inside4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Of IPv6 only what is routed to everybody is outside, less what carries an IPv4 address or documents something. */
const outside6 = ['2000::', 3] as const;
const inside6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function listOf(ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [address, bits] of ranges) list.addSubnet(address, bits, familyOf(address));
  return list;
}

const blocked = listOf([...inside4, ...inside6]);
const routed = listOf([outside6]);

/** An IPv4 address that is written as one of IPv6. */
const mapped = /^::ffff:/i;

/** Whether an address belongs to everybody. */
function isOutside(address: string): boolean {
  const family = familyOf(address);
  if (blocked.check(address, family)) return false;
  return family === 'ipv4' || mapped.test(address) || routed.check(address, 'ipv6');
}

const widest = { ipv4: 32, ipv6: 128 } as const;

/**
 * Says of an address whether the server may speak to it.
 * @param exceptions addresses or ranges inside that are declared: `10.1.2.3`, `10.1.0.0/16`
 */
export function addressRule(exceptions: readonly string[]): (address: string) => boolean {
  const allowed = listOf(
    exceptions.map((one) => {
      const [address = '', bits] = one.split('/');
      return [address, bits === undefined ? widest[familyOf(address)] : Number(bits)];
    }),
  );
  return (address) => {
    const [plain = ''] = address.split('%');
    return isIP(plain) !== 0 && (allowed.check(plain, familyOf(plain)) || isOutside(plain));
  };
}

/** Whether a text is an address or a range of addresses. */
export function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
