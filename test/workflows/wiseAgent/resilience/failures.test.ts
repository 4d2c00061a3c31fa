import { pace } from '../../../support/pace';
import type { WiseAgentFaultRule, WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { FAILURE_SHAPES } from '../../../../sandbox/wiseAgent';
import { closedPort } from '../../../support/sandboxRuns';
import type { WiseAgentRun } from '../../../support/wiseAgent';
import {
	byId,
	connectWiseAgent,
	DEMO,
	fails,
	requestsOfType,
	runWiseAgent,
	startWiseAgent,
	succeeds,
	tokensOf,
} from '../../../support/wiseAgent';
import { store } from '../contact/people';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 5, maxMs: 20 }, looksMs: [0, 20] });

let sandbox: WiseAgentSandbox;
let contactId: string;
beforeAll(async () => (sandbox = await startWiseAgent()));
beforeEach(() => {
	sandbox.reset();
	contactId = store(sandbox, { CFirst: 'Zoë', Company: 'Müller & Söhne' });
});
afterEach(() => sandbox.configure({ contentType: 'application/json', rawControlCharacters: true }));
afterAll(async () => await sandbox.close());

const get = (): WiseAgentRun => ({ parameters: { contactId: byId(contactId) } });

test.each(FAILURE_SHAPES)(
	'a failure with status 200 (%s) is none that passes for a contact',
	async (shape) => {
		sandbox.faults.add({ kind: 'refused', shape });
		const { message } = await fails(sandbox, 'contact.get', get());
		expect(message).toBe('Wise Agent refused the request: The request could not be processed');
		expect(requestsOfType(sandbox)).toHaveLength(1);
	},
);

test.each<[string, WiseAgentFaultRule]>([
	['a server error', { kind: 'serverError' }],
	['a gateway page', { kind: 'htmlError' }],
	['half an answer', { kind: 'truncated' }],
	['a closed connection', { kind: 'connectionReset' }],
	['too many requests', { kind: 'rateLimited', retryAfterSeconds: 0.01 }],
])('%s passes by, and the contact comes', async (_, fault) => {
	sandbox.faults.add({ ...fault, times: 3 });
	expect(await succeeds(sandbox, 'contact.get', get())).toMatchObject([{ CFirst: 'Zoë' }]);
	expect(requestsOfType(sandbox)).toHaveLength(4);
});

test.each<[string, WiseAgentFaultRule, string]>([
	['a server error', { kind: 'serverError' }, 'Wise Agent did not answer: a web page from 127.0.0.1'],
	['half an answer', { kind: 'truncated' }, 'Wise Agent did not answer: the answer was cut off'],
	[
		'a closed connection',
		{ kind: 'connectionReset' },
		'Wise Agent did not answer: the connection was closed',
	],
	[
		'a page of an error with status 200',
		{ kind: 'htmlError', status: 200 },
		'did not answer like Wise Agent (status 200)',
	],
])('%s that does not end is told', async (_, fault, expected) => {
	sandbox.faults.add(fault);
	const { message } = await fails(sandbox, 'contact.get', get());
	expect(message).toContain(expected);
});

test('nobody at the address is told, with what to look at', async () => {
	const baseUrl = `http://127.0.0.1:${await closedPort()}`;
	const { message, description } = await fails(sandbox, 'contact.get', { ...get(), baseUrl });
	expect(message).toContain('Wise Agent could not be reached');
	expect(description).toContain('Base URL');
});

test.each(['controlCharacters', 'brokenEncoding'] as const)(
	'an answer with %s is read as it was meant',
	async (kind) => {
		sandbox.faults.add({ kind });
		const [contact] = await succeeds(sandbox, 'contact.get', get());
		expect(String(contact?.CFirst).replace(/\s/g, '')).toBe('Zoë');
		expect(String(contact?.Company).replace(/[\n\t]/g, '')).toBe('Müller & Söhne');
	},
);

test.each([
	['text/html', true],
	['text/html', false],
	['application/json', false],
] as const)(
	'answers labelled %s, with raw control characters: %s, are read alike',
	async (contentType, raw) => {
		sandbox.configure({ contentType, rawControlCharacters: raw });
		sandbox.state.addNote({ owner: contactId, Note: 'one\r\ntwo\t"three"' });
		const [note] = await succeeds(sandbox, 'note.getAll', {
			parameters: { contactId: byId(contactId), returnAll: true },
		});
		expect(note?.Note).toBe('one\r\ntwo\t"three"');
	},
);

describe('what n8n stores of a failed execution holds no token', () => {
	test.each<[string, WiseAgentFaultRule | undefined, WiseAgentRun['parameters']]>([
		['after a server error', { kind: 'serverError' }, undefined],
		['after a refusal', { kind: 'refused' }, undefined],
		['after half an answer', { kind: 'truncated' }, undefined],
		['after a closed connection', { kind: 'connectionReset' }, undefined],
		['for an unknown contact', undefined, { contactId: byId('4711') }],
	])('%s', async (_, fault, parameters) => {
		if (fault) sandbox.faults.add(fault);
		const connection = connectWiseAgent(sandbox);
		const secrets = [...Object.values(tokensOf(connection)), DEMO.app.clientSecret].filter(
			(value) => typeof value === 'string' && value.length >= 30,
		);
		for (const onError of [undefined, 'continueErrorOutput'] as const) {
			const { stored, error, errorItems } = await runWiseAgent(sandbox, 'contact.get', {
				parameters: parameters ?? { contactId: byId(contactId) },
				connection,
				...(onError ? { onError } : {}),
			});
			expect(error ?? errorItems[0]).toBeDefined();
			for (const secret of secrets) expect(stored).not.toContain(secret);
			expect(stored).not.toMatch(/Bearer|authorization/i);
		}
	});
});

test('one item that fails does not end the others where the user goes on', async () => {
	const run = await runWiseAgent(sandbox, 'contact.get', {
		items: [{ id: contactId }, { id: '4711' }, { id: contactId }],
		parameters: { contactId: byId('={{ $json.id }}') },
		onError: 'continueErrorOutput',
	});
	expect(run.items).toHaveLength(2);
	expect(run.errorItems).toMatchObject([{ json: { error: 'Contact 4711 was not found' } }]);
});

test('a run that is cancelled ends, though Wise Agent does not answer', async () => {
	sandbox.faults.add({ kind: 'timeout' });
	const run = await runWiseAgent(sandbox, 'contact.get', {
		...get(),
		cancelWhen: () => requestsOfType(sandbox).length > 0,
	});
	expect(run.items).toEqual([]);
});
