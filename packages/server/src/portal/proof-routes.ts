/** The proof: a receipt to keep, the page on which one's own device checks it, what the last audit says, what is held. */
import { checkReceipt, pageOfEvidence } from '@ombud/app';
import { makeReceipt, openAttributes, openPayload, parseEntry } from '@ombud/ledger';
import { renderProofPage } from '@ombud/report';
import { formatVerifierKey } from '@ombud/tlog';
import { looksAt } from '../access/looks.ts';
import { newestDone, readOutput } from '../audits/runs.ts';
import type { Call } from '../http/call.ts';
import { json, type Reply, text } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { appealIn } from './case-view.ts';
import { checkerScript } from './check-proof.generated.ts';
import type { OpenCase } from './open-case.ts';
import { baseOf, caseRoute, pageOf } from './page-of.ts';

const plain = 'text/plain; charset=utf-8';
const scriptPath = '/assets/proof/check.js';

const saved = (name: string): Record<string, string> => ({
  'content-disposition': `attachment; filename="${name}"`,
});

/** What is held about the decision of a case and what followed: each entry with what it commits to. */
async function heldIn({ services }: Call, { loaded }: OpenCase): Promise<Reply> {
  const { store } = services.ledger;
  const indexes = new Set([loaded.row.decision]);
  for (const { first, last } of loaded.entries.values())
    for (let at = last; at !== null && first !== null && at >= first; ) {
      indexes.add(at);
      const entry = parseEntry(await store.readEntry(at));
      at = entry !== null && 'about' in entry && typeof entry.about === 'number' ? entry.about : null;
    }
  const entries = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const entry = parseEntry(await store.readEntry(index));
    const payload = await store.readPayload(index);
    const attributes = await store.readAttributes(index);
    entries.push({
      index,
      entry,
      payload: entry === null || payload === undefined ? null : openPayload(entry, payload),
      attributes:
        entry?.kind !== 'decision' || attributes === undefined ? null : openAttributes(entry, attributes),
    });
  }
  const looks = await looksAt(services, [loaded.row.decision]);
  return json({ entries, looks }, { headers: saved('my-data.json') });
}

/** The routes. */
export const proofRoutes: readonly Route[] = [
  caseRoute({
    id: 'portal-receipt',
    method: 'GET',
    path: '/{lang}/case/receipt',
    handle: async (_, { call, open }) =>
      text(plain, await makeReceipt(call.services.ledger, open.loaded.row.decision), {
        headers: saved('receipt.txt'),
      }),
  }),
  caseRoute({
    id: 'portal-appeal-receipt',
    method: 'GET',
    path: '/{lang}/case/receipt/appeal',
    handle: async (_, { call, open, go }) => {
      const appeal = appealIn(open);
      const first = appeal === null ? null : (open.loaded.entries.get(appeal.id)?.first ?? null);
      if (first === null) return go('');
      return text(plain, await makeReceipt(call.services.ledger, first), {
        headers: saved('receipt-of-appeal.txt'),
      });
    },
  }),
  caseRoute({
    id: 'portal-check',
    method: 'GET',
    path: '/{lang}/case/check',
    handle: async (_, { call, open, language, frame }) => {
      const { ledger } = call.services;
      const receipt = await makeReceipt(ledger, open.loaded.row.decision);
      const keys = ledger.trust.all.map(formatVerifierKey);
      const { index, size } = await checkReceipt({ receipt, keys });
      return pageOf(
        renderProofPage(frame('/check'), {
          receipt,
          keys,
          number: index,
          size,
          script: scriptPath,
          saveHref: `${baseOf(language)}/receipt`,
        }),
      );
    },
  }),
  caseRoute({
    id: 'portal-data',
    method: 'GET',
    path: '/{lang}/case/data',
    handle: async (_, { call, open }) => heldIn(call, open),
  }),
  caseRoute({
    id: 'portal-audit',
    method: 'GET',
    path: '/{lang}/case/audit',
    handle: async (_, { call, open, language, go }) => {
      const { system } = open.loaded.view;
      const run = await newestDone(call.services, system);
      if (run === null) return go('');
      const { envelope } = await readOutput(call.services, system, run.id);
      // What was signed passed the gate of releases; what was not may give somebody away.
      if (envelope === null) return go('');
      return pageOf(pageOfEvidence(JSON.parse(envelope), language));
    },
  }),
  route({
    id: 'asset-check-proof',
    method: 'GET',
    path: scriptPath,
    who: { public: true },
    gives: { kind: 'text', type: 'text/javascript; charset=utf-8' },
    handle: async () =>
      text('text/javascript; charset=utf-8', checkerScript, { headers: { 'cache-control': 'no-cache' } }),
  }),
];
