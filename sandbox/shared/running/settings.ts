/** Settings with changes to them. What a patch leaves out, or has as undefined, stays as it is, also within a group of
 * settings such as `webhooks`; names that are no settings are passed over. */
export function changedSettings<Settings extends object>(before: Settings, patch: object): Settings {
	const changes = new Map<string, unknown>(Object.entries(patch));
	const after = Object.entries(before).map(([name, value]) => {
		const change = changes.get(name);
		// A copy even of a group that stays, so that the settings of two sandboxes share nothing.
		if (isGroup(value) && (isGroup(change) || change === undefined)) {
			return [name, changedSettings(value, change ?? {})];
		}
		return [name, change === undefined ? value : change];
	});
	return Object.fromEntries(after) as Settings;
}

function isGroup(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
