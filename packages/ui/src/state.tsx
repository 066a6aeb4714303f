/** A sign for each state of a verdict: never colour alone. */
export const stateSigns = { pass: '✓', fail: '✗', 'cannot-tell': '?' } as const;

/** A verdict as its sign and its word. */
export function State({ state, word }: { readonly state: keyof typeof stateSigns; readonly word: string }) {
  return (
    <span class={state}>
      <span class="sign" aria-hidden="true">
        {stateSigns[state]}
      </span>
      {word}
    </span>
  );
}
