import type { INodeProperties } from 'n8n-workflow';

import { eventNotice } from '../../../core/polling/fields';
import type { KindNotice, PollKind } from './kind';
import { valuesOf } from './kind';

/** What the panel says of cost and lateness: one notice of each at most, whatever is chosen. */
export function noticesOf(kinds: PollKind[]): INodeProperties[] {
	const usual: KindNotice = {
		name: 'costNotice',
		text: 'Each poll costs one request for each kind of record that you choose, and one more per 100 records that have changed.',
		events: kinds.flatMap(valuesOf),
		rank: -1,
	};
	return [
		...oneAtATime([...kinds.flatMap(({ cost = [] }) => cost), usual]),
		...oneAtATime(kinds.flatMap(({ lateness = [] }) => lateness)),
	];
}

/** Each is hidden by the events of those with a higher rank. */
function oneAtATime(notices: KindNotice[]): INodeProperties[] {
	const ranked = [...notices].sort((a, b) => b.rank - a.rank);
	return ranked.map(({ name, text, events }, place) => {
		const above = new Set(ranked.slice(0, place).flatMap((one) => one.events));
		const own = events.filter((event) => !above.has(event));
		return eventNotice(name, text, own, [...above]);
	});
}
