import type { LocationRecord } from '../records';
import type { ConsentError, ConsentRequest } from './consent-request';

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
	return page(
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
	);
}

/** The page that tells why a request is not put to the person. */
export function refusalPage({ heading, message }: ConsentError, nonce: string): string {
	return page(
		heading,
		nonce,
		`<h1 id="error">${escaped(heading)}</h1>
<p id="error-text" role="alert">${escaped(message)}</p>`,
	);
}

function choice(id: string, name: string, detail: string, disabled = false): string {
	const inputId = `location-${escaped(id)}`;
	return `<label for="${inputId}"><input type="radio" name="location" required id="${inputId}" value="${escaped(id)}"${
		disabled ? ' disabled' : ''
	} /><span>${escaped(name)}</span> <span class="detail">${escaped(detail)}</span></label>`;
}

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dde3, #343b45); --faint: light-dark(#5a6472, #9aa5b3); --accent: light-dark(#1257b8, #7db4ff); }
body { margin: 0; padding: 1.5rem; background: light-dark(#f4f5f7, #14171c); color: light-dark(#1a1e24, #e8ebef); font: 1rem/1.4 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 1.5rem; border: 1px solid var(--line); border-radius: 0.5rem; background: light-dark(#fff, #1d2229); }
h1 { margin: 0 0 1rem; font-size: 1.4rem; overflow-wrap: anywhere; }
ul { columns: 2; margin: 0 0 1rem; padding-left: 1.2rem; font-size: 0.9rem; overflow-wrap: anywhere; }
fieldset { padding: 0.5rem; border: 1px solid var(--line); border-radius: 0.35rem; }
.choices { max-height: 40vh; overflow: auto; }
label { display: block; padding: 0.4rem; cursor: pointer; }
label:has(:disabled) { opacity: 0.6; cursor: default; }
.detail, .note { color: var(--faint); }
.buttons { display: flex; gap: 0.75rem; margin-top: 1rem; }
button { padding: 0.5rem 1.25rem; border: 1px solid var(--line); border-radius: 0.35rem; background: transparent; color: inherit; font: inherit; cursor: pointer; }
#allow { border-color: var(--accent); font-weight: 600; }
button:hover, button:focus-visible { border-color: var(--accent); }
`;

function page(title: string, nonce: string, content: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escaped(title)}</title>
<link rel="icon" href="data:," />
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
${content}
<p class="note">HighLevel sandbox: nothing leaves this machine.</p>
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}
