import type { SandboxState } from './state';

/** The key under which notes, tasks and calls of a contact (its id) or a vendor (V and a number) are kept; undefined
 * where there is no such contact or vendor. */
export function ownerOf(state: SandboxState, id: string): string | undefined {
	const key = id.toUpperCase();
	return state.contacts.has(key) || state.vendors.has(key) ? key : undefined;
}

/** Name of the team member, "" for nobody. */
export function memberName(state: SandboxState, insideTeamId: number): string {
	return state.team.get(String(insideTeamId))?.Name ?? '';
}
