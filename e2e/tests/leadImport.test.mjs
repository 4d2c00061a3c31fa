/** The demo's import, from files on disk to contacts in the sandbox, against what is known of every row. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { LeadImport, leadsFolder } from '../demo/leadImport.mjs';
import { countOutcomes, makeLeads } from '../demo/leads/generate.mjs';
import { setStage } from '../demo/stage.mjs';
import { stopAll } from '../lib/children.mjs';
import { freshUserFolder } from '../lib/n8n/n8nFolder.mjs';

const { files, people } = makeLeads();
const expected = countOutcomes(files);
const rowsOfKind = (kind) => files.flatMap(({ rows }) => rows).filter(({ reason }) => reason === kind);

/** What the operator reads as the reason, for every kind of broken row. */
const REASONS = {
	email: /"Email" (?:must be|is not) an email/,
	phone: /"Phone" (?:must be a valid|is not a) phone number/,
	neither: /neither an e-?mail nor a phone/,
	conflict: /Email and phone belong to two contacts/,
};

describe('importing the lead files', { timeout: 600_000 }, () => {
	let stage, customFields, leadImport, first, contacts;

	before(async () => {
		stage = await setStage({ userFolder: freshUserFolder('lead-import'), logName: 'test-lead-import' });
		({ customFields } = await stage.sandbox.constants());
		leadImport = await LeadImport.install(stage.n8n.client, stage.sandbox);
		first = await leadImport.run();
		contacts = await stage.sandbox.contacts();
	});

	after(stopAll);

	test('uses lead files that are what their generator makes', () => {
		for (const { name, text } of files) {
			assert.equal(readFileSync(join(leadsFolder, name), 'utf8'), text, `${name}: run leads/generate.mjs`);
		}
	});

	test('accounts for every row', () => {
		const { created, updated, unchanged, refused, rows } = first;
		assert.deepEqual({ created, updated, unchanged, refused: refused.length }, expected);
		assert.equal(rows, files.flatMap((file) => file.rows).length);
	});

	for (const [kind, pattern] of Object.entries(REASONS)) {
		test(`refuses broken rows, with the reason and what to do: ${kind}`, () => {
			const refused = first.refused.filter(({ reason }) => pattern.test(reason));
			assert.equal(refused.length, rowsOfKind(kind).length);
			for (const { remedy, file } of refused) {
				assert.notEqual(remedy, '');
				assert.match(file, /\.csv$/);
			}
		});
	}

	test('stores every person once, with what all their rows say', () => {
		assert.equal(contacts.length, people.length);
		const { budget, interests, notesFromAgent } = customFields;
		for (const person of people) {
			const found = contacts.filter(
				({ email, phone }) =>
					(person.email && email === person.email) || (person.phone && phone === person.phone),
			);
			const who = `${person.firstName} ${person.lastName}`;
			assert.equal(found.length, 1, who);
			const [contact] = found;
			const custom = new Map(contact.customFields.map(({ id, value }) => [id, value]));
			assert.deepEqual(
				{
					firstName: contact.firstName,
					lastName: contact.lastName,
					email: contact.email ?? undefined,
					phone: contact.phone ?? undefined,
					company: contact.companyName ?? undefined,
					city: contact.city,
					country: contact.country,
					postalCode: contact.postalCode,
					tags: [...contact.tags].sort(),
					budget: custom.get(budget),
					interests: custom.get(interests),
					message: custom.get(notesFromAgent),
				},
				{
					firstName: person.firstName,
					lastName: person.lastName,
					email: person.email,
					phone: person.phone,
					company: person.company,
					city: person.city,
					country: person.country,
					postalCode: person.postalCode,
					tags: [...person.tags].sort(),
					budget: person.budget,
					interests: person.interests?.split(', '),
					message: person.message,
				},
				who,
			);
		}
	});

	test('changes nothing the second time, with the workflow imported again', async () => {
		const again = await LeadImport.install(stage.n8n.client, stage.sandbox);
		assert.equal(again.workflowId, leadImport.workflowId);
		assert.equal((await stage.n8n.client.workflows()).length, 1);

		// What HighLevel's limit does has been seen in the first import.
		await stage.sandbox.control('settings', { method: 'PATCH', body: { rateLimit: { max: 100_000 } } });
		const since = Date.now();
		const second = await again.run();
		assert.deepEqual(
			{ created: second.created, updated: second.updated, unchanged: second.unchanged },
			{ created: 0, updated: 0, unchanged: first.rows - first.refused.length },
		);
		assert.deepEqual(
			second.refused.map(({ name, file, reason }) => [name, file, reason]),
			first.refused.map(({ name, file, reason }) => [name, file, reason]),
		);
		assert.deepEqual(await stage.sandbox.writes(since), []);
		assert.deepEqual(await stage.sandbox.contacts(), contacts);
	});
});
