/** The id of the message of a move: the same however often it is sent. */
export const messageId = (matter: string, version: number): string => `${matter}.${version}`;
