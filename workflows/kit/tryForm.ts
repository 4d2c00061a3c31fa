import type { FlowNode } from './flow';
import type { Lane } from './lanes';

interface TryForm {
	at: FlowNode['at'];
	/** Where the contact is looked for. */
	system: string;
	/** The node that writes, or says what it would write. */
	writer: string;
	/** Finds a contact by `contact`, an email or phone. */
	find: FlowNode;
	/** Under which name the contact that is found has its ID. */
	idOf: string;
}

/** A text of a record, safe to be shown in a page. */
const SAFE = (value: string) =>
	`String(${value} ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")`;

const TEXT = (value: string) => `(typeof ${value} === "string" ? ${value} : JSON.stringify(${value} ?? ""))`;

/**
 * A form that runs the lane for one contact without writing anything, and shows each field as it is and as it would be.
 */
export function tryForm({ at, system, writer, find, idOf }: TryForm): Lane & { show: string } {
	const [column, row] = at;
	const prepare: FlowNode = {
		name: 'Try, write nothing',
		at: [column + 1, row - 1],
		type: 'n8n-nodes-base.set',
		version: 3.4,
		parameters: {
			assignments: {
				assignments: [
					{ id: 'recordId', name: 'recordId', type: 'string', value: `={{ String($json.${idOf}) }}` },
					{ id: 'dryRun', name: 'dryRun', type: 'boolean', value: true },
				],
			},
			options: {},
		},
		executeOnce: true,
	};
	const rows = `Object.entries($json.changes ?? new Map()).map(([field, change]) => "<tr><td>" + ${SAFE('field')} + "</td><td>" + ${SAFE(TEXT('change.from'))} + "</td><td>" + ${SAFE(TEXT('change.to'))} + "</td></tr>").join("")`;
	const show = 'Show what would change';
	return {
		show,
		nodes: [
			{
				name: 'Try with one contact',
				at,
				type: 'n8n-nodes-base.formTrigger',
				version: 2.6,
				webhookId: `try ${writer}`,
				parameters: {
					authentication: 'n8nUserAuth',
					formTitle: 'Try with one contact',
					formDescription: `Shows what this workflow would write. It changes nothing. Enter the email or phone of a contact in ${system}.`,
					formFields: {
						values: [{ fieldName: 'contact', fieldLabel: 'Email or phone', requiredField: true }],
					},
					responseMode: 'lastNode',
					options: {},
				},
			},
			find,
			prepare,
			{
				name: show,
				at: [column + 8, row - 1],
				type: 'n8n-nodes-base.form',
				version: 2.5,
				parameters: {
					operation: 'completion',
					respondWith: 'showText',
					responseText: `=<h2>{{ ${SAFE('$json.outcome')} }}</h2><table><tr><th>Field</th><th>Now</th><th>Then</th></tr>{{ ${rows} }}</table>`,
					options: {},
				},
			},
		],
		arrows: [
			{ from: 'Try with one contact', to: find.name },
			{ from: find.name, to: prepare.name },
			{ from: prepare.name, to: 'Settings' },
		],
	};
}
