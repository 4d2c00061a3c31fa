import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import type { WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import { seededRandom } from '../../../support/fakeClock';
import { byId, runWiseAgent, startWiseAgent } from '../../../support/wiseAgent';
import type { GeneratedAnswer } from './answers';
import {
	answerWith,
	brokenAnswer,
	latinAnswerWith,
	randomText,
	withControls,
	withoutControls,
} from './answers';

// The rules are the same after shorter waits.
pace({ backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

const SHARE_OF_BROKEN = 0.5;
const SHARE_OF_LATIN = 0.1;

/** How one operation is tried: each item asks with an id of its own, and gets the answer that was made for it. */
interface Trial {
	operation: string;
	requestType: string;
	count: number;
	parameters: IDataObject;
	/** Where the request has the id. */
	idIn: string;
	/** What the server holds, and what has to come out. */
	make: (id: number, text: (isLatin: boolean) => [raw: string, clean: string], isLatin: boolean) => Made;
}

interface Made {
	answer: unknown;
	output: IDataObject[];
}

const item = (name: string) => `={{ $json.${name} }}`;

function written(outcome: string, changes: IDataObject): IDataObject {
	return { outcome, changedFields: Object.keys(changes), changes };
}

const TRIALS: Trial[] = [
	{
		operation: 'contact.get',
		requestType: 'getSingleContact',
		count: 2_500,
		parameters: { contactId: byId(item('id')) },
		idIn: 'clientID',
		make: (ClientID, text, isLatin) => {
			const [first, cleanFirst] = text(isLatin);
			const [name, cleanName] = text(isLatin);
			const record = {
				ClientID,
				CFirst: first,
				CLast: '',
				Categories: JSON.stringify([{ name }]),
				CustomData: JSON.stringify([{ Key: 'k', Value: name }]),
				DtUpdated: '11/2/2020 1:42:00 PM',
				Birthday: '1/1/1900 12:00:00 AM',
			};
			const output = {
				ClientID,
				CFirst: cleanFirst,
				CLast: null,
				Categories: [{ name: cleanName }],
				CustomData: [{ Key: 'k', Value: cleanName }],
				DtUpdated: '2020-11-02T13:42:00-07:00',
				Birthday: null,
			};
			return { answer: [record], output: [output] };
		},
	},
	{
		operation: 'note.getAll',
		requestType: 'getContactNotes',
		count: 1_500,
		parameters: { contactId: byId(item('id')), returnAll: true },
		idIn: 'ClientID',
		make: (ClientID, text, isLatin) => {
			const notes = Array.from({ length: 3 }, (_, index) => ({ NoteID: index + 1, note: text(isLatin) }));
			return {
				answer: notes.map(({ NoteID, note: [raw] }) => ({ NoteID, ClientID, Note: raw, Locked: 0 })),
				output: notes.map(({ NoteID, note: [, clean] }) => ({
					...{ NoteID, ClientID, Note: clean, Locked: false, reference: null },
				})),
			};
		},
	},
	{
		operation: 'call.getAll',
		requestType: 'calls',
		count: 1_500,
		parameters: { contactId: byId(item('id')), returnAll: true },
		idIn: 'clientId',
		make: (ClientId, text, isLatin) => {
			const [raw, clean] = text(isLatin);
			return {
				answer: { Data: [{ CallId: '7', ClientId: String(ClientId), Reason: raw, Completed: 'true' }] },
				output: [{ CallId: 7, ClientId, Reason: clean, Completed: true }],
			};
		},
	},
	{
		operation: 'category.count',
		requestType: 'getCategoryClientCount',
		count: 500,
		parameters: { category: byId(item('id')) },
		idIn: 'category',
		make: (id) => ({
			answer: [{ success: 'true', categorycount: id % 7 }],
			output: [{ category: String(id), count: id % 7 }],
		}),
	},
	{
		operation: 'task.create',
		requestType: 'tasks',
		count: 1_500,
		parameters: { Description: item('id') },
		idIn: 'Description',
		make: (id) => ({
			answer: { success: true, TaskID: id },
			output: [
				{
					...written('created', { Description: { from: null, to: String(id) } }),
					...{ TaskID: id, Description: String(id), reference: null },
				},
			],
		}),
	},
	{
		operation: 'note.create',
		requestType: 'addContactNote',
		count: 1_500,
		parameters: { contactId: byId(item('id')), note: 'Hello' },
		idIn: 'clientids',
		make: (id) => ({
			answer: [{ success: 'true', data: [{ ClientID: id, NoteID: id + 1 }] }],
			output: [
				{
					...written('created', { Note: { from: null, to: 'Hello' } }),
					...{ NoteID: id + 1, ClientID: id, Subject: null, Note: 'Hello', Categories: [], reference: null },
				},
			],
		}),
	},
	{
		operation: 'note.update',
		requestType: 'updateContactNote',
		count: 1_000,
		parameters: { noteId: byId(item('id')), updateFields: { note: 'Hello' } },
		idIn: 'noteID',
		make: (id) => ({
			answer: [{ success: 'true' }],
			// There is no note to read before, so that what it had is not known.
			output: [{ ...written('updated', { Note: { to: 'Hello' } }), NoteID: id, Note: 'Hello' }],
		}),
	},
];

/** What the server answers, by request type and id. */
const planned = new Map<string, GeneratedAnswer>();

/** Lists among which a record is looked for when an answer was lost: nothing is there. */
const NOTHING_THERE: Record<string, string> = {
	tasks: '{"Page":1,"TotalCount":0,"Data":[]}',
	getContactNotes: '[]',
};

let sandbox: WiseAgentSandbox;
let server: Server;
beforeAll(async () => {
	sandbox = await startWiseAgent();
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const query = new URLSearchParams(request.url?.split('?')[1]);
			const form = new URLSearchParams(Buffer.concat(chunks).toString());
			const type = query.get('requestType') ?? '';
			const idIn = TRIALS.find(({ requestType }) => requestType === type)?.idIn ?? '';
			const answer = planned.get(`${type} ${form.get(idIn) ?? query.get(idIn)}`);
			response.statusCode = answer?.status ?? 200;
			response.setHeader('Content-Type', answer?.contentType ?? 'application/json');
			response.end(answer?.body ?? NOTHING_THERE[type] ?? 'no answer was planned');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
	await sandbox.close();
});

test('10,000 answers are tried', () => {
	expect(TRIALS.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
});

test.each(TRIALS)(
	'each of $count answers to $operation becomes the right record or a failure that says what is wrong',
	async ({ operation, requestType, count, parameters, make }) => {
		const random = seededRandom(count + operation.length);
		const text = (isLatin: boolean): [string, string] => {
			const raw = withControls(random, randomText(random, isLatin));
			return [raw, withoutControls(raw)];
		};
		const items = Array.from({ length: count }, (_, index) => ({ id: 100_000 + index }));
		const outputs = new Map<number, IDataObject[]>();
		const answers = items.map(({ id }) => {
			const isLatin = random() < SHARE_OF_LATIN;
			const { answer: value, output } = make(id, text, isLatin);
			const generate = random() < SHARE_OF_BROKEN ? brokenAnswer : isLatin ? latinAnswerWith : answerWith;
			const answer = generate(random, value);
			planned.set(`${requestType} ${id}`, answer);
			outputs.set(id, output);
			return answer;
		});
		const { port } = server.address() as AddressInfo;
		const run = await runWiseAgent(sandbox, operation, {
			items,
			parameters,
			baseUrl: `http://127.0.0.1:${port}`,
			onError: 'continueRegularOutput',
		});
		expect(run.error).toBeUndefined();

		const byItem = new Map<number, IDataObject[]>();
		for (const { json, pairedItem } of run.items) {
			const index = (pairedItem as { item: number }).item;
			byItem.set(index, [...(byItem.get(index) ?? []), json]);
		}
		const wrong = answers.flatMap(({ kind, expected, body }, index) => {
			const output = byItem.get(index) ?? [];
			const failure = output[0]?.error;
			const isRight =
				expected === 'record'
					? JSON.stringify(output) === JSON.stringify(outputs.get(items[index]?.id ?? 0))
					: typeof failure === 'string' && isClear(failure);
			return isRight ? [] : [{ kind, expected, output, body: body.toString('latin1').slice(0, 400) }];
		});
		expect(wrong.slice(0, 3)).toEqual([]);
		expect(answers.filter(({ expected }) => expected === 'record').length).toBeGreaterThan(count / 4);
		expect(answers.filter(({ expected }) => expected === 'failure').length).toBeGreaterThan(count / 4);
	},
	300_000,
);

/** Whether an operator can make something of it: it speaks of Wise Agent or the record, and of no program. */
function isClear(message: string): boolean {
	return (
		/Wise Agent|was not found|127\.0\.0\.1/.test(message) &&
		!/undefined|is not a function|Cannot read|JSON at position|Unexpected|\[object/.test(message)
	);
}
