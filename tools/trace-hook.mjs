// Loaded before the command by tools/trace.ts: every function at the top of a file of ours that is given something which
// holds the decision (the text that OMBUD_TRACE_MARK names) notes that its file was entered, and from which file. Written at the end to the file that OMBUD_TRACE names: [[file, caller], ...].
import { readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ours = /\/(?:packages\/[^/]+|incidents)\/src\/.*\.tsx?$/;
const entries = [];
Error.stackTraceLimit = 40;

// The stack begins with the message, this function, the note, and the function that was entered.
/** The nearest file of ours on the stack that is not the file itself. */
function callerOf(file) {
  for (const line of String(new Error().stack).split('\n').slice(4)) {
    const [, url] = /(file:\/\/[^)\s]+?):\d+:\d+\)?$/.exec(line) ?? [];
    if (url === undefined || !ours.test(url)) continue;
    const path = fileURLToPath(url);
    if (path !== file) return path;
    // A function of the same file called it: the file was not entered.
    return null;
  }
  return '';
}

/** Whether a value holds the text that marks the decision, at any depth. */
function holds(value, mark, seen = new Set()) {
  if (typeof value === 'string') return value.includes(mark);
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  if (value instanceof Map || value instanceof Set) return holds([...value], mark, seen);
  return Object.values(value).some((part) => holds(part, mark, seen));
}

globalThis.ombudEntered = (file, given) => {
  if (!holds(given, process.env.OMBUD_TRACE_MARK)) return;
  const caller = callerOf(file);
  if (caller !== null) entries.push([file, caller]);
};

/** The names that a parameter binds. */
const boundNames = (name) =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));

const isFunction = (node) =>
  ts.isFunctionDeclaration(node) ||
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  ts.isMethodDeclaration(node);

/** Adds the note to every outermost function; what is inside one belongs to it. */
function watch(file) {
  return (context) => {
    const { factory } = context;
    const noteOf = (node) =>
      factory.createCallExpression(
        factory.createPropertyAccessExpression(factory.createIdentifier('globalThis'), 'ombudEntered'),
        undefined,
        [
          factory.createStringLiteral(file),
          factory.createArrayLiteralExpression(
            node.parameters
              .flatMap(({ name }) => boundNames(name))
              .map((name) => factory.createIdentifier(name)),
          ),
        ],
      );
    const noted = (body, note) =>
      ts.isBlock(body)
        ? factory.updateBlock(body, [factory.createExpressionStatement(note), ...body.statements])
        : factory.createParenthesizedExpression(
            factory.createComma(note, factory.createParenthesizedExpression(body)),
          );
    const visit = (node) =>
      ts.visitEachChild(
        node,
        isFunction(node) ? (child) => (child === node.body ? noted(child, noteOf(node)) : child) : visit,
        context,
      );
    return (source) => ts.visitNode(source, visit);
  };
}

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !ours.test(url)) return next(url, context);
    const file = fileURLToPath(url);
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      fileName: file,
      transformers: { before: [watch(file)] },
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2024,
        jsx: ts.JsxEmit.ReactJSX,
        jsxImportSource: 'hono/jsx',
        verbatimModuleSyntax: true,
      },
    });
    return { format: 'module', source: outputText, shortCircuit: true };
  },
});

process.on('exit', () => writeFileSync(process.env.OMBUD_TRACE, JSON.stringify(entries)));
