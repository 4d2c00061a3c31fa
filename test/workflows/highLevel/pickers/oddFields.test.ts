import type { INodePropertyOptions, ResourceMapperFields } from 'n8n-workflow';

import { pace } from '../../../support/pace';
import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { examples } from '../../../cases/highLevel';
import type { Forwarder } from '../../../support/odd/forwarder';
import { startForwarder } from '../../../support/odd/forwarder';
import { byId, DEMO, startSandbox } from '../../../support/highLevel';
import { connect } from '../../../support/oAuth2';
import { ODD_VALUES, placesIn, withValueAt } from '../../../support/odd/oddFields';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import type { ListSearch } from '../../../support/odd/repeatedPages';
import { addNote, addTask } from '../pollTrigger/records';
import { editorContext, editorContextOAuth } from './editor';

// The rule is the same after shorter waits.
pace({ rateLimit: { max: 100_000 }, backoff: { firstMs: 0, maxMs: 0 }, looksMs: [0] });

const methods = new GoHighLevel().methods as unknown as Record<string, Record<string, ListSearch>>;
const lists = Object.values(methods)
	.flatMap((own) => Object.entries(own))
	// The mapper's fields have a notice of their own.
	.filter(([name]) => !name.endsWith('CustomFields') || name.startsWith('get'));

let sandbox: HighLevelSandbox;
let forwarder: Forwarder;
beforeAll(async () => {
	sandbox = await startSandbox();
	forwarder = await startForwarder(sandbox.url);
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	await forwarder.close();
	await sandbox.close();
});

type Loading = (filter?: string) => Promise<unknown>;

/** Opens a list behind the forwarder, in a location in which there are several of everything. */
function loadingOf(name: string, load: ListSearch): Loading {
	if (name === 'searchLocations') {
		const connection = connect(sandbox, { userType: 'Company' });
		const credential = connection.credentials.goHighLevelOAuth2Api;
		connection.credentials.goHighLevelOAuth2Api = { ...credential, baseUrl: forwarder.url };
		return async (filter) => await load.call(editorContextOAuth(connection), filter);
	}
	for (const id of ['opportunity.get', 'message.get', 'message.getEmail']) examples[id]?.prepare?.(sandbox);
	const { appointmentId, noteId } = examples['appointmentNote.getAll']?.prepare?.(sandbox) ?? {};
	const contact = sandbox.state.addContact({ locationId: DEMO.locationId, email: 'one@example.com' });
	for (const text of ['First', 'Second']) {
		addNote(sandbox, contact.id, text);
		addTask(sandbox, contact.id, { title: text });
	}
	const chosen = {
		...(name === 'searchAppointmentNotes' ? { resource: 'appointmentNote', operation: 'update' } : {}),
		contactId: byId(contact.id),
		appointmentId: byId(String(appointmentId)),
		noteId: byId(String(noteId)),
	};
	return async (filter) => {
		// A token of its own: nothing is known from an earlier reading.
		const token = `pit-00000000-demo-demo-demo-${++tokens}`;
		const demo = sandbox.state.tokens.get(DEMO.token);
		if (demo) sandbox.state.tokens.set(token, { ...demo, token });
		return await load.call(editorContext(sandbox, { token, baseUrl: forwarder.url }, chosen), filter);
	};
}

let tokens = 0;

/** What can be chosen, by what is stored and by what is shown. */
function optionsIn(loaded: unknown): Array<{ name: unknown; value: unknown }> {
	if (Array.isArray(loaded)) return loaded as INodePropertyOptions[];
	const { results, fields } = loaded as { results?: INodePropertyOptions[] } & Partial<ResourceMapperFields>;
	return results ?? (fields ?? []).map(({ id, displayName }) => ({ name: displayName, value: id }));
}

/** The one list of a response; with an entry that is no record, it is no list of records. */
const isAboutAll = (place: Array<string | number>): boolean => !place.includes(0) || place.at(-1) === 0;

test.each(lists)(
	'a list of the editor offers the rest when one entry is odd: %s',
	async (name, load) => {
		const open = loadingOf(name, load);
		const reads = new Map<string, unknown>();
		forwarder.passage.answer = (text, { path }) => {
			if (!path.includes('/oauth/')) reads.set(path, JSON.parse(text));
			return text;
		};
		const usual = optionsIn(await open());
		expect(usual.length).toBeGreaterThan(0);
		const problems: string[] = [];
		for (const [path, body] of reads) {
			for (const place of placesIn(body)) {
				for (const [what, odd] of Object.entries(ODD_VALUES)) {
					const about = `${what} in ${place.join('.')} of ${path}`;
					forwarder.passage.answer = (text, { path: asked }) =>
						asked === path ? JSON.stringify(withValueAt(body, place, odd)) : text;
					for (const filter of [undefined, 'e']) {
						const { loaded, text } = await open(filter).then(
							(found) => ({ loaded: found, text: JSON.stringify(found) }),
							(error: Error & { description?: string }) => ({
								loaded: undefined,
								text: `${error.message} ${error.description ?? ''}`,
							}),
						);
						if (RAW_ERROR.test(text)) problems.push(`${about}: ${text.slice(0, 300)}`);
						const offered = loaded === undefined ? [] : optionsIn(loaded);
						if (offered.some(({ name: shown, value }) => !isText(shown) || !isText(value)))
							problems.push(`${about}: ${text.slice(0, 300)}`);
						const kept = offered.map(({ value }) => value);
						const others = usual.filter(({ value }) => isOfOther(value, body));
						if (
							filter === undefined &&
							!isAboutAll(place) &&
							// A record of another contact is no odd entry: the list is not of the one that was asked for.
							!text.includes('returned records of contact') &&
							!others.every(({ value }) => kept.includes(value))
						)
							problems.push(`${about} hides others: ${text.slice(0, 300)}`);
					}
				}
			}
		}
		expect(problems).toEqual([]);
	},
	300_000,
);

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** Whether a choice comes from another entry than the first one of the list. */
function isOfOther(value: unknown, body: unknown): boolean {
	const list = Object.values(body as Record<string, unknown>).find(Array.isArray) as unknown[] | undefined;
	return !JSON.stringify(list?.[0] ?? null).includes(`"${String(value).split('.')[0]}"`);
}
