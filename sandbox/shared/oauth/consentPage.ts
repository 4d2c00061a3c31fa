import { cardPage, escaped } from '../cardPage';
import type { ConsentError, ConsentFields } from './consentRequest';

/** What a page asks a person; all but the app's name is markup. */
export interface ConsentQuestion {
	appName: string;
	/** Between the heading and the form. */
	intro: string;
	/** The fieldset of what the person chooses among. */
	choices: string;
}

/** The page on which a person lets an app in.
 * @param fields what the app asked with, sent along with the decision so that it is checked again
 * @param nonce lets the page's own style through its policy
 * @param note markup of the last line */
export function consentPage(
	{ appName, intro, choices }: ConsentQuestion,
	fields: ConsentFields,
	nonce: string,
	note: string,
): string {
	const hidden = Object.entries(fields).flatMap(([name, value]) =>
		typeof value === 'string'
			? [`<input type="hidden" name="${escaped(name)}" value="${escaped(value)}" />`]
			: [],
	);
	return cardPage(
		`Connect ${appName}`,
		nonce,
		`<h1>Connect <span id="app-name">${escaped(appName)}</span></h1>
${intro}
<form method="post" id="consent">
${hidden.join('\n')}
${choices}
<div class="buttons">
<button name="decision" value="allow" id="allow">Allow</button>
<button name="decision" value="cancel" id="cancel" formnovalidate>Cancel</button>
</div>
</form>`,
		note,
	);
}

/** The page that tells why a request is not put to the person. */
export function refusalPage({ heading, message }: ConsentError, nonce: string, note: string): string {
	return cardPage(
		heading,
		nonce,
		`<h1 id="error">${escaped(heading)}</h1>
<p id="error-text" role="alert">${escaped(message)}</p>`,
		note,
	);
}
