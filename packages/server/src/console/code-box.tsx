/** Something to copy into a terminal; the script adds a button. */
export function CodeBox({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <section class="codebox" aria-label={label}>
      <pre class="code">{text}</pre>
    </section>
  );
}
