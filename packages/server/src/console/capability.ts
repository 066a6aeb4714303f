import type { ServerCapability } from '../capability.ts';
import { homeRoute } from './home.tsx';

/** The pages of whoever works here. */
export const consoleCapability: ServerCapability = { name: 'console', routes: [homeRoute] };
