import '../test/support/environment';

import { assignedConstants } from '../test/architecture/assignedConstants';
import { cyclesIn } from '../test/architecture/cycles';
import { foldersOf } from '../test/architecture/folders';
import { codeIn, importsIn, PRODUCT, textOf, TREES } from '../test/architecture/sources';
import { processState } from '../test/architecture/state';
import type { Way } from './filesPassed';
import { waysOfContacts } from './filesPassed';
import { customValueCost } from './resourceCost';

/** Where a service is talked to, and what the three share. */
const CLIENT = /^nodes\/(\w+\/api\/(client|transport)|core\/sending\/exchange)\.ts$/;

/** How many of the largest folders are listed. */
const FOLDERS_LISTED = 10;

/** What the code costs those who read and change it: one line a figure, and with `--list` what it counts. */
interface Figure {
	name: string;
	value: string;
	list: string[];
}

void main();

async function main(): Promise<void> {
	const withLists = process.argv.includes('--list');
	for (const { name, value, list } of await figures()) {
		console.log(`${name.padEnd(48)} ${value}`);
		if (withLists && list.length > 0) console.log(list.map((line) => `    ${line}`).join('\n'));
	}
	process.exit(0);
}

async function figures(): Promise<Figure[]> {
	const ways = await waysOfContacts();
	return [
		...cycleFigures(),
		folderFigure('Largest folder of the product', PRODUCT),
		folderFigure('Largest folder of all', TREES),
		stateFigure(),
		assignmentFigure(),
		wayFigure('Files that a HighLevel contact read passes', ways.read),
		wayFigure('Files that a HighLevel contact create passes', ways.create),
		resourceFigure(),
		clientFigure(),
	];
}

function cycleFigures(): Figure[] {
	const [product, tests] = [cyclesIn(importsIn(PRODUCT)), cyclesIn(importsIn(['test']))];
	return [
		{ name: 'Import cycles in nodes/ and credentials/', value: String(product.length), list: product },
		{ name: 'Import cycles in test/', value: String(tests.length), list: tests },
	];
}

function folderFigure(name: string, trees: string[]): Figure {
	const folders = foldersOf(codeIn(trees));
	const [largest] = folders;
	const listed = [...folders.slice(0, FOLDERS_LISTED), ...folders.filter(({ reason }) => reason)];
	return {
		name,
		value: `${largest?.kinds} files of different kinds, ${largest?.folder}`,
		list: listed.map(
			({ folder, kinds, files, reason }) =>
				`${String(kinds).padStart(2)} of ${files} files, ${folder}${reason ? ` (one kind: ${reason})` : ''}`,
		),
	};
}

function stateFigure(): Figure {
	const state = processState(codeIn(PRODUCT));
	const files = new Set(state.map((one) => one.split(':')[0] ?? ''));
	const folders = new Set([...files].map((file) => file.replace(/\/[^/]*$/, '')));
	return {
		name: 'Folders with process-wide state',
		value: `${folders.size} (${state.length} pieces in ${files.size} files)`,
		list: state,
	};
}

function assignmentFigure(): Figure {
	const places = assignedConstants(['test']);
	const files = new Set(places.map((place) => place.split(':')[0]));
	return {
		name: 'Places where tests assign to production constants',
		value: `${places.length} in ${files.size} files`,
		list: places,
	};
}

function wayFigure(name: string, { files, enteredAgain }: Way): Figure {
	const again = enteredAgain.length > 0 ? `, ${enteredAgain.length} of them more than once` : '';
	const list = files.map((file) => `${file}${enteredAgain.includes(file) ? ' (more than once)' : ''}`);
	return { name, value: `${files.length}${again}`, list };
}

function resourceFigure(): Figure {
	const { files, lines } = customValueCost();
	return {
		name: 'Files and lines of a resource (Custom Value)',
		value: `${files.length} (${lines} lines)`,
		list: files.map((one) => `${one.file} (${one.isOwn ? `all ${one.lines}` : one.lines} lines)`),
	};
}

function clientFigure(): Figure {
	const sizes = codeIn(['nodes'])
		.filter((file) => CLIENT.test(file))
		.map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }));
	const total = sizes.reduce((sum, { lines }) => sum + lines, 0);
	return {
		name: 'Lines of the clients and the exchange',
		value: `${total} (${sizes.map(({ file, lines }) => `${file.replace(/^nodes\//, '')} ${lines}`).join(', ')})`,
		list: [],
	};
}
