/** Which refusals a remedy belongs to: by WhatsAble's code, or by its text. */
interface Remedy {
	/** WhatsAble's codes. Source: its public pages on template messages, other messages and errors. */
	codes?: string[];
	/** Texts, also those that WhatsAble passes on from Meta, whose error numbers stand in them. */
	text?: RegExp;
	remedy: string;
}

/** The first that fits counts. */
const REMEDIES: Remedy[] = [
	{
		text: /131047|24[ -]?h(ou)?rs?\b|re-?engagement|window (is )?closed|outside .*window/i,
		remedy:
			'Free messages reach a contact only within 24 hours of its own last message. Send a template instead: Message > Send Template.',
	},
	{
		text: /132018|new-?line|tab characters|consecutive spaces/i,
		remedy: 'Take line breaks, tabs and runs of blanks out of the variables of the template.',
	},
	{
		codes: ['invalid_variables'],
		text: /132000|132012|number of (localizable )?param/i,
		remedy: 'Fill in every variable of the template, and none that it does not have.',
	},
	{
		codes: ['template_not_found', 'invalid_template'],
		text: /13200[157]|13201[56]|template\b.*\b(not (found|approved|exist)|paused|disabled)/i,
		remedy:
			'Choose the template again. It must exist in this language and be approved: Message Templates in the Notifyer console.',
	},
	{
		text: /131026|undeliverable|no whatsapp account|not registered|verified numbers/i,
		remedy:
			'The number has no WhatsApp account, or has not been added to this WhatsAble account. Check the number.',
	},
	{
		text: /131049|healthy ecosystem/i,
		remedy:
			'Meta limits how many marketing messages a person gets. Wait some days, or use a utility template.',
	},
	{
		codes: ['invalid_phone_number'],
		text: /phone number (format )?is invalid|invalid phone number/i,
		remedy: 'Write the number with + and its calling code, such as +14155552671.',
	},
	{
		codes: ['file_too_large'],
		text: /file (size|exceeds)|too large|maximum allowed size/i,
		remedy: 'WhatsApp takes images up to 5 MB, video and audio up to 16 MB, documents up to 100 MB.',
	},
	{
		codes: ['invalid_media_url'],
		text: /media url|131052|131053|attachment/i,
		remedy:
			'The file must be at a public HTTPS address, without login and redirects, in a format that WhatsApp takes.',
	},
	{
		text: /label/i,
		remedy: 'Labels are made in the Notifyer console; an API key cannot make any. Use one that is there.',
	},
	{
		text: /scheduled time|in the future/i,
		remedy: 'Choose a time that is still to come, in the right time zone.',
	},
	{
		text: /insufficient|credit|subscription|expired|limit (for this number )?(is )?reached|unique number/i,
		remedy: 'Look at the plan and the balance of the WhatsAble account.',
	},
	{
		codes: ['rate_limit_exceeded', 'ERROR_CODE_TOO_MANY_REQUESTS'],
		remedy: 'It was tried again for a long time. Run the remaining items later, or fewer at once.',
	},
	{
		codes: ['ERROR_CODE_NOT_FOUND'],
		remedy: 'Check the id: this record is not in the account that the API key belongs to.',
	},
	{
		codes: ['server_error', 'ERROR_FATAL', 'ERROR_CODE_FATAL'],
		remedy: "Run the item again later; if it stays like this, ask WhatsAble's support.",
	},
];

/** What to do about a refusal. */
export function remedyFor(status: number, code: string | undefined, text: string): string {
	const known =
		REMEDIES.find(({ text: pattern }) => pattern?.test(text)) ??
		REMEDIES.find(({ codes }) => code !== undefined && codes?.includes(code));
	if (known) return known.remedy;
	if (status === 429) return remedyFor(0, 'rate_limit_exceeded', '');
	if (status === 404) return remedyFor(0, 'ERROR_CODE_NOT_FOUND', '');
	return 'Correct what the text names, and run the item again.';
}

/** The same for a delivery that failed, by WhatsAble's text about it. */
export function deliveryRemedy(text: string): string | undefined {
	return REMEDIES.find(({ text: pattern }) => pattern?.test(text))?.remedy;
}
