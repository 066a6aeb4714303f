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
import { tableNames } from './tables.ts';

class Prefixer extends OperationNodeTransformer {
  readonly #prefix: string;

  constructor(prefix: string) {
    super();
    this.#prefix = prefix;
  }

  protected override transformSchemableIdentifier(
    node: SchemableIdentifierNode,
    queryId?: Parameters<OperationNodeTransformer['transformNode']>[1],
  ): SchemableIdentifierNode {
    const transformed = super.transformSchemableIdentifier(node, queryId);
    const { name } = transformed.identifier;
    return tableNames.has(name)
      ? { ...transformed, identifier: IdentifierNode.create(`${this.#prefix}${name}`) }
      : transformed;
  }
}

/** A Kysely plugin that puts a prefix before the name of each table, so that several ledgers share one schema. */
export function tablePrefix(prefix: string): KyselyPlugin {
  const prefixer = new Prefixer(prefix);
  return {
    transformQuery: ({ node, queryId }: PluginTransformQueryArgs): RootOperationNode =>
      prefixer.transformNode(node, queryId),
    transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> =>
      result,
  };
}
