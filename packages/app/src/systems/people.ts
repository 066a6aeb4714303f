/** What needs two people: how a front tells whether two who act are two. */
export interface People {
  /** Who answers for an actor, where one person may act as several. */
  readonly person?: (actor: string) => Promise<string>;
  /** Refuses whoever may be the same person as one of those who acted before, for all that their actors tell. */
  readonly requireOthers?: (actor: string, before: readonly string[]) => Promise<void>;
}

/** Who answers for an actor: they themselves, where nobody says otherwise. */
export const whoAnswers = async ({ person }: People, actor: string): Promise<string> =>
  person === undefined ? actor : person(actor);
