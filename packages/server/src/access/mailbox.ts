/** A mailbox in one way of writing: what stands after a plus in it is still the same one. */
export function mailboxOf(text: string): string | null {
  const [local = '', domain = '', ...rest] = text.normalize('NFKC').trim().toLowerCase().split('@');
  const own = local.split('+')[0] ?? '';
  return own === '' || domain === '' || rest.length > 0 || /\s/.test(own + domain)
    ? null
    : `${own}@${domain}`;
}
