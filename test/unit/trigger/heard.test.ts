import fc from 'fast-check';
import { heardIn, saysHeard, withHeard } from '../../../nodes/WtsChat/trigger/heard';
import { runs } from '../../support/runs';

const SECOND_MS = 1_000;
const moment = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2100) });

test('a name tells the second up to which everything was heard, however long it is', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 150 }), moment, (name, at) => {
			const told = withHeard(name, at);
			expect(told.length).toBeLessThanOrEqual(100);
			expect(heardIn(told)).toBe(Math.floor(at / SECOND_MS) * SECOND_MS);
			expect(saysHeard(told, name, at)).toBe(true);
			expect(saysHeard(told, name, at - SECOND_MS)).toBe(true);
			expect(saysHeard(told, name, at + 2 * SECOND_MS)).toBe(false);
		}),
		runs(200),
	);
});

test('of a name that is too long the end goes, not the moment', () => {
	const told = withHeard('n8n: Atendimento '.repeat(9), 0);
	expect(told).toHaveLength(100);
	expect(told).toMatch(/^n8n: Atendimento n8n.* · heard 1970-01-01T00:00:00Z$/);
});

test('a moment counts to the second before it', () => {
	const told = withHeard('n8n: Atendimento', 5_000);
	expect(saysHeard(told, 'n8n: Atendimento', 6_000)).toBe(true);
	expect(saysHeard(told, 'n8n: Atendimento', 6_001)).toBe(false);
});

test.each([
	undefined,
	null,
	'',
	'n8n: Atendimento',
	'n8n: Atendimento · heard yesterday',
	'n8n: Atendimento · heard 2026-13-45T99:99:99Z',
	'n8n: · heard 2026-11-30T05:40:07Z again',
])('%j tells no moment', (name) => {
	expect(heardIn(name)).toBeUndefined();
	expect(saysHeard(name, 'n8n: Atendimento', 0)).toBe(false);
});

test('the name of another workflow does not pass for it', () => {
	expect(saysHeard(withHeard('n8n: Vendas', 0), 'n8n: Atendimento', 0)).toBe(false);
});
