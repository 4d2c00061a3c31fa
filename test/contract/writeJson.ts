import { writeFileSync } from 'node:fs';

import { format, resolveConfig } from 'prettier';

/** Writes a file that a test keeps in the repository, in the format that `npm run format` makes. */
export async function writeJson(file: string, value: unknown): Promise<void> {
	const config = await resolveConfig(file);
	writeFileSync(file, await format(JSON.stringify(value), { ...config, filepath: file }));
}
