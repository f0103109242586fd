/** How often each test kills a process: 5 times with every test run, more by WENJU_KILLS (`npm run soak`). */
export const KILLS = Number(process.env.WENJU_KILLS ?? 5);
/** Far above what starting, killing and starting again takes. */
export const KILLS_TIMEOUT_MS = 60_000 + KILLS * 20_000;
