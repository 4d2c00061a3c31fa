import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

import { catalogue } from '../../../nodes/GoHighLevel/actions';
import type { HighLevelSandbox } from '../../../sandbox/highLevel';
import { call } from '../../sandbox/highLevel/support';
import { DEMO, startSandbox } from '../../support/highLevel';
import { examples } from '../../cases/highLevel';
import { checkLive } from './live/checkLive';
import { NOT_READ, READS } from './live/reads';
import type { Findings } from './live/report';
import { masked, reportOf } from './live/report';

const account = (baseUrl: string) => ({ token: DEMO.token, locationId: DEMO.locationId, baseUrl });

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	sandbox.reset();
	// Somebody in the location has everything that can be read.
	examples['contact.update']?.prepare?.(sandbox);
	examples['opportunity.get']?.prepare?.(sandbox);
	const { contactId = '' } = examples['task.get']?.prepare?.(sandbox) ?? {};
	const { state } = sandbox;
	const [id, now, soon] = [state.newId(), new Date().toISOString(), new Date(Date.now() + 86_400_000)];
	state.addAppointment({ contactId, startTime: soon.toISOString() });
	const of = { contactId, locationId: DEMO.locationId, dateAdded: now, dateUpdated: now };
	state.notes.set(id, { ...of, id, body: 'Wishes', userId: null, title: null, color: null, pinned: false });
	const text = { type: 'SMS', contactId, message: 'Fine', conversationProviderId: 'provider' };
	await call(sandbox, 'POST', '/conversations/messages/inbound', text);
	state.seedSubmissions();
});

/** Lines of the report about differences, without what a location merely did not show. */
function differencesIn(report: string): string[] {
	const [, differences = ''] = report.split('## Differences');
	const [lines = ''] = differences.split('## Rate limit headers');
	return lines
		.split('\n')
		.filter((line) => /^(- |###)/.test(line) && !line.includes('not seen in HighLevel'))
		.filter((line, place, all) => !line.startsWith('###') || all[place + 1]?.startsWith('- '));
}

const doneIn = ({ outcomes }: Findings) =>
	outcomes.filter(({ remark }) => remark === undefined).map(({ id }) => id);

test('the check reads with every reading operation', () => {
	const reading = Object.entries(catalogue).flatMap(([resource, { operations }]) =>
		Object.keys(operations)
			.filter((name) => /^(get|search|find)/.test(name))
			.map((name) => `${resource}.${name}`),
	);
	const wanted = reading.filter((id) => !NOT_READ.includes(id));
	expect([...new Set(READS.map(({ id }) => id))].sort()).toEqual(wanted.sort());
});

test('a HighLevel like the sandbox differs in nothing, and reading changes nothing', async () => {
	const before = JSON.stringify([...sandbox.state.contacts.values()]);
	const findings = await checkLive(account(sandbox.url), { write: false });

	expect(findings.outcomes.filter(({ remark }) => remark !== undefined)).toEqual([]);
	expect(differencesIn(reportOf(findings))).toEqual([]);
	expect(JSON.stringify([...sandbox.state.contacts.values()])).toBe(before);
}, 60_000);

test('with writing, one contact is made, changed and deleted, and nothing of it stays', async () => {
	const sizes = () => {
		const { contacts, tasks, notes, customFields } = sandbox.state;
		return [contacts, tasks, notes, customFields].map(({ size }) => size);
	};
	const before = sizes();
	const findings = await checkLive(account(sandbox.url), { write: true });

	expect(doneIn(findings)).toEqual(
		expect.arrayContaining(['contact.create', 'task.complete', 'note.update', 'contact.delete']),
	);
	expect(findings.outcomes.filter(({ remark }) => remark !== undefined)).toEqual([]);
	expect(sizes()).toEqual(before);
}, 60_000);

test('a token that is not accepted is reported, and the token is not in the report', async () => {
	const token = 'pit-11111111-2222-3333-4444-555555555555';
	const findings = await checkLive({ ...account(sandbox.url), token }, { write: true });

	expect(doneIn(findings)).toEqual([]);
	expect(reportOf(findings)).toContain('HighLevel does not accept the token');
	expect(reportOf(findings)).not.toContain(token);
}, 60_000);

describe('a HighLevel that answers otherwise', () => {
	let other: FastifyInstance;
	let findings: Findings;

	beforeAll(async () => {
		// The sandbox, with one key more, one of another type, and one status changed.
		other = Fastify();
		other.removeAllContentTypeParsers();
		other.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
		other.all('/*', async (request, reply) => {
			const { method, url, headers, body } = request;
			const answer = await fetch(`${sandbox.url}${url}`, {
				method,
				headers: {
					authorization: String(headers.authorization),
					version: String(headers.version),
					...(body ? { 'content-type': 'application/json' } : {}),
				},
				...(body ? { body: body as string } : {}),
			});
			const json = (await answer.json()) as { contact?: object; note?: object };
			if (json.contact) Object.assign(json.contact, { favouriteColour: 'blue', tags: 'vip' });
			const status = method === 'POST' && json.note ? 202 : answer.status;
			return await reply.code(status).send(json);
		});
		await other.listen({ host: '127.0.0.1', port: 0 });
	});
	afterAll(async () => await other.close());

	beforeEach(async () => {
		const { port } = other.server.address() as { port: number };
		findings = await checkLive(account(`http://127.0.0.1:${port}`), { write: true });
	}, 60_000);

	test('is reported key by key, without a value, a name, an address or an id of the account', () => {
		const report = reportOf(findings);
		expect(report).toContain('- only HighLevel has /contact/favouriteColour (string)');
		expect(report).toContain('- /contact/tags is string in HighLevel, list in the sandbox');
		expect(report).toContain('- status 202: the sandbox answers with 201');

		const contacts = [...sandbox.state.contacts.values()];
		const personal = [
			'blue',
			...contacts.flatMap(({ id, email, phone, lastName }) => [id, email, phone, lastName]),
			...sandbox.state.tasks.keys(),
			DEMO.token,
			DEMO.locationId,
		];
		for (const value of personal.filter((one) => typeof one === 'string'))
			expect(report).not.toContain(value);
	});
});

test.each([
	['Contact with id ocQHyuzHvysMo5N5VsXc not found', 'Contact with id {id} not found'],
	['ada.king@example.com has pit-0123-abc and +1 (212) 555-0142', '{email} has {token} and {number}'],
	['status 422: property foo should not exist', 'status 422: property foo should not exist'],
])('"%s" is reported as "%s"', (text, shown) => {
	expect(masked(text)).toBe(shown);
});
