import { escaped } from '../../shared/cardPage';
import type { ConsentQuestion } from '../../shared/oauth/consentPage';
import type { LocationRecord } from '../state/records';
import type { InstallRequest } from './consentRequest';

/** Asks a person where to install an app. It gets all scopes that it asks for, or none. */
export function installQuestion(
	{ app, scopes }: InstallRequest,
	locations: ReadonlyArray<Readonly<LocationRecord>>,
): ConsentQuestion {
	const agency = app.bulkInstallable
		? choice('agency', 'The whole agency', `${locations.length} locations`)
		: '';
	const choices = locations.map(({ id, name, city, state, paused }) =>
		choice(id, name, paused ? 'paused' : `${city}, ${state}`, paused),
	);
	return {
		appName: app.name,
		intro: `<p>The app asks for these scopes:</p>
<ul id="scopes">${scopes.map((scope) => `<li>${escaped(scope)}</li>`).join('')}</ul>`,
		choices: `<fieldset>
<legend>Choose where to install it</legend>
<div class="choices">${agency}${choices.join('')}</div>
</fieldset>`,
	};
}

function choice(id: string, name: string, detail: string, disabled = false): string {
	const inputId = `location-${escaped(id)}`;
	return `<label for="${inputId}"><input type="radio" name="location" required id="${inputId}" value="${escaped(id)}"${
		disabled ? ' disabled' : ''
	} /><span>${escaped(name)}</span> <span class="detail">${escaped(detail)}</span></label>`;
}
