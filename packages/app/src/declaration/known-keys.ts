/** The part of JSON Schema that tells which keys there are. */
export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

const formsOf = (schema: Schema): readonly Schema[] => [schema, ...(schema.anyOf ?? []).flatMap(formsOf)];

function step(schema: Schema, key: string): readonly Schema[] {
  const { properties, additionalProperties, items, prefixItems } = schema;
  const further = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return [properties?.[key] ?? further, prefixItems?.[Number(key)], items].filter(
    (found) => found !== undefined,
  );
}

/**
 * The keys that a value at a path may have, in any of its forms.
 * @example keysAt(schema, ['data', 'decision']) // ['column', 'positive', 'negative']
 */
export function keysAt(schema: Schema, path: readonly string[]): string[] {
  const at = path.reduce<readonly Schema[]>(
    (schemas, key) => schemas.flatMap(formsOf).flatMap((form) => step(form, key)),
    [schema],
  );
  return [...new Set(at.flatMap(formsOf).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}
