import { assignedConstants } from './assignedConstants';
import { cyclesIn } from './cycles';
import { foldersOf, MOST_FILES } from './folders';
import { forbiddenImports, misplacedFiles } from './layers';
import { forbiddenInSandboxes } from './sandboxes';
import { scopesBesideRequests } from './scopes';
import { codeIn, importsIn, PRODUCT, TREES } from './sources';
import { processState } from './state';

/** Where a process may remember something: a test lists, empties and replaces what lies there. */
const STATE_FOLDERS = /^nodes\/core\/(account|webhook|polling)\//;

/** Rule -> what breaks it, in the order of the text. */
export type Offences = Record<string, string[]>;

/** Everything in this tree that breaks a rule of its architecture. */
export function offencesOfTree(): Offences {
	const product = importsIn(PRODUCT);
	return {
		'every file has a place': misplacedFiles(product.keys()),
		'imports follow the arrows': forbiddenImports(product),
		'the stores of the sandboxes, and what they share, know neither demo data nor services':
			forbiddenInSandboxes(importsIn(['sandbox'])),
		'no import cycle in the product': cyclesIn(product),
		'no import cycle in the tests': cyclesIn(importsIn(['test'])),
		[`at most ${MOST_FILES} files of different kinds in a folder`]: largeFolders(),
		'process-wide state in its folders only': processState(codeIn(PRODUCT)).filter(
			(one) => !STATE_FOLDERS.test(one),
		),
		'a scope is written with its request, and nowhere else': scopesBesideRequests(),
		'no test assigns to a constant of the product': assignedConstants(['test']),
	};
}

function largeFolders(): string[] {
	return foldersOf(codeIn(TREES))
		.filter(({ kinds }) => kinds > MOST_FILES)
		.map(({ folder, kinds }) => `${folder}: ${kinds}`)
		.sort();
}
