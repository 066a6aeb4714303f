/** The script of the page that verifies: reads the chosen files, and shows what is said of them. */
import { checkFiles, type Said } from './check-files.ts';

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** What is read from a file is text and never markup. */
function line({ good, sentence, params }: Said, sentences: Readonly<Record<string, string>>): HTMLElement {
  const item = document.createElement('li');
  item.dataset['good'] = String(good);
  const text = sentences[sentence] ?? sentences['refused'] ?? sentence;
  item.textContent = `${good ? '✓' : '✗'} ${text.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? '')}`;
  return item;
}

const sentences = JSON.parse(element('sentences').textContent ?? '{}') as Record<string, string>;

element<HTMLFormElement>('check').addEventListener('submit', async (event) => {
  event.preventDefault();
  const chosen = [...(element<HTMLInputElement>('files').files ?? [])];
  const files = await Promise.all(chosen.map(async (file) => ({ name: file.name, text: await file.text() })));
  const answers = checkFiles(element<HTMLTextAreaElement>('keys').value, files);
  element('answers').replaceChildren(...answers.map((one) => line(one, sentences)));
});
