/** Questions and answers at the terminal, until the input ends. */
import { createInterface } from 'node:readline/promises';
import type { Library } from '../library.js';
import { answerText, type TextOptions } from './answer-text.js';

const WELCOME = `Wenju 问据: ask about the articles, in Chinese or English; an empty line ends.
问问文章里的事，中文英文都可以；空行结束。`;

/** Answers line by line from standard input on standard output. */
export async function converse(library: Library, options: TextOptions): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '? ' });
  process.stdout.write(`${WELCOME}\n`);
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === '') break;
    process.stdout.write(`${answerText(await library.ask(line.trim()), options)}\n\n`);
    lines.prompt();
  }
  lines.close();
}
