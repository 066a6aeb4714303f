/** One part of a combined system, such as a rule that refuses at once, or one of two scores. */
export interface Component<R> {
  readonly name: string;
  readonly passed: boolean;
  readonly reasons: readonly R[];
}

/**
 * In a combined system the reasons come from the part that the person failed (Regulation B, comment 9(b)(2)-7): where they
 * failed several, from each of them, in the order in which they were asked.
 *
 * @example failedReasons([{ name: 'score', passed: false, reasons: ['R1'] }, { name: 'income', passed: true, reasons: ['R9'] }]) // ['R1']
 */
export const failedReasons = <R>(components: readonly Component<R>[]): readonly R[] =>
  components.filter(({ passed }) => !passed).flatMap(({ reasons }) => reasons);
