import type { SandboxState } from '../state/state';
import { nameOf } from '../views/user';
import { contactName } from './activities';
import { filledBy } from './filled';

interface Choice {
	id: string;
	name: string;
}

/** What the forms of the page let a person choose from: all of its own location, and of its contacts these.
 * @param contactIds those that the page shows */
export function choices(state: SandboxState, contactIds: Iterable<string>): Record<string, Choice[]> {
	const { locationId } = state.home;
	return {
		contacts: [...new Set(contactIds)]
			.filter((id) => state.contacts.get(id)?.locationId === locationId)
			.map((id) => ({ id, name: distinctName(state, id) }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		users: [...state.users.values()]
			.filter(({ locationIds }) => locationIds.includes(locationId))
			.map((user) => ({ id: user.id, name: nameOf(user) })),
		calendars: state.calendars.inGroup(locationId).map(({ id, name }) => ({ id, name })),
		pipelines: state.pipelines.inGroup(locationId).map(({ id, name, stages }) => ({ id, name, stages })),
		lostReasons: state.lostReasons
			.inGroup(locationId)
			.filter(({ deleted }) => !deleted)
			.map(({ id, name }) => ({ id, name })),
		filled: filledBy(state),
	};
}

/** With the email or phone number: several contacts may have one name. */
function distinctName(state: SandboxState, id: string): string {
	const { email, phone } = state.contacts.get(id) ?? {};
	const name = contactName(state, id);
	const more = email || phone;
	return more && more !== name ? `${name} (${more})` : name;
}
