export { type PartialSpec, readConfig, readPolicy } from './declaration/read-config.ts';
