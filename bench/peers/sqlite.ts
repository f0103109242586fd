/** SQLite's FTS5 with its trigram tokenizer, in memory; any of the question's trigrams may match. */
import Database from 'libsql';
import type { Peer } from './engine.js';

export const sqlite: Peer = {
  name: 'SQLite FTS5 trigram',
  build: async (paragraphs) => {
    const database = new Database(':memory:');
    database.exec(
      `CREATE VIRTUAL TABLE paragraphs USING fts5(id UNINDEXED, title, text, tokenize = 'trigram')`,
    );
    const insert = database.prepare('INSERT INTO paragraphs (id, title, text) VALUES (?, ?, ?)');
    database.exec('BEGIN');
    for (const { id, title, text } of paragraphs) insert.run(id, title, text);
    database.exec('COMMIT');
    const select = database.prepare(
      'SELECT id FROM paragraphs WHERE paragraphs MATCH ? ORDER BY rank LIMIT ?',
    );
    return {
      search: async (question, limit) => {
        const trigrams = trigramsOf(question);
        if (trigrams.length === 0) return [];
        const rows = select.all(trigrams.map((trigram) => `"${trigram}"`).join(' OR '), limit);
        return rows.map((row) => (row as { readonly id: string }).id);
      },
    };
  },
};

/** Every three letters or digits in a row, once. */
function trigramsOf(question: string): readonly string[] {
  const runs = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  const trigrams = runs.flatMap((run) => {
    const characters = [...run];
    return characters.slice(2).map((last, i) => `${characters[i]}${characters[i + 1]}${last}`);
  });
  return [...new Set(trigrams)];
}
