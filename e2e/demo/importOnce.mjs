import { withProgress } from '../../scripts/lib/progress.mjs';
import { Advice, duration, say } from '../../scripts/lib/say.mjs';
import { importInWords } from './report.mjs';

/**
 * Imports the lead files, and tells what came of it.
 *
 * @param {import('./leadImport.mjs').LeadImport} leadImport
 * @param {import('../lib/sandbox.mjs').Sandbox} sandbox
 * @throws {Advice} when the sandbox does not hold what the import says
 */
export async function importOnce(leadImport, sandbox) {
	const before = (await sandbox.contacts()).length;
	const start = Date.now();
	const report = await withProgress(
		{
			what: 'Importing the lead files',
			takes: "about a minute: the sandbox keeps HighLevel's limit of 100 requests in 10 seconds",
			detail: async () => `${await sandbox.contactCount()} contacts in HighLevel`,
		},
		() => leadImport.run(),
	);
	const contacts = await sandbox.contacts();

	console.log(`\n${importInWords(report)}\n`);
	checkAgainstSandbox(report, contacts, before);
	say(
		`Imported in ${duration(Date.now() - start)}. HighLevel now has ${contacts.length} contacts, ` +
			`${report.created} of them new. No email and no phone is there twice.`,
	);
}

/** The report is the nodes' own word; the sandbox knows what was really stored. */
function checkAgainstSandbox({ rows, created, updated, unchanged, refused }, contacts, before) {
	const faults = [];
	const accounted = created + updated + unchanged + refused.length;
	if (accounted !== rows) faults.push(`${rows} rows went in and ${accounted} came out`);
	if (contacts.length !== before + created) {
		faults.push(`${created} contacts were reported as created, ${contacts.length - before} were stored`);
	}
	for (const identifier of ['email', 'phone']) {
		const values = contacts.map((contact) => contact[identifier]).filter(Boolean);
		const twice = values.filter((value, at) => values.indexOf(value) !== at);
		if (twice.length) faults.push(`stored twice, by ${identifier}: ${twice.join(', ')}`);
	}
	if (faults.length) throw new Advice(`The import did not do what it says:\n- ${faults.join('\n- ')}`);
}
