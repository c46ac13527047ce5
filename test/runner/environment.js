const { AsyncLocalStorage } = require('node:async_hooks');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Node's own world, which the test files of a worker share; each finds it as the first did. */
module.exports = class SharedWorld {
	global = globalThis;

	moduleMocker = new ModuleMocker(globalThis);

	constructor({ projectConfig: config }) {
		this.restore = remember();
		this.storages = noteStorages();
		this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
	}

	async setup() {}

	async teardown() {
		this.fakeTimersModern.dispose();
		this.storages.forEach((storage) => storage.disable());
		this.restore();
	}

	/** Of a fault that `npm run mutate` has planted, the first test that sees it is enough. */
	handleTestEvent({ name, test }) {
		if (!process.env.MUTATE) return;
		if (name === 'test_done' && test.errors.length > 0) this.isSeen = true;
		if (name === 'test_start' && this.isSeen) test.mode = 'skip';
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	getVmContext() {
		return globalThis;
	}
};

/** Notes what test files may change, and gives a function that puts it back. */
function remember() {
	const before = [
		globalThis,
		process,
		process.env,
		Date,
		AbortSignal,
		AsyncLocalStorage.prototype,
	].map((holder) => ({
		holder,
		properties: Object.getOwnPropertyDescriptors(holder),
	}));
	return () => before.forEach(putBack);
}

/**
 * Notes the storages that a test file uses: Jest makes one for each file, and every promise of the process
 * passes all of them until they are disabled.
 */
function noteStorages() {
	const storages = new Set();
	const { run } = AsyncLocalStorage.prototype;
	AsyncLocalStorage.prototype.run = function (...given) {
		storages.add(this);
		return run.apply(this, given);
	};
	return storages;
}

function putBack({ holder, properties }) {
	for (const name of Reflect.ownKeys(holder)) {
		if (!(name in properties)) delete holder[name];
	}
	for (const [name, descriptor] of Object.entries(properties)) {
		const { value } = Object.getOwnPropertyDescriptor(holder, name) ?? {};
		if (value !== descriptor.value) Object.defineProperty(holder, name, descriptor);
	}
}
