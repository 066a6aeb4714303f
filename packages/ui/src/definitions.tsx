/** Terms and what they mean. */
export function Definitions({ entries }: { readonly entries: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {entries.map(([term, text]) => (
        <>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </>
      ))}
    </dl>
  );
}
