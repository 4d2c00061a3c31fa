import { cardPage, escaped } from '../../shared/cardPage';
import type { ConsentError, ConsentRequest } from './consentRequest';

const NOTE = 'Wise Agent sandbox: nothing leaves this machine.';

/** The page on which a person lets an app in, with each scope for choice.
 * @param query what the app asked with, sent along with the decision so that it is checked again */
export function consentPage(
	{ app, scopes }: ConsentRequest,
	userName: string,
	query: Readonly<Record<string, unknown>>,
	nonce: string,
): string {
	const hidden = Object.entries(query).flatMap(([name, value]) =>
		typeof value === 'string'
			? [`<input type="hidden" name="${escaped(name)}" value="${escaped(value)}" />`]
			: [],
	);
	return cardPage(
		`Connect ${app.name}`,
		nonce,
		`<h1>Connect <span id="app-name">${escaped(app.name)}</span></h1>
<p>Signed in as ${escaped(userName)}. The app asks for access to:</p>
<form method="post" id="consent">
${hidden.join('\n')}
<fieldset id="scopes">
<legend>Allow</legend>
<div class="choices">${scopes.map(choice).join('')}</div>
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

function choice(scope: string): string {
	const id = `scope-${escaped(scope)}`;
	return `<label for="${id}"><input type="checkbox" name="allowed" id="${id}" value="${escaped(scope)}" checked /> <span>${escaped(scope)}</span></label>`;
}
