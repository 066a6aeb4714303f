/**
 * A published JSON Schema that is open to what later versions add. What Ombud writes has exactly the declared fields (the
 * Zod schemas are strict); who reads by an older schema must not refuse a newer file for a field or a kind that is new.
 */

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What tells the kinds of a union apart. */
const tellers = ['kind', 'code'] as const;

function constOf(branch: unknown, teller: string): unknown {
  if (!isSchema(branch) || !isSchema(branch.properties)) return undefined;
  const field = branch.properties[teller];
  return isSchema(field) ? field.const : undefined;
}

/** A kind that is not among those that are known: only its name is said of it. */
function laterKind(branches: readonly unknown[]): readonly Schema[] {
  const teller = tellers.find((name) => branches.every((branch) => constOf(branch, name) !== undefined));
  if (teller === undefined) return [];
  const known = branches.map((branch) => constOf(branch, teller));
  const description = 'A kind of a later version; a reader passes over it';
  const properties = { [teller]: { type: 'string', not: { enum: known }, description } };
  return [{ type: 'object', description, properties, required: [teller] }];
}

const opened = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(opened);
  return isSchema(value) ? openSchema(value) : value;
};

/** The schema without what closes it: objects may have more fields, unions of kinds more kinds. */
export function openSchema(schema: object): object {
  const open = Object.entries(schema)
    .filter(([name, value]) => name !== 'additionalProperties' || value !== false)
    .map(([name, value]) => [name, opened(value)] as const);
  const { oneOf } = schema as Schema;
  const more = Array.isArray(oneOf) ? laterKind(oneOf) : [];
  return Object.fromEntries(
    open.map(([name, value]) => [name, name === 'oneOf' ? [...(value as Schema[]), ...more] : value]),
  );
}
