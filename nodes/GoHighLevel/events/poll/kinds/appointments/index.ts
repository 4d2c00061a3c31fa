import { picked } from '../../../../../core/operation/simplify';
import type { ChangedRecord } from '../../../../../core/polling/changedRecords';
import { recordChanges } from '../../../../../core/polling/changedRecords';
import type { Part } from '../../../../../core/polling/part';
import type { ChangeSource } from '../../../../../core/polling/readChanges';
import { readChanges } from '../../../../../core/polling/readChanges';
import type { WindowHead } from '../../../../../core/polling/seenWindow';
import { shortHash } from '../../../../../core/values/shortHash';
import { plainText } from '../../../../../core/values/texts';
import type { Appointment } from '../../../../api/records/appointments';
import { APPOINTMENT_SUMMARY } from '../../../../api/records/appointments';
import type { EventItem, PollKind, PollRun, PollSettings } from '../../kind';
import { SAMPLE_SIZE } from '../../kind';
import { timeOf } from '../../../../api/answers';
import { CANCELLED, cost, CREATED, events, fields, lateness, options, UPDATED, values } from './fields';
import { appointmentsOf, ownerIn } from './list';

const DAY_MS = 86_400_000;

/** Appointments: all that begin within some days are read, and those that have changed are told by their times. */
export const appointments: PollKind = {
	events,
	simplified: values,
	cost,
	lateness,
	fields,
	options,
	async find({ api, state, settings }: PollRun) {
		const owner = ownerIn(settings);
		const found = await appointmentsOf(api, owner, settings);
		// Of other calendars, everything begins with what happens from then on.
		const name = `appointments ${shortHash(JSON.stringify(owner))}`;
		const part = state.part<WindowHead>(name);
		const known = new Cancelled(state.part(`${name} canceled`));
		const isFirst = part.head === undefined;
		if (isFirst) known.begin(found, settings.startAt ?? Infinity);
		const now = api.account.serverTime(Date.now());
		const source = sourceOf(found, now);
		const read = async (window: Parameters<typeof readChanges>[0]) =>
			await readChanges(window, source, { isEnough: () => false });
		const { changed } = await recordChanges(part, settings, {
			newestChange: source.newestChange,
			readFirst: read,
			read,
		});
		const items = changed.flatMap((one) => itemsOf(one, known, settings));
		known.follow(found);
		return { items, hasMore: false };
	},
	async sample(api, settings, event) {
		const found = await appointmentsOf(api, ownerIn(settings), settings);
		const isAlike = (one: Appointment) => event !== CANCELLED || isCancelled(one);
		return found
			.filter((one) => isWanted(one, settings) && isAlike(one))
			.sort((a, b) => (changedAt(b) ?? 0) - (changedAt(a) ?? 0))
			.slice(0, SAMPLE_SIZE)
			.map((one) => itemOf(event, one, settings));
	},
};

/** Which appointments are canceled already: of a later change, HighLevel does not say what it was. */
class Cancelled {
	/** @param part short hash of the id -> nothing */
	constructor(private readonly part: Part) {}

	/** @param until those that changed later may have been canceled since */
	begin(found: Appointment[], until: number): void {
		this.follow(found.filter((one) => (changedAt(one) ?? 0) < until));
		this.part.confirm();
	}

	has(one: Appointment): boolean {
		return this.part.marks.get(keyOf(one)) !== undefined;
	}

	/** Those that are canceled now; what is not looked at any more is forgotten. */
	follow(found: Appointment[]): void {
		const { marks } = this.part;
		const now = new Set(found.filter(isCancelled).map(keyOf));
		for (const [key] of marks.list()) if (!now.has(key)) marks.delete(key);
		for (const key of now) if (marks.get(key) === undefined) marks.set(key, '');
	}
}

function keyOf({ id }: Appointment): string {
	return shortHash(plainText(id));
}

function isCancelled({ appointmentStatus }: Appointment): boolean {
	return plainText(appointmentStatus).toLowerCase() === 'cancelled';
}

function sourceOf(found: Appointment[], now: number): ChangeSource<Appointment> {
	const times = found.map(changedAt).filter((time) => time !== undefined);
	return {
		pagesSince: (since) => [
			found
				.filter((one) => (changedAt(one) ?? since) >= since)
				.sort((a, b) => (changedAt(a) ?? since) - (changedAt(b) ?? since)),
		],
		// One that comes within the days to look at later, and changed long before, is not to be told of. By a day, the
		// clocks may differ.
		newestChange: async () => times.reduce((newest, time) => Math.max(newest, time), now - DAY_MS),
		seenAs: (one) => ({
			id: plainText(one.id) || JSON.stringify(one),
			changedAt: changedAt(one),
			addedAt: timeOf(one.dateAdded),
			content: JSON.stringify(one),
		}),
	};
}

/** In ms since 1970, to the second; `undefined` where the times of the appointment cannot be read. */
function changedAt({ dateUpdated, dateAdded }: Appointment): number | undefined {
	return timeOf(dateUpdated) ?? timeOf(dateAdded);
}

function isWanted({ assignedUserId }: Appointment, { assignedTo }: PollSettings): boolean {
	return assignedTo === '' || assignedUserId === assignedTo;
}

function itemsOf(
	{ record, isNew }: ChangedRecord<Appointment>,
	known: Cancelled,
	settings: PollSettings,
): EventItem[] {
	if (!isWanted(record, settings)) return [];
	const happened = [
		isNew ? CREATED : UPDATED,
		...(isCancelled(record) && !known.has(record) ? [CANCELLED] : []),
	];
	return happened
		.filter((event) => settings.events.has(event))
		.map((event) => itemOf(event, record, settings));
}

/** As Get Many returns it. */
function itemOf(event: string, record: Appointment, { simplify }: PollSettings): EventItem {
	return { event, record, shown: simplify ? picked(record, APPOINTMENT_SUMMARY) : record };
}
