import type { Passing } from '../../../support/odd/forwarder';
import { RAW_ERROR } from '../../../support/odd/oddResponses';
import { detailsOf, textOf } from '../../../support/sandboxRuns';
import { byId, DEMO } from '../../../support/wiseAgent';
import { operations } from './operations';
import type { Ran } from './spoiled';
import { furtherKind, isApi, isWrite, Spoiled } from './spoiled';

/** What a list shows in place of the time at which a record was added. */
const TIMES: Record<string, (written: string) => string | undefined> = {
	missing: () => undefined,
	empty: () => '',
	'1/1/1900': () => '1/1/1900 7:00:00 AM',
	'0001': () => '1/1/0001 12:00:00 AM',
	'the day alone': (written) => written.split(' ')[0],
	'the day at midnight': (written) => `${written.split(' ')[0]} 12:00:00 AM`,
	unreadable: () => 'a moment ago',
	'far in the future': () => '12/31/2099 11:59:00 PM',
	'in the zone of the East Coast': (written) => shifted(written, 3),
	'in the zone of Central Europe': (written) => shifted(written, 8),
	'as a number': () => '0',
};

function shifted(written: string, hours: number): string {
	const at = Date.parse(`${written.replace(/ UTC$/, '')} UTC`) + hours * 3_600_000;
	const [day, time] = new Date(at).toISOString().split('T') as [string, string];
	return `${day.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1')} ${time.slice(0, 8)}`;
}

/** How Wise Agent may store a text. */
const WRITINGS: Record<string, (sent: string) => string> = {
	'as HTML': (sent) => `<p>${sent.replace(/\n/g, '<br>')}</p>`,
	'with entities': (sent) => sent.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/'/g, '&#39;'),
	'with merged spaces': (sent) => sent.replace(/\s+/g, ' ').trim(),
	'with \\r\\n': (sent) => `${sent.replace(/ /g, '\r\n')}\r\n`,
	'cut off': (sent) => sent.slice(0, 4),
	'in capitals': (sent) => sent.toUpperCase(),
	'with smart quotes': (sent) => `“${sent}”`,
	'as other words': (sent) => `Rule ${[...sent].reverse().join('')}`,
};

/** Parameters of requests that hold a text of people's own. */
const TEXTS = [
	...['note', 'subject', 'Description', 'TaskNote', 'Reason', 'eventName', 'Address', 'AddressNum'],
	...['CFirst', 'CLast', 'propInfoCity', 'Key', 'Value', 'City'],
];

const TIME_FIELD = /("(?:NoteDate|DateCreated|DateAdded|DateAddedUTC)":\s*)"([^"]*)"(,?)/g;

const CREATIONS = [
	...operations
		.filter(({ id }) => /\.(create|upsert|add\w+|setCustomData)$/.test(id))
		.map(({ id }) => ({ id })),
	{ id: 'contact.create', parameters: withoutIdentity() },
	{ id: 'contact.upsert', parameters: { CEmail: 'new@example.com', MobilePhone: '6025550199' } },
];

function withoutIdentity() {
	return {
		...{ CFirst: 'Grace', CLast: 'Hopper', CEmail: '', MobilePhone: '' },
		...{ Source: byId(DEMO.sources.website), additionalFields: {} },
	};
}

let spoiled: Spoiled;
beforeAll(async () => (spoiled = await Spoiled.start()));
afterAll(async () => await spoiled.close());

/** The first write is lost, after it was carried out or before. */
const losing = (isStored: boolean) => {
	let isLost = false;
	return (request: Passing) => {
		if (isLost || !isApi(request) || !isWrite(request)) return undefined;
		isLost = true;
		return { status: 500, body: '', isUnsent: !isStored };
	};
};

function faultOf({ run, sizes }: Ran, calm: Ran): string | undefined {
	const text = textOf(run);
	const further = furtherKind(sizes, calm.sizes);
	if (further) return `a second record among ${further}: ${text}`;
	if (run.error === undefined) return furtherKind(calm.sizes, sizes) && 'success, and it is not there';
	if (RAW_ERROR.test(text)) return `a raw error: ${text}`;
	// What follows a creation may fail over a text that is stored otherwise.
	const { mayHaveHappened, created, updated } = detailsOf(run);
	return mayHaveHappened || created || updated ? undefined : `not clear: ${text}`;
}

describe.each([true, false])('when a response is lost (carried out: %s)', (isStored) => {
	test.each(CREATIONS)(
		'$id creates no second record, whatever a list shows for a time',
		async ({ id, ...options }) => {
			const calm = await spoiled.run(id, {}, options);
			const wrong: string[] = [];
			for (const [name, written] of Object.entries(TIMES)) {
				const answer = (body: string) =>
					body
						.replace(TIME_FIELD, (_, field: string, time: string, comma: string) => {
							const shown = written(time);
							return shown === undefined ? '' : `${field}"${shown}"${comma}`;
						})
						.replace(/,(\s*[}\]])/g, '$1');
				const fault = faultOf(await spoiled.run(id, { answer, replaces: losing(isStored) }, options), calm);
				if (fault) wrong.push(`${name}: ${fault}`);
			}
			expect(wrong).toEqual([]);
		},
		30_000,
	);

	test.each(CREATIONS)(
		'$id creates no second record, however its texts are stored',
		async ({ id, ...options }) => {
			const calm = await spoiled.run(id, {}, options);
			const wrong: string[] = [];
			for (const [name, stored] of Object.entries(WRITINGS)) {
				const request = (body: string) => {
					const form = new URLSearchParams(body);
					for (const text of TEXTS) if (form.get(text)) form.set(text, stored(form.get(text) ?? ''));
					// Names of new categories; those of a note are of categories that there are.
					const names = form.has('note') ? undefined : form.get('categories')?.split(',');
					if (names) form.set('categories', names.map(stored).join(','));
					return form.toString();
				};
				const fault = faultOf(await spoiled.run(id, { request, replaces: losing(isStored) }, options), calm);
				if (fault) wrong.push(`${name}: ${fault}`);
			}
			expect(wrong).toEqual([]);
		},
		30_000,
	);
});
