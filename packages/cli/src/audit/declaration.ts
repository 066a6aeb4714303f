/** The readers of declarations and policies, apart, so that an audit by flags alone loads neither YAML nor the schemas. */
export { readDeclaration, readPolicy, readSpec } from '@ombud/app';
