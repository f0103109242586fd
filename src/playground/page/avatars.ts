/** Pictures of people, drawn here: none is fetched. */
import type { Person } from '../protocol.js';

const COLOURS: Readonly<Record<Person['kind'], string>> = {
  bot: '#5865f2',
  member: '#3ba55d',
  moderator: '#d9822b',
};

/** A round picture with the first character of the name, as a data address; the bot's is a page with a mark. */
export function avatar(person: Person): string {
  const inside =
    person.kind === 'bot'
      ? '<path d="M11 9h18v22H11z" fill="#fff"/><path d="M14.5 14h11M14.5 18h11M14.5 26h7" stroke="#5865f2" stroke-width="2"/><path d="M14 22h12" stroke="#f0b232" stroke-width="3.5"/>'
      : `<text x="20" y="27" text-anchor="middle" font-size="19" fill="#fff" font-family="sans-serif">${initial(person.name)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="20" fill="${COLOURS[person.kind]}"/>${inside}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Only a letter or a digit goes into the picture. */
function initial(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0] ?? '';
}
