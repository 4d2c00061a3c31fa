import { join, relative } from 'node:path';

import ts from 'typescript';

import { changes, nodesIn } from './mutations';
import { ROOT } from '../support/paths';

const EMPTY_CONTAINERS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet']);

/** Values of libraries that remember something. */
const STATEFUL_TYPES = new Set(['AsyncLocalStorage', 'EventEmitter', 'LimitFunction']);

/**
 * What a process remembers from one execution to the next: the variables of modules and the static properties of
 * classes that hold it, as `file: name`. These are:
 *
 * - a variable that is assigned again, or whose content is changed somewhere in these files;
 * - a Map, Set, WeakMap or WeakSet that begins empty;
 * - an instance of a class of ours whose methods change its fields, or that has such a field or inherits it;
 * - what a function of ours returns that changes its own variables later on.
 *
 * A regular expression, a list and a table that nothing writes are none of them.
 *
 * @param files all that may change it, as paths from the root
 */
export function processState(files: string[]): string[] {
	const program = programOf(files);
	const finder = new StateFinder(program);
	return program
		.getSourceFiles()
		.filter(({ fileName }) => !fileName.includes('/node_modules/'))
		.flatMap((file) =>
			finder.in(file).map((name) => `${relative(ROOT, file.fileName).replaceAll('\\', '/')}: ${name}`),
		)
		.sort();
}

function programOf(files: string[]): ts.Program {
	const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile) as { config: object };
	const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files }, ts.sys, ROOT);
	return ts.createProgram(
		files.map((file) => join(ROOT, file)),
		{ ...options, types: ['node'] },
	);
}

type Holder = ts.VariableDeclaration | ts.PropertyDeclaration;

class StateFinder {
	private readonly checker: ts.TypeChecker;
	private readonly changed: ReadonlySet<ts.Symbol>;
	private readonly statefulClasses = new Map<ts.Symbol, boolean>();

	constructor(private readonly program: ts.Program) {
		this.checker = program.getTypeChecker();
		this.changed = this.changedSymbols();
	}

	/** Names of what remembers something in this file. */
	in(file: ts.SourceFile): string[] {
		return holdersIn(file)
			.filter((holder) => this.remembers(holder))
			.map((holder) => holder.name.getText());
	}

	private remembers({ name, initializer }: Holder): boolean {
		const symbol = this.checker.getSymbolAtLocation(name);
		if (symbol && this.changed.has(symbol)) return true;
		if (initializer && (isEmptyContainer(initializer) || this.isMadeWithState(initializer))) return true;
		return this.isStateful(this.checker.getTypeAtLocation(name));
	}

	/** Whether it is the result of a function whose variables are changed by a function inside of it. */
	private isMadeWithState(initializer: ts.Expression): boolean {
		if (!ts.isCallExpression(initializer)) return false;
		const symbol = this.origin(this.checker.getSymbolAtLocation(initializer.expression));
		const maker = symbol?.valueDeclaration;
		if (!maker || maker.getSourceFile().fileName.includes('/node_modules/')) return false;
		return [...nodesIn(maker)].some((node) => {
			if (!ts.isIdentifier(node) || !changes(node, this.checker)) return false;
			const variable = this.checker.getSymbolAtLocation(node)?.valueDeclaration;
			const home = variable && ts.findAncestor(variable, ts.isFunctionLike);
			return home === maker && ts.findAncestor(node, ts.isFunctionLike) !== maker;
		});
	}

	/** Everything that a mention of it changes. */
	private changedSymbols(): ReadonlySet<ts.Symbol> {
		const found = new Set<ts.Symbol>();
		for (const file of this.program.getSourceFiles()) {
			if (file.fileName.includes('/node_modules/')) continue;
			for (const node of nodesIn(file)) {
				const isMention = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
				if (!isMention || !changes(node, this.checker)) continue;
				const name = ts.isIdentifier(node) ? node : node.name;
				const symbol = this.origin(this.checker.getSymbolAtLocation(name));
				if (symbol) found.add(symbol);
			}
		}
		return found;
	}

	/** What an import stands for. */
	private origin(symbol: ts.Symbol | undefined): ts.Symbol | undefined {
		const isAlias = symbol && symbol.flags & ts.SymbolFlags.Alias;
		return isAlias ? this.checker.getAliasedSymbol(symbol) : symbol;
	}

	private isStateful(type: ts.Type): boolean {
		const symbol = type.getSymbol() ?? type.aliasSymbol;
		if (!symbol) return false;
		if (STATEFUL_TYPES.has(symbol.getName())) return true;
		const declaration = symbol.declarations?.find(ts.isClassDeclaration);
		if (!declaration || declaration.getSourceFile().fileName.includes('/node_modules/')) return false;
		// The class itself, not an instance of it.
		if (type.getConstructSignatures().length > 0) return false;
		const known = this.statefulClasses.get(symbol);
		if (known !== undefined) return known;
		this.statefulClasses.set(symbol, false);
		const isStateful =
			declaration.members.some((member) => this.isStatefulMember(member)) ||
			(type.getBaseTypes() ?? []).some((base) => this.isStateful(base));
		this.statefulClasses.set(symbol, isStateful);
		return isStateful;
	}

	private isStatefulMember(member: ts.ClassElement): boolean {
		if (ts.isPropertyDeclaration(member)) {
			const { initializer } = member;
			if (initializer && isEmptyContainer(initializer)) return true;
			if (this.isStateful(this.checker.getTypeAtLocation(member))) return true;
		}
		if (ts.isConstructorDeclaration(member)) {
			return member.parameters.some(
				(parameter) =>
					ts.isParameterPropertyDeclaration(parameter, member) &&
					this.isStateful(this.checker.getTypeAtLocation(parameter)),
			);
		}
		return [...nodesIn(member)].some(
			(node) => node.kind === ts.SyntaxKind.ThisKeyword && changes(node, this.checker),
		);
	}
}

/** Variables of the module, and static properties of its classes. */
function holdersIn(file: ts.SourceFile): Holder[] {
	return file.statements.flatMap((statement): Holder[] => {
		if (ts.isVariableStatement(statement)) return [...statement.declarationList.declarations];
		if (!ts.isClassDeclaration(statement)) return [];
		return statement.members
			.filter(ts.isPropertyDeclaration)
			.filter((member) => member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword));
	});
}

function isEmptyContainer(node: ts.Expression): boolean {
	if (!ts.isNewExpression(node)) return false;
	return EMPTY_CONTAINERS.has(node.expression.getText()) && (node.arguments ?? []).length === 0;
}
