import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperFields,
} from 'n8n-workflow';

import { WhatsAble } from '../../../../nodes/WhatsAble/WhatsAble.node.ts';
import { pace } from '../../../support/pace';
import type { WhatsAbleSandbox } from '../../../../sandbox/whatsAble';
import { examples, runExample } from '../../../cases/whatsAble';
import { startForwarder } from '../../../support/odd/forwarder';
import type { Place } from '../../../support/odd/oddFields';
import { ODD_VALUES, placesIn, withValueAt } from '../../../support/odd/oddFields';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import type { NodeRun } from '../../../support/running/runWorkflow';
import { textOf } from '../../../support/sandboxRuns';
import { DEMO, startSandbox, succeed } from '../../../support/whatsAble';
import { editorContext } from '../../../support/whatsAbleEditor';

// The rule is the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

let sandbox: WhatsAbleSandbox;

beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

type Change = (body: unknown, path: string) => unknown;

/** Runs something behind a forwarder that changes what reads are answered with. */
async function behind<T>(change: Change, work: (url: string) => Promise<T>): Promise<T> {
	const forwarder = await startForwarder(sandbox.url, {
		answer: (text, { method, path }) =>
			method === 'GET' ? JSON.stringify(change(JSON.parse(text), path)) : text,
	});
	return await work(forwarder.url).finally(async () => await forwarder.close());
}

async function runChanged(id: string, change: Change): Promise<NodeRun> {
	sandbox.reset();
	const options = examples[id]?.parameters.options as IDataObject;
	// Where an operation waits, one look is enough.
	const once = 'maxWaitSeconds' in options ? { maxWaitSeconds: 1, intervalSeconds: 2 } : {};
	return await behind(
		change,
		async (baseUrl) =>
			(await runExample(sandbox, id, { baseUrl, parameters: { options: { ...options, ...once } } })).run,
	);
}

/** What is read while something goes on: path -> parsed response. */
async function readsOf(work: (change: Change) => Promise<unknown>): Promise<Map<string, unknown>> {
	const reads = new Map<string, unknown>();
	await work((body, path) => {
		reads.set(path, body);
		return body;
	});
	return reads;
}

/** Texts that show a value which was taken for another kind of value. */
const RAW_TEXT = /\[object|undefined|NaN/;

/** The sandbox has one group, so nothing is left of the list when there is nothing in it. */
const isAboutAll = (name: string): boolean => / in groups(\.0)? of /.test(name);

interface Oddity {
	name: string;
	change: Change;
}

/** Each field of each response in turn, with each odd value in it. */
function* oddities(reads: Map<string, unknown>): Generator<Oddity> {
	for (const [path, body] of reads) {
		for (const place of placesIn(body)) {
			for (const [what, odd] of Object.entries(ODD_VALUES)) yield oddityAt(path, place, what, odd);
		}
	}
}

function oddityAt(path: string, place: Place, what: string, odd: unknown): Oddity {
	return {
		name: `${what} in ${place.join('.')} of ${path}`,
		change: (body, asked) => (asked === path ? withValueAt(body, place, odd) : body),
	};
}

describe.each(Object.keys(examples))('%s', (id) => {
	test('whatever stands in a field that is read, the error is one that an operator understands, and no entry is lost', async () => {
		let usual = 0;
		const reads = await readsOf(async (change) => {
			const run = await runChanged(id, change);
			expect(run.error).toBeUndefined();
			usual = run.items.length;
		});
		const isList = [...reads.values()].some((body) => Array.isArray(body) || 'groups' in (body as object));
		const isRead = isList && id.endsWith('.getAll');
		const problems: string[] = [];
		for (const { name, change } of oddities(reads)) {
			const run = await runChanged(id, change);
			const text = textOf(run);
			const items = JSON.stringify(run.items.map(({ json }) => json));
			if (RAW_ERROR.test(text)) problems.push(`${name}: ${text}`);
			if (RAW_TEXT.test(items)) problems.push(`${name}: ${items}`);
			// What is no list any more is an error, and the rest of a list is there whatever becomes of one entry.
			const isWhole = run.error !== undefined || run.items.length === usual;
			const isOfEntry = !isAboutAll(name);
			if (isRead && isOfEntry && (run.error || !isWhole))
				problems.push(`${name}: ${run.items.length} items, ${text}`);
		}
		expect(problems).toEqual([]);
	}, 300_000);
});

const methods = new WhatsAble().methods;
type Loading = (this: ILoadOptionsFunctions, filter?: string) => Promise<unknown>;
const lists: Array<[string, Loading]> = Object.values(methods).flatMap((own) =>
	Object.entries(own as Record<string, Loading>),
);

/** What can be chosen, by what is stored when it is. */
function valuesOf(loaded: unknown): unknown[] {
	if (Array.isArray(loaded)) return (loaded as INodePropertyOptions[]).map(({ value }) => value);
	const { results, fields } = loaded as { results?: INodePropertyOptions[] } & Partial<ResourceMapperFields>;
	return results ? results.map(({ value }) => value) : (fields ?? []).map(({ id }) => id);
}

test.each(lists)(
	'a list of the editor offers the rest when one entry is odd: %s',
	async (name, load) => {
		const apiKey = /Number|Group/.test(name) ? DEMO.keys.whatsable : DEMO.keys.notifyer;
		const { listing } = DEMO.templates;
		const parameters = { templateId: { __rl: true, mode: 'id', value: listing } };
		const open = async (change: Change) =>
			await behind(change, async (url) => {
				const context = editorContext({ ...sandbox, url } as WhatsAbleSandbox, { apiKey, parameters });
				return await load.call(context).then(
					(loaded) => ({ loaded, text: JSON.stringify(loaded) }),
					(error: Error & { description?: string }) => ({
						loaded: undefined,
						text: `${error.message} ${error.description ?? ''}`,
					}),
				);
			});
		let usual: unknown[] = [];
		const reads = await readsOf(async (change) => (usual = valuesOf((await open(change)).loaded)));
		expect(usual.length).toBeGreaterThan(0);
		const problems: string[] = [];
		for (const { name: odd, change } of oddities(reads)) {
			const { loaded, text } = await open(change);
			if (RAW_ERROR.test(text)) problems.push(`${odd}: ${text}`);
			const isOfEntry = !isAboutAll(odd);
			const others = name === 'templateVariables' ? [] : usual.slice(1);
			const offered = loaded === undefined ? [] : valuesOf(loaded);
			if (isOfEntry && !others.every((value) => offered.includes(value))) problems.push(`${odd}: ${text}`);
			if (offered.some((value) => typeof value !== 'string' || value === ''))
				problems.push(`${odd}: ${text}`);
		}
		expect(problems).toEqual([]);
	},
	300_000,
);

/** The JSON of the items of a list when WhatsAble answers this. */
async function listed(resource: string, answer: unknown): Promise<IDataObject[]> {
	return await behind(
		() => answer,
		async (baseUrl) =>
			await succeed(sandbox, `${resource}.getAll`, {
				baseUrl,
				parameters: { returnAll: true, simplify: true },
				...(resource.startsWith('whatsAble') ? { apiKey: DEMO.keys.whatsable } : {}),
			}),
	);
}

test('labels are found as text, as numbers, and under each of their names; one that is none is told as it came', async () => {
	const items = await listed('label', [
		'VIP',
		7,
		{ label: 'Buyer' },
		{ name: 'Seller' },
		{ value: 8 },
		{ id: 3 },
		null,
	]);
	expect(items).toEqual([
		{ label: 'VIP' },
		{ label: '7' },
		{ label: 'Buyer' },
		{ label: 'Seller', name: 'Seller' },
		{ label: '8', value: 8 },
		{ label: '', id: 3 },
		{ label: '', as_received: null },
	]);
});

test('numbers of contacts, numbers of the bot and groups are listed in every shape', async () => {
	expect(
		await listed('phoneNumber', [14155550132, { phone_number_value: null, phone_number_label: 'Ada' }, []]),
	).toEqual([
		{ phone_number_value: '+14155550132', phone_number_label: '14155550132' },
		{ phone_number_value: '', phone_number_label: 'Ada' },
		{ phone_number_value: '', phone_number_label: '', as_received: [] },
	]);
	expect(await listed('whatsAbleNumber', ['14155550132', { phone_number: 14155550133 }, null])).toEqual([
		{ phone_number: '+14155550132' },
		{ phone_number: '+14155550133' },
		{ phone_number: '', as_received: null },
	]);
	expect(await listed('whatsAbleGroup', { groups: [{ label_name: 9, value_for: 120363 }, null] })).toEqual([
		{ label_name: '9', value_for: '120363', session_id: '' },
		{ label_name: '', value_for: '', session_id: '', as_received: null },
	]);
});

test('templates of odd shape are listed with what is known of them', async () => {
	const items = await listed('template', [
		null,
		{ name: 'no_id', status: null },
		{ template_id: 5, name: null, components: [null], template_formate: '[b:2]' },
		{
			id: 'x',
			name: 'odd_parts',
			components: [
				{ type: 'BODY', text: null },
				{ type: 'BUTTONS', buttons: null },
			],
			variable_counts: 1,
		},
		{ id: 'y', name: 'count', components: null, variable_counts: 1e12 },
	]);
	expect(items).toMatchObject([
		{ template_id: '', name: '', variables: [], as_received: null },
		{ template_id: '', name: 'no_id', status: null },
		{ template_id: '5', name: '5', variables: [{ key: 'body1' }, { key: 'body2' }] },
		{ template_id: 'x', variables: [{ key: 'body1' }] },
		{ template_id: 'y' },
	]);
	expect((items[4]?.variables as unknown[]).length).toBeLessThanOrEqual(100);
});

test.each([
	[{ status: null, read_time: null, delivered_time: null, send_time: 1781537400000 }, 'pending'],
	[{ status: 3, delivered_time: 1781537400000 }, 'delivered'],
	[{ status: ['read'], read_time: {} }, 'pending'],
	[{ status: 'FAILED', system_user: { message: 'Undeliverable' } }, 'failed'],
])('the delivery of a message is told whatever its fields hold: %j', async (fields, delivery) => {
	const [sent] = await succeed(sandbox, 'message.sendText', {
		parameters: { phoneNumber: DEMO.contacts.olivia, text: 'Hi' },
	});
	const messageId = String(sent?.message_id);
	const item = await behind(
		() => fields,
		async (baseUrl) =>
			(await succeed(sandbox, 'message.getStatus', { baseUrl, parameters: { messageId } }))[0],
	);
	expect(item).toMatchObject({ message_id: messageId, delivery });
	if (delivery === 'failed') expect(item).toMatchObject({ failure: 'Undeliverable' });
});

test('the delivery of another message is not taken for the one that was asked for', async () => {
	const run = await behind(
		() => ({ message_id: 'wamid.other', status: 'read' }),
		async (baseUrl) => (await runExample(sandbox, 'message.getStatus', { baseUrl })).run,
	);
	expect(run.items).toEqual([]);
	expect(run.error?.message).toContain('the delivery of another message');
});
