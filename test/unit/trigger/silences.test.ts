import {
	clock,
	HOUR_MS,
	iso,
	MINUTE_MS,
	N,
	OFFICE_HOURS,
	only,
	processOf,
	START,
	useClock,
	World,
} from './silentWorld';

useClock();

test('each kind is told of once, when it is due, with the message that has no answer', async () => {
	const world = new World();
	const n8n = processOf(world);
	world.write('a', 'contact');
	await n8n.pass(N - 1);
	expect(n8n.told).toEqual([]);
	await n8n.pass(1);
	expect(n8n.keys()).toEqual(['CONTACT_UNANSWERED a']);
	world.write('a', 'user');
	await n8n.pass(N);
	expect(n8n.keys().slice(1)).toEqual(['CONTACT_SILENT a']);
	expect(n8n.told[1]).toMatchObject({
		subject: 'session',
		date: iso(START + 2 * N * MINUTE_MS),
		content: {
			id: 'a',
			silence: { since: iso(START + N * MINUTE_MS), message: { id: 'm1', userId: 'ana' } },
		},
	});
	await n8n.pass(23 * 60);
	expect(n8n.keys().slice(2)).toEqual(['WINDOW_CLOSING a']);
	expect(n8n.told[2]?.content.silence).toEqual({
		since: iso(START),
		windowClosesAt: iso(START + 24 * HOUR_MS),
	});
});

test('a contact that goes on writing is unanswered since its first message', async () => {
	const world = new World();
	const n8n = processOf(world, only('CONTACT_UNANSWERED'));
	for (let minute = 0; minute <= N; minute += 5) {
		world.write('a', 'contact');
		await n8n.pass(5);
	}
	expect(n8n.told).toMatchObject([{ date: iso(START + N * MINUTE_MS) }]);
});

test('a look costs one request as long as no silence is due', async () => {
	const world = new World();
	const n8n = processOf(world);
	await n8n.look();
	for (const id of ['a', 'b', 'c']) world.write(id, 'user');
	await n8n.pass(N - 1);
	expect(world.requests).toHaveLength(N);
	await n8n.pass(1);
	// the session and the messages of each
	expect(world.requests).toHaveLength(N + 1 + 3 * 2);
	await n8n.pass(3 * N);
	expect(world.requests.length).toBeLessThanOrEqual(4 * N + 1 + 3 * 4);
});

test('whoever wants the window alone reads no messages', async () => {
	const world = new World();
	const n8n = processOf(world, only('WINDOW_CLOSING'));
	world.write('a', 'contact');
	await n8n.pass(24 * 60);
	expect(n8n.keys()).toEqual(['WINDOW_CLOSING a']);
	expect(world.requests).not.toContain('/chat/v1/message');
});

test('silences that began before the workflow was published are none of it', async () => {
	const world = new World();
	clock.now = START - MINUTE_MS;
	world.write('before', 'user');
	world.write('goes on', 'contact');
	clock.now = START;
	world.write('after', 'user');
	world.write('goes on', 'contact');
	const n8n = processOf(world);
	await n8n.pass(2 * N);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT after']);
});

test('what was due while n8n was away is told of afterwards, the oldest first, unless nobody wants that', async () => {
	const world = new World();
	for (const id of ['c', 'b', 'a']) {
		world.write(id, 'user');
		clock.now += MINUTE_MS;
	}
	clock.now += 5 * HOUR_MS;
	const catching = processOf(world);
	const forgetting = processOf(world, { mostMs: undefined });
	const shortly = processOf(world, { mostMs: HOUR_MS });
	const few = processOf(world, { mostEvents: 2 });
	for (const n8n of [catching, forgetting, shortly, few]) {
		await n8n.look();
		await n8n.look();
	}
	expect(catching.keys()).toEqual(['c', 'b', 'a'].map((id) => `CONTACT_SILENT ${id}`));
	expect([forgetting.keys(), shortly.keys()]).toEqual([[], []]);
	expect(few.keys()).toEqual(['b', 'a'].map((id) => `CONTACT_SILENT ${id}`));
});

test('where only office hours count, nothing is told of while the account is closed', async () => {
	const world = new World();
	const n8n = processOf(world, { officeHoursOnly: true, ...only('CONTACT_SILENT') });
	clock.now = START + (9 * 60 + 45) * MINUTE_MS;
	world.write('a', 'user');
	await n8n.pass(15 + 14 * 60 + 14);
	expect(n8n.told).toEqual([]);
	await n8n.pass(1);
	expect(n8n.told).toMatchObject([{ date: iso(START + (24 * 60 + 15) * MINUTE_MS) }]);
	// office hours are read once an hour
	const reads = world.requests.filter((path) => path.endsWith('officehours'));
	expect(reads.length).toBeLessThanOrEqual(16);
});

test('nobody has to wait for what lies before the workflow was published, however far one may look back', async () => {
	const world = new World();
	const n8n = processOf(world, { officeHoursOnly: true, mostMs: 1e9 * HOUR_MS });
	world.write('a', 'contact');
	await n8n.pass(N);
	expect(n8n.keys()).toEqual(['CONTACT_UNANSWERED a']);
});

test('office hours that were changed count within an hour', async () => {
	const world = new World();
	world.officeHours = { ...OFFICE_HOURS, days: [] };
	const n8n = processOf(world, { officeHoursOnly: true, ...only('CONTACT_SILENT') });
	world.write('a', 'user');
	await n8n.pass(5);
	world.officeHours = OFFICE_HOURS;
	await n8n.pass(26 * 60);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
});

test('a conversation that the API lists a little late is found', async () => {
	const world = new World();
	const n8n = processOf(world);
	await n8n.pass(3);
	clock.now -= 1.5 * MINUTE_MS;
	world.write('a', 'user');
	clock.now += 1.5 * MINUTE_MS;
	await n8n.pass(N);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
});

test('what was due in office hours and is found after them waits for the opening', async () => {
	const world = new World();
	clock.now = START + 9 * HOUR_MS;
	world.write('a', 'user');
	clock.now = START + 11 * HOUR_MS;
	const n8n = processOf(world, { officeHoursOnly: true });
	await n8n.pass(13 * 60 - 1);
	expect(n8n.told).toEqual([]);
	await n8n.pass(1);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
});

test('a conversation that is over, that a filter leaves out, or that is gone holds up no other', async () => {
	const world = new World();
	const n8n = processOf(world, { passes: ({ content }) => content.channelId !== 'c2' });
	for (const id of ['over', 'elsewhere', 'gone', 'a']) world.write(id, 'user');
	await n8n.pass(1);
	world.sessions.get('over')!.status = 'COMPLETED';
	world.sessions.get('elsewhere')!.channelId = 'c2';
	world.sessions.delete('gone');
	await n8n.pass(N);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
});

test('what n8n could not store, or the API did not tell, comes with the next look', async () => {
	const world = new World();
	const n8n = processOf(world);
	world.write('a', 'user');
	world.write('b', 'user');
	clock.now += N * MINUTE_MS;
	world.isDown = true;
	await expect(n8n.look()).rejects.toThrow('could not be reached');
	world.isDown = false;
	await n8n.look(true);
	expect(n8n.told).toEqual([]);
	await n8n.look();
	await n8n.look();
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a', 'CONTACT_SILENT b']);
});

test('a conversation that cannot be read holds up no other, and is read again in five minutes', async () => {
	const world = new World();
	const n8n = processOf(world);
	world.write('odd', 'user');
	clock.now += 1;
	world.write('a', 'user');
	clock.now += N * MINUTE_MS;
	const { messagesOf } = world;
	world.messagesOf = (id) => {
		if (id === 'odd') throw new Error('lost');
		return messagesOf.call(world, id);
	};
	await expect(n8n.look()).rejects.toThrow('lost');
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a']);
	world.messagesOf = messagesOf;
	await n8n.pass(5);
	expect(n8n.keys()).toEqual(['CONTACT_SILENT a', 'CONTACT_SILENT odd']);
});

test('an API that gives nothing is not asked for every conversation', async () => {
	const world = new World();
	const n8n = processOf(world);
	for (let n = 0; n < 10; n++) world.write(`s${n}`, 'user');
	clock.now += N * MINUTE_MS;
	world.messagesOf = () => {
		throw new Error('lost');
	};
	await expect(n8n.look()).rejects.toThrow('lost');
	expect(world.requests.length).toBeLessThan(10);
});
