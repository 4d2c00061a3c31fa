import type { Passing, Replacement } from '../../../support/odd/forwarder';
import { ODD_RESPONSES, RAW_ERROR } from '../../../support/odd/oddResponses';
import { textOf } from '../../../support/sandboxRuns';
import { operations } from './operations';
import { CLEAR, faultOf, isApi, isWrite, Spoiled } from './spoiled';

/** Beside those that any service may get: what says in Wise Agent's own shapes that nothing is known. */
const RESPONSES: Record<string, Replacement> = {
	...ODD_RESPONSES,
	'a success that is null': { status: 200, body: '{"success":null}' },
	'a success that is an object': { status: 200, body: '{"success":{}}' },
	'a success in words that say no': { status: 200, body: '{"Success":"5 not updated"}' },
	'a success of nothing': { status: 200, body: '{"Success":"0 updated"}' },
	'words that begin with nothing': { status: 200, body: '{"Success":"Nothing was updated"}' },
	'words that refuse': { status: 200, body: '{"Success":"Refused: record was changed by somebody else"}' },
	'a status that says two things': { status: 200, body: '{"status":"success with errors"}' },
	'yes beside an error that is an object': { status: 200, body: '{"success":true,"error":{"code":5}}' },
	'yes beside an error that is a flag': { status: 200, body: '{"success":true,"error":true}' },
	'yes beside a list of errors': { status: 200, body: '{"success":true,"errors":["It failed"]}' },
	'yes beside a no within': { status: 200, body: '{"success":true,"data":{"success":false}}' },
	'yes beside a status that failed': { status: 200, body: '{"success":true,"status":"failed"}' },
	'yes beside a status code': { status: 200, body: '{"success":true,"statusCode":400}' },
	'yes beside a text that denies it': { status: 200, body: '{"success":true,"message":"Permission denied"}' },
	'yes with 0 for an id': { status: 200, body: '{"success":true,"id":0,"TaskID":0}' },
	'JSON in JSON that says nothing': { status: 200, body: JSON.stringify('{"data":{}}') },
	'a list of a success and a refusal': { status: 200, body: '[{"success":"true"},{"error":"no"}]' },
	'a success without an id': { status: 200, body: '{"success":true}' },
	'a success with empty data': { status: 200, body: '[{"success":"true","data":[]}]' },
	'a success with odd data': { status: 200, body: '{"success":"true","status":"success","data":[null]}' },
};

/** For writes that Wise Agent answers with a flag alone, these say that it was done. */
const SAYS_DONE = /^(JSON in JSON|a success without an id|a success with (empty|odd) data)$/;

let spoiled: Spoiled;
beforeAll(async () => (spoiled = await Spoiled.start()));
afterAll(async () => await spoiled.close());

const responses = Object.entries(RESPONSES);

test.each(operations)(
	'$id takes no odd response to a read for a result, and says what came',
	async ({ id }) => {
		const calm = await spoiled.calmly(id);
		const wrong: string[] = [];
		for (const [name, response] of responses) {
			const replaces = (request: Passing) => (isApi(request) && !isWrite(request) ? response : undefined);
			const ran = await spoiled.run(id, { replaces });
			const reads = calm.requests.filter((request) => !isWrite(request));
			if (reads.length === 0) continue;
			// An empty list is what Wise Agent itself answers where there is nothing.
			const isNothing = name === 'an empty list';
			const fault = calm.requests.some(isWrite)
				? faultOf(ran, isNothing && ran.run.error === undefined ? { ...calm, content: ran.content } : calm)
				: readFault(ran.run.error === undefined, textOf(ran.run), isNothing);
			if (fault) wrong.push(`${name}: ${fault}`);
		}
		expect(wrong).toEqual([]);
	},
	600_000,
);

function readFault(isSuccess: boolean, text: string, isNothing: boolean): string | undefined {
	if (isSuccess) return isNothing ? undefined : 'success';
	if (RAW_ERROR.test(text)) return `a raw error: ${text}`;
	return CLEAR.test(text) ? undefined : `not clear: ${text}`;
}

type Which = 'every' | 'the first' | 'the last';

const SPOILED: Array<[stored: boolean, which: Which]> = [
	[true, 'every'],
	[true, 'the first'],
	[true, 'the last'],
	[false, 'every'],
	[false, 'the first'],
	[false, 'the last'],
];

test.each(operations)(
	'$id makes no second record and claims no success when an odd response comes to what it writes',
	async ({ id }) => {
		const calm = await spoiled.calmly(id);
		const writeCount = calm.requests.filter(isWrite).length;
		if (writeCount === 0) return;
		const wrong: string[] = [];
		for (const [name, response] of responses) {
			for (const [isStored, which] of SPOILED) {
				if (writeCount === 1 && which === 'the last') continue;
				// What says clearly that it was done, and was not, nobody can tell.
				if (!isStored && SAYS_DONE.test(name)) continue;
				let seen = 0;
				const replaces = (request: Passing) => {
					if (!isApi(request) || !isWrite(request)) return undefined;
					seen += 1;
					const isHit = which === 'every' || seen === (which === 'the first' ? 1 : writeCount);
					return isHit ? { ...response, isUnsent: !isStored } : undefined;
				};
				const fault = faultOf(await spoiled.run(id, { replaces }), calm);
				if (fault) wrong.push(`${name}, ${isStored ? 'stored' : 'not stored'}, ${which}: ${fault}`);
			}
		}
		expect(wrong).toEqual([]);
	},
	600_000,
);
