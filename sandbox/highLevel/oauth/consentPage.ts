import { cardPage, escaped } from '../../shared/cardPage';
import type { LocationRecord } from '../state/records';
import type { ConsentError, ConsentRequest } from './consentRequest';

const NOTE = 'HighLevel sandbox: nothing leaves this machine.';

/** The page on which a person lets an app in.
 * @param query what the app asked with, sent along with the decision so that it is checked again
 * @param nonce lets the page's own style through its policy */
export function consentPage(
	{ app, scopes }: ConsentRequest,
	locations: ReadonlyArray<Readonly<LocationRecord>>,
	query: Readonly<Record<string, unknown>>,
	nonce: string,
): string {
	const agency = app.bulkInstallable
		? choice('agency', 'The whole agency', `${locations.length} locations`)
		: '';
	const choices = locations.map(({ id, name, city, state, paused }) =>
		choice(id, name, paused ? 'paused' : `${city}, ${state}`, paused),
	);
	const hidden = Object.entries(query).flatMap(([name, value]) =>
		typeof value === 'string'
			? [`<input type="hidden" name="${escaped(name)}" value="${escaped(value)}" />`]
			: [],
	);
	return cardPage(
		`Connect ${app.name}`,
		nonce,
		`<h1>Connect <span id="app-name">${escaped(app.name)}</span></h1>
<p>The app asks for these scopes:</p>
<ul id="scopes">${scopes.map((scope) => `<li>${escaped(scope)}</li>`).join('')}</ul>
<form method="post" id="consent">
${hidden.join('\n')}
<fieldset>
<legend>Choose where to install it</legend>
<div class="choices">${agency}${choices.join('')}</div>
</fieldset>
<div class="buttons">
<button name="decision" value="allow" id="allow">Allow</button>
<button name="decision" value="cancel" id="cancel" formnovalidate>Cancel</button>
</div>
</form>`,
		NOTE,
	);
}

/** The page that tells why a request is not put to the person. */
export function refusalPage({ heading, message }: ConsentError, nonce: string): string {
	return cardPage(
		heading,
		nonce,
		`<h1 id="error">${escaped(heading)}</h1>
<p id="error-text" role="alert">${escaped(message)}</p>`,
		NOTE,
	);
}

function choice(id: string, name: string, detail: string, disabled = false): string {
	const inputId = `location-${escaped(id)}`;
	return `<label for="${inputId}"><input type="radio" name="location" required id="${inputId}" value="${escaped(id)}"${
		disabled ? ' disabled' : ''
	} /><span>${escaped(name)}</span> <span class="detail">${escaped(detail)}</span></label>`;
}
