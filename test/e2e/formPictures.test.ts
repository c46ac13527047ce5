import { chain } from '../../playground/workflows/workflow';
import { sheets } from '../support/mostUsedForms';
import { showSheet } from './support/contactSheet';
import { addNode, cutTexts, pictureOfForm } from './support/newForm';
import { takePicture } from './support/pictures';
import { useEditor } from './support/useEditor';

const { stage, editor, takeComplaints } = useEditor();

const start = {
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	parameters: {},
};

beforeAll(async () => {
	// high enough for the longest form
	await editor().page.setViewportSize({ width: 1440, height: 1600 });
});

test.each(sheets)(
	'the forms of $picture open without anything red or cut, as somebody finds them who adds the nodes',
	async ({ picture, forms }) => {
		const id = picture.replace('-', '');
		await stage().api.createWorkflow(chain(id, id, 'Workflow of a test', [start]));
		await editor().openWorkflow(id);
		const shots = [];
		for (const form of forms) {
			await addNode(editor(), form);
			shots.push({ title: form.title, image: await pictureOfForm(editor()) });
			expect({
				form: form.title,
				red: await editor().red(),
				cut: await cutTexts(editor()),
			}).toEqual({ form: form.title, red: [], cut: [] });
			await editor().closeNode();
		}
		const page = await stage().browser.newPage();
		await showSheet(page, shots);
		await takePicture(page, picture);
		await page.close();
		expect(takeComplaints()).toEqual([]);
	},
);
