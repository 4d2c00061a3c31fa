import { badRequest, notOnTeam, slotTaken, teamMemberMissing } from '../wire/errors';
import type { SandboxState } from '../state/state';
import { teamAt } from './freeSlots';
import type { Span } from './openSlots';
import { bookingWindow, openSlots, zoneOf } from './openSlots';
import type { CalendarRecord } from './records';

export interface BookingWish extends Span {
	assignedUserId?: string;
	/** Lifts the scheduling notice and the end of the bookable time. */
	ignoreDateRange?: boolean;
	/** Takes any time, whether or not it is free. */
	ignoreFreeSlotValidation?: boolean;
}

/**
 * Who of a calendar's team takes an appointment. It has to begin where a free slot does, but may last longer than
 * one, as a public client measured.
 * @param exceptId the appointment itself when it is moved
 * @throws ApiError 400 for a time that is not free and for a draft, 422 for somebody who is not in the team and,
 * where no free slot tells who has time, for nobody
 */
export function assign(
	state: SandboxState,
	calendar: Readonly<CalendarRecord>,
	wish: BookingWish,
	exceptId?: string,
): string {
	const { userIds } = calendar;
	const { assignedUserId } = wish;
	if (wish.endMs <= wish.startMs) throw badRequest('endTime must be after startTime');
	if (!calendar.isActive) throw badRequest('Calendar is inactive');
	if (assignedUserId !== undefined && !userIds.includes(assignedUserId)) throw notOnTeam();
	if (wish.ignoreFreeSlotValidation) {
		const only = userIds.length === 1 ? userIds[0] : undefined;
		const assigned = assignedUserId ?? only;
		if (assigned === undefined) throw teamMemberMissing();
		return assigned;
	}
	const isFree = teamAt(state, calendar, wish, exceptId);
	const candidates = assignedUserId === undefined ? userIds : [assignedUserId];
	const assigned = candidates.find((userId) => isFree(userId, wish));
	if (assigned === undefined || !isOffered(state, calendar, wish)) throw slotTaken();
	return assigned;
}

function isOffered(
	state: SandboxState,
	calendar: Readonly<CalendarRecord>,
	{ startMs, ignoreDateRange }: BookingWish,
): boolean {
	const zone = zoneOf(state, calendar.locationId);
	const window = bookingWindow(calendar, zone, Date.now());
	if (!ignoreDateRange && (startMs < window.startMs || startMs > window.endMs)) return false;
	return !openSlots(calendar, zone, { startMs, endMs: startMs }).next().done;
}
