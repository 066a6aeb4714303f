import type { Section } from '@ombud/ui';
import { raw } from 'hono/html';

/** A part of the page whose text is made, so that it is whole before the next is begun. */
export const finished = (section: Section): Section => ({ ...section, body: raw(String(section.body)) });
