import { escaped } from '../../shared/cardPage';
import type { ConsentQuestion } from '../../shared/oauth/consentPage';
import type { AccessRequest } from './consentRequest';

/** Asks a person which of the scopes an app may have. */
export function accessQuestion({ app, scopes }: AccessRequest, userName: string): ConsentQuestion {
	return {
		appName: app.name,
		intro: `<p>Signed in as ${escaped(userName)}. The app asks for access to:</p>`,
		choices: `<fieldset id="scopes">
<legend>Allow</legend>
<div class="choices">${scopes.map(choice).join('')}</div>
</fieldset>`,
	};
}

function choice(scope: string): string {
	const id = `scope-${escaped(scope)}`;
	return `<label for="${id}"><input type="checkbox" name="allowed" id="${id}" value="${escaped(scope)}" checked /> <span>${escaped(scope)}</span></label>`;
}
