import {
  IdentifierNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type SchemableIdentifierNode,
  type UnknownRow,
} from 'kysely';

class Prefixer extends OperationNodeTransformer {
  readonly #prefix: string;
  readonly #names: ReadonlySet<string>;

  constructor(prefix: string, names: ReadonlySet<string>) {
    super();
    this.#prefix = prefix;
    this.#names = names;
  }

  protected override transformSchemableIdentifier(
    node: SchemableIdentifierNode,
    queryId?: Parameters<OperationNodeTransformer['transformNode']>[1],
  ): SchemableIdentifierNode {
    const transformed = super.transformSchemableIdentifier(node, queryId);
    const { name } = transformed.identifier;
    return this.#names.has(name)
      ? { ...transformed, identifier: IdentifierNode.create(`${this.#prefix}${name}`) }
      : transformed;
  }
}

/** A Kysely plugin that puts a prefix before the name of each of these tables, so that several ledgers share one schema. */
export function tablePrefix(prefix: string, names: ReadonlySet<string>): KyselyPlugin {
  const prefixer = new Prefixer(prefix, names);
  return {
    transformQuery: ({ node, queryId }: PluginTransformQueryArgs): RootOperationNode =>
      prefixer.transformNode(node, queryId),
    transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> =>
      result,
  };
}
