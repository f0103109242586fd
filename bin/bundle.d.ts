/** The bundle's file, or null where there is none of the sources as they are now. */
export function bundledProgram(folder?: string): string | null;
/** Makes the bundle anew; without esbuild there is none afterwards. */
export function bundleProgram(folder?: string): Promise<void>;
