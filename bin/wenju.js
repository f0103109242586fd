#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { bundledProgram } from './bundle.js';

const bundled = bundledProgram();
if (bundled === null) {
  // The sources are TypeScript: tsx lets Node run them as they are.
  const { register } = await import('tsx/esm/api');
  register();
}
const { main } = await import(bundled === null ? '../src/cli.ts' : pathToFileURL(bundled).href);
await main(process.argv);
